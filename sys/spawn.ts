// Children of our own: the runtime, logging binaries. The engine waits for them by pid.
import { isBun } from "./build.ts";
import { bun } from "./bun.ts";
import type { Child, ChildExit, SpawnOptions } from "./child.ts";
import { errnoOf, SysError } from "./errno.ts";
import { withInheritedLimits } from "./limits.ts";
import { withInheritedMask } from "./signal-mask.ts";

const own = new Set<number>();

/** Whether `pid` is a child that the engine waits for. */
export function isOwnChild(pid: number): boolean {
  return own.has(pid);
}

/** The children of ours that run now. */
export function ownChildren(): number[] {
  return [...own];
}

/** Starts a program. Strings are texts as of byte-text.ts. Throws SysError (call `exec`) when it can't be started. */
export async function spawnChild(options: SpawnOptions): Promise<Child> {
  const texts = [options.file, options.cwd, ...options.args, ...Object.entries(options.env).flat()];
  if (texts.some((text) => text.includes("\0"))) throw new SysError("exec", "EINVAL", options.file);
  try {
    if (!texts.every((text) => text.isWellFormed())) {
      const { spawnWithBytes } = await import("./spawn-bytes.ts");
      const child = withInheritance(() => spawnWithBytes(options, (pid) => own.delete(pid)));
      own.add(child.pid);
      return child;
    }
    return isBun ? spawnWithBun(options) : await spawnWithNode(options);
  } catch (error) {
    const errno = errnoOf(error);
    throw errno === undefined ? error : new SysError("exec", errno, options.file, { cause: error });
  }
}

/** What a child gets is what this process was started with. */
function withInheritance<T>(spawn: () => T): T {
  return withInheritedMask(() => withInheritedLimits(spawn));
}

function spawnWithBun(options: SpawnOptions): Child {
  let settle: (exit: ChildExit) => void = () => {};
  const exited = new Promise<ChildExit>((resolve) => {
    settle = resolve;
  });
  const child = withInheritance(() =>
    bun.spawn([options.file, ...options.args], {
      ...(options.argv0 === undefined ? {} : { argv0: options.argv0 }),
      cwd: options.cwd,
      env: options.env,
      stdio: options.stdio.map((fd) => fd ?? "ignore"),
      detached: options.detached ?? false,
      onExit: ({ pid }, code, signal) => {
        own.delete(pid);
        settle(code === null ? { signal: signalName(signal) } : { code });
      },
    }),
  );
  own.add(child.pid);
  return { pid: child.pid, exited, kill: (signal) => child.kill(signal), unref: () => child.unref() };
}

/** Bun reports signals by name or, in some versions, by number. */
function signalName(signal: NodeJS.Signals | number | null): NodeJS.Signals {
  if (typeof signal === "string") return signal;
  const { signals } = process.getBuiltinModule("node:os").constants;
  const entry = Object.entries(signals).find(([, number]) => number === signal);
  return (entry?.[0] ?? "SIGKILL") as NodeJS.Signals;
}

async function spawnWithNode(options: SpawnOptions): Promise<Child> {
  const { spawn } = await import("node:child_process");
  const child = spawn(options.file, options.args, {
    ...(options.argv0 === undefined ? {} : { argv0: options.argv0 }),
    cwd: options.cwd,
    env: options.env,
    stdio: options.stdio.map((fd) => fd ?? "ignore"),
    detached: options.detached ?? false,
  });
  const { pid } = child;
  if (pid === undefined) throw await new Promise<unknown>((resolve) => child.once("error", resolve));
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
