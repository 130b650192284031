// Looking at a descriptor of another process by borrowing it (pidfd_getfd(2), Linux 5.6): to open it again by its /proc path would
// make a new reader or writer of a FIFO, which its owner notices.
import { errnoName, SysError } from "./errno.ts";
import { Fd } from "./fd.ts";
import { libc } from "./ffi.ts";

// The same numbers on every architecture.
const SYS_pidfd_open = 434;
const SYS_pidfd_getfd = 438;

/** The open file of descriptor `number` of process `pid`, shared with it: its flags and position are not to be changed. Throws SysError. */
export function borrowDescriptor(pid: number, number: number): Fd {
  const process = call("pidfd_open", pid, SYS_pidfd_open, pid, 0);
  try {
    return call("pidfd_getfd", pid, SYS_pidfd_getfd, process.number, number);
  } finally {
    process.close();
  }
}

function call(name: string, pid: number, number: number, first: number, second: number): Fd {
  const result = libc("syscall", number, first, second, 0, 0, 0);
  if (result < 0) throw new SysError(name, errnoName(-result), `process ${pid}`);
  // Both are close-on-exec from the start.
  return new Fd(result, `${name} of process ${pid}`);
}
