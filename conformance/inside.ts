// A mount namespace of the kit's own, in which runtimes and Go's shims find all cgroup hierarchies (driver/hugetlb.ts).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { isUnified, mountHugetlb } from "./driver/hugetlb.ts";

const variable = "RUNTS_CONFORMANCE_INSIDE";

/**
 * The status of this program run again in such a namespace; undefined where it is in one, or needs none. `again`: the words that
 * run it.
 */
export async function reenter(again: () => readonly string[]): Promise<number | undefined> {
  const isInside = process.env[variable] !== undefined;
  // Of no interest to a shim.
  delete process.env[variable];
  if (isUnified || isInside) return undefined;
  const child = spawn("unshare", ["--mount", "sh", "-c", mountHugetlb, "sh", ...again()], {
    stdio: "inherit",
    env: { ...process.env, [variable]: "1" },
  });
  // A terminal's go to both; the one inside cleans up.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  const [status, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return status ?? 128 + constants.signals[signal as NodeJS.Signals];
}
