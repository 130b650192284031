// Gives memory back when a burst of work is over. The engine's own way is a timer that wakes an idle process every second;
// it is switched off (shim/start.ts), and this takes its place.
import { isBun } from "./build.ts";
import { bun } from "./bun.ts";

/** The first collection comes soon, since what a heap has grown to is hard to give back; the other when all is over. */
const afterQuietMs = [250, 2000] as const;

let timer: NodeJS.Timeout | undefined;
let round = 0;

/** Something was done: when nothing more follows for a moment, collects garbage and returns free pages to the kernel. */
export function returnMemoryWhenQuiet(): void {
  if (!isBun) return;
  if (timer !== undefined && round === 0) {
    timer.refresh();
    return;
  }
  clearTimeout(timer);
  round = 0;
  schedule();
}

function schedule(): void {
  const quietMs = afterQuietMs[round];
  if (quietMs === undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    bun.gc(true);
    bun.shrink();
    round += 1;
    schedule();
  }, quietMs);
  timer.unref();
}
