// Reads and writes that never wait.
import { readSync, writeSync } from "node:fs";
import { asSysError, errnoOf } from "./errno.ts";
import type { Fd } from "./fd.ts";

/**
 * Reads what is there: bytes read, 0 at end of file, or `again` when there is nothing now. A pty master whose slave
 * nobody has open says EIO: `unconnected`, which is not the end (spec/task-service.md 5.4). Throws SysError.
 */
export function readNow(fd: Fd, buffer: Uint8Array): number | "again" | "unconnected" {
  try {
    return readSync(fd.number, buffer, 0, buffer.length, null);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EAGAIN") return "again";
    if (errno === "EIO") return "unconnected";
    throw asSysError(error);
  }
}

/** Writes as much as fits: bytes written (0 when full), or `unread` when nobody reads the other end. Throws SysError. */
export function writeNow(fd: Fd, bytes: Uint8Array): number | "unread" {
  try {
    return writeSync(fd.number, bytes, 0, bytes.length, null);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EAGAIN") return 0;
    if (errno === "EPIPE") return "unread";
    throw asSysError(error);
  }
}
