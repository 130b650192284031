// The fake OCI runtime (fake-runtime-program): what it shall do, and what it was asked.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RuncOptions, World } from "./bundle.ts";

/** The runtime's commands. */
export type Verb =
  | "create"
  | "start"
  | "exec"
  | "kill"
  | "delete"
  | "pause"
  | "resume"
  | "ps"
  | "update"
  | "checkpoint"
  | "restore"
  | "features";

/** See the head of the script. */
export interface Behaviour {
  /** Seconds. */
  readonly delay?: number;
  readonly hang?: boolean;
  readonly status?: number;
  readonly output?: string;
  readonly error?: string;
  readonly after?: number;
  readonly die?: number;
  readonly failAfter?: number;
}

declare const RUNTS_FAKE_RUNTIME: string | undefined;

/** In the executable, the build has put it here (scripts/build); in the sources it is the file beside this one. */
const script = () =>
  typeof RUNTS_FAKE_RUNTIME === "undefined"
    ? readFileSync(join(import.meta.dirname, "fake-runtime-program"))
    : Buffer.from(RUNTS_FAKE_RUNTIME, "base64");

export class FakeRuntime {
  readonly #home: string;
  readonly #binary: string;

  /**
   * `name`: what its file is called. Under a well-known one the shim asks the kernel where it would otherwise ask the
   * runtime.
   */
  constructor(driver: World, { name = "fake-runtime" } = {}) {
    this.#home = mkdtempSync(join(driver.runtimeRoot, "fake-"));
    mkdirSync(join(this.#home, "behaviour"));
    this.#binary = join(this.#home, name);
    writeFileSync(this.#binary, script());
    chmodSync(this.#binary, 0o755);
  }

  /** For Create. The state directory is `<home>/<namespace>`, hence the script finds its home. */
  get options(): RuncOptions {
    return { root: this.#home, binaryName: this.#binary };
  }

  stateOf(driver: World, id: string): string {
    return join(this.#home, driver.namespace, id);
  }

  /** From the next call of `verb` on; without `behaviour` as usual again. */
  set(verb: Verb, behaviour?: Behaviour): void {
    const file = join(this.#home, "behaviour", verb);
    if (behaviour === undefined) {
      rmSync(file, { force: true });
      return;
    }
    const { failAfter, hang, ...rest } = behaviour;
    const values = {
      ...rest,
      ...(hang ? { hang: 1 } : {}),
      ...(failAfter === undefined ? {} : { fail_after: failAfter }),
    };
    const lines = Object.entries(values).map(([key, value]) => `${key}='${String(value).replaceAll("'", "'\\''")}'`);
    writeFileSync(file, `${lines.join("\n")}\n`);
  }

  /** The command lines so far, without the program's name; only those of `verb` if given. */
  calls(verb?: Verb): string[] {
    const file = join(this.#home, "calls");
    const lines = existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
    return verb === undefined ? lines : lines.filter((line) => line.split(" ").includes(verb));
  }

  /** The command lines so far byte by byte (a character for each), without the program's name. */
  argv(): string[][] {
    const file = join(this.#home, "argv");
    const words = existsSync(file) ? readFileSync(file, "latin1").split("\0").slice(0, -1) : [];
    const calls: string[][] = [];
    for (let at = 0; at < words.length; ) {
      const count = Number(words[at]);
      calls.push(words.slice(at + 1, at + 1 + count));
      at += 1 + count;
    }
    return calls;
  }

  /** What there was until now is not of interest. */
  forgetCalls(): void {
    for (const name of ["argv", "calls", "directories"]) rmSync(join(this.#home, name), { force: true });
  }

  /** From now on what the last `create` found is kept: config.json, environment, mounts. */
  record(): void {
    mkdirSync(join(this.#home, "recording"), { recursive: true });
  }

  recorded(name: "config.json" | "environment" | "mounts"): Buffer {
    return readFileSync(join(this.#home, "recording", name));
  }

  /** Where each command ran: `<verb> <directory>`. */
  get directories(): string[] {
    return readFileSync(join(this.#home, "directories"), "utf8").trimEnd().split("\n");
  }

  /** Whether the last command had the variable `name`. */
  hadVariable(name: string): boolean {
    return new RegExp(`^export ${name}=`, "m").test(readFileSync(join(this.#home, "environment"), "utf8"));
  }

  /** The process object that the last `exec` was given. */
  get process(): Buffer {
    return readFileSync(join(this.#home, "process"));
  }

  /** What the last `update` got on stdin. */
  get update(): Buffer {
    return readFileSync(join(this.#home, "update"));
  }
}
