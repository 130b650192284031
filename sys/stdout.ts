// Words for whoever has our stdout. What can't be written is kept in mind for the end: an installation is not given up half-way for it.
import { writeSync } from "node:fs";

let failure: string | undefined;
let isReaderGone = false;

/** Writes all of it, however long the reader takes; also where somebody has made the pipe one that does not block. Never throws. */
export function writeOut(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length && failure === undefined && !isReaderGone; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === "EAGAIN") Atomics.wait(pause, 0, 0, pauseMs);
      else if (code === "EPIPE") isReaderGone = true;
      else if (code !== "EINTR") failure = message;
    }
  }
}

const pauseMs = 5;
const pause = new Int32Array(new SharedArrayBuffer(4));

/** Nobody wants more, as behind `| head`: no failure, and nothing is written any more. */
export function readerIsGone(): boolean {
  return isReaderGone;
}

/** Why not everything could be written, such as a full disk; undefined when it could, or when nobody wanted it. */
export function outputFailure(): string | undefined {
  return failure;
}
