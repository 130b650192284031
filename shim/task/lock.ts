// One verb at a time per process. Look-ups, State, Kill and the exit path never take it (invariant 3).
import { deadlineExceeded } from "../../ttrpc/status.ts";
import { type Caller, untilAborted } from "./environment.ts";

export class Lock {
  #last: Promise<void> | undefined;

  /** Nobody is at it. */
  get isFree(): boolean {
    return this.#last === undefined;
  }

  /**
   * Runs `f` when everybody who came before has finished; its failure does not concern those behind. A caller that gives up while
   * it waits is told so at once, and `f` does not run.
   */
  async run<T>(caller: Caller, f: () => Promise<T>): Promise<T> {
    const before = this.#last;
    let finish: () => void = () => {};
    const own = new Promise<void>((resolve) => {
      finish = resolve;
    });
    this.#last = own;
    const release = () => {
      if (this.#last === own) this.#last = undefined;
      finish();
    };
    if (before !== undefined) {
      try {
        await untilAborted(before, caller.signal);
        // The timer may be late itself.
        if (caller.deadlineMs !== undefined && performance.now() >= caller.deadlineMs) throw deadlineExceeded();
      } catch (error) {
        void before.then(release);
        throw error;
      }
    }
    try {
      return await f();
    } finally {
      release();
    }
  }
}
