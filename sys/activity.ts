// When something last happened to this process: bytes, a call, the end of a process.

let lastMs = performance.now();

export function noteActivity(): void {
  lastMs = performance.now();
}

/** Milliseconds. */
export function quietFor(): number {
  return performance.now() - lastMs;
}
