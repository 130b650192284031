// The pid files that a runtime writes.
import { readFileText, removeFile } from "../sys/file.ts";

/** The kernel's largest (PID_MAX_LIMIT): what is above may be another number to a system call, and -1 there is everybody. */
const maxPid = 4_194_304;

/** The pid in `path`. Throws SysError when it can't be read, Error when it is none (KF-101). */
export function readPidFile(path: string): number {
  const text = readFileText(path, "latin1");
  const why = !/^[1-9][0-9]*$/.test(text) ? "invalid syntax" : Number(text) > maxPid ? "value out of range" : undefined;
  if (why !== undefined) throw new Error(`strconv.Atoi: parsing ${JSON.stringify(text.slice(0, 40))}: ${why}`);
  return Number(text);
}

/**
 * Removes a pid file; a missing one is fine. So is one that runc was killed over: it gives a file `.NAME` that must not be there yet its
 * last name when the pid is in it. Throws SysError.
 */
export function removePidFile(path: string): void {
  const name = path.lastIndexOf("/") + 1;
  removeFile(path);
  removeFile(`${path.slice(0, name)}.${path.slice(name)}`);
}
