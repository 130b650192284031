// A signal at an instant that can be named: the n-th system call of a process and its descendants (test/fixtures/call-tracer.c).

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";

/** A call of a recorded run, which another run comes to as well. */
export interface Call {
  readonly name: string;
  readonly number: number;
  /** How many calls of this number there have been in all processes, with this one. */
  readonly occurrence: number;
  /** Of which thread, by its comm. */
  readonly thread: string;
}

export const describeCall = ({ name, occurrence, thread }: Call): string => `${name} ${occurrence}, of ${thread}`;

const source = join(import.meta.dirname, "../fixtures/call-tracer.c");

/** The tracer of one run; `directory` is shared with the process that says in its FIFO `pid` that it wants to be traced. */
export class CallTracer {
  readonly #directory: string;
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  private constructor(directory: string, words: readonly string[]) {
    this.#directory = directory;
    this.#child = spawn(join(directory, "call-tracer"), words, { stdio: ["ignore", "ignore", "inherit"] });
    this.#ended = once(this.#child, "exit");
  }

  /** What a directory needs. */
  static prepare(directory: string): void {
    execFileSync("cc", ["-O1", "-o", join(directory, "call-tracer"), source]);
    execFileSync("mkfifo", [join(directory, "pid"), join(directory, "attached")]);
  }

  /** Of a program whose name begins with `program`, until each process of it has ended or become another one. */
  static record(directory: string, program: string): CallTracer {
    return new CallTracer(directory, [directory, program]);
  }

  /** Sends `signal` to whichever process comes to `call`, and lets go of all. */
  static signal(directory: string, program: string, call: Call, signal: "SIGKILL" | "SIGSTOP"): CallTracer {
    const numbers = [call.number, call.occurrence, constants.signals[signal]];
    return new CallTracer(directory, [directory, program, ...numbers.map(String)]);
  }

  /** Lets go of whoever is traced. Returns the calls so far, where they were recorded. */
  async end(): Promise<Call[]> {
    this.#child.kill("SIGTERM");
    await this.#ended;
    const file = join(this.#directory, "calls");
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "latin1").matchAll(/^(.*)\t(\d+)$/gm);
    rmSync(file);
    const names = callNames();
    const counts = new Map<number, number>();
    return Array.from(lines, ([, thread = "", digits = ""]) => {
      const number = Number(digits);
      const occurrence = (counts.get(number) ?? 0) + 1;
      counts.set(number, occurrence);
      return { name: names.get(number) ?? digits, number, occurrence, thread };
    });
  }
}

/** By number, as the machine's headers say. */
function callNames(): ReadonlyMap<number, string> {
  const defined = execFileSync("cc", ["-dM", "-E", "-include", "sys/syscall.h", "-x", "c", "/dev/null"], {
    encoding: "utf8",
  });
  const lines = defined.matchAll(/^#define __NR_(\w+) (\d+)$/gm);
  return new Map(Array.from(lines, ([, name = "", number = ""]) => [Number(number), name]));
}
