// Wall-clock time. Not derived from a monotonic clock: a shim lives for months and the two drift apart.

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

/** Go's zero time, 0001-01-01T00:00:00Z: what an exit time is before there is one (spec/wire.md 2). */
export const zeroTime: Moment = { seconds: -62_135_596_800, nanos: 0 };
