// The `ctr` client, bound to one containerd and one namespace.

import type { Readable, Writable } from "node:stream";
import { execa } from "execa";

export interface CtrResult {
  /** undefined when a signal ended it. */
  exitCode?: number | undefined;
  signal?: string | undefined;
  stdout: string;
  stderr: string;
}

/** A `ctr` that was started; awaiting it gives the result, whatever the exit code. */
export interface CtrProcess extends PromiseLike<CtrResult> {
  stdin: Writable;
  stdout: Readable;
  kill(signal?: NodeJS.Signals): boolean;
}

export interface CtrTarget {
  ctrProgram: string;
  address: string;
  namespace: string;
  /** Where ctr makes the FIFOs of a task. */
  fifoDirectory: string;
  /** ctr's own temporary files. */
  temporaryDirectory: string;
}

const verbsWithFifos = new Set(["run", "tasks start", "tasks exec"]);

export class Ctr {
  readonly #target: CtrTarget;

  constructor(target: CtrTarget) {
    this.#target = target;
  }

  /** argv for `ctr <words>`; a FIFO directory of ours is added where ctr would use the machine's. */
  argv(...words: string[]): string[] {
    const { ctrProgram, address, namespace, fifoDirectory } = this.#target;
    const verbLength = words[0] === "tasks" ? 2 : 1;
    const verb = words.slice(0, verbLength);
    const fifos = verbsWithFifos.has(verb.join(" ")) ? ["--fifo-dir", fifoDirectory] : [];
    return [ctrProgram, "--address", address, "--namespace", namespace, ...verb, ...fifos, ...words.slice(verbLength)];
  }

  /** Starts `ctr` with an open stdin, which the caller ends, and returns at once. */
  start(words: readonly string[]): CtrProcess {
    const [file, ...args] = this.argv(...words);
    return execa(file as string, args, {
      reject: false,
      stripFinalNewline: false,
      timeout: 50_000,
      killSignal: "SIGKILL",
      stdin: "pipe",
      stdout: "pipe",
      env: { TMPDIR: this.#target.temporaryDirectory },
    });
  }

  /** Runs `ctr` with nothing on stdin to its end; the caller looks at exitCode. */
  async try(...words: string[]): Promise<CtrResult> {
    const process = this.start(words);
    process.stdin.end();
    return process;
  }

  /** Runs `ctr`, which must succeed, and returns its stdout. */
  async run(...words: string[]): Promise<string> {
    const result = await this.try(...words);
    if (result.exitCode !== 0) {
      throw new Error(`ctr ${words.join(" ")}: exit ${result.exitCode ?? result.signal}: ${result.stderr}`);
    }
    return result.stdout;
  }

  /** The tasks as `ctr tasks ls` shows them: id → [pid, status]. */
  async tasks(): Promise<Map<string, { pid: number; status: string }>> {
    const [, ...rows] = (await this.run("tasks", "ls")).trimEnd().split("\n");
    return new Map(
      rows.map((row) => {
        const [id = "", pid, status = ""] = row.split(/\s+/);
        return [id, { pid: Number(pid), status }];
      }),
    );
  }

  async task(id: string): Promise<{ pid: number; status: string } | undefined> {
    return (await this.tasks()).get(id);
  }
}
