// Who goes first when the processors are busy: this program before the commands that it has started.
//
// Several of them keep all processors busy, and everything of ours is one thread whose turns are short. Its children have the usual
// priority all the while: the launcher has seen to that (bin/launcher/start.c), unless somebody has chosen a priority for us.
import { libc } from "./ffi.ts";

const SCHED_RESET_ON_FORK = 0x40000000;
const PRIO_PROCESS = 0;
const above = -10;
const usual = 0;

let isPossible: boolean | undefined;

/** Of the calling thread alone. Does nothing where it is not allowed. */
export function takePrecedence(isWanted: boolean): void {
  isPossible ??= libc("sched_getscheduler", 0) === SCHED_RESET_ON_FORK;
  if (!isPossible) return;
  isPossible = libc("setpriority", PRIO_PROCESS, 0, isWanted ? above : usual) >= 0;
}
