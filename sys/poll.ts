// Whether a descriptor can be read or written now (poll(2)).
import type { Fd } from "./fd.ts";
import { libcOrThrow } from "./ffi.ts";

export const POLLIN = 1;
export const POLLOUT = 4;
const POLLERR = 8;
const POLLHUP = 16;

/** What poll(2) says of a descriptor. `hangup`: no peer has the other end open now. `error`: nobody reads a FIFO. */
export interface Ready {
  readonly readable: boolean;
  readonly writable: boolean;
  readonly hangup: boolean;
  readonly error: boolean;
}

const pollEntry = Buffer.alloc(8);

/** poll(2) of one descriptor, without waiting. */
export function pollNow({ number, purpose }: Pick<Fd, "number" | "purpose">): Ready {
  pollEntry.writeInt32LE(number, 0);
  pollEntry.writeInt32LE(POLLIN | POLLOUT, 4);
  libcOrThrow("poll", purpose, pollEntry, 1, 0);
  return readyOf(pollEntry.readInt16LE(6));
}

/** Of poll(2), and of epoll_wait(2), whose numbers are the same. */
export function readyOf(events: number): Ready {
  return {
    readable: (events & POLLIN) !== 0,
    writable: (events & POLLOUT) !== 0,
    hangup: (events & POLLHUP) !== 0,
    error: (events & POLLERR) !== 0,
  };
}
