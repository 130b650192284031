// When something last happened to this process: bytes, a call, the end of a process.

let lastMs = performance.now();

export function noteActivity(): void {
  lastMs = performance.now();
}

/** Each says whether something has happened since it was asked last. */
const others: (() => boolean)[] = [];

/** For what happens without this program's knowledge. */
export function askForActivity(hasHappened: () => boolean): void {
  others.push(hasHappened);
}

/** Milliseconds. */
export function quietFor(): number {
  for (const hasHappened of others) if (hasHappened()) noteActivity();
  return performance.now() - lastMs;
}
