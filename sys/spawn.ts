// Children of our own: the runtime, log programs. The engine waits for them by pid.
import { type StdioOptions, spawn } from "node:child_process";
import { errnoOf, SysError } from "./errno.ts";

export interface SpawnOptions {
  /** Absolute, or looked up in the PATH of `env`. */
  readonly file: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Descriptor numbers for 0, 1, 2, … of the child; undefined is /dev/null. */
  readonly stdio: readonly (number | undefined)[];
  /** A process group and session of its own. */
  readonly detached?: boolean;
}

/** How a child of ours ended. */
export type ChildExit = { readonly code: number } | { readonly signal: NodeJS.Signals };

export interface Child {
  readonly pid: number;
  /** Settles once, never rejects. */
  readonly exited: Promise<ChildExit>;
  kill(signal: NodeJS.Signals): void;
  /** The engine no longer stays alive for it. */
  unref(): void;
}

const own = new Set<number>();

/** Whether `pid` is a child that the engine waits for. */
export function isOwnChild(pid: number): boolean {
  return own.has(pid);
}

/** The children of ours that run now. */
export function ownChildren(): number[] {
  return [...own];
}

/** Starts a program. Throws SysError (call `exec`) when it can't be started. */
export async function spawnChild(options: SpawnOptions): Promise<Child> {
  const stdio: StdioOptions = options.stdio.map((fd) => fd ?? "ignore");
  let child: ReturnType<typeof spawn>;
  try {
    child = spawn(options.file, options.args, {
      cwd: options.cwd,
      env: options.env,
      stdio,
      detached: options.detached ?? false,
    });
  } catch (error) {
    throw asSpawnError(error, options.file);
  }
  const pid = child.pid;
  if (pid === undefined) {
    const error = await new Promise<unknown>((resolve) => child.once("error", resolve));
    throw asSpawnError(error, options.file);
  }
  own.add(pid);
  const exited = new Promise<ChildExit>((resolve) => {
    child.once("exit", (code, signal) => {
      own.delete(pid);
      resolve(signal === null ? { code: code ?? 255 } : { signal });
    });
  });
  // A failing kill(2) surfaces here; the exit is reported all the same.
  child.on("error", () => {});
  return { pid, exited, kill: (signal) => void child.kill(signal), unref: () => child.unref() };
}

function asSpawnError(error: unknown, file: string): unknown {
  const errno = errnoOf(error);
  return errno === undefined ? error : new SysError("exec", errno, file, { cause: error });
}
