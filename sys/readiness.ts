// Tells when descriptors that no engine knows how to watch (terminals, FIFOs, inotify) can be read or written.
//
// The kernel sends SIGIO for each of them (fcntl(2), O_ASYNC); one poll(2) then says which. Unlike the engines' own
// streams this is the same on Bun and Node, needs no thread, and costs nothing while nothing happens.
import type { Fd } from "./fd.ts";
import { setAsync } from "./fd.ts";
import { libcOrThrow } from "./ffi.ts";
import { isolated } from "./isolate.ts";

const POLLIN = 1;
const POLLOUT = 4;
const POLLERR = 8;
const POLLHUP = 16;

/** What poll(2) says of a descriptor. `hangup`: no peer has the other end open now. `error`: nobody reads a FIFO. */
export interface Ready {
  readonly readable: boolean;
  readonly writable: boolean;
  readonly hangup: boolean;
  readonly error: boolean;
}

/** poll(2) of one descriptor, without waiting. */
export function pollNow(fd: Fd): Ready {
  const entry = Buffer.alloc(8);
  entry.writeInt32LE(fd.number, 0);
  entry.writeInt16LE(POLLIN | POLLOUT, 4);
  libcOrThrow("poll", fd.purpose, entry, 1, 0);
  return readyOf(entry.readInt16LE(6));
}

function readyOf(events: number): Ready {
  return {
    readable: (events & POLLIN) !== 0,
    writable: (events & POLLOUT) !== 0,
    hangup: (events & POLLHUP) !== 0,
    error: (events & POLLERR) !== 0,
  };
}

interface Watch {
  readonly fd: Fd;
  readonly onReady: (ready: Ready) => void;
}

const watches = new Set<Watch>();

/**
 * Stays for good once installed: a SIGIO that is still on its way when the last watch ends would end the process. A SIGCHLD may
 * have taken the place of one (Reaper.start).
 */
let listening = false;

function look(): void {
  const list = [...watches].filter((watch) => watch.fd.isOpen);
  if (list.length === 0) return;
  const entries = Buffer.alloc(8 * list.length);
  list.forEach((watch, index) => {
    entries.writeInt32LE(watch.fd.number, index * 8);
    entries.writeInt16LE(POLLIN | POLLOUT, index * 8 + 4);
  });
  libcOrThrow("poll", "watched descriptors", entries, list.length, 0);
  list.forEach((watch, index) => {
    const events = entries.readInt16LE(index * 8 + 6);
    if (events !== 0 && watches.has(watch) && watch.fd.isOpen) isolated(() => watch.onReady(readyOf(events)));
  });
}

/**
 * Makes `fd` non-blocking and calls `onReady` whenever its readiness changed (edges: read or write until EAGAIN, and
 * do so once right after this call). Returns the function that ends the watch; closing `fd` is the caller's.
 */
export function watchReadiness(fd: Fd, onReady: (ready: Ready) => void): () => void {
  if (!listening) for (const signal of ["SIGIO", "SIGCHLD"] as const) process.on(signal, () => isolated(look));
  listening = true;
  const watch: Watch = { fd, onReady };
  watches.add(watch);
  setAsync(fd);
  return () => void watches.delete(watch);
}
