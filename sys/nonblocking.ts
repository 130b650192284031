// Reads and writes that never wait.
import { errnoName, SysError } from "./errno.ts";
import type { Fd } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";

const FIONREAD = 0x541b;

/** Bytes that can be read now from a pipe, FIFO or terminal. Throws SysError. */
export function readableBytes(fd: Fd): number {
  const count = Buffer.alloc(4);
  libcOrThrow("ioctl", fd.purpose, fd.number, FIONREAD, count);
  return count.readInt32LE(0);
}

/**
 * Reads what is there: bytes read, 0 at end of file, or `again` when there is nothing now. A pty master whose slave
 * nobody has open says EIO: `unconnected`, which is not the end (docs/contract/task-service.md 5.4). Throws SysError.
 */
export function readNow(fd: Fd, buffer: Uint8Array): number | "again" | "unconnected" {
  const count = libc("read", fd.number, buffer, buffer.length);
  if (count >= 0) return count;
  const errno = errnoName(-count);
  if (errno === "EAGAIN") return "again";
  if (errno === "EIO") return "unconnected";
  throw new SysError("read", errno, fd.purpose);
}

/** Writes as much as fits: bytes written (0 when full), or `unread` when nobody reads the other end. Throws SysError. */
export function writeNow(fd: Fd, bytes: Uint8Array): number | "unread" {
  const count = libc("write", fd.number, bytes, bytes.length);
  if (count >= 0) return count;
  const errno = errnoName(-count);
  if (errno === "EAGAIN") return 0;
  if (errno === "EPIPE") return "unread";
  throw new SysError("write", errno, fd.purpose);
}
