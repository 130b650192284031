// A mount namespace of the kit's own, in which runtimes and Go's shims find all cgroup hierarchies (driver/hugetlb.ts).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { isUnified, mountHugetlb } from "./driver/hugetlb.ts";

const variable = "RUNTS_CONFORMANCE_INSIDE";

/** The status of this program run again in such a namespace; undefined where it is in one, or needs none. */
export async function reenter(): Promise<number | undefined> {
  if (isUnified || process.env[variable] !== undefined) return undefined;
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn("unshare", ["--mount", "sh", "-c", mountHugetlb, "sh", ...command], {
    stdio: "inherit",
    env: { ...process.env, [variable]: "1" },
  });
  // A terminal's go to both; the one inside cleans up.
  process.on("SIGINT", () => {});
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  const [status, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return status ?? 128 + constants.signals[signal as NodeJS.Signals];
}
