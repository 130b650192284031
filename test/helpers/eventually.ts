// Waiting for something to become true. Nothing in the tests sleeps for a fixed time instead.

import { setTimeout as delay } from "node:timers/promises";

export interface EventuallyOptions {
  /** How long to try before giving up. */
  timeoutMs?: number;
  intervalMs?: number;
}

/**
 * Calls `probe` until it returns something other than false, null or undefined, and returns that.
 *
 * Throws at the deadline, naming `what` and the last error of the probe, if it threw.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  { timeoutMs = 10_000, intervalMs = 10 }: EventuallyOptions = {},
): Promise<Exclude<T, false | null | undefined>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let failure: unknown;
    try {
      const value = await probe();
      if (value !== false && value !== null && value !== undefined) {
        return value as Exclude<T, false | null | undefined>;
      }
    } catch (error) {
      failure = error;
    }
    if (performance.now() >= deadline) {
      throw new Error(`not within ${timeoutMs} ms: ${what}`, { cause: failure });
    }
    await delay(intervalMs);
  }
}

/**
 * Looks for a process by its command line, a few times: whoever started it is let go by the kernel a moment before its child
 * has one.
 */
export function lookAgain<T>(look: () => T | undefined): T | undefined {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const found = look();
    if (found !== undefined) return found;
    Atomics.wait(pause, 0, 0, 20);
  }
  return look();
}
