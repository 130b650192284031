// Processes that a runtime's command left behind when it was killed half way: they have become this shim's children.
import { parentOfProcess } from "../../sys/process-tree.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { isOwnChild } from "../../sys/spawn.ts";

/** Whether `pid` descends from this process, but from no container's known process and no command that still runs. */
export function isStray(pid: number, reaper: Reaper): boolean {
  for (let each: number | undefined = pid; each !== undefined && each > 1; each = parentOfProcess(each)) {
    if (each === process.pid) return true;
    if (reaper.has(each) || isOwnChild(each)) return false;
  }
  return false;
}
