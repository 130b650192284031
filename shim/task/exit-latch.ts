// What `Wait` waits for: opens once, for any number of waiters, and keeps none that has left (KF-056).
import type { Exit } from "../../sys/reaper.ts";
import type { SavedLatch } from "./saved.ts";

export class ExitLatch {
  #outcome: { readonly exit: Exit | undefined } | undefined;
  readonly #waiters = new Set<(exit: Exit | undefined) => void>();

  /** Undefined before it is open. */
  save(): SavedLatch | undefined {
    return this.#outcome;
  }

  restore(saved: SavedLatch | undefined): void {
    if (saved !== undefined) this.open(saved.exit);
  }

  /** Opens the latch; undefined means that there never was a process. Only the first call counts. */
  open(exit: Exit | undefined): void {
    if (this.#outcome !== undefined) return;
    this.#outcome = { exit };
    for (const resolve of this.#waiters) resolve(exit);
    this.#waiters.clear();
  }

  /** Resolves with the exit; rejects with the signal's reason when it aborts first. The signal is asked for only if there is a wait. */
  wait(caller: { readonly signal: AbortSignal }): Promise<Exit | undefined> {
    if (this.#outcome !== undefined) return Promise.resolve(this.#outcome.exit);
    const { signal } = caller;
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(signal.reason);
        return;
      }
      const leave = () => {
        this.#waiters.delete(arrive);
        reject(signal.reason);
      };
      const arrive = (exit: Exit | undefined) => {
        signal.removeEventListener("abort", leave);
        resolve(exit);
      };
      this.#waiters.add(arrive);
      signal.addEventListener("abort", leave, { once: true });
    });
  }
}
