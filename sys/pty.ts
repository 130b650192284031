// Terminals (ioctl_tty(2)).
import type { Fd } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";

const TCGETS = 0x5401;
const TIOCSWINSZ = 0x5414;

/** Whether `fd` is a terminal (isatty(3)). */
export function isTerminal(fd: Fd): boolean {
  return libc("ioctl", fd.number, TCGETS, Buffer.alloc(64)) === 0;
}

/** Sets the window size in characters; the foreground process group gets SIGWINCH. */
export function setWindowSize(fd: Fd, size: { rows: number; columns: number }): void {
  const winsize = Buffer.alloc(8);
  winsize.writeUInt16LE(size.rows & 0xffff, 0);
  winsize.writeUInt16LE(size.columns & 0xffff, 2);
  libcOrThrow("ioctl", fd.purpose, fd.number, TIOCSWINSZ, winsize);
}
