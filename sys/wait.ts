// waitid(2): what became of a child. Nothing here ever waits.
import { errnoName, errnoNumbers, SysError } from "./errno.ts";
import { libc } from "./ffi.ts";

const P_ALL = 0;
const P_PID = 1;
const WNOHANG = 1;
const WEXITED = 4;
const WNOWAIT = 0x01000000;

const CLD_EXITED = 1;

// siginfo_t on 64-bit Linux: si_code at 8, si_pid at 16, si_status at 24.
const siginfo = Buffer.alloc(128);

/** Exit code, or 128 + signal number: the one conversion in this program (KF-018). */
function exitStatus(): number {
  const code = siginfo.readInt32LE(8);
  const status = siginfo.readInt32LE(24);
  return code === CLD_EXITED ? status : 128 + status;
}

/**
 * Collects the child `pid` if it has ended. Returns its exit status, `running`, or `not-a-child`.
 * The status is the exit code, or 128 + signal.
 */
export function collectChild(pid: number): number | "running" | "not-a-child" {
  siginfo.writeInt32LE(0, 16);
  const result = libc("waitid", P_PID, pid, siginfo, WEXITED | WNOHANG);
  if (result === -errnoNumbers.ECHILD) return "not-a-child";
  if (result < 0) throw new SysError("waitid", errnoName(-result), String(pid));
  return siginfo.readInt32LE(16) === 0 ? "running" : exitStatus();
}

/** Pid of some child that has ended and was not collected; it stays uncollected. Undefined when there is none. */
export function peekEndedChild(): number | undefined {
  siginfo.writeInt32LE(0, 16);
  const result = libc("waitid", P_ALL, 0, siginfo, WEXITED | WNOHANG | WNOWAIT);
  if (result === -errnoNumbers.ECHILD) return undefined;
  if (result < 0) throw new SysError("waitid", errnoName(-result));
  const pid = siginfo.readInt32LE(16);
  return pid === 0 ? undefined : pid;
}
