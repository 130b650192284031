// All copies stand still for a moment: while the process becomes another image (shim/actions/replace-self.ts).

let isHeld = false;
const waiting = new Set<{ goOn(): void }>();
const quiet = new Set<{ goOn(): void }>();

/** No copy moves anything until `releaseCopies`: what is under way comes to its end. */
export function holdCopies(): void {
  isHeld = true;
}

export function areHeld(): boolean {
  return isHeld;
}

/** `copy` has something to move, or may have. */
export function moveWhenReleased(copy: { goOn(): void }): void {
  waiting.add(copy);
}

/** `copy` has nothing to move, but goes on in another way then. */
export function goOnWhenReleased(copy: { goOn(): void }): void {
  quiet.add(copy);
}

/** Whether one had something to move, or may have, since `holdCopies`. */
export function isAnyWaiting(): boolean {
  return waiting.size > 0;
}

export function releaseCopies(): void {
  isHeld = false;
  const all = new Set([...waiting, ...quiet]);
  waiting.clear();
  quiet.clear();
  for (const copy of all) copy.goOn();
}
