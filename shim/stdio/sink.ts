// Where a copy's bytes go, and when it takes more.
import type { Fd } from "../../sys/fd.ts";
import { readableBytes, writeNow } from "../../sys/nonblocking.ts";
import { pollNow, type Ready } from "../../sys/poll.ts";
import { type Watch, watch } from "../../sys/readiness.ts";
import { spliceNow } from "../../sys/splice.ts";
import { errorFields, log } from "../base/log.ts";

/** How soon a full device is tried again, and again: a terminal tells that it was read before it has room. */
const firstRetryMs = 5;
const longestRetryMs = 1000;
/** More than a pipe holds: one call moves all that is there. */
const spliceBytes = 1024 * 1024;
/** Of memory: what a pipe has room for is counted in pages. */
const pageBytes = 4096;

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

/** Full devices that are tried again by and by. */
const retrying = new Set<Sink>();

/** Whether there are some: nobody tells when they have room. */
export function isRetrying(): boolean {
  return retrying.size > 0;
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

  /** By `forget`. */
  get isForgotten(): boolean {
    return this.#isForgotten;
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  /**
   * Whether so little is in the pipe `source` that it is to be written: what is spliced keeps the page that it
   * is in, so a pipe would be full of as many lines as it has pages, and what is written shares one. There is room for it now.
   */
  isBetterWritten(source: Fd): boolean {
    const bytes = readableBytes(source);
    return bytes > 0 && bytes < pageBytes && this.fd !== undefined && pollNow(this.fd).writable;
  }

  /**
   * Moves what is in `source` inside the kernel; both are pipes. Then there may be `more`, it is `full`, nobody reads it
   * (`unread`), the source is at its `end`, or has `nothing` now.
   */
  splice(source: Fd): { moved: number; next: "more" | "full" | "unread" | "end" | "nothing" } {
    if (this.fd === undefined) return { moved: 0, next: "unread" };
    const result = spliceNow(source, this.fd, spliceBytes);
    if (result === "unread") return { moved: 0, next: "unread" };
    if (result === 0) return { moved: 0, next: "end" };
    const moved = result === "again" ? 0 : result;
    const { readable, hangup } = pollNow(source);
    if (result === "again" && readable) return { moved, next: "full" };
    this.#tookMore();
    return { moved, next: readable || hangup ? "more" : "nothing" };
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
      if (written === bytes.length) this.#tookMore();
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
    this.#endRetry();
    retrying.add(this);
    this.#retry = setTimeout(() => {
      retrying.delete(this);
      this.#onRoom();
    }, this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, longestRetryMs);
  }

  /** What it was full for was taken. */
  #tookMore(): void {
    if (!this.#isFull) return;
    this.#isFull = false;
    this.#watch?.pause();
    this.#endRetry();
    this.#retryMs = firstRetryMs;
  }

  #endRetry(): void {
    clearTimeout(this.#retry);
    retrying.delete(this);
  }

  /** From now on everything is dropped. */
  forget(): void {
    this.#isForgotten = true;
    this.#target = undefined;
    this.#isFull = false;
    this.#watch?.end();
    this.#watch = undefined;
    this.#endRetry();
  }
}
