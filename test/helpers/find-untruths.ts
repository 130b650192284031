// Which untruths of a falsifying shim the kit's rows notice: "mutation testing" of the kit.

import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Row } from "../../conformance/row.ts";
import { type Outcome, Runner } from "../../conformance/runner.ts";
import type { Untruth } from "../fixtures/falsifying-shim.ts";
import { shims } from "./shim-under-test.ts";

export class Falsifier {
  readonly #directory = mkdtempSync(join(tmpdir(), "runts-untruths-"));
  readonly #executable = join(this.#directory, "shim");
  readonly #passed = join(this.#directory, "passed");

  constructor() {
    const program = join(import.meta.dirname, "../fixtures/falsifying-shim.ts");
    writeFileSync(this.#executable, `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
    chmodSync(this.#executable, 0o755);
  }

  /** What came of each row, until `isEnough`, and what has passed the shim in it; `lied` if an untruth was told. */
  async play(
    rows: readonly Row[],
    untruth?: Untruth,
    isEnough: (outcome: Outcome) => boolean = () => false,
  ): Promise<{ outcome: Outcome; passed: ReadonlySet<string> }[]> {
    const environment = {
      ...{ REAL_SHIM: shims.bun.executable, PASSED: this.#passed, NODE_NO_WARNINGS: "1" },
      ...(untruth === undefined ? {} : { FALSEHOOD: JSON.stringify(untruth) }),
    };
    const runner = new Runner({
      driver: { executable: this.#executable, environment },
      ...{ runtime: "runc", features: new Set(), patienceMs: 10_000 },
    });
    const played: { outcome: Outcome; passed: ReadonlySet<string> }[] = [];
    for (const row of rows) {
      writeFileSync(this.#passed, "");
      for (const outcome of await runner.run([row])) {
        const passed = new Set(readFileSync(this.#passed, "utf8").trimEnd().split("\n"));
        played.push({ outcome, passed });
        if (isEnough(outcome)) return played;
      }
    }
    return played;
  }

  remove(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
