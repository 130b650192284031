// Reading and writing cgroup files. A cgroup may vanish between any two steps: that is an answer here, not an error.
import { errnoOf } from "../sys/errno.ts";
import { O_RDONLY, openFd } from "../sys/fd.ts";
import { readFd, writeExisting } from "../sys/file.ts";

/** One buffer for all files: they are read one after another and turned into text at once. */
let buffer = Buffer.allocUnsafeSlow(16_384);

/** What an absent cgroup, file or feature (pressure accounting switched off) says. */
export function isAbsent(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === "ENOENT" || errno === "ENODEV" || errno === "EOPNOTSUPP" || errno === "ENOTSUP";
}

/** The whole text of a cgroup file, or undefined when there is no such file or cgroup. Throws SysError otherwise. */
export function readText(path: string): string | undefined {
  try {
    const fd = openFd(path, O_RDONLY, path);
    try {
      return readToText(fd.number, path);
    } finally {
      fd.close();
    }
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

function readToText(fd: number, path: string): string {
  for (let length = 0; ; ) {
    const count = readFd(fd, length === 0 ? buffer : buffer.subarray(length), path);
    length += count;
    if (count === 0) return buffer.toString("latin1", 0, length);
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafeSlow(length)]);
  }
}

/** Writes `text` to an existing cgroup file in one write(2). Throws SysError. */
export const writeText = writeExisting;
