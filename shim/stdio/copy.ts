// Copies one descriptor to another as fast as the slower of the two, with one chunk in memory and no thread.
import { noteActivity } from "../../sys/activity.ts";
import { errnoOf } from "../../sys/errno.ts";
import { type Fd, setNonblocking } from "../../sys/fd.ts";
import { readableBytes, readNow } from "../../sys/nonblocking.ts";
import type { Ready } from "../../sys/poll.ts";
import { type Watch, watch } from "../../sys/readiness.ts";
import { restoreBytes, saveBytes } from "../../sys/saved.ts";
import { errorFields, log } from "../base/log.ts";
import type { CopyOptions } from "./copy-options.ts";
import { CopyProgress } from "./copy-progress.ts";
import { areHeld, goOnWhenReleased, moveWhenReleased } from "./hold.ts";
import { Relaying } from "./relaying.ts";
import type { SavedCopy } from "./saved.ts";
import { type Consumer, Sink } from "./sink.ts";

const chunkBytes = 64 * 1024;
/** Chunks moved before others get their turn. */
const chunksPerTurn = 16;
/** Whoever writes so much at once is likely to go on. */
const busyBytes = 4096;

// Each step is synchronous, so all copies share one buffer; only what a full sink refused is kept aside.
let shared: Buffer | undefined;

/** Neither end is closed here. */
export class Copy {
  readonly #source: Fd;
  readonly #sink: Sink;
  readonly #options: CopyOptions;
  #splices: boolean;
  #pending: Buffer | undefined;
  #sourceWatch: Watch | undefined;
  readonly #relaying: Relaying;
  #turn: NodeJS.Immediate | undefined;
  #state: SavedCopy["state"] = "idle";
  readonly #progress: CopyProgress;

  /** Without a sink the source is drained. */
  constructor(source: Fd, sink: Fd | Consumer | undefined, options: CopyOptions = {}, saved?: SavedCopy) {
    this.#source = source;
    this.#sink = new Sink(sink, options, () => this.#step());
    this.#options = options;
    this.#splices = saved?.splices ?? options.splice === true;
    this.#progress = new CopyProgress(saved);
    this.#relaying = new Relaying(options.relay);
    if (saved === undefined) return;
    this.#state = saved.state;
    this.#pending = saved.pending === undefined ? undefined : restoreBytes(saved.pending);
    if (saved.isSinkLost) this.#sink.forget();
  }

  /** Of copies that are held (hold.ts). What another thread moves is taken back until they are released. */
  save(): SavedCopy {
    if (this.#relaying.isOn) {
      this.#takeBack();
      this.#watch();
      if (this.#pending === undefined) goOnWhenReleased(this);
      else moveWhenReleased(this);
    }
    return {
      state: this.#state,
      splices: this.#splices,
      pending: this.#pending === undefined ? undefined : saveBytes(this.#pending),
      ...this.#progress.save(),
      isSinkLost: this.#sink.isForgotten,
    };
  }

  /**
   * `onEnd` is called once: at the source's end of file, at `finish` once nothing is left, or at `stop`. One that was restored goes
   * on where it was, which may be its end.
   */
  start(onEnd: () => void): void {
    if (this.#isOver) return;
    this.#progress.onEnd.push(onEnd);
    if (this.#state === "idle") this.#state = "copying";
    if (this.#sink.fd !== undefined) setNonblocking(this.#sink.fd);
    // Short processes are over by now, and need no watch.
    if (this.#splices) this.#step();
    if (this.#isOver) return;
    if (!this.#handOver()) this.#watchSource();
  }

  #watchSource(): void {
    this.#watch();
    this.#step();
  }

  #watch(): void {
    if (this.#sourceWatch === undefined) this.#sourceWatch = watch(this.#source, (ready) => this.#sourceReady(ready));
    else this.#sourceWatch.resume();
  }

  /** Moves what is there. */
  goOn(): void {
    if (this.#isMoving) this.#step();
  }

  /** Whether another thread has it now. */
  #handOver(): boolean {
    if (this.#state !== "copying" || this.#progress.isCounted || this.#pending !== undefined) return false;
    const isOn = this.#relaying.begin(this.#source, this.#sink.fd, () => this.#goOnMyself());
    if (isOn) this.#sourceWatch?.pause();
    return isOn;
  }

  #goOnMyself(): void {
    const wasRelayed = this.#relaying.isOn;
    this.#takeBack();
    if (wasRelayed) this.#watchSource();
    else this.#step();
  }

  #takeBack(): void {
    this.#pending = this.#relaying.takeBack() ?? this.#pending;
  }

  /** From now on "nothing there" means the end. */
  finish(): void {
    if (this.#state !== "copying") return;
    this.#state = "finishing";
    this.#goOnMyself();
  }

  /** Who writes to the source has ended: what is in it now is the last of its own (`drained`). */
  sourceOwnerEnded(): void {
    if (this.#state !== "copying") return;
    this.#progress.count();
    this.#goOnMyself();
    if (this.#isOver) return;
    this.#progress.ownerEnded((this.#pending?.length ?? 0) + readableBytes(this.#source));
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
    this.#progress.end();
  }

  /** Resolves when it has ended, or after `limitMs`. */
  async ended(limitMs: number): Promise<void> {
    if (this.#isMoving) await this.#progress.ended(limitMs);
  }

  /** As `ended`; after `othersMs` only for what came before `sourceOwnerEnded`. */
  async drained(limitMs: number, othersMs = limitMs): Promise<void> {
    const first = Math.min(limitMs, othersMs);
    await this.ended(first);
    if (this.#isMoving) await this.#progress.ownersEnded(limitMs - first);
  }

  get #isMoving(): boolean {
    return this.#state === "copying" || this.#state === "finishing";
  }

  #sourceReady({ readable, hangup, error }: Ready): "busy" | "answer expected" | undefined {
    if (this.#sink.isFull || !(readable || hangup || error)) return undefined;
    const before = this.#progress.handedOn;
    const result = this.#step();
    const isAnswered = this.#options.isAnswered === true && this.#progress.handedOn > before;
    return result ?? (isAnswered ? "answer expected" : undefined);
  }

  #step(): "busy" | undefined {
    if (this.#turn !== undefined) return undefined;
    if (areHeld()) {
      moveWhenReleased(this);
      return undefined;
    }
    const before = this.#progress.handedOn;
    try {
      for (let chunk = 0; chunk < chunksPerTurn; chunk += 1) {
        if (this.#state === "ended") return undefined;
        if (this.#moveChunk()) continue;
        return this.#progress.handedOn - before >= busyBytes && !this.#relaying.isOn ? "busy" : undefined;
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
    const splices = this.#splices && this.#pending === undefined && this.#sink.fd !== undefined;
    if (splices && !this.#sink.isBetterWritten(this.#source)) return this.#spliceChunk();
    if (this.#pending !== undefined) {
      const rest = this.#write(this.#pending);
      this.#pending = rest;
      if (rest !== undefined) return this.#sink.waitForRoom();
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
    this.#pending = Buffer.from(rest);
    return this.#sink.waitForRoom();
  }

  #spliceChunk(): boolean {
    const { moved, next } = this.#sink.splice(this.#source);
    this.#progress.add(moved);
    if (next === "full") return this.#sink.waitForRoom();
    if (next === "unread") this.#loseSink();
    else if (next === "end" || (next === "nothing" && this.#state === "finishing")) this.stop();
    return next === "unread" || next === "more";
  }

  /** What did not fit. */
  #write(bytes: Buffer): Buffer | undefined {
    const written = this.#sink.write(bytes);
    if (written === "unread") this.#loseSink();
    const taken = written === "unread" ? bytes.length : written;
    this.#progress.add(taken);
    return taken === bytes.length ? undefined : bytes.subarray(taken);
  }

  #loseSink(): void {
    this.#sink.forget();
    this.#splices = false;
    if (this.#options.whenUnread === "end") this.stop();
  }
}
