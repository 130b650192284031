// Several callers of one piece of work, as the one caller that the work sees.
import { type Caller, untilAborted } from "./environment.ts";

/** The work is given up when the last caller has given up. */
export class JointCaller implements Caller {
  readonly #controller = new AbortController();
  readonly #callers: Set<Caller>;

  constructor(first: Caller) {
    this.#callers = new Set([first]);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** The most patient one's. */
  get deadlineMs(): number | undefined {
    let latest = Number.NEGATIVE_INFINITY;
    for (const { deadlineMs } of this.#callers) {
      if (deadlineMs === undefined) return undefined;
      latest = Math.max(latest, deadlineMs);
    }
    return latest;
  }

  /**
   * Waits for `work` as one of its callers. One that gives up leaves while there are others; the last one aborts the work, and
   * waits for what becomes of it.
   */
  async join(caller: Caller, work: Promise<void>): Promise<void> {
    this.#callers.add(caller);
    try {
      await untilAborted(work, caller.signal);
    } catch (error) {
      if (!caller.signal.aborted || error !== caller.signal.reason) throw error;
      // One is kept: its deadline is what the work may still ask for.
      if (this.#callers.size > 1) {
        this.#callers.delete(caller);
        throw error;
      }
      this.#controller.abort(error);
      await work;
    }
  }
}
