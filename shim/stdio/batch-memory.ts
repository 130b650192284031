// Memory for one batch of bytes at a time, used again and again: to have it from the system for each costs more than the writing.

/** Of the batches that are being gathered or written; one is kept for the next. */
let spare: Buffer | undefined;

export class BatchMemory {
  readonly #size: number;
  #memory: Buffer | undefined;
  #length = 0;
  #isClosed = false;

  /** Of one size throughout. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Adds a copy of `bytes`. False when there is no place, or was none, or `take` was not followed by `giveBack`. */
  add(bytes: Uint8Array): boolean {
    // What follows must not come before what had no place.
    if (this.#length + bytes.length > this.#size) this.#isClosed = true;
    if (this.#isClosed) return false;
    if (this.#memory === undefined) {
      this.#memory = spare ?? Buffer.allocUnsafeSlow(this.#size);
      spare = undefined;
    }
    this.#memory.set(bytes, this.#length);
    this.#length += bytes.length;
    return true;
  }

  /** All that was added. */
  take(): Buffer {
    this.#isClosed = true;
    return this.#memory?.subarray(0, this.#length) ?? Buffer.alloc(0);
  }

  giveBack(): void {
    spare ??= this.#memory;
    this.#memory = undefined;
    this.#length = 0;
    this.#isClosed = false;
  }
}
