// Ended spans on their way out: sent in batches, one at a time; what finds no room or can't be delivered is counted, and nobody waits for it.
import { log } from "../base/log.ts";
import type { Span } from "./span.ts";

/** Resolves when they were taken, rejects when they were not. */
export type Send = (spans: readonly Span[], lost: number) => Promise<void>;

export interface BatchLimits {
  readonly maxQueued: number;
  readonly maxBatch: number;
  /** From the first span to its batch. */
  readonly delayMs: number;
}

/** Half of a pod's life in a second; about 1 MB at most. */
const usual: BatchLimits = { maxQueued: 2048, maxBatch: 512, delayMs: 1000 };

export class Batches {
  readonly #load: () => Promise<Send>;
  readonly #limits: BatchLimits;
  #send: Promise<Send> | undefined;
  #queue: Span[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sending: Promise<void> | undefined;
  #lost: number;
  #told: number;

  /** `load` is called with the first batch: what sends is large. `lost`: by another image of this process, and told in its log. */
  constructor(load: () => Promise<Send>, { lost = 0, limits = usual }: { lost?: number; limits?: BatchLimits } = {}) {
    this.#load = load;
    this.#limits = limits;
    this.#lost = lost;
    this.#told = lost;
  }

  /** Spans that were not delivered so far. */
  get lost(): number {
    return this.#lost;
  }

  /** Nothing waits, and nothing is on its way. */
  get isIdle(): boolean {
    return this.#queue.length === 0 && this.#sending === undefined;
  }

  add(span: Span): void {
    if (this.#queue.length >= this.#limits.maxQueued) {
      this.#lost += 1;
      return;
    }
    this.#queue.push(span);
    if (this.#queue.length >= this.#limits.maxBatch) this.#begin();
    else this.#timer ??= setTimeout(() => this.#begin(), this.#limits.delayMs);
  }

  /** Resolves when everything was sent or has failed, or after `limitMs`. */
  async flush(limitMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    this.#begin();
    await Promise.race([this.#sending, limit]);
    clearTimeout(timer);
  }

  #begin(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#queue.length > 0) this.#sending ??= this.#sendAll();
  }

  async #sendAll(): Promise<void> {
    // Not within the call that has filled the batch.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, this.#limits.maxBatch);
      try {
        this.#send ??= this.#load();
        const send = await this.#send;
        await send(batch, this.#lost);
      } catch (error) {
        this.#lost += batch.length;
        this.#tell(error);
      }
    }
    this.#sending = undefined;
  }

  /** Each time that it has doubled: a collector that is away for a day is a dozen lines. */
  #tell(error: unknown): void {
    if (this.#lost < 2 * this.#told) return;
    this.#told = this.#lost;
    log("warning", "spans were lost", {
      lost_spans: this.#lost,
      error: error instanceof Error ? error.message : String(error),
    });
  }
}
