// Whether a cgroup's processes stand still, and letting them go on.
import { isAbsent, readText, writeText } from "./files.ts";
import type { Cgroup } from "./path.ts";

/** The file that freezes, and what it holds when it does. Undefined without a freezer of the container's own. */
function freezerOf(cgroup: Cgroup): { file: string; thawed: string } | undefined {
  if (cgroup.kind === "v2") return { file: `${cgroup.path}/cgroup.freeze`, thawed: "0" };
  const directory = cgroup.controllers.get("freezer");
  const mountPoint = cgroup.mountPoints.get("freezer");
  if (directory === undefined || mountPoint === undefined || mountPoint === directory) return undefined;
  return { file: `${directory}/freezer.state`, thawed: "THAWED" };
}

/** Whether somebody has frozen `cgroup` or begun to. False for one that is gone or can't be frozen. */
export function isFrozen(cgroup: Cgroup): boolean {
  const freezer = freezerOf(cgroup);
  const state = freezer === undefined ? undefined : readText(freezer.file)?.trim();
  return state !== undefined && state !== freezer?.thawed;
}

/**
 * Lets `pid`, a process of the frozen `cgroup` that was sent SIGKILL, out: a frozen process of v1 does not even die, one of v2 does.
 * It runs no further, and the others stay where they are.
 */
export function releaseKilled(cgroup: Cgroup, pid: number): void {
  if (cgroup.kind === "v2" || !isFrozen(cgroup)) return;
  // The root can't be frozen.
  writeText(`${cgroup.mountPoints.get("freezer")}/cgroup.procs`, String(pid));
}

/** Lets the processes of `cgroup` go on. A frozen process of v1 does not even die before that. */
export function thaw(cgroup: Cgroup): void {
  const freezer = freezerOf(cgroup);
  if (freezer === undefined) return;
  try {
    if (isFrozen(cgroup)) writeText(freezer.file, freezer.thawed);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
