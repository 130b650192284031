// A process that is not our child, told apart from another one that gets its pid after it.
import { errnoOf } from "./errno.ts";
import { readFileText } from "./file.ts";

export interface ProcessIdentity {
  readonly pid: number;
  /** As the kernel counts it: with the pid, nobody else's. */
  readonly startTime: string;
}

/** Fields 3 and 22 of /proc/<pid>/stat (proc_pid_stat(5)). Throws SysError when there is no such process. */
function statOf(pid: number): { state: string; startTime: string } {
  const stat = readFileText(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: fields[0] ?? "", startTime: fields[19] ?? "" };
}

/** Throws SysError when there is no such process. */
export function identify(pid: number): ProcessIdentity {
  return { pid, startTime: statOf(pid).startTime };
}

/** Whether the process has not ended, be that collected or not. Throws SysError when that can't be told: nobody is gone for want of a descriptor. */
export function isRunning({ pid, startTime }: ProcessIdentity): boolean {
  try {
    const stat = statOf(pid);
    return stat.startTime === startTime && stat.state !== "Z";
  } catch (error) {
    const errno = errnoOf(error);
    // The second: it was collected between open(2) and read(2).
    if (errno === "ENOENT" || errno === "ESRCH") return false;
    throw error;
  }
}
