// When something last happened to this process: bytes, a call, the end of a process.

let lastMs = performance.now();
/** Of those that can't tell: what they have counted, and had when they were last asked. */
const counters: { readonly count: () => number; last: number }[] = [];

export function noteActivity(): void {
  lastMs = performance.now();
}

/** `count` changes whenever something has happened. */
export function noteActivityOf(count: () => number): void {
  counters.push({ count, last: count() });
}

/** Milliseconds. */
export function quietFor(): number {
  for (const counter of counters) {
    const now = counter.count();
    if (now !== counter.last) noteActivity();
    counter.last = now;
  }
  return performance.now() - lastMs;
}
