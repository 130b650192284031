// A mount namespace of the kit's own, in which runtimes and Go's shims find all cgroup hierarchies (driver/hugetlb.ts).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { isUnified, mountHugetlb } from "./driver/hugetlb.ts";

/** The pid of the one outside. */
const variable = "RUNTS_CONFORMANCE_INSIDE";
const lookMs = 200;

/** Of the one inside: its parent, which has waited for it from the beginning. */
let outside: number | undefined;

/**
 * Calls `onOrphaned` once whoever waits for this program has ended without a word, as by kill -9. No signal tells: which one comes
 * then is a process's own to say (PR_SET_PDEATHSIG), and Node can't.
 */
export function watchOutside(onOrphaned: () => void): void {
  if (outside === undefined) return;
  const timer = setInterval(() => {
    if (process.ppid === outside) return;
    clearInterval(timer);
    onOrphaned();
  }, lookMs);
  timer.unref();
}

/**
 * The status of this program run again in such a namespace; undefined where it is in one, or needs none. `again`: the words that
 * run it.
 */
export async function reenter(again: () => readonly string[]): Promise<number | undefined> {
  const pid = process.env[variable];
  // Of no interest to a shim.
  delete process.env[variable];
  if (pid !== undefined) outside = Number(pid);
  if (isUnified || pid !== undefined) return undefined;
  const words = again();
  const child = spawn("unshare", ["--mount", "sh", "-c", mountHugetlb, "sh", ...words], {
    stdio: "inherit",
    env: { ...process.env, [variable]: String(process.pid) },
  });
  // A terminal's go to both; the one inside cleans up.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  const [status, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return status ?? 128 + constants.signals[signal as NodeJS.Signals];
}
