// Changes of files (inotify(7)). One instance serves the whole process, and only while something is watched: a user has
// 128 of them for all processes (KF-087).
import { Fd, O_NONBLOCK } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";
import { isolated } from "./isolate.ts";
import { readNow } from "./nonblocking.ts";
import { watchReadiness } from "./readiness.ts";
import { restoreFd, type SavedFd, saveFd } from "./saved.ts";

export const IN_MODIFY = 0x2;
export const IN_CLOSE_WRITE = 0x8;
export const IN_CLOSE_NOWRITE = 0x10;
export const IN_OPEN = 0x20;
export const IN_DELETE_SELF = 0x400;
const IN_Q_OVERFLOW = 0x4000;
const IN_IGNORED = 0x8000;
const IN_MASK_ADD = 0x2000_0000;
const IN_CLOEXEC = 0o2000000;
/** struct inotify_event: wd 0, mask 4, cookie 8, len 12, then `len` bytes of a name. */
const eventBytes = 16;

interface Watcher {
  readonly mask: number;
  readonly onEvents: (mask: number) => void;
}

interface Inotify {
  readonly fd: Fd;
  readonly endReadiness: () => void;
  /** By watch descriptor; the same file watched twice has one. */
  readonly watchers: Map<number, Set<Watcher>>;
}

let inotify: Inotify | undefined;

/** To close an instance takes the kernel 4 to 18 ms: not while a call waits for it. */
const closeAfterMs = 1000;
let closing: NodeJS.Timeout | undefined;

const buffer = Buffer.alloc(4096);

function openInotify(
  fd = new Fd(libcOrThrow("inotify_init1", undefined, IN_CLOEXEC | O_NONBLOCK), "inotify"),
): Inotify {
  const watchers = new Map<number, Set<Watcher>>();
  try {
    return { fd, watchers, endReadiness: watchReadiness(fd, () => drain(fd, watchers)) };
  } catch (error) {
    fd.close();
    throw error;
  }
}

/** Events of one file that are there together are reported together. */
function drain(fd: Fd, watchers: Inotify["watchers"]): void {
  const seen = new Map<Watcher, number>();
  for (let length = readEvents(fd); length > 0; length = readEvents(fd)) {
    for (let at = 0; at + eventBytes <= length; at += eventBytes + buffer.readUInt32LE(at + 12)) {
      const descriptor = buffer.readInt32LE(at);
      const mask = buffer.readUInt32LE(at + 4);
      const lost = (mask & IN_Q_OVERFLOW) !== 0;
      const affected = lost ? [...watchers.values()] : [watchers.get(descriptor) ?? []];
      for (const set of affected) {
        for (const watcher of set) {
          const events = lost ? watcher.mask : mask & (watcher.mask | IN_IGNORED);
          if (events !== 0) seen.set(watcher, (seen.get(watcher) ?? 0) | events);
        }
      }
      // The file is gone, and its watch with it.
      if ((mask & IN_IGNORED) !== 0) watchers.delete(descriptor);
    }
  }
  for (const [watcher, mask] of seen) isolated(() => watcher.onEvents(mask));
}

function readEvents(fd: Fd): number {
  if (!fd.isOpen) return 0;
  const count = readNow(fd, buffer);
  return typeof count === "number" ? count : 0;
}

/** Calls whoever has events waiting now, instead of when the process gets to it. Never waits. */
export function deliverEvents(): void {
  if (inotify !== undefined) drain(inotify.fd, inotify.watchers);
}

/** A file that is watched. */
export interface FileWatch {
  /** The kernel's number for it, the same for all who watch the same file. */
  readonly descriptor: number;
  /** No call comes after it. */
  stop(): void;
}

/**
 * Calls `onEvents` when events of `mask` happened to the file at `path`, for the last time when the file has gone; after
 * an overflow of the kernel's queue with all of `mask`. Throws SysError.
 */
export function watchFile(path: string, mask: number, onEvents: (mask: number) => void): FileWatch {
  inotify ??= openInotify();
  const { fd } = inotify;
  try {
    const descriptor = libcOrThrow("inotify_add_watch", path, fd.number, path, mask | IN_MASK_ADD);
    return { descriptor, stop: addWatcher(inotify, descriptor, mask, onEvents) };
  } catch (error) {
    closeWhenUnused();
    throw error;
  }
}

/** Goes on with a watch of `saveInotify`'s instance. */
export function resumeWatch(descriptor: number, mask: number, onEvents: (mask: number) => void): FileWatch {
  inotify ??= openInotify();
  return { descriptor, stop: addWatcher(inotify, descriptor, mask, onEvents) };
}

/** The instance, with what it has to tell; undefined when nothing is watched. */
export function saveInotify(): SavedFd | undefined {
  return saveFd(inotify?.fd);
}

/** Before `resumeWatch`; afterwards comes `settleInotify`. */
export function restoreInotify(saved: SavedFd): void {
  inotify = openInotify(restoreFd(saved));
}

/** All have resumed: tells what has happened meanwhile. */
export function settleInotify(): void {
  deliverEvents();
  closeWhenUnused();
}

function addWatcher(
  { fd, watchers }: Inotify,
  descriptor: number,
  mask: number,
  onEvents: (mask: number) => void,
): () => void {
  let stopped = false;
  const watcher: Watcher = {
    mask,
    onEvents: (events) => {
      if (!stopped) onEvents(events);
    },
  };
  const set = watchers.get(descriptor) ?? new Set();
  watchers.set(descriptor, set.add(watcher));
  return () => {
    if (stopped) return;
    stopped = true;
    set.delete(watcher);
    if (set.size === 0 && watchers.get(descriptor) === set) {
      watchers.delete(descriptor);
      // Fails when the file went meanwhile.
      libc("inotify_rm_watch", fd.number, descriptor);
    }
    closeWhenUnused();
  };
}

function closeWhenUnused(): void {
  if (inotify === undefined || inotify.watchers.size > 0 || closing !== undefined) return;
  closing = setTimeout(() => {
    closing = undefined;
    if (inotify === undefined || inotify.watchers.size > 0) return;
    inotify.endReadiness();
    inotify.fd.close();
    inotify = undefined;
  }, closeAfterMs);
  closing.unref();
}
