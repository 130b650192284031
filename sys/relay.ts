// Copies from one descriptor to another without this program: a thread of its process moves the bytes (bin/launcher/relay.c).
//
// A signal, a turn of the event loop and a handful of calls through the ffi cost more than a keystroke's echo may take. The
// thread knows one thing, to read and write; whatever else comes (an end, an error, a sink that is full) it hands back. There
// is none until the first copy, and none on Node, where there is no launcher.
import { noteActivityOf } from "./activity.ts";
import { SysError } from "./errno.ts";
import { closeAll, Fd, openPipe, setNonblocking } from "./fd.ts";
import { addressOf, allocate, libc, libcOrThrow, readMemory } from "./ffi.ts";
import { readNow } from "./nonblocking.ts";
import { watchReadiness } from "./readiness.ts";

/** By which the launcher says where the thread's code is (bin/launcher/engine.c). */
const relayVariable = "RUNTS_RELAY";

// struct Table and struct Slot of bin/launcher/relay.c, in words of four bytes.
const epollAt = 0;
const noticeAt = 1;
const areasAt = 2;
const slotsAt = 8;
const slotWords = 8;
const sourceAt = 1;
const sinkAt = 2;
const fromAt = 3;
const untilAt = 4;
const isSilentAt = 5;
const movesAt = 6;
const areaBytes = 4096;
/** Two for each terminal; what is more is copied by the program. */
const slotCount = 128;

const free = 0;
const given = 1;
const moving = 2;
const returned = 3;

const EPOLL_CLOEXEC = 0o2000000;
const EPOLL_CTL_ADD = 1;
const EPOLL_CTL_DEL = 2;
const EPOLLIN = 1;
/** Packed on x86-64. */
const numberAt = process.arch === "arm64" ? 8 : 4;

/** CLONE_VM, _FS, _FILES, _SIGHAND, _THREAD, _SYSVSEM. */
const threadFlags = 0x5_0f00;
const stackBytes = 8192;
const SIG_SETMASK = 2;
const sigsetBytes = 128;

/** A copy that the thread has. */
export interface Relayed {
  /** From now on neither descriptor is touched. Returns what was read and not written. Legal once. */
  takeBack(): Buffer | undefined;
}

interface Thread {
  readonly words: Int32Array;
  readonly epoll: number;
  /** Of C's memory. */
  readonly areas: number;
  /** By slot: who is told that the thread has handed it back. */
  readonly owners: (undefined | (() => void))[];
}

/** Stays for good. Where it could not be made, for want of descriptors, the next copy tries again. */
let thread: Thread | undefined;
let memory: { areas: number; stack: number } | undefined;

/**
 * Has everything that comes out of `source` written to `sink`, a FIFO or a terminal, until it is taken back. `onReturn`: the
 * thread has done so itself, and it is to be taken. Undefined: it can't be had, and is the caller's as before.
 */
export function relay(source: Fd, sink: Fd, onReturn: () => void): Relayed | undefined {
  thread ??= startThread();
  if (thread === undefined) return undefined;
  const { words, owners, epoll, areas } = thread;
  const slot = owners.indexOf(undefined);
  if (slot < 0) return undefined;
  for (const fd of [source, sink]) setNonblocking(fd);
  const at = slotsAt + slot * slotWords;
  words[at + sourceAt] = source.number;
  words[at + sinkAt] = sink.number;
  words[at + fromAt] = 0;
  words[at + untilAt] = 0;
  words[at + isSilentAt] = 0;
  Atomics.store(words, at, given);
  if (libc("epoll_ctl", epoll, EPOLL_CTL_ADD, source.number, readable(slot)) < 0) {
    Atomics.store(words, at, free);
    return undefined;
  }
  owners[slot] = onReturn;
  const takeBack = () => {
    if (Atomics.load(words, at) !== returned) libc("epoll_ctl", epoll, EPOLL_CTL_DEL, source.number, readable(slot));
    for (;;) {
      const state = Atomics.load(words, at);
      // One read and one write that do not wait: microseconds.
      if (state !== moving && Atomics.compareExchange(words, at, state, free) === state) break;
    }
    owners[slot] = undefined;
    const [from, until] = [words[at + fromAt] ?? 0, words[at + untilAt] ?? 0];
    if (from === until) return undefined;
    const rest = Buffer.allocUnsafeSlow(until - from);
    readMemory(areas + slot * areaBytes + from, rest);
    return rest;
  };
  return { takeBack };
}

function readable(slot: number): Buffer {
  const event = Buffer.alloc(numberAt + 8);
  event.writeUInt32LE(EPOLLIN, 0);
  event.writeUInt32LE(slot, numberAt);
  return event;
}

function startThread(): Thread | undefined {
  const code = Number(process.env[relayVariable] ?? Number.NaN);
  if (!Number.isSafeInteger(code)) return undefined;
  const opened: Fd[] = [];
  let endWatch: (() => void) | undefined;
  try {
    const epoll = new Fd(libcOrThrow("epoll_create1", undefined, EPOLL_CLOEXEC), "relay");
    opened.push(epoll);
    const { read, write } = openPipe("relay");
    opened.push(read, write);
    setNonblocking(write);
    memory ??= { areas: allocate(slotCount * areaBytes), stack: allocate(stackBytes) };
    const words = new Int32Array(new SharedArrayBuffer((slotsAt + slotCount * slotWords) * 4));
    words[epollAt] = epoll.number;
    words[noticeAt] = write.number;
    new BigUint64Array(words.buffer, areasAt * 4, 1)[0] = BigInt(memory.areas);
    const owners = Array.from({ length: slotCount }, (): undefined | (() => void) => undefined);
    noteActivityOf(() => movesIn(words));
    endWatch = watchReadiness(read, () => tellOwners(read, words, owners));
    // Last: it can't be ended.
    runThread(code, memory.stack, words);
    return { words, epoll: epoll.number, areas: memory.areas, owners };
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    endWatch?.();
    closeAll(opened);
    return undefined;
  }
}

/** Throws SysError. */
function runThread(code: number, stack: number, words: Int32Array): void {
  const before = Buffer.alloc(sigsetBytes);
  // The engine's handlers are not for a thread that the engine does not know.
  libcOrThrow("pthread_sigmask", undefined, SIG_SETMASK, Buffer.alloc(sigsetBytes, 0xff), before);
  try {
    const top = Math.floor((stack + stackBytes - 64) / 16) * 16;
    libcOrThrow("clone", "relay", code, top, threadFlags, addressOf(words));
  } finally {
    libc("pthread_sigmask", SIG_SETMASK, before, Buffer.alloc(sigsetBytes));
  }
}

function movesIn(words: Int32Array): number {
  let sum = 0;
  for (let slot = 0; slot < slotCount; slot += 1) sum += Atomics.load(words, slotsAt + slot * slotWords + movesAt);
  return sum;
}

function tellOwners(notice: Fd, words: Int32Array, owners: Thread["owners"]): void {
  const news = Buffer.alloc(slotCount);
  while (readNow(notice, news) === news.length);
  for (const [slot, owner] of owners.entries()) {
    if (owner !== undefined && Atomics.load(words, slotsAt + slot * slotWords) === returned) owner();
  }
}
