// Reading and writing cgroup files. A cgroup may vanish between any two steps: that is an answer here, not an error.
import { closeSync, constants, openSync, readSync, writeSync } from "node:fs";
import { asSysError, errnoOf } from "../sys/errno.ts";

/** One buffer for all files: they are read one after another and turned into text at once. */
let buffer = Buffer.allocUnsafeSlow(16_384);

/** What an absent cgroup, file or feature (pressure accounting switched off) says. */
export function isAbsent(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === "ENOENT" || errno === "ENODEV" || errno === "EOPNOTSUPP" || errno === "ENOTSUP";
}

/** The whole text of a cgroup file, or undefined when there is no such file or cgroup. Throws SysError otherwise. */
export function readText(path: string): string | undefined {
  let fd: number;
  try {
    fd = openSync(path, constants.O_RDONLY);
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw asSysError(error);
  }
  try {
    let length = 0;
    for (;;) {
      const count = readSync(fd, buffer, length, buffer.length - length, null);
      length += count;
      if (count === 0) return buffer.toString("latin1", 0, length);
      if (length === buffer.length) {
        const larger = Buffer.allocUnsafeSlow(2 * length);
        buffer.copy(larger);
        buffer = larger;
      }
    }
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw asSysError(error);
  } finally {
    closeSync(fd);
  }
}

/** Writes `text` to an existing cgroup file in one write(2). Throws SysError. */
export function writeText(path: string, text: string): void {
  let fd: number | undefined;
  try {
    fd = openSync(path, constants.O_WRONLY);
    writeSync(fd, text);
  } catch (error) {
    throw asSysError(error);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
