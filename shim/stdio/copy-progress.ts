// How far a copy has come, and who waits for that.
import type { SavedProgress } from "./saved.ts";

export class CopyProgress {
  #handedOn: number;
  /** What `#handedOn` is when the last byte of the source's owner was handed on. */
  #ownersEnd: number;
  #isCounted: boolean;
  readonly onEnd: (() => void)[] = [];
  readonly #onOwnersEnd: (() => void)[] = [];

  constructor(saved: SavedProgress = { handedOn: 0, ownersEnd: 0, isCounted: false }) {
    this.#handedOn = saved.handedOn;
    this.#ownersEnd = saved.ownersEnd;
    this.#isCounted = saved.isCounted;
  }

  save(): SavedProgress {
    return { handedOn: this.#handedOn, ownersEnd: this.#ownersEnd, isCounted: this.#isCounted };
  }

  /** Bytes that the sink has taken. */
  get handedOn(): number {
    return this.#handedOn;
  }

  /** Each byte goes through `add`, for the source's owner has ended. */
  get isCounted(): boolean {
    return this.#isCounted;
  }

  count(): void {
    this.#isCounted = true;
  }

  add(bytes: number): void {
    this.#handedOn += bytes;
    if (this.#handedOn >= this.#ownersEnd) this.#endOfOwner();
  }

  /** Nothing more of the source's owner comes than `left` bytes, which are not handed on. */
  ownerEnded(left: number): void {
    this.#ownersEnd = this.#handedOn + left;
  }

  /** Nothing more comes of anybody. */
  end(): void {
    for (const onEnd of this.onEnd.splice(0)) onEnd();
    this.#endOfOwner();
  }

  #endOfOwner(): void {
    for (const onOwnersEnd of this.#onOwnersEnd.splice(0)) onOwnersEnd();
  }

  /** Resolves at `end`, or after `limitMs`. */
  ended(limitMs: number): Promise<void> {
    return calledWithin(this.onEnd, limitMs);
  }

  /** Resolves when everything of the source's owner was handed on, or after `limitMs`. */
  async ownersEnded(limitMs: number): Promise<void> {
    if (this.#handedOn < this.#ownersEnd) await calledWithin(this.#onOwnersEnd, limitMs);
  }
}

/** Resolves when one of the `callbacks` that it adds is called, or after `limitMs`. */
function calledWithin(callbacks: (() => void)[], limitMs: number): Promise<void> {
  if (limitMs <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, limitMs);
    callbacks.push(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
