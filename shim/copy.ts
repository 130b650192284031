// Copies one descriptor to another as fast as the slower of the two, with one chunk in memory and no thread.
import { errnoOf } from "../sys/errno.ts";
import type { Fd } from "../sys/fd.ts";
import { readNow, writeNow } from "../sys/nonblocking.ts";
import { pollNow, type Ready, watchReadiness } from "../sys/readiness.ts";
import { spliceNow } from "../sys/splice.ts";
import { errorFields, log } from "./log.ts";

const chunkBytes = 64 * 1024;
/** Chunks moved before others get their turn. */
const chunksPerTurn = 16;

// Each step is synchronous, so all copies share one buffer; only what a full sink refused is kept aside.
let shared: Buffer | undefined;

/** A sink that takes everything at once and deals with its own failures: a log file. The bytes are lent for the call. */
export interface Consumer {
  consume(bytes: Buffer): void;
}

export interface CopyOptions {
  /** Both ends are pipes or FIFOs: the kernel moves the bytes, none comes here. */
  readonly splice?: boolean;
  /**
   * When the sink's readers are gone: go on reading, so that a process does not stand still because nobody wants its
   * output (the default), or end, so that who writes to the source learns of it.
   */
  readonly whenUnread?: "drain" | "end";
}

/** Neither end is closed here. */
export class Copy {
  readonly #source: Fd;
  /** Without one the source is drained. */
  #sink: Fd | Consumer | undefined;
  readonly #endsUnread: boolean;
  #splices: boolean;
  #pending: Buffer | undefined;
  #unwatch: (() => void)[] = [];
  #turn: NodeJS.Immediate | undefined;
  #state: "idle" | "copying" | "finishing" | "ended" = "idle";
  readonly #onEnd: (() => void)[] = [];

  constructor(source: Fd, sink: Fd | Consumer | undefined, options: CopyOptions = {}) {
    this.#source = source;
    this.#sink = sink;
    this.#splices = options.splice === true;
    this.#endsUnread = options.whenUnread === "end";
  }

  /** `onEnd` is called once: at the source's end of file, at `finish` once nothing is left, or at `stop`. */
  start(onEnd: () => void): void {
    this.#onEnd.push(onEnd);
    this.#state = "copying";
    this.#unwatch.push(watchReadiness(this.#source, (ready) => this.#sourceReady(ready)));
    if (isFd(this.#sink)) this.#unwatch.push(watchReadiness(this.#sink, (ready) => this.#sinkReady(ready)));
    this.#step();
  }

  /** From now on "nothing there" means the end. */
  finish(): void {
    if (this.#state !== "copying") return;
    this.#state = "finishing";
    this.#step();
  }

  /** Ends at once; what is on its way is dropped. */
  stop(): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    for (const unwatch of this.#unwatch) unwatch();
    if (this.#turn !== undefined) clearImmediate(this.#turn);
    this.#pending = undefined;
    for (const onEnd of this.#onEnd.splice(0)) onEnd();
  }

  /** Resolves when it has ended, or after `limitMs`. */
  ended(limitMs: number): Promise<void> {
    if (this.#state === "ended" || this.#state === "idle") return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#onEnd.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  // Any descriptor's signal has all of them looked at: what this copy is not waiting for costs it no system call.

  #sourceReady({ readable, hangup, error }: Ready): void {
    if (this.#pending === undefined && (readable || hangup || error)) this.#step();
  }

  #sinkReady({ writable, hangup, error }: Ready): void {
    if ((this.#pending !== undefined || this.#splices) && (writable || hangup || error)) this.#step();
  }

  #step(): void {
    if (this.#turn !== undefined) return;
    try {
      for (let chunk = 0; chunk < chunksPerTurn; chunk += 1) {
        if (this.#state === "ended" || !this.#moveChunk()) return;
      }
      this.#turn = setImmediate(() => {
        this.#turn = undefined;
        this.#step();
      });
    } catch (error) {
      if (errnoOf(error) !== "EBADF") log("warning", `error copying ${this.#source.purpose}`, errorFields(error));
      this.stop();
    }
  }

  /** Whether there may be more to do now. */
  #moveChunk(): boolean {
    if (this.#splices && isFd(this.#sink)) return this.#spliceChunk(this.#sink);
    if (this.#pending !== undefined) {
      this.#pending = this.#write(this.#pending);
      return this.#pending === undefined && this.#state !== "ended";
    }
    shared ??= Buffer.allocUnsafeSlow(chunkBytes);
    const count = readNow(this.#source, shared);
    if (count === 0 || (typeof count === "string" && this.#state === "finishing")) {
      this.stop();
      return false;
    }
    if (typeof count === "string") return false;
    const rest = this.#write(shared.subarray(0, count));
    if (rest === undefined) return true;
    this.#pending = Buffer.from(rest);
    return false;
  }

  #spliceChunk(sink: Fd): boolean {
    const moved = spliceNow(this.#source, sink, chunkBytes);
    if (moved === 0 || (moved === "again" && this.#state === "finishing" && !pollNow(this.#source).readable)) {
      this.stop();
      return false;
    }
    if (moved === "unread") this.#loseSink();
    if (moved === "again") return false;
    // Less than asked for: one of the two has nothing more to give now, and signals when it has.
    return moved === "unread" || moved === chunkBytes || this.#state === "finishing";
  }

  /** What did not fit. */
  #write(bytes: Buffer): Buffer | undefined {
    if (this.#sink === undefined) return undefined;
    if (!isFd(this.#sink)) {
      this.#sink.consume(bytes);
      return undefined;
    }
    let written: number | "unread";
    try {
      written = writeNow(this.#sink, bytes);
    } catch (error) {
      // A terminal that is hung up: go on draining, so that the process does not stand still.
      log("warning", `error copying to ${this.#sink.purpose}`, errorFields(error));
      written = "unread";
    }
    if (written === "unread") {
      this.#loseSink();
      return undefined;
    }
    return written === bytes.length ? undefined : bytes.subarray(written);
  }

  #loseSink(): void {
    this.#sink = undefined;
    this.#splices = false;
    if (this.#endsUnread) this.stop();
  }
}

function isFd(sink: Fd | Consumer | undefined): sink is Fd {
  return sink !== undefined && !("consume" in sink);
}
