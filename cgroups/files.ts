// Reading and writing cgroup files. A cgroup may vanish between any two steps: that is an answer here, not an error.
import { errnoOf } from "../sys/errno.ts";
import { readFileText, writeExisting } from "../sys/file.ts";

/** What an absent cgroup, file or feature (pressure accounting switched off) says. */
export function isAbsent(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === "ENOENT" || errno === "ENODEV" || errno === "EOPNOTSUPP" || errno === "ENOTSUP";
}

/** The whole text of a cgroup file, or undefined when there is no such file or cgroup. Throws SysError otherwise. */
export function readText(path: string): string | undefined {
  try {
    return readFileText(path, "latin1");
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}

/** Writes `text` to an existing cgroup file in one write(2). Throws SysError. */
export const writeText = writeExisting;
