// Files that others read while we write them.
import { closeSync, constants, fchmodSync, openSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { sysCall } from "./errno.ts";
import { openFd } from "./fd.ts";
import { libc } from "./ffi.ts";

/** Writes `path` through a hidden temporary file and a rename, with exactly `mode`. No disk flush: /run is memory. */
export function writeFileAtomically(path: string, content: string, mode: number): void {
  const temporary = join(dirname(path), `.${basename(path)}`);
  sysCall(() => {
    const fd = openSync(temporary, "w", mode);
    try {
      fchmodSync(fd, mode);
      writeFileSync(fd, content);
    } finally {
      closeSync(fd);
    }
    try {
      renameSync(temporary, path);
    } catch (error) {
      rmSync(temporary, { force: true });
      throw error;
    }
  });
}

const LOCK_EX = 2;
const LOCK_NB = 4;

/**
 * Takes an advisory lock (flock(2)) on a file or directory and returns the function that releases it. After `limitMs`
 * the caller goes on without: a stopped process that holds the lock must not stop everybody. Throws SysError when
 * `path` can't be opened.
 */
export function tryLockFile(path: string, options: { limitMs: number }): () => void {
  const fd = openFd(path, constants.O_RDONLY, `lock ${path}`);
  const end = performance.now() + options.limitMs;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (libc("flock", fd.number, LOCK_EX | LOCK_NB) < 0 && performance.now() < end) Atomics.wait(pause, 0, 0, 1);
  return () => fd.close();
}
