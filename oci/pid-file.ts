// The pid files that a runtime writes.
import { readFileText, removeFile } from "../sys/file.ts";

/** The pid in `path`. Throws SysError when it can't be read, Error when it is no positive number (KF-101). */
export function readPidFile(path: string): number {
  const text = readFileText(path, "latin1");
  if (!/^[1-9][0-9]{0,9}$/.test(text)) throw new Error(`strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}

/** Removes a pid file; a missing one is fine. */
export function removePidFile(path: string): void {
  removeFile(path);
}
