// User namespaces: whether we are in one, and descriptors of new ones for id-mapped mounts (user_namespaces(7)).
import { errnoOf, SysError } from "./errno.ts";
import { type Fd, O_RDONLY, openFd } from "./fd.ts";
import { allocate, libc, libcOrThrow } from "./ffi.ts";
import { readFileText, writeExisting } from "./file.ts";
import * as ms from "./mount.ts";

const CLONE_FILES = 0x400;
const CLONE_NEWUSER = 0x10000000;
const SIGKILL = 9;
const SIGCHLD = 17;
const P_PID = 1;
const WEXITED = 4;

/** Whether this process has less than all ids of the machine. */
export function inUserNamespace(): boolean {
  try {
    return !/^\s*0\s+0\s+4294967295\s*$/.test(readFileText("/proc/self/uid_map"));
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw error;
  }
}

const lockable: Readonly<Record<string, number>> = {
  ro: ms.MS_RDONLY,
  nosuid: ms.MS_NOSUID,
  nodev: ms.MS_NODEV,
  noexec: ms.MS_NOEXEC,
  noatime: ms.MS_NOATIME,
  nodiratime: ms.MS_NODIRATIME,
  relatime: ms.MS_RELATIME,
};

/** Flags of the mount at `target` that a remount inside a user namespace must repeat (mount_namespaces(7)). */
export function lockedMountFlags(target: string): number {
  const entry = ms.mountTable().findLast(({ mountPoint }) => mountPoint === target);
  return (entry?.options ?? []).reduce((flags, option) => flags | (lockable[option] ?? 0), 0);
}

/** A range of ids: `size` ids that are called `container` inside and `host` outside. */
export interface IdRange {
  readonly container: number;
  readonly host: number;
  readonly size: number;
}

const childStackBytes = 16_384;
/** The child is killed at once; should we be killed before, it ends by itself after so many seconds. */
const childLifeSeconds = 10;
let childStack: number | undefined;

/**
 * A new user namespace with these maps, kept alive by the returned descriptor.
 *
 * A namespace needs a first process, and a process with threads can't enter one: a child is made by clone(2) that
 * runs nothing but sleep(3) of the C library, and is gone again before this returns.
 */
export function openUserNamespace(uids: readonly IdRange[], gids: readonly IdRange[]): Fd {
  childStack ??= allocate(childStackBytes);
  const top = Math.floor((childStack + childStackBytes - 64) / 16) * 16;
  const sleep = libc("dlsym", 0, "sleep");
  if (sleep <= 0) throw new SysError("dlsym", "ENOSYS", "sleep");
  const flags = CLONE_NEWUSER | CLONE_FILES | SIGCHLD;
  const pid = libcOrThrow("clone", "user namespace", sleep, top, flags, childLifeSeconds);
  try {
    writeExisting(`/proc/${pid}/uid_map`, mapText(uids));
    writeExisting(`/proc/${pid}/gid_map`, mapText(gids));
    return openFd(`/proc/${pid}/ns/user`, O_RDONLY, "user namespace");
  } finally {
    libc("kill", pid, SIGKILL);
    libc("waitid", P_PID, pid, Buffer.alloc(128), WEXITED);
  }
}

function mapText(ranges: readonly IdRange[]): string {
  return ranges.map(({ container, host, size }) => `${container} ${host} ${size}\n`).join("");
}
