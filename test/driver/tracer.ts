// kill -9 at an instant that can be named: the n-th call of a system call by a process's main thread (strace, inject=).

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "../helpers/eventually.ts";

/** The `occurrence`-th (from 1) call of `name` since the tracer is there. */
export interface Instant {
  readonly name: string;
  readonly occurrence: number;
}

export const describeInstant = ({ name, occurrence }: Instant): string => `${name} ${occurrence}`;

/** strace's options for SIGKILL at `instant`. */
export function killAt({ name, occurrence }: Instant): string[] {
  return ["-e", `trace=${name}`, "-e", `inject=${name}:signal=KILL:when=${occurrence}`];
}

export class Tracer {
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #ended: Promise<unknown>;

  private constructor(child: ChildProcess, directory: string) {
    this.#child = child;
    this.#directory = directory;
    this.#ended = once(child, "close");
  }

  /** Attaches to the main thread of `pid`, which is killed at `instant`; without one its calls are recorded. */
  static async attach(pid: number, instant?: Instant): Promise<Tracer> {
    const directory = mkdtempSync(join(tmpdir(), "runts-trace-"));
    const options = instant === undefined ? [] : killAt(instant);
    const child = spawn("strace", [...options, "-o", join(directory, "calls"), "-p", String(pid)], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    const tracer = new Tracer(child, directory);
    await eventually("strace has attached", () => {
      // It may have come to the instant, and its end, already.
      if (said.includes("attached")) return true;
      if (child.exitCode !== null) throw new Error(said);
      return false;
    });
    return tracer;
  }

  /** Lets go of a process that lives. Returns the calls so far, where they were recorded. */
  async detach(): Promise<Instant[]> {
    this.#child.kill("SIGTERM");
    await this.#ended;
    const file = join(this.#directory, "calls");
    const calls = existsSync(file) ? instantsIn(readFileSync(file, "latin1")) : [];
    rmSync(this.#directory, { recursive: true });
    return calls;
  }
}

/** What strace wrote with `-o`; with `-f` each line begins with a pid, and each process counts for itself. */
export function instantsIn(text: string): Instant[] {
  const counts = new Map<string, number>();
  return [...text.matchAll(/^(\d+ +)?([a-z_0-9]+)\(/gm)].map(([, pid = "", name = ""]) => {
    const occurrence = (counts.get(`${pid}${name}`) ?? 0) + 1;
    counts.set(`${pid}${name}`, occurrence);
    return { name, occurrence };
  });
}

/** `count` of `all`, at equal distances, others with each `shift` (0 to 1). */
export function sample<T>(all: readonly T[], count: number, shift: number): T[] {
  if (count >= all.length) return [...all];
  const distance = all.length / count;
  return Array.from({ length: count }, (_, n) => all[Math.floor((n + shift) * distance)] as T);
}
