// What a closed stdio leaves that still has to end: logging binaries.

const departing = new Set<Promise<void>>();

/** Something of a closed stdio that still has to end, and does so in bounded time. */
export function noteDeparting(end: Promise<void>): void {
  departing.add(end);
  end.then(
    () => departing.delete(end),
    () => departing.delete(end),
  );
}

export function isDeparting(): boolean {
  return departing.size > 0;
}

/** Resolves when all logging binaries of closed stdio are gone: a shim that leaves earlier would leave them behind. */
export async function stdioGone(): Promise<void> {
  await Promise.allSettled(departing);
}
