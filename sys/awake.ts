// Staying awake for a peer that asks again at once.

/**
 * A peer that asks again as soon as it has its answer is waited for awake, for this long: to sleep and be woken costs more than
 * the answer, above all in a virtual machine. One that does not pays nothing.
 */
const awakeMs = 0.2;

let lastDataMs = Number.NEGATIVE_INFINITY;
let awakeUntilMs = 0;
let isAwake = false;

/** Something came in: stays awake for more, if it came soon after what came before. */
export function stayAwake(): void {
  const now = performance.now();
  const isBusy = now - lastDataMs < 2 * awakeMs;
  lastDataMs = now;
  if (!isBusy) return;
  awakeUntilMs = now + awakeMs;
  if (!isAwake) setImmediate(turn);
  isAwake = true;
}

/** The event loop does not sleep while an immediate waits for it. */
function turn(): void {
  isAwake = performance.now() < awakeUntilMs;
  if (isAwake) setImmediate(turn);
}
