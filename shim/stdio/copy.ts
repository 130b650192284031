// Copies one descriptor to another as fast as the slower of the two, with one chunk in memory and no thread.

import { noteActivity } from "../../sys/activity.ts";
import { errnoOf } from "../../sys/errno.ts";
import { type Fd, setNonblocking } from "../../sys/fd.ts";
import { readableBytes, readNow } from "../../sys/nonblocking.ts";
import { pollNow, type Ready, type Watch, watch } from "../../sys/readiness.ts";
import type { Relayed } from "../../sys/relay.ts";
import { NotQuiet, restoreBytes, saveBytes } from "../../sys/saved.ts";
import { spliceNow } from "../../sys/splice.ts";
import { errorFields, log } from "../base/log.ts";
import type { CopyOptions } from "./copy-options.ts";
import { type Holdable, keepHere, mayHandOver, mustHold, noteRelayed } from "./held-copies.ts";
import type { SavedCopy } from "./saved.ts";
import { type Consumer, Sink } from "./sink.ts";

const chunkBytes = 64 * 1024;
/** More than a pipe holds: one call moves all that is there. */
const spliceBytes = 1024 * 1024;
/** Chunks moved before others get their turn. */
const chunksPerTurn = 16;
/** Whoever writes so much at once is likely to go on. */
const busyBytes = 4096;

// Each step is synchronous, so all copies share one buffer; only what a full sink refused is kept aside.
let shared: Buffer | undefined;

/** Neither end is closed here. */
export class Copy implements Holdable {
  readonly #source: Fd;
  readonly #sink: Sink;
  readonly #options: CopyOptions;
  #splices: boolean;
  #pending: Buffer | undefined;
  #sourceWatch: Watch | undefined;
  /** While another thread does the copying. */
  #relayed: Relayed | undefined;
  #turn: NodeJS.Immediate | undefined;
  #state: SavedCopy["state"] = "idle";
  /** Bytes that the sink has taken. */
  #handedOn = 0;
  /** What `#handedOn` is when the last byte of the source's owner was handed on. */
  #ownersEnd = 0;
  #isCounted = false;
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
    this.#isCounted = saved.ownersEnd > 0;
    if (saved.isSinkLost) this.#sink.forget();
  }

  /** Throws NotQuiet while the sink has not dealt with what it has. */
  save(): SavedCopy {
    if (this.#relayed !== undefined) {
      keepHere(this);
      this.#takeBack();
      this.#watchSource();
      // What came before it was watched for is no news.
      if (pollNow(this.#source).readable) throw new NotQuiet(`${this.#source.purpose} is copied`);
    }
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
    if (this.#sink.fd !== undefined && !this.#splices) setNonblocking(this.#sink.fd);
    if (this.#handOver()) return;
    this.#watchSource();
    this.#step();
  }

  #watchSource(): void {
    if (this.#sourceWatch === undefined) this.#sourceWatch = watch(this.#source, (ready) => this.#sourceReady(ready));
    else this.#sourceWatch.resume();
  }

  /** Whether another thread has it now. */
  #handOver(): boolean {
    const { fd } = this.#sink;
    if (!mayHandOver() || fd === undefined || this.#isCounted || this.#pending !== undefined) return false;
    if (this.#state !== "copying") return false;
    this.#relayed = this.#options.relay?.(this.#source, fd, () => this.comeBack());
    if (this.#relayed === undefined) return false;
    noteRelayed(this, true);
    this.#sourceWatch?.pause();
    return true;
  }

  comeBack(): void {
    this.#takeBack();
    this.#watchSource();
    this.#step();
  }

  #takeBack(): void {
    this.#pending = this.#relayed?.takeBack() ?? this.#pending;
    this.#relayed = undefined;
    noteRelayed(this, false);
  }

  goOn(): void {
    if (this.#state === "copying" || this.#state === "finishing") this.#step();
  }

  /** From now on "nothing there" means the end. */
  finish(): void {
    if (this.#state !== "copying") return;
    this.#state = "finishing";
    const wasRelayed = this.#relayed !== undefined;
    this.#takeBack();
    this.#step();
    if (!wasRelayed || this.#isOver) return;
    this.#watchSource();
    this.#step();
  }

  /** Who writes to the source has ended: what is in it now is the last of its own (`drained`). */
  sourceOwnerEnded(): void {
    if (this.#state !== "copying") return;
    // From now on the bytes are counted.
    this.#isCounted = true;
    if (this.#relayed !== undefined) this.comeBack();
    else this.#step();
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
    this.#takeBack();
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
    if (mustHold(this)) return undefined;
    const before = this.#handedOn;
    try {
      for (let chunk = 0; chunk < chunksPerTurn; chunk += 1) {
        if (this.#state === "ended") return undefined;
        if (this.#moveChunk()) continue;
        return this.#handedOn - before >= busyBytes && this.#relayed === undefined ? "busy" : undefined;
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
    if (count === "again") this.#handOver();
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
