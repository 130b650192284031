// Copies while the shim becomes another program (docs/asleep.md): what they have is theirs then, and stays where it is.

/** A copy. */
export interface Holdable {
  /** Moves what is there. */
  goOn(): void;
  /** From here on the program does it, not another thread. */
  comeBack(): void;
}

let isHeld = false;
const held = new Set<Holdable>();
let isKept = false;
const kept = new Set<Holdable>();
/** Those that another thread does. */
const relayed = new Set<Holdable>();

/** No copy moves anything until `releaseCopies`: what is under way comes to its end. */
export function holdCopies(): void {
  isHeld = true;
  for (const copy of relayed) copy.comeBack();
}

export function releaseCopies(): void {
  isHeld = false;
  for (const copy of held) copy.goOn();
  held.clear();
}

/** Whether `copy` is to move nothing now; it is told when it may. */
export function mustHold(copy: Holdable): boolean {
  if (isHeld) held.add(copy);
  return isHeld;
}

/** Whether another thread may have a copy now. */
export function mayHandOver(): boolean {
  return !isHeld && !isKept;
}

export function noteRelayed(copy: Holdable, isRelayed: boolean): void {
  if (isRelayed) relayed.add(copy);
  else relayed.delete(copy);
}

/** For a copy that is saved: the thread is not the next program's. In the next turn, if there is one, it may have it again. */
export function keepHere(copy: Holdable): void {
  kept.add(copy);
  if (isKept) return;
  isKept = true;
  setImmediate(() => {
    isKept = false;
    for (const one of kept) one.goOn();
    kept.clear();
  });
}
