// Out-of-memory kills of cgroup v2: the kernel modifies memory.events (Documentation/admin-guide/cgroup-v2.rst).
// One inotify instance serves all containers of the process: a user has 128 of them (KF-087).
import { constants, readSync } from "node:fs";
import { errnoOf, SysError } from "../sys/errno.ts";
import { Fd } from "../sys/fd.ts";
import { libc, libcOrThrow } from "../sys/ffi.ts";
import { watchReadiness } from "../sys/readiness.ts";
import { OomCounter, type OomWatch, readOomKills } from "./oom-counter.ts";

const IN_MODIFY = 2;
const IN_IGNORED = 0x8000;
const IN_Q_OVERFLOW = 0x4000;
const IN_CLOEXEC = 0o2000000;
/** struct inotify_event: wd 0, mask 4, cookie 8, len 12, then `len` bytes of a name. */
const eventBytes = 16;

interface Inotify {
  readonly fd: Fd;
  readonly endReadiness: () => void;
  /** By watch descriptor; the same file watched twice has one. */
  readonly counters: Map<number, Set<OomCounter>>;
}

let inotify: Inotify | undefined;

const buffer = Buffer.alloc(4096);

function openInotify(): Inotify {
  const fd = new Fd(libcOrThrow("inotify_init1", undefined, IN_CLOEXEC | constants.O_NONBLOCK), "memory.events");
  const counters = new Map<number, Set<OomCounter>>();
  return { fd, counters, endReadiness: watchReadiness(fd, () => drain({ fd, counters })) };
}

function drain({ fd, counters }: Pick<Inotify, "fd" | "counters">): void {
  const woken = new Set<OomCounter>();
  for (let length = readEvents(fd); length > 0; length = readEvents(fd)) {
    for (let at = 0; at + eventBytes <= length; at += eventBytes + buffer.readUInt32LE(at + 12)) {
      const descriptor = buffer.readInt32LE(at);
      const mask = buffer.readUInt32LE(at + 4);
      const affected = (mask & IN_Q_OVERFLOW) !== 0 ? [...counters.values()] : [counters.get(descriptor) ?? []];
      for (const set of affected) for (const counter of set) woken.add(counter);
      // The file is gone, and its watch with it.
      if ((mask & IN_IGNORED) !== 0) counters.delete(descriptor);
    }
  }
  for (const counter of woken) counter.look();
}

function readEvents(fd: Fd): number {
  if (!fd.isOpen) return 0;
  try {
    return readSync(fd.number, buffer);
  } catch (error) {
    if (errnoOf(error) === "EAGAIN") return 0;
    throw error;
  }
}

/** Watches the cgroup at `directory`. */
export function watchOomV2(directory: string, onOom: (count: number) => void): OomWatch {
  const file = `${directory}/memory.events`;
  const counter = new OomCounter(() => readOomKills(file), onOom);
  inotify ??= openInotify();
  const { fd, counters } = inotify;
  let descriptor: number;
  try {
    descriptor = libcOrThrow("inotify_add_watch", file, fd.number, file, IN_MODIFY);
  } catch (error) {
    closeWhenUnused();
    // No memory controller, or no cgroup any more.
    if (error instanceof SysError && error.errno === "ENOENT") return { stop: () => {} };
    throw error;
  }
  const set = counters.get(descriptor) ?? new Set();
  counters.set(descriptor, set.add(counter));
  let stopped = false;
  // What happened between the first count and the watch woke nobody.
  queueMicrotask(() => {
    if (!stopped) counter.look();
  });
  return {
    stop() {
      if (stopped) return;
      stopped = true;
      counter.look();
      set.delete(counter);
      if (set.size === 0 && counters.get(descriptor) === set) {
        counters.delete(descriptor);
        // Fails when the file went meanwhile.
        libc("inotify_rm_watch", fd.number, descriptor);
      }
      closeWhenUnused();
    },
  };
}

function closeWhenUnused(): void {
  if (inotify === undefined || inotify.counters.size > 0) return;
  inotify.endReadiness();
  inotify.fd.close();
  inotify = undefined;
}
