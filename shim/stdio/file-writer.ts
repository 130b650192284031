// Appends to a regular file. A failure, a full disk above all, never stops the process whose output it is (KF-081): what
// can't be written is dropped and counted, and the next bytes are tried again. Nothing here waits on the program's thread.
import { asSysError } from "../../sys/errno.ts";
import type { Fd } from "../../sys/fd.ts";
import { openInfoOutside, truncateOutside, writeOutside } from "../../sys/outside.ts";
import { errorFields, log } from "../base/log.ts";

/** Does not own `file`. One call at a time. */
export class FileWriter {
  readonly #file: Fd;
  #droppedBytes: number;

  /** `droppedBytes`: what an earlier writer of the file could not write. */
  constructor(file: Fd, droppedBytes = 0) {
    this.#file = file;
    this.#droppedBytes = droppedBytes;
  }

  /** Since the last write that went well. */
  get droppedBytes(): number {
    return this.#droppedBytes;
  }

  /** Writes all of `bytes`; resolves with how many were written before a failure. */
  async write(bytes: Uint8Array): Promise<number> {
    let written = 0;
    try {
      while (written < bytes.length) {
        written += await writeOutside(this.#file, written === 0 ? bytes : bytes.subarray(written));
      }
      this.#recovered();
    } catch (error) {
      if (this.#droppedBytes === 0) {
        log("warning", `output is dropped: can't write ${this.#file.purpose}`, errorFields(asSysError(error)));
      }
      this.#droppedBytes += bytes.length - written;
    }
    return written;
  }

  /** Removes the last `bytes` of the file: what a failed write left of a record. */
  async takeBack(bytes: number): Promise<void> {
    try {
      await truncateOutside(this.#file, (await openInfoOutside(this.#file)).size - bytes);
    } catch {
      // A torn record stays; the first failure was logged.
    }
  }

  #recovered(): void {
    if (this.#droppedBytes === 0) return;
    log("warning", `${this.#file.purpose} can be written again`, { dropped_bytes: this.#droppedBytes });
    this.#droppedBytes = 0;
  }
}
