// Processes that a runtime's command left behind when it was killed half way: they have become this shim's children.
import { readLink } from "../../sys/file.ts";
import { ownChildren, parentOfProcess } from "../../sys/process-tree.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { isOwnChild } from "../../sys/spawn.ts";
import { errorFields, log } from "../base/log.ts";
import { SIGKILL, signalProcess } from "./signal.ts";

/** Whether `pid` descends from this process, but from no container's known process and no command that still runs. */
export function isStray(pid: number, reaper: Reaper): boolean {
  for (let each: number | undefined = pid; each !== undefined && each > 1; each = parentOfProcess(each)) {
    if (each === process.pid) return true;
    if (reaper.has(each) || isOwnChild(each)) return false;
  }
  return false;
}

/**
 * Ends what execs have left whose runtime was killed before it had written the pid: children of this process that nobody knows, in the pid
 * namespace of a container. An orphan from in there would be its init's (pid_namespaces(7)); in the machine's namespace the two can't be
 * told apart, and nothing is ended. To be called when no process is being made.
 */
export function endStrays(reaper: Reaper): void {
  const own = pidNamespaceOf("self");
  const namespaces = new Set(reaper.pids.map(pidNamespaceOf).filter((name) => name !== undefined && name !== own));
  if (namespaces.size === 0) return;
  for (const pid of ownChildren()) {
    if (reaper.has(pid) || isOwnChild(pid) || !namespaces.has(pidNamespaceOf(pid))) continue;
    try {
      signalProcess(pid, SIGKILL);
      log("warning", "ended what an interrupted exec has left", { pid });
    } catch (error) {
      log("warning", "failed to end what an interrupted exec has left", { pid, ...errorFields(error) });
    }
  }
}

/** Undefined for a process that has ended. */
function pidNamespaceOf(pid: number | "self"): string | undefined {
  try {
    return readLink(`/proc/${pid}/ns/pid`);
  } catch {
    return undefined;
  }
}
