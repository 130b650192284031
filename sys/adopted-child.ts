// A child that an earlier image of this process has made: the engine does not know it, the reaper does.
import type { Child, ChildExit } from "./child.ts";
import { libc } from "./ffi.ts";
import type { Reaper } from "./reaper.ts";

export function adoptChild(pid: number, reaper: Reaper): Child {
  let ended = false;
  const exited = new Promise<ChildExit>((resolve) => {
    reaper.adopt(pid, ({ status }) => {
      ended = true;
      resolve({ code: status });
    });
  });
  const kill = (signal: NodeJS.Signals) => {
    if (!ended) libc("kill", pid, process.getBuiltinModule("node:os").constants.signals[signal]);
  };
  return { pid, exited, kill, unref: () => {} };
}

/** One whose end is known. */
export function endedChild(pid: number): Child {
  return { pid, exited: Promise.resolve({ code: 0 }), kill: () => {}, unref: () => {} };
}
