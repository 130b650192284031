// Advisory locks on files.
import { type Fd, O_RDONLY, openFd } from "./fd.ts";
import { libc } from "./ffi.ts";

const LOCK_EX = 2;
const LOCK_NB = 4;

/** Takes an advisory lock on an open file, and keeps it until that is closed; false where somebody else has it. */
export function tryFlock(fd: number): boolean {
  return libc("flock", fd, LOCK_EX | LOCK_NB) >= 0;
}

/**
 * Takes an advisory lock (flock(2)) on a file or directory and returns the function that releases it. After `limitMs`
 * the caller goes on without: a stopped process that holds the lock must not stop everybody. Throws SysError when
 * `path` can't be opened.
 */
export function tryLockFile(path: string, options: { limitMs: number }): () => void {
  const fd = openFd(path, O_RDONLY, `lock ${path}`);
  if (!tryFlock(fd.number)) waitForLock(fd, options.limitMs);
  return () => fd.close();
}

function waitForLock(fd: Fd, limitMs: number): void {
  const end = performance.now() + limitMs;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (!tryFlock(fd.number) && performance.now() < end) Atomics.wait(pause, 0, 0, 1);
}
