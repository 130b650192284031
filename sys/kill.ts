// kill(2) of processes that may end by themselves meanwhile.
import { errnoOf } from "./errno.ts";

/** Sends `signal` to a process; one that is gone needs none. Throws the engine's error for other failures. */
export function killProcess(pid: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}
