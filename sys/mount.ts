// Mounts: mount(2), umount2(2) and the mount table (proc_pid_mountinfo(5)).
import { errnoName, SysError } from "./errno.ts";
import { type Fd, O_DIRECTORY, O_PATH, openFd } from "./fd.ts";
import { libc, libcAside, libcOrThrow } from "./ffi.ts";
import { readKernelText } from "./file.ts";

export const MS_RDONLY = 1;
export const MS_NOSUID = 2;
export const MS_NODEV = 4;
export const MS_NOEXEC = 8;
export const MS_SYNCHRONOUS = 16;
export const MS_REMOUNT = 32;
export const MS_MANDLOCK = 64;
export const MS_DIRSYNC = 128;
export const MS_NOATIME = 1024;
export const MS_NODIRATIME = 2048;
export const MS_BIND = 4096;
export const MS_REC = 16384;
export const MS_RELATIME = 1 << 21;
export const MS_STRICTATIME = 1 << 24;

const MNT_DETACH = 2;
const UMOUNT_NOFOLLOW = 8;
const CLONE_FS = 0x200;

/** The arguments of mount(2). */
export interface MountCall {
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly flags: number;
  readonly data: string;
}

function check(call: string, path: string, result: number): void {
  if (result < 0) throw new SysError(call, errnoName(-result), path);
}

/**
 * mount(2) on a thread of its own: a device may be slow, a journal may have to be replayed, and what is bound or overlaid may lie
 * on a file system whose server does not answer.
 */
export async function mount(call: MountCall): Promise<void> {
  const { source, target, type, flags, data } = call;
  check("mount", target, await libcAside("mount", source, target, type, flags, data));
}

/** mount(2) on the calling thread: of a file system in memory, which waits for nothing. */
export function mountNow({ source, target, type, flags, data }: MountCall): void {
  check("mount", target, libc("mount", source, target, type, flags, data));
}

/**
 * mount(2) on this thread, with relative paths in `call` meant from `directory`.
 *
 * Only the calling thread sees the change: it first gets a working directory of its own (unshare(2), CLONE_FS), and
 * nothing else runs on it before the old one is back. That one may have been removed, so it is kept open, not named.
 */
export function mountFrom(directory: string, call: MountCall): void {
  const back = openFd(".", O_PATH | O_DIRECTORY, "working directory");
  let there: Fd | undefined;
  try {
    there = openFd(directory, O_PATH | O_DIRECTORY, "directory of the layers");
    libcOrThrow("unshare", undefined, CLONE_FS);
    libcOrThrow("fchdir", directory, there.number);
    try {
      check("mount", call.target, libc("mount", call.source, call.target, call.type, call.flags, call.data));
    } finally {
      libcOrThrow("fchdir", ".", back.number);
    }
  } finally {
    there?.close();
    back.close();
  }
}

/** Looks `path` up on a thread of its own, whatever is there: the wait for a file system that does not answer is nobody else's. */
export async function lookAside(path: string): Promise<void> {
  await libcAside("access", path, 0);
}

/** umount2(2) on a thread of its own, since it may write data back; symbolic links are not followed. */
export async function unmount(target: string): Promise<void> {
  check("umount", target, await libcAside("umount2", target, UMOUNT_NOFOLLOW));
}

/** umount2(2) on the calling thread: for what was mounted a moment ago. */
export function unmountNow(target: string): void {
  check("umount", target, libc("umount2", target, UMOUNT_NOFOLLOW));
}

/** Takes a mount out of the tree even while it is in use: for temporary places of our own only. */
export function detachMount(target: string): void {
  check("umount", target, libc("umount2", target, MNT_DETACH | UMOUNT_NOFOLLOW));
}

/** Longest data that mount(2) takes: a page. */
export function maxMountData(): number {
  return libc("getpagesize");
}

/** One line of the mount table. */
export interface MountEntry {
  /** Path of the mounted directory within its filesystem. */
  readonly root: string;
  readonly mountPoint: string;
  /** Options of this mount, such as `ro` and `nosuid`; not those of the filesystem. */
  readonly options: readonly string[];
  readonly type: string;
  readonly source: string;
  /** Options of the filesystem; for cgroup v1 the controllers are among them. */
  readonly superOptions: readonly string[];
}

/** Undoes the octal escapes of the kernel's mangle(): space, tab, newline, backslash, `#`. */
export function unescapeMountPath(path: string): string {
  if (!path.includes("\\")) return path;
  return path.replace(/\\([0-3][0-7]{2})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

/** Parses one line of mountinfo; undefined when it is not one. */
export function parseMountLine(line: string): MountEntry | undefined {
  const separator = line.indexOf(" - ");
  if (separator < 0) return undefined;
  // id parent major:minor root mountpoint options [tags…] - type source superoptions
  const [, , , root, mountPoint, options] = line.slice(0, separator).split(" ");
  const [type, source, superOptions] = line.slice(separator + 3).split(" ");
  if (root === undefined || mountPoint === undefined || options === undefined || type === undefined) return undefined;
  return {
    root: unescapeMountPath(root),
    mountPoint: unescapeMountPath(mountPoint),
    options: options.split(","),
    type,
    source: unescapeMountPath(source ?? ""),
    superOptions: (superOptions ?? "").split(","),
  };
}

/** The mount table of this process, in mount order. `filter` sees raw lines and spares the parsing of the others. */
export function mountTable(filter?: (line: string) => boolean): MountEntry[] {
  const entries: MountEntry[] = [];
  for (const line of readKernelText("/proc/self/mountinfo").split("\n")) {
    if (filter !== undefined && !filter(line)) continue;
    const entry = parseMountLine(line);
    if (entry !== undefined) entries.push(entry);
  }
  return entries;
}

/** The mounts at and below the canonical path `path`, in mount order. */
export function mountsBelow(path: string): MountEntry[] {
  const prefix = path === "/" ? "/" : `${path}/`;
  // The last component as the table shows it, when no character of it could be escaped, is a cheap first look.
  const hint = /^[\w/.:@+-]+$/.test(path) ? path : undefined;
  return mountTable(hint === undefined ? undefined : (line) => line.includes(hint)).filter(
    ({ mountPoint }) => mountPoint === path || mountPoint.startsWith(prefix),
  );
}
