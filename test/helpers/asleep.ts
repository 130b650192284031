// Shims that sleep (docs/asleep.md): which program is in a process now.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { eventually } from "./eventually.ts";

/** Anonymous memory in kB: the engine has megabytes of it. */
function anonymousKilobytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Anonymous: +(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN);
}

export function isAsleep(pid: number): boolean {
  return anonymousKilobytes(pid) < 200;
}

export async function fallsAsleep(pid: number, timeoutMs = 20_000): Promise<void> {
  await eventually(`shim ${pid} sleeps`, () => isAsleep(pid), { timeoutMs, intervalMs: 5 });
}

export async function wakesUp(pid: number): Promise<void> {
  await eventually(`shim ${pid} is awake`, () => !isAsleep(pid), { intervalMs: 2 });
}

/** What ps, pgrep and top call it. */
export function namesOf(pid: number): { command: string; line: string } {
  const command = readFileSync(`/proc/${pid}/comm`, "utf8");
  return { command, line: readFileSync(`/proc/${pid}/cmdline`, "latin1") };
}

/** What its descriptors are open on, but for their inodes. */
export function descriptorsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`)
    .map((name) => readlinkSync(`/proc/${pid}/fd/${name}`))
    .sort();
}
