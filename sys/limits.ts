// The limit of open descriptors: as high as it may be for this process, as it was for its children (KF-105).
//
// Engines raise it for themselves when they start, for good: containers that have no limit of their own would get it. What
// scripts/build ships has that taken out (scripts/lib/keep-limits.mjs), so it is done here, where it can be undone.
import { listDirectory } from "./directory.ts";
import { errnoOf } from "./errno.ts";
import { libc, libcOrThrow } from "./ffi.ts";
import { restoreBytes, saveBytes } from "./saved.ts";

const RLIMIT_NOFILE = 7;

interface OpenFiles {
  /** struct rlimit: what we were started with. */
  readonly inherited: Buffer;
  readonly raised: Buffer;
}

let limits: OpenFiles | undefined;

/** For a process that lives long. */
export function raiseOpenFiles(): void {
  const inherited = Buffer.alloc(16);
  if (limits !== undefined || libc("getrlimit", RLIMIT_NOFILE, inherited) < 0) return;
  const hard = inherited.subarray(8);
  if (inherited.subarray(0, 8).equals(hard)) return;
  const raised = Buffer.concat([hard, hard]);
  if (libc("setrlimit", RLIMIT_NOFILE, raised) === 0) limits = { inherited, raised };
}

/** How many descriptors can still be opened. */
export function freeDescriptors(): number {
  const now = Buffer.alloc(16);
  libcOrThrow("getrlimit", undefined, RLIMIT_NOFILE, now);
  // One of them is the directory itself.
  return Number(now.readBigUInt64LE(0)) - listDirectory("/proc/self/fd").length + 1;
}

/** The limit that children get, in base64; undefined when ours is the same. */
export function saveOpenFiles(): string | undefined {
  return limits === undefined ? undefined : saveBytes(limits.inherited);
}

/** After an image of this process that had raised it. */
export function restoreOpenFiles(saved: string | undefined): void {
  if (saved === undefined) return;
  const inherited = restoreBytes(saved);
  const hard = inherited.subarray(8);
  limits = { inherited, raised: Buffer.concat([hard, hard]) };
}

/**
 * Runs `spawn`, which starts a process in the course of the call, under the limit that we were started with. Where more
 * descriptors are open than that, a child with a higher limit is better than none.
 */
export function withInheritedLimits<T>(spawn: () => T): T {
  if (limits === undefined) return spawn();
  const { inherited, raised } = limits;
  libc("setrlimit", RLIMIT_NOFILE, inherited);
  try {
    return spawn();
  } catch (error) {
    if (errnoOf(error) !== "EMFILE") throw error;
    libc("setrlimit", RLIMIT_NOFILE, raised);
    return spawn();
  } finally {
    libc("setrlimit", RLIMIT_NOFILE, raised);
  }
}
