// A timer for a point in time of any distance; setTimeout itself ends at 2^31-1 ms and fires at once beyond.

const longestTimeoutMs = 2 ** 31 - 1;

/** Calls `onExpire` once when `performance.now()` has reached `deadlineMs`, unless cleared before. */
export class DeadlineTimer {
  readonly #deadlineMs: number;
  readonly #onExpire: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deadlineMs: number, onExpire: () => void) {
    this.#deadlineMs = deadlineMs;
    this.#onExpire = onExpire;
    this.#arm(deadlineMs - performance.now());
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #arm(remainingMs: number): void {
    const delayMs = Math.min(Math.max(Math.ceil(remainingMs), 0), longestTimeoutMs);
    this.#timer = setTimeout(() => this.#check(), delayMs);
  }

  #check(): void {
    this.#timer = undefined;
    const remainingMs = this.#deadlineMs - performance.now();
    if (remainingMs > 0) this.#arm(remainingMs);
    else this.#onExpire();
  }
}
