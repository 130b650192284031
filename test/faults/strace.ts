// strace(1) as the one who makes a system call of a shim fail, and who says which calls there are.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { eventually } from "../helpers/eventually.ts";
import { errorsOf } from "./errors.ts";

/** One call of a process: the `n`th of its kind, from 1, of the thread that makes it. */
export interface Injection {
  readonly syscall: string;
  readonly n: number;
  /** It fails with this error and does nothing; or it takes so long. */
  readonly error?: string;
  readonly delayMs?: number;
}

/** As strace takes it after -e. */
export function expressionOf({ syscall, n, error, delayMs }: Injection): string {
  const what = error === undefined ? `delay_enter=${delayMs}ms` : `error=${error}`;
  return `inject=${syscall}:${what}:when=${n}`;
}

/** What is to be seen in the trace: all that may fail. `?`: this machine may have no such call. */
const traced = `trace=${Object.keys(errorsOf)
  .map((name) => `?${name}`)
  .join()}`;

function straceArguments(output: string, injections: readonly Injection[]): string[] {
  return [
    "-qq",
    "-o",
    output,
    "-s",
    "64",
    "-e",
    traced,
    "-e",
    "signal=none",
    // What is slow is judged by what its descriptor is.
    ...(injections.some(({ delayMs }) => delayMs !== undefined) ? ["-yy"] : []),
    ...injections.flatMap((each) => ["-e", expressionOf(each)]),
  ];
}

/** A system call, as strace writes it: without the pid in front. */
export interface TracedCall {
  readonly syscall: string;
  /** Among the calls of this name of its thread, from 1. */
  readonly n: number;
  readonly line: string;
  readonly injected: boolean;
}

/** Of the threads of one process, in the order in which they came to their end. */
export function parseTrace(text: string): TracedCall[] {
  const counts = new Map<string, number>();
  const calls: TracedCall[] = [];
  for (const raw of text.split("\n")) {
    const [, thread = "", line = ""] = /^(?:(\d+) +)?(.*)$/.exec(raw) ?? [];
    // The first half of a call that others interrupted in the trace is counted, the second is not.
    const syscall = /^(\w+)\(/.exec(line)?.[1];
    if (syscall === undefined) continue;
    const key = `${thread} ${syscall}`;
    const n = (counts.get(key) ?? 0) + 1;
    counts.set(key, n);
    calls.push({ syscall, n, line, injected: /\((?:INJECTED|DELAYED)\)/.test(line) });
  }
  return calls;
}

function threadsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/task`);
}

function tracerOf(thread: string | number): number {
  try {
    return Number(/^TracerPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${thread}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0; // gone
  }
}

/** A tracer of the threads that a process has now; what it makes, children above all, is left alone. */
export class Tracer {
  readonly #child: ChildProcess;
  readonly #output: string;

  private constructor(child: ChildProcess, output: string) {
    this.#child = child;
    this.#output = output;
  }

  /** `follow`: what the process makes is traced as well. */
  static async attach(
    pid: number,
    injections: readonly Injection[],
    { output, follow = false }: { output: string; follow?: boolean },
  ): Promise<Tracer> {
    const threads = threadsOf(pid);
    const attach = threads.flatMap((thread) => ["-p", thread]);
    const flags = [...(follow ? ["-f"] : []), ...straceArguments(output, injections)];
    const child = spawn("strace", [...flags, ...attach], { stdio: "ignore" });
    const isTraced = () => {
      if (child.exitCode !== null) throw new Error(`strace ended: ${child.exitCode}`);
      // One may have ended since: a shim that falls asleep has none but the first.
      return (
        tracerOf(pid) !== 0 &&
        threads.every((thread) => tracerOf(thread) !== 0 || !existsSync(`/proc/${pid}/task/${thread}`))
      );
    };
    await eventually(`shim ${pid} is traced`, isTraced, { intervalMs: 2 });
    return new Tracer(child, output);
  }

  /** Lets the process go on alone; what it did meanwhile. */
  async detach(): Promise<TracedCall[]> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = once(this.#child, "exit");
      this.#child.kill("SIGINT");
      await ended;
    }
    return readTrace(this.#output);
  }
}

export function readTrace(path: string): TracedCall[] {
  return existsSync(path) ? parseTrace(readFileSync(path, "utf8")) : [];
}
