// Shims that sleep (docs/asleep.md): which program is in a process now.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { eventually } from "./eventually.ts";

/** Anonymous memory in kB: the engine has megabytes of it. */
function anonymousKilobytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Anonymous: +(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN);
}

/** Whether it waits: one that has just become another program has little memory too, but runs. */
function waits(pid: number): boolean {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  return stat.charAt(stat.lastIndexOf(")") + 2) === "S";
}

export function isAsleep(pid: number): boolean {
  return anonymousKilobytes(pid) < 200 && waits(pid);
}

export async function fallsAsleep(pid: number, timeoutMs = 20_000): Promise<void> {
  await eventually(`shim ${pid} sleeps`, () => isAsleep(pid), { timeoutMs, intervalMs: 5 });
}

export async function wakesUp(pid: number): Promise<void> {
  await eventually(`shim ${pid} is awake`, () => anonymousKilobytes(pid) >= 200, { intervalMs: 2 });
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
