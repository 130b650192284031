// Which untruths of a falsifying shim the kit's rows notice: "mutation testing" of the kit.

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "../../conformance/row.ts";
import { type Outcome, Runner } from "../../conformance/runner.ts";
import type { Untruth } from "../fixtures/untruth.ts";
import { shims } from "./shim-under-test.ts";

export interface PlayedRow {
  readonly outcome: Outcome;
  /** What has passed the shim in it (falsifying-shim.ts). */
  readonly passed: ReadonlySet<string>;
}

export class Falsifier {
  readonly #directory = mkdtempSync(join(tmpdir(), "runts-untruths-"));
  readonly #executable = join(this.#directory, "shim");
  readonly #passed = join(this.#directory, "passed");
  /** Paths of sockets, which stay where a shim and who stands before it are killed. */
  readonly #moved = join(this.#directory, "moved");

  constructor() {
    const program = join(import.meta.dirname, "../fixtures/falsifying-shim.ts");
    writeFileSync(this.#executable, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(this.#executable, 0o755);
  }

  /** What came of each row, until `isEnough`. They share what rows share. */
  async play(
    rows: readonly Row[],
    untruth?: Untruth,
    isEnough: (played: PlayedRow) => boolean = () => false,
  ): Promise<PlayedRow[]> {
    const environment = {
      ...{ REAL_SHIM: shims.bun.executable, PASSED: this.#passed, MOVED: this.#moved, NODE_NO_WARNINGS: "1" },
      ...(untruth === undefined ? {} : { FALSEHOOD: JSON.stringify(untruth) }),
    };
    const played: PlayedRow[] = [];
    let stopped: Promise<void> | undefined;
    const runner = new Runner({
      driver: { executable: this.#executable, environment },
      ...{ runtime: "runc", features: new Set(["info", "sandbox"]), patienceMs: 10_000 },
      onOutcome: (outcome) => {
        const passed = new Set(readFileSync(this.#passed, "utf8").trimEnd().split("\n"));
        writeFileSync(this.#passed, "");
        played.push({ outcome, passed });
        if (isEnough({ outcome, passed })) stopped = runner.stop();
      },
    });
    for (const file of [this.#passed, this.#moved]) writeFileSync(file, "");
    await runner.run(rows);
    await stopped;
    for (const path of readFileSync(this.#moved, "utf8").trimEnd().split("\n")) rmSync(path, { force: true });
    return played;
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
