// A terminal of the host as a client's character device: takes a few KiB, then nothing until somebody reads.

import { closeSync, constants, openSync, readSync } from "node:fs";
import { libcOrThrow } from "../../sys/ffi.ts";

const TIOCGPTN = 0x8004_5430;
const TIOCSPTLCK = 0x4004_5431;

export class SlowTerminal {
  readonly #master = openSync("/dev/ptmx", constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  /** The side that is written to. */
  readonly path: string;
  #bytes = 0;

  constructor() {
    const number = Buffer.alloc(4);
    libcOrThrow("ioctl", "/dev/ptmx", this.#master, TIOCSPTLCK, number);
    libcOrThrow("ioctl", "/dev/ptmx", this.#master, TIOCGPTN, number);
    this.path = `/dev/pts/${number.readInt32LE(0)}`;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Takes up to `maxBytes` of what is there; false at the end. */
  read(maxBytes: number): boolean {
    try {
      this.#bytes += readSync(this.#master, Buffer.alloc(maxBytes));
      return true;
    } catch (error) {
      // EIO: nobody has the other side open.
      return (error as NodeJS.ErrnoException).code === "EAGAIN";
    }
  }

  close(): void {
    closeSync(this.#master);
  }
}
