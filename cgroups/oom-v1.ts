// Out-of-memory kills of cgroup v1: the kernel signals an eventfd (Documentation/admin-guide/cgroup-v1/memory.rst, 10).
//
// One eventfd serves all containers of the process. It can't be polled here as inotify is (eventfd has no SIGIO), so
// one read of it is outstanding on a pool thread; a wake-up looks at every container's counter.

import { noteActivity } from "../sys/activity.ts";
import { listDirectory } from "../sys/directory.ts";
import { Fd, openFd } from "../sys/fd.ts";
import { libc, libcAside, libcOrThrow } from "../sys/ffi.ts";
import { isolated } from "../sys/isolate.ts";
import { restoreFd, type SavedFd, saveFd } from "../sys/saved.ts";
import { isAbsent, writeText } from "./files.ts";
import { noWatch, OomCounter, type OomWatch, readOomKills, type SavedOomWatch } from "./oom-counter.ts";

const EFD_CLOEXEC = 0o2000000;

/**
 * The kernel signals before it has killed and counted, hence more looks after a wake-up. What comes later still is
 * seen by the next wake-up or by stop().
 */
const looksAfterMs = [2, 10, 50, 250, 1000];

const counters = new Set<OomCounter>();
let event: Fd | undefined;
let timer: NodeJS.Timeout | undefined;
/** A read is outstanding. */
let isWaiting = false;
/** None is to be begun. */
let isHeld = false;
const onHeld: (() => void)[] = [];

/** Ends the wait on a thread, for a moment in which this process has one thread: a kill that comes now makes the eventfd readable. */
export async function holdOomV1(): Promise<void> {
  isHeld = true;
  clearTimeout(waking);
  clearTimeout(timer);
  if (!isWaiting || event === undefined) return;
  const held = new Promise<void>((resolve) => {
    onHeld.push(resolve);
  });
  signal();
  await held;
  lookAtAll();
}

const afterWakingMs = 30;
let waking: NodeJS.Timeout | undefined;

/** Takes back `holdOomV1`. */
export function releaseOomV1(): void {
  if (!isHeld) return;
  isHeld = false;
  if (event?.isOpen === true && !isWaiting) wait(event);
  lookAtAll();
  lookAgain(0);
}

/** The eventfd; undefined when nothing is watched. */
export function saveOomV1(): SavedFd | undefined {
  return saveFd(event);
}

/** Before the watches. Whoever has woken this process is answered before a thread is made. */
export function restoreOomV1(saved: SavedFd): void {
  event = restoreFd(saved);
  process.on("exit", signal);
  isHeld = true;
  waking = setTimeout(releaseOomV1, afterWakingMs);
}

function lookAtAll(): void {
  for (const counter of counters) isolated(() => counter.look());
}

function lookAgain(round: number): void {
  clearTimeout(timer);
  const delay = looksAfterMs[round];
  if (delay === undefined || counters.size === 0) return;
  timer = setTimeout(() => {
    lookAtAll();
    lookAgain(round + 1);
  }, delay);
  timer.unref();
}

/** One outstanding read at a time. Whoever removes the last counter signals the eventfd, which ends it. */
function wait(fd: Fd): void {
  const count = Buffer.alloc(8);
  isWaiting = true;
  void libcAside("read", fd.number, count, count.length).then((result) => {
    isWaiting = false;
    for (const tell of onHeld.splice(0)) tell();
    if (result < 0 || counters.size === 0) {
      close(fd);
      return;
    }
    if (isHeld) return;
    noteActivity();
    wait(fd);
    lookAtAll();
    lookAgain(0);
  });
}

function close(fd: Fd): void {
  if (event === fd) {
    event = undefined;
    process.off("exit", signal);
    clearTimeout(timer);
  }
  fd.close();
}

/** Ends the outstanding read. Also at exit: the engine waits for its pool threads. */
function signal(): void {
  const one = Buffer.alloc(8);
  one.writeUInt32LE(1);
  if (event?.isOpen === true) libc("write", event.number, one, one.length);
}

function openEvent(): Fd {
  const fd = new Fd(libcOrThrow("eventfd", undefined, 0, EFD_CLOEXEC), "memory.oom_control");
  process.on("exit", signal);
  wait(fd);
  return fd;
}

/**
 * Kills in `directory` and below: on v1 each cgroup counts its own only, while a container may make cgroups in its own.
 * Undefined when the cgroup is gone.
 */
function countKills(directory: string): number | undefined {
  let kills = readOomKills(`${directory}/memory.oom_control`);
  if (kills === undefined) return undefined;
  try {
    for (const { name, isDirectory } of listDirectory(directory)) {
      if (isDirectory) kills += countKills(`${directory}/${name}`) ?? 0;
    }
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
  return kills;
}

/** Watches the cgroup at `directory` of the memory hierarchy; without that controller there is nothing to see. */
export function watchOomV1(
  directory: string | undefined,
  onOom: (count: number) => void,
  saved?: SavedOomWatch,
): OomWatch {
  if (directory === undefined) return noWatch;
  const counter = new OomCounter(() => countKills(directory), onOom, saved?.last);
  event ??= openEvent();
  counters.add(counter);
  let stopped = false;
  const stop = () => {
    if (stopped) return;
    stopped = true;
    try {
      counter.look();
    } finally {
      counters.delete(counter);
      if (counters.size === 0) signal();
    }
  };
  const save = () => (stopped ? undefined : { last: counter.last });
  try {
    // The kernel has it from the image before.
    if (saved === undefined) register(event, directory);
  } catch (error) {
    stop();
    if (isAbsent(error)) return { stop, save };
    throw error;
  }
  // What happened between the first count and the registration woke nobody.
  if (saved === undefined) {
    queueMicrotask(() => {
      if (!stopped) counter.look();
    });
  }
  return { stop, save };
}

/** The kernel keeps the registration until the cgroup is removed; it needs the file open only now. */
function register(fd: Fd, directory: string): void {
  const control = openFd(`${directory}/memory.oom_control`, 0, "memory.oom_control");
  try {
    writeText(`${directory}/cgroup.event_control`, `${fd.number} ${control.number}`);
  } finally {
    control.close();
  }
}
