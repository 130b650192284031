// One byte stream carrying frames both ways: queues what can't be written yet, ends exactly once.
// Knows no calls: frames go to a receiver, which never sees bytes, chunks or back-pressure.

import { type Frame, FrameReader } from "./frame.ts";

/** What a connection needs of a byte stream; a connected net.Socket has it. */
export interface ByteStream {
  /** A chunk belongs to the listener: it is not written to again (KF-100). */
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "drain" | "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  /** False asks the writer to wait for `drain`. */
  write(chunk: Uint8Array): boolean;
  pause(): unknown;
  resume(): unknown;
  /** Ends after everything written so far; `callback` runs when that has left, or can't. */
  end(callback?: () => void): unknown;
  destroy(): unknown;
  /** True when the stream has ended already and will not say so again. */
  readonly destroyed?: boolean;
}

export interface FrameReceiver {
  onFrame(frame: Frame): void;
  /** The connection has ended, however it did. Called once; no frame follows. */
  onLost(cause: Error | undefined): void;
}

export interface StreamOptions {
  /**
   * Reading pauses while more than this many bytes wait to be written. By default it never pauses, for reading
   * must not wait for writing (KF-112); a server sets it, since what it reads makes it write.
   */
  readonly maxQueuedBytes?: number;
  /** More frames have come at once than are taken in one turn: such a flood leaves much behind. */
  readonly onBusy?: () => void;
}

/** Frames taken before others have their turn: a peer that sends thousands at once must not make everybody wait. */
const framesPerTurn = 32;

type State = "open" | "finishing" | "lost";

export class Connection {
  readonly #stream: ByteStream;
  readonly #receiver: FrameReceiver;
  readonly #maxQueuedBytes: number;
  readonly #onBusy: (() => void) | undefined;
  readonly #reader = new FrameReader();
  #state: State = "open";

  // Frames wait here, not in the stream, so that their bytes are counted and those of given-up calls can be dropped.
  #queue: Uint8Array[] = [];
  #queueHead = 0;
  #queuedBytes = 0;
  #congested = false;
  #readingPaused = false;
  #taking = false;
  /** There is more to take, in the next turn. */
  #resting = false;
  /** Frames are left where they are (`hold`). */
  #held = false;
  #ended: { readonly cause: Error | undefined } | undefined;

  constructor(stream: ByteStream, receiver: FrameReceiver, options: StreamOptions = {}) {
    this.#stream = stream;
    this.#receiver = receiver;
    this.#maxQueuedBytes = options.maxQueuedBytes ?? Number.POSITIVE_INFINITY;
    this.#onBusy = options.onBusy;
    stream.on("data", (chunk) => this.#onData(chunk));
    stream.on("drain", () => this.#onDrain());
    stream.on("end", () => this.#onEnd(undefined));
    stream.on("close", () => this.#onEnd(undefined));
    stream.on("error", (error) => this.#onEnd(error));
    if (stream.destroyed) queueMicrotask(() => this.#lose(undefined));
  }

  get isOpen(): boolean {
    return this.#state === "open";
  }

  get queuedBytes(): number {
    return this.#queuedBytes;
  }

  /** Sends a frame now or as soon as the stream takes it. After the end it is dropped. */
  send(frame: Uint8Array): void {
    if (this.#state !== "open") return;
    if (!this.#congested) {
      this.#congested = !this.#stream.write(frame);
      return;
    }
    this.#queue.push(frame);
    this.#queuedBytes += frame.length;
    if (this.#queuedBytes > this.#maxQueuedBytes && !this.#readingPaused) {
      this.#readingPaused = true;
      this.#stream.pause();
    }
  }

  /** Takes back a frame that is still in the queue: its call was given up before the peer would read (KF-112). */
  unsend(frame: Uint8Array): void {
    const at = this.#queue.indexOf(frame, this.#queueHead);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    this.#queuedBytes -= frame.length;
  }

  /** Takes no more frames, writes what was sent, ends. Resolves when that is done, at the latest after `timeoutMs`. */
  async finish(timeoutMs: number): Promise<void> {
    if (this.#state !== "open") return;
    this.#state = "finishing";
    for (const frame of this.#queue.slice(this.#queueHead)) this.#stream.write(frame);
    this.#clearQueue();
    // What still comes in is read and thrown away: closing a unix socket over unread bytes resets the peer.
    if (this.#readingPaused) this.#stream.resume();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, timeoutMs);
      this.#onFlushed = () => {
        clearTimeout(timer);
        resolve();
      };
      this.#stream.end(() => this.#onFlushed());
    });
    this.#lose(undefined);
  }

  #onFlushed: () => void = () => {};

  /** Bytes of frames that are not complete; undefined while something is on its way. */
  unread(): Uint8Array | undefined {
    const isQuiet =
      this.#state === "open" && !this.#congested && !this.#resting && !this.#readingPaused && this.#queuedBytes === 0;
    return isQuiet ? this.#reader.unread() : undefined;
  }

  /** Takes no frame until `release`. */
  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    this.#takeFrames();
  }

  /** Takes bytes that came before there was a listener. */
  receive(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#onData(bytes);
  }

  /** Ends at once. */
  close(): void {
    this.#lose(undefined);
  }

  #onData(chunk: Uint8Array): void {
    if (this.#state !== "open") return;
    this.#reader.push(chunk);
    this.#takeFrames();
  }

  #takeFrames(): void {
    // A receiver may answer while it receives, and a stream may drain while it is written to.
    if (this.#taking || this.#resting || this.#held) return;
    this.#taking = true;
    try {
      for (let taken = 0; this.#state === "open" && !this.#readingPaused; taken += 1) {
        if (taken === framesPerTurn) {
          this.#rest();
          break;
        }
        const frame = this.#reader.next();
        if (frame === undefined) break;
        this.#receiver.onFrame(frame);
      }
    } catch (error) {
      // A receiver's fault ends its connection; thrown on, it would end the process and all containers' with it.
      this.#lose(error instanceof Error ? error : new Error(String(error)));
    } finally {
      this.#taking = false;
    }
  }

  #rest(): void {
    this.#onBusy?.();
    this.#resting = true;
    this.#stream.pause();
    setImmediate(() => {
      this.#resting = false;
      this.#takeFrames();
      if (this.#resting || this.#state !== "open") return;
      if (this.#ended !== undefined) this.#lose(this.#ended.cause);
      else if (!this.#readingPaused) this.#stream.resume();
    });
  }

  /** What has come before the end is taken before it. */
  #onEnd(cause: Error | undefined): void {
    if (this.#resting && this.#state === "open") this.#ended ??= { cause };
    else this.#lose(cause);
  }

  #onDrain(): void {
    if (this.#state !== "open") return;
    this.#congested = false;
    while (!this.#congested && this.#queueHead < this.#queue.length) {
      const frame = this.#queue[this.#queueHead++] as Uint8Array;
      this.#queuedBytes -= frame.length;
      this.#congested = !this.#stream.write(frame);
    }
    this.#compactQueue();
    if (!this.#readingPaused || this.#queuedBytes > this.#maxQueuedBytes / 2) return;
    this.#readingPaused = false;
    this.#takeFrames();
    if (this.#state === "open" && !this.#readingPaused && !this.#resting) this.#stream.resume();
  }

  #compactQueue(): void {
    if (this.#queueHead === this.#queue.length) this.#clearQueue();
    else if (this.#queueHead > 1024 && this.#queueHead > this.#queue.length / 2) {
      this.#queue = this.#queue.slice(this.#queueHead);
      this.#queueHead = 0;
    }
  }

  #clearQueue(): void {
    this.#queue = [];
    this.#queueHead = 0;
    this.#queuedBytes = 0;
  }

  #lose(cause: Error | undefined): void {
    if (this.#state === "lost") return;
    this.#state = "lost";
    this.#clearQueue();
    this.#stream.destroy();
    this.#onFlushed();
    this.#receiver.onLost(cause);
  }
}
