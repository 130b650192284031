// Gives memory back when a burst of work is over. The engine's own way is a timer that wakes an idle process every second;
// it is switched off (bin/launcher/engine.c), and this takes its place.
import { isBun } from "./build.ts";
import { bun } from "./bun.ts";
import { libc } from "./ffi.ts";
import { readFileText } from "./file.ts";

/**
 * The first collection comes soon, since what a heap has grown to is hard to give back; the other when all is over, and the
 * pages that it needed itself at last, when the quiet connections are parked as well (sys/parking.ts).
 */
const steps = [
  { afterMs: 250, run: collect },
  { afterMs: 2000, run: collect },
  { afterMs: 3000, run: forgetCleanPages },
] as const;

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
  const step = steps[round];
  if (step === undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    step.run();
    round += 1;
    schedule();
  }, step.afterMs);
  timer.unref();
}

function collect(): void {
  bun.gc(true);
  bun.shrink();
}

const MADV_DONTNEED = 4;

interface Range {
  readonly address: number;
  readonly bytes: number;
}

let cleanRanges: readonly Range[] | undefined;

/**
 * Unmaps the pages of the executable that nobody can have written to: they stay in the page cache, and what is needed again is
 * mapped again, sixteen pages at a time, without a disk. Two thirds of what an idle shim has resident are such pages, most of
 * them of the engine's start.
 */
function forgetCleanPages(): void {
  cleanRanges ??= findCleanRanges();
  for (const { address, bytes } of cleanRanges) libc("madvise", address, bytes, MADV_DONTNEED);
}

/** Of /proc/self/smaps (proc_pid_smaps(5)): not writable, large, and never written to, such as by the loader. */
function findCleanRanges(): Range[] {
  const worthBytes = 1 << 20;
  const ranges: Range[] = [];
  for (const mapping of readFileText("/proc/self/smaps", "latin1").split(/\n(?=[0-9a-f]+-)/)) {
    const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) r-[x-]p [0-9a-f]+ \S+ [1-9]/.exec(mapping) ?? [];
    if (from === undefined || to === undefined || !/^Anonymous: +0 kB$/m.test(mapping)) continue;
    const address = Number.parseInt(from, 16);
    const bytes = Number.parseInt(to, 16) - address;
    if (bytes >= worthBytes) ranges.push({ address, bytes });
  }
  return ranges;
}
