// Where a copy's bytes go, and when it takes more.
import type { Fd } from "../../sys/fd.ts";
import { writeNow } from "../../sys/nonblocking.ts";
import { type Ready, type Watch, watch } from "../../sys/readiness.ts";
import { errorFields, log } from "../base/log.ts";

/** How soon a full device is tried again, and again: a terminal tells that it was read before it has room. */
const firstRetryMs = 5;
const longestRetryMs = 1000;

/** A sink that takes everything at once and deals with its own failures: a log file. */
export interface Consumer {
  /** The bytes are lent for the call. */
  consume(bytes: Buffer): void;
  /** When it says `full`, nothing is read until it calls back. Without one it is never full. */
  whenRoom?(callback: () => void): "full" | undefined;
}

export interface SinkOptions {
  /** It is a device, which does not always tell when it takes more. */
  readonly mayStayBusy?: boolean;
}

/** A descriptor, which is not closed here, or a consumer. Without either it takes everything and drops it. */
export class Sink {
  #target: Fd | Consumer | undefined;
  readonly #options: SinkOptions;
  readonly #onRoom: () => "busy" | undefined;
  /** Not paused only while the sink is full: else a reader's every read would be a signal. */
  #watch: Watch | undefined;
  #isFull = false;
  #isForgotten = false;
  #retry: NodeJS.Timeout | undefined;
  #retryMs = firstRetryMs;

  /** `onRoom` is called when it was full and may have room. */
  constructor(target: Fd | Consumer | undefined, options: SinkOptions, onRoom: () => "busy" | undefined) {
    this.#target = target;
    this.#options = options;
    this.#onRoom = onRoom;
  }

  /** Undefined for one that is no descriptor. */
  get fd(): Fd | undefined {
    return this.#target !== undefined && !("consume" in this.#target) ? this.#target : undefined;
  }

  /** Nothing is waited for but room in a pipe. */
  get isQuiet(): boolean {
    return !this.#isFull || (this.fd !== undefined && this.#options.mayStayBusy !== true);
  }

  /** By `forget`. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /** How many of `bytes` it took; `unread` when nobody will read them. */
  write(bytes: Buffer): number | "unread" {
    if (this.#target === undefined) return bytes.length;
    if ("consume" in this.#target) {
      this.#target.consume(bytes);
      return bytes.length;
    }
    try {
      const written = writeNow(this.#target, bytes);
      if (written !== 0) this.#retryMs = firstRetryMs;
      return written;
    } catch (error) {
      // A terminal that is hung up: go on draining, so that the process does not stand still.
      log("warning", `error copying to ${this.#target.purpose}`, errorFields(error));
      return "unread";
    }
  }

  /** Whether a consumer takes more now; where it does not, `onRoom` is called when it does. */
  hasRoom(): boolean {
    const target = this.#target;
    if (target === undefined || !("consume" in target)) return true;
    if (this.#isFull) return false;
    const answer = target.whenRoom?.(() => {
      this.#isFull = false;
      this.#onRoom();
    });
    this.#isFull = answer === "full";
    return !this.#isFull;
  }

  /** It is full. Whether it is worth another try: it may have been read since, which nobody has told then. */
  waitForRoom(): boolean {
    const { fd } = this;
    if (fd === undefined) return false;
    if (this.#options.mayStayBusy === true) this.#retryLater();
    if (this.#isFull) return false;
    this.#isFull = true;
    if (this.#watch === undefined) this.#watch = watch(fd, (ready) => this.#ready(ready));
    else this.#watch.resume();
    return true;
  }

  #ready({ writable, hangup, error }: Ready): "busy" | undefined {
    if (!this.#isFull || !(writable || hangup || error)) return undefined;
    this.#retryMs = firstRetryMs;
    return this.#onRoom();
  }

  #retryLater(): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(this.#onRoom, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  /** What it was full for was taken. */
  tookMore(): void {
    if (!this.#isFull) return;
    this.#isFull = false;
    this.#watch?.pause();
    clearTimeout(this.#retry);
    this.#retryMs = firstRetryMs;
  }

  /** From now on everything is dropped. */
  forget(): void {
    this.#isForgotten = true;
    this.#target = undefined;
    this.#isFull = false;
    this.#watch?.end();
    this.#watch = undefined;
    clearTimeout(this.#retry);
  }
}
