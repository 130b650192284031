// Appends to a regular file. A failure, a full disk above all, never stops the process whose output it is (KF-081): what
// can't be written is dropped and counted, and the next bytes are tried again.
import { asSysError } from "../../sys/errno.ts";
import type { Fd } from "../../sys/fd.ts";
import { writeOnce } from "../../sys/file.ts";
import { errorFields, log } from "../base/log.ts";

/** Does not own `file`. */
export class FileWriter {
  readonly #file: Fd;
  #droppedBytes = 0;

  constructor(file: Fd) {
    this.#file = file;
  }

  /** Writes all of `bytes`; returns how many were written before a failure. */
  write(bytes: Uint8Array): number {
    let written = 0;
    try {
      while (written < bytes.length) {
        written += writeOnce(this.#file.number, bytes.subarray(written), this.#file.purpose);
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
  takeBack(bytes: number): void {
    try {
      const { fstatSync, ftruncateSync } = process.getBuiltinModule("node:fs");
      ftruncateSync(this.#file.number, fstatSync(this.#file.number).size - bytes);
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
