// Gives memory back when a burst of work is over. The engine's own way is a timer that wakes an idle process every second;
// it is switched off (shim/start.ts), and this takes its place.
import { isBun } from "./build.ts";
import { bun } from "./bun.ts";

const quietMs = 2000;
/** What one collection frees is handed to the kernel by the next ones: the allocator keeps it for a moment. */
const rounds = 3;

let timer: NodeJS.Timeout | undefined;
let roundsLeft = 0;

/** Something was done: when nothing more follows for two seconds, collect garbage and return free pages to the kernel. */
export function returnMemoryWhenQuiet(): void {
  if (!isBun) return;
  roundsLeft = rounds;
  if (timer === undefined) schedule();
  else timer.refresh();
}

function schedule(): void {
  timer = setTimeout(() => {
    timer = undefined;
    bun.gc(true);
    bun.shrink();
    roundsLeft -= 1;
    if (roundsLeft > 0) schedule();
  }, quietMs);
  timer.unref();
}
