// Tells when descriptors that no engine knows how to watch (terminals, FIFOs, inotify) can be read or written.
//
// The kernel sends SIGIO for each of them (fcntl(2), O_ASYNC); an epoll instance then says which, however many are watched.
// Unlike the engines' own streams this is the same on Bun and Node, needs no thread, and costs nothing while nothing happens.
//
// While much is moved, a signal for each write would cost more than the moving. Then the signals of those descriptors are
// off, and the process waits in epoll_wait(2) itself, a millisecond at a time.
import { noteActivity } from "./activity.ts";
import { errnoName, errnoNumbers, SysError } from "./errno.ts";
import { Fd, setAsync } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";
import { isolated } from "./isolate.ts";
import { atOnceAndOncePerTurn } from "./once-per-turn.ts";
import { POLLIN, POLLOUT, pollNow, type Ready, readyOf } from "./poll.ts";

const EPOLL_CLOEXEC = 0o2000000;
const EPOLL_CTL_ADD = 1;
const EPOLL_CTL_DEL = 2;
const EPOLLET = 0x8000_0000;
const FIOASYNC = 0x5452;

/** struct epoll_event: events at 0, our number at 4 (packed on x86-64) or 8. */
const numberAt = process.arch === "arm64" ? 8 : 4;
const eventBytes = numberAt + 8;
const eventsAtOnce = 64;

/** May return `busy`: much came or went, and more is likely to at once; or `answer expected`: what was written is answered soon. */
export type OnReady = (ready: Ready) => unknown;

/** A descriptor that is being watched. */
export interface Watch {
  /** No calls until `resume`, after which the descriptor is to be tried once: what happened meanwhile is not told. */
  pause(): void;
  resume(): void;
  /** Closing the descriptor is its owner's. */
  end(): void;
}

interface Watched {
  readonly fd: Fd;
  readonly number: number;
  /** Watches that have not ended: two for a terminal, which is read by one and written by the other. */
  watches: number;
  /** Of those that are not paused. */
  readonly callbacks: Set<OnReady>;
  isSignalling: boolean;
}

/** Stays once it was needed. */
let epoll: Fd | undefined;
let lastNumber = 0;
/** By the number that the kernel reports. */
const byNumber = new Map<number, Watched>();
const byFd = new Map<Fd, Watched>();
/** Those whose signals are off because they are waited for here. */
const busy = new Set<Watched>();
const noEvent = Buffer.alloc(eventBytes);
const events = Buffer.alloc(eventsAtOnce * eventBytes);

/**
 * Stays for good once installed: a SIGIO that is still on its way when the last watch ends would end the process. A SIGCHLD may
 * have taken the place of one (Reaper.start).
 */
let listening = false;

/** Reports what has changed since the last call; true when something of it is busy. */
function report(waitMs: number): boolean {
  if (epoll === undefined || byNumber.size === 0) return false;
  let isBusy = false;
  const count = libcOrThrow("epoll_wait", "watched descriptors", epoll.number, events, eventsAtOnce, waitMs);
  const seen = Array.from({ length: count }, (_, index) => ({
    ready: readyOf(events.readUInt32LE(index * eventBytes)),
    number: events.readUInt32LE(index * eventBytes + numberAt),
  }));
  for (const { number, ready } of seen) {
    const watched = byNumber.get(number);
    if (watched === undefined) continue;
    if (watched.callbacks.size > 0) noteActivity();
    for (const callback of watched.callbacks) {
      if (!watched.fd.isOpen) continue;
      let result: ReturnType<OnReady>;
      isolated(() => {
        result = callback(ready);
      });
      if (result === "answer expected") isAnswerExpected = true;
      if (result !== "busy") continue;
      isBusy = true;
      setBusy(watched, true);
    }
  }
  return isBusy || (count === eventsAtOnce && report(0));
}

/** How long the process waits for busy descriptors alone, before others get their turn. */
const awakeMs = 2;
const waitMs = 1;
/** Turns without anything new, a millisecond each, after which the signals are on again. */
const quietTurns = 8;
let isAwake = false;
let isAnswerExpected = false;

/** Reports what has come so far. Whether nothing is left, nor waited for awake: all further news is the epoll instance's. */
export function isReadinessSettled(): boolean {
  report(0);
  return !isAwake && (epoll === undefined || !pollNow(epoll).readable);
}

/** An instance that is readable as soon as there is news of a watched descriptor; undefined where none was ever watched. */
export function readinessDescriptor(): Fd | undefined {
  return epoll;
}

/** Before signals are let through: the default action of a SIGIO ends the process. */
export function listenForReadiness(): void {
  if (!listening) process.on("SIGIO", look).on("SIGCHLD", look);
  listening = true;
}

const look = atOnceAndOncePerTurn(() => {
  if (isAwake) return;
  if (report(0)) stayAwake(0);
  else if (isAnswerExpected) {
    // The echo of a keystroke is there sooner than its signal would be.
    isAnswerExpected = false;
    if (report(waitMs)) stayAwake(0);
  }
});

function stayAwake(quiet: number): void {
  isAwake = true;
  const until = performance.now() + awakeMs;
  let wasBusy = false;
  try {
    while (report(quiet === 0 || wasBusy ? waitMs : 0)) {
      wasBusy = true;
      if (performance.now() > until) break;
    }
  } catch (error) {
    // A callback's own failure: the others are not left without anybody who looks.
    setImmediate(stayAwake, 0);
    throw error;
  }
  if (!wasBusy && quiet >= quietTurns) fallAsleep();
  else if (wasBusy) setImmediate(stayAwake, 0);
  else setTimeout(stayAwake, 1, quiet + 1);
}

function fallAsleep(): void {
  isAwake = false;
  for (const watched of busy) setBusy(watched, false);
  // What came before the signals were on again.
  if (report(0)) stayAwake(0);
}

function setBusy(watched: Watched, isBusy: boolean): void {
  if (isBusy) busy.add(watched);
  else busy.delete(watched);
  adjustSignals(watched);
}

function adjustSignals(watched: Watched): void {
  const { fd } = watched;
  const isWanted = watched.callbacks.size > 0 && !busy.has(watched);
  if (isWanted === watched.isSignalling || !fd.isOpen) return;
  watched.isSignalling = isWanted;
  const on = Buffer.alloc(4);
  on.writeInt32LE(isWanted ? 1 : 0, 0);
  libcOrThrow("ioctl", fd.purpose, fd.number, FIOASYNC, on);
}

/**
 * Makes `fd` non-blocking and calls `onReady` whenever its readiness changed (edges: read or write until EAGAIN, and
 * do so once right after this call). What the kernel can't watch, a regular file, is always ready and never told of.
 */
export function watch(fd: Fd, onReady: OnReady): Watch {
  listenForReadiness();
  const watched = byFd.get(fd) ?? begin(fd);
  if (watched === undefined) return { pause: () => {}, resume: () => {}, end: () => {} };
  watched.watches += 1;
  const pause = () => {
    watched.callbacks.delete(onReady);
    adjustSignals(watched);
  };
  const resume = () => {
    watched.callbacks.add(onReady);
    adjustSignals(watched);
  };
  let ended = false;
  const end = () => {
    if (ended) return;
    ended = true;
    watched.callbacks.delete(onReady);
    watched.watches -= 1;
    if (watched.watches === 0) forget(watched);
  };
  resume();
  return { pause, resume, end };
}

/** As `watch`; returns the function that ends it. */
export function watchReadiness(fd: Fd, onReady: OnReady): () => void {
  return watch(fd, onReady).end;
}

function begin(fd: Fd): Watched | undefined {
  setAsync(fd);
  epoll ??= new Fd(libcOrThrow("epoll_create1", undefined, EPOLL_CLOEXEC), "readiness");
  lastNumber = (lastNumber + 1) >>> 0;
  const event = Buffer.alloc(eventBytes);
  event.writeUInt32LE((POLLIN | POLLOUT | EPOLLET) >>> 0, 0);
  event.writeUInt32LE(lastNumber, numberAt);
  const result = libc("epoll_ctl", epoll.number, EPOLL_CTL_ADD, fd.number, event);
  if (result === -errnoNumbers.EPERM) return undefined;
  if (result < 0) throw new SysError("epoll_ctl", errnoName(-result), fd.purpose);
  const watched: Watched = { fd, number: lastNumber, watches: 0, callbacks: new Set(), isSignalling: true };
  byNumber.set(lastNumber, watched);
  byFd.set(fd, watched);
  return watched;
}

function forget(watched: Watched): void {
  const { fd, number } = watched;
  byNumber.delete(number);
  byFd.delete(fd);
  busy.delete(watched);
  // What is closed the kernel forgets by itself, unless somebody else has it open.
  if (fd.isOpen && epoll !== undefined) libc("epoll_ctl", epoll.number, EPOLL_CTL_DEL, fd.number, noEvent);
}
