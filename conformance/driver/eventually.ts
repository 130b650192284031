// Waiting for something to become true. Nothing in the tests sleeps for a fixed time instead.

import { setTimeout as delay } from "node:timers/promises";

export interface EventuallyOptions {
  /** How long to try before giving up; 10 s unless told, 2 s for a probe alone, which looks at this process. */
  timeoutMs?: number;
  intervalMs?: number;
}

type Probe<T> = () => T | Promise<T>;
type Found<T> = Exclude<T, false | null | undefined>;

/**
 * Calls `probe` until it returns something other than false, null or undefined, and returns that.
 *
 * Throws at the deadline, naming `what`, or the probe's own text without it, and the last error of the probe, if it threw.
 */
export function eventually<T>(what: string, probe: Probe<T>, options?: EventuallyOptions): Promise<Found<T>>;
export function eventually<T>(probe: Probe<T>): Promise<Found<T>>;
export async function eventually<T>(
  what: string | Probe<T>,
  probe: Probe<T> = what as Probe<T>,
  { timeoutMs = typeof what === "string" ? 10_000 : 2000, intervalMs = 10 }: EventuallyOptions = {},
): Promise<Found<T>> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    let failure: unknown;
    try {
      const value = await probe();
      if (value !== false && value !== null && value !== undefined) return value as Found<T>;
    } catch (error) {
      failure = error;
    }
    if (performance.now() >= deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`, { cause: failure });
    await delay(intervalMs);
  }
}
