// `runts top`: `ps` again and again, by processor time.
import { once } from "node:events";
import { readerIsGone, writeOut } from "../sys/stdout.ts";
import { renderShims, takeViews } from "./ps.ts";
import type { ShimView } from "./snapshot.ts";
import { formatBytes, printLine, screenOf } from "./terminal.ts";

export interface TopOptions {
  readonly interval?: number;
  readonly namespace?: string;
  /** `--count`: rounds, then it ends; default: until it is interrupted, or one where stdout is no terminal. */
  readonly count?: number;
  readonly ask?: boolean;
}

// A line that is too long ends at the edge: in the next row it would push the others out.
const enterAlternate = "\x1b[?1049h\x1b[?25l\x1b[?7l";
const leaveAlternate = "\x1b[?7h\x1b[?25h\x1b[?1049l";
const home = "\x1b[H";
const clearRest = "\x1b[J";

export async function top(options: TopOptions): Promise<number> {
  const { isTerminal } = screenOf();
  const intervalMs = (options.interval ?? 2) * 1000;
  const rounds = options.count ?? (isTerminal ? Number.POSITIVE_INFINITY : 1);
  const interrupted = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => interrupted.abort());
  if (isTerminal) {
    writeOut(enterAlternate);
    process.on("SIGTSTP", stopOutside);
  }
  try {
    let before = await takeViews(options);
    let beforeMs = performance.now();
    for (let round = 0; round < rounds && !interrupted.signal.aborted && !readerIsGone(); round += 1) {
      await pause(intervalMs, interrupted.signal);
      if (interrupted.signal.aborted) break;
      const now = await takeViews(options);
      const nowMs = performance.now();
      const text = renderRound(now, before, nowMs - beforeMs);
      if (isTerminal) writeOut(home + cutToScreen(text) + clearRest);
      else printLine(text);
      before = now;
      beforeMs = nowMs;
    }
  } finally {
    if (isTerminal) {
      process.off("SIGTSTP", stopOutside);
      writeOut(leaveAlternate);
    }
  }
  return 0;
}

/** Ctrl-Z: whoever stops it finds the screen as it was, with a cursor. */
function stopOutside(): void {
  writeOut(leaveAlternate);
  process.kill(process.pid, "SIGSTOP");
  writeOut(enterAlternate);
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  const timer = setTimeout(() => wake.abort(), milliseconds);
  const wake = new AbortController();
  await Promise.race([once(signal, "abort"), once(wake.signal, "abort")]);
  clearTimeout(timer);
}

function renderRound(shims: readonly ShimView[], before: readonly ShimView[], elapsedMs: number): string {
  const cpuBefore = new Map(before.map(({ pid, cpuMs }) => [pid, cpuMs]));
  const percent = (shim: ShimView) => ((shim.cpuMs - (cpuBefore.get(shim.pid) ?? shim.cpuMs)) / elapsedMs) * 100;
  const sorted = [...shims].sort((a, b) => percent(b) - percent(a) || (b.privateKiB ?? 0) - (a.privateKiB ?? 0));
  const total = shims.reduce((sum, { pssKiB }) => sum + (pssKiB ?? 0), 0);
  const containers = shims.reduce((sum, shim) => sum + shim.containers.length, 0);
  const time = new Date().toTimeString().slice(0, 8);
  const summary = `${time}  shims ${shims.length}, containers ${containers}, PSS of all shims ${formatBytes(total * 1024)}`;
  return `${summary}\n\n${renderShims(sorted, screenOf(), (shim) => `${percent(shim).toFixed(1)}%`)}`;
}

/** No more lines than there are, each cleared to its end. */
function cutToScreen(text: string): string {
  const lines = text.split("\n").slice(0, (process.stdout.rows || 25) - 1);
  return lines.map((line) => `${line}\x1b[K\n`).join("");
}
