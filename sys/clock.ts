// Time. The wall clock's is not derived from a monotonic clock: a shim lives for months and the two drift apart.
import { libcOrThrow } from "./ffi.ts";

/** A moment as protobuf's Timestamp has it. */
export interface Moment {
  readonly seconds: number;
  readonly nanos: number;
}

/** Now, to the millisecond. */
export function now(): Moment {
  const milliseconds = Date.now();
  const seconds = Math.floor(milliseconds / 1000);
  return { seconds, nanos: (milliseconds - seconds * 1000) * 1_000_000 };
}

/** Go's zero time, 0001-01-01T00:00:00Z: what an exit time is before there is one (docs/contract/wire.md 2). */
export const zeroTime: Moment = { seconds: -62_135_596_800, nanos: 0 };

/** Now, to the nanosecond (clock_gettime(2), CLOCK_REALTIME). */
export function preciseNow(): Moment {
  const timespec = Buffer.alloc(16);
  libcOrThrow("clock_gettime", undefined, 0, timespec);
  return { seconds: Number(timespec.readBigInt64LE(0)), nanos: Number(timespec.readBigInt64LE(8)) };
}

/** Resolves after `milliseconds`, or as soon as `signal` aborts; never rejects. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal?.addEventListener("abort", end);
  });
}

/** When the event loop has dealt with what was there. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
