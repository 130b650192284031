// Copies one descriptor to another as fast as the slower of the two, with one chunk in memory and no thread.

import { noteActivity } from "../../sys/activity.ts";
import { errnoOf } from "../../sys/errno.ts";
import { type Fd, setNonblocking } from "../../sys/fd.ts";
import { readableBytes, readNow } from "../../sys/nonblocking.ts";
import { pollNow, type Ready, type Watch, watch } from "../../sys/readiness.ts";
import { NotQuiet, restoreBytes, saveBytes } from "../../sys/saved.ts";
import { spliceNow } from "../../sys/splice.ts";
import { errorFields, log } from "../base/log.ts";
import type { SavedCopy } from "./saved.ts";
import { type Consumer, Sink, type SinkOptions } from "./sink.ts";

const chunkBytes = 64 * 1024;
/** More than a pipe holds: one call moves all that is there. */
const spliceBytes = 1024 * 1024;
/** Chunks moved before others get their turn. */
const chunksPerTurn = 16;
/** Whoever writes so much at once is likely to go on. */
const busyBytes = 4096;

// Each step is synchronous, so all copies share one buffer; only what a full sink refused is kept aside.
let shared: Buffer | undefined;

export interface CopyOptions extends SinkOptions {
  /** Both ends are pipes or FIFOs: the kernel moves the bytes, none comes here. */
  readonly splice?: boolean;
  /**
   * When the sink's readers are gone: go on reading, so that a process does not stand still because nobody wants its
   * output (the default), or end, so that who writes to the source learns of it.
   */
  readonly whenUnread?: "drain" | "end";
  /** What is written is answered at once, such as a keystroke by its echo. */
  readonly isAnswered?: boolean;
}

let isHeld = false;
const held = new Set<Copy>();

/** No copy moves anything until `releaseCopies`: what is under way comes to its end. */
export function holdCopies(): void {
  isHeld = true;
}

export function releaseCopies(): void {
  isHeld = false;
  for (const copy of held) copy.goOn();
  held.clear();
}

/** Neither end is closed here. */
export class Copy {
  readonly #source: Fd;
  readonly #sink: Sink;
  readonly #options: CopyOptions;
  #splices: boolean;
  #pending: Buffer | undefined;
  #sourceWatch: Watch | undefined;
  #turn: NodeJS.Immediate | undefined;
  #state: SavedCopy["state"] = "idle";
  /** Bytes that the sink has taken. */
  #handedOn = 0;
  /** What `#handedOn` is when the last byte of the source's owner was handed on. */
  #ownersEnd = 0;
  readonly #onEnd: (() => void)[] = [];
  readonly #onOwnersEnd: (() => void)[] = [];

  /** Without a sink the source is drained. */
  constructor(source: Fd, sink: Fd | Consumer | undefined, options: CopyOptions = {}, saved?: SavedCopy) {
    this.#source = source;
    this.#sink = new Sink(sink, options, () => this.#step());
    this.#options = options;
    this.#splices = saved?.splices ?? options.splice === true;
    if (saved === undefined) return;
    this.#state = saved.state;
    this.#pending = saved.pending === undefined ? undefined : restoreBytes(saved.pending);
    this.#handedOn = saved.handedOn;
    this.#ownersEnd = saved.ownersEnd;
    if (saved.isSinkLost) this.#sink.forget();
  }

  /** Throws NotQuiet while the sink has not dealt with what it has. */
  save(): SavedCopy {
    if (!this.#sink.isQuiet) throw new NotQuiet(`${this.#source.purpose} is copied`);
    return {
      state: this.#state,
      splices: this.#splices,
      pending: this.#pending === undefined ? undefined : saveBytes(this.#pending),
      handedOn: this.#handedOn,
      ownersEnd: this.#ownersEnd,
      isSinkLost: this.#sink.isForgotten,
    };
  }

  /**
   * `onEnd` is called once: at the source's end of file, at `finish` once nothing is left, or at `stop`. One that was restored goes
   * on where it was, which may be its end.
   */
  start(onEnd: () => void): void {
    if (this.#isOver) return;
    this.#onEnd.push(onEnd);
    if (this.#state === "idle") this.#state = "copying";
    // Short processes are over by now, and need no watch.
    if (this.#splices) this.#step();
    if (this.#isOver) return;
    this.#sourceWatch = watch(this.#source, (ready) => this.#sourceReady(ready));
    if (this.#sink.fd !== undefined && !this.#splices) setNonblocking(this.#sink.fd);
    this.#step();
  }

  /** Moves what is there. */
  goOn(): void {
    if (this.#state === "copying" || this.#state === "finishing") this.#step();
  }

  /** From now on "nothing there" means the end. */
  finish(): void {
    if (this.#state !== "copying") return;
    this.#state = "finishing";
    this.#step();
  }

  /** Who writes to the source has ended: what is in it now is the last of its own (`drained`). */
  sourceOwnerEnded(): void {
    if (this.#state !== "copying") return;
    this.#step();
    if (this.#isOver) return;
    this.#ownersEnd = this.#handedOn + (this.#pending?.length ?? 0) + readableBytes(this.#source);
  }

  get #isOver(): boolean {
    return this.#state === "ended";
  }

  /** Ends at once; what is on its way is dropped. */
  stop(): void {
    if (this.#state === "ended") return;
    this.#state = "ended";
    this.#sourceWatch?.end();
    this.#sink.forget();
    if (this.#turn !== undefined) clearImmediate(this.#turn);
    this.#pending = undefined;
    for (const onEnd of [...this.#onEnd.splice(0), ...this.#onOwnersEnd.splice(0)]) onEnd();
  }

  /** Resolves when it has ended, or after `limitMs`. */
  ended(limitMs: number): Promise<void> {
    return this.#until(this.#onEnd, limitMs);
  }

  /** As `ended`; after `othersMs` only for what came before `sourceOwnerEnded`. */
  async drained(limitMs: number, othersMs = limitMs): Promise<void> {
    const first = Math.min(limitMs, othersMs);
    await this.ended(first);
    if (this.#handedOn < this.#ownersEnd) await this.#until(this.#onOwnersEnd, limitMs - first);
  }

  #until(callbacks: (() => void)[], limitMs: number): Promise<void> {
    if (this.#state === "ended" || this.#state === "idle" || limitMs <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      callbacks.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  #sourceReady({ readable, hangup, error }: Ready): "busy" | "answer expected" | undefined {
    if (this.#sink.isFull || !(readable || hangup || error)) return undefined;
    const before = this.#handedOn;
    const result = this.#step();
    return result ?? (this.#options.isAnswered === true && this.#handedOn > before ? "answer expected" : undefined);
  }

  #step(): "busy" | undefined {
    if (this.#turn !== undefined) return undefined;
    if (isHeld) {
      held.add(this);
      return undefined;
    }
    const before = this.#handedOn;
    try {
      for (let chunk = 0; chunk < chunksPerTurn; chunk += 1) {
        if (this.#state === "ended") return undefined;
        if (!this.#moveChunk()) return this.#handedOn - before >= busyBytes ? "busy" : undefined;
      }
      this.#turn = setImmediate(() => {
        noteActivity();
        this.#turn = undefined;
        this.#step();
      });
      return "busy";
    } catch (error) {
      if (errnoOf(error) !== "EBADF") log("warning", `error copying ${this.#source.purpose}`, errorFields(error));
      this.stop();
      return undefined;
    }
  }

  /** Whether there may be more to do now. */
  #moveChunk(): boolean {
    if (this.#splices && this.#sink.fd !== undefined) return this.#spliceChunk(this.#sink.fd);
    if (this.#pending !== undefined) {
      const rest = this.#write(this.#pending);
      if (rest !== undefined) return this.#waitForSink(rest);
      this.#pending = undefined;
      this.#sink.tookMore();
      return this.#state !== "ended";
    }
    if (!this.#sink.hasRoom()) return false;
    shared ??= Buffer.allocUnsafeSlow(chunkBytes);
    const count = readNow(this.#source, shared);
    if (count === 0 || (typeof count === "string" && this.#state === "finishing")) {
      this.stop();
      return false;
    }
    if (typeof count === "string") return false;
    const rest = this.#write(shared.subarray(0, count));
    if (rest === undefined) return true;
    return this.#waitForSink(Buffer.from(rest));
  }

  #spliceChunk(sink: Fd): boolean {
    const moved = spliceNow(this.#source, sink, spliceBytes);
    if (moved === "unread") {
      this.#loseSink();
      return true;
    }
    if (moved === 0) {
      this.stop();
      return false;
    }
    if (typeof moved === "number") this.#addHandedOn(moved);
    const { readable, hangup } = pollNow(this.#source);
    if (moved === "again" && readable) return this.#waitForSink(undefined);
    this.#sink.tookMore();
    if (readable || hangup) return true;
    if (this.#state === "finishing") this.stop();
    return false;
  }

  /** The sink is full. Whether it is worth another try. */
  #waitForSink(rest: Buffer | undefined): boolean {
    this.#pending = rest;
    return this.#sink.waitForRoom();
  }

  /** What did not fit. */
  #write(bytes: Buffer): Buffer | undefined {
    const written = this.#sink.write(bytes);
    if (written === "unread") this.#loseSink();
    const taken = written === "unread" ? bytes.length : written;
    this.#addHandedOn(taken);
    return taken === bytes.length ? undefined : bytes.subarray(taken);
  }

  #addHandedOn(bytes: number): void {
    this.#handedOn += bytes;
    if (this.#handedOn < this.#ownersEnd) return;
    for (const onOwnersEnd of this.#onOwnersEnd.splice(0)) onOwnersEnd();
  }

  #loseSink(): void {
    this.#sink.forget();
    this.#splices = false;
    if (this.#options.whenUnread === "end") this.stop();
  }
}
