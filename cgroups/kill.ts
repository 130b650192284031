// Ends every process of a cgroup.
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errnoOf } from "../sys/errno.ts";
import { isAbsent, readText, writeText } from "./files.ts";
import { type Cgroup, CgroupError } from "./path.ts";

export interface KillOptions {
  /** How often it is looked for processes that are left; 40 unless told. */
  readonly attempts?: number;
  /** Between two looks; 25 unless told. */
  readonly intervalMs?: number;
}

/** Any of these hierarchies knows all processes of a container. */
const trackers = ["freezer", "pids", "systemd"];

/**
 * Sends SIGKILL to all processes in and below `cgroup` until none is left; a cgroup that is gone has none. Returns
 * whether it is empty now: a process in an uninterruptible sleep may outlive the attempts.
 *
 * Throws CgroupError when this process is in there itself, or the cgroup is the root of its hierarchy: a container
 * without a cgroup of its own shares one with strangers.
 */
export async function killAll(cgroup: Cgroup, options: KillOptions = {}): Promise<boolean> {
  const { attempts = 40, intervalMs = 25 } = options;
  const directory = trackingDirectory(cgroup);
  if (processesIn(directory).includes(process.pid)) throw new CgroupError(`cgroup ${directory} contains this process`);
  const killed = cgroup.kind === "v2" && killAtOnce(directory);
  for (let attempt = 1; ; attempt += 1) {
    const pids = processesIn(directory);
    if (pids.length === 0) return true;
    if (attempt > attempts) return false;
    if (!killed) {
      for (const pid of pids) kill(pid);
      if (cgroup.kind === "v1") thaw(cgroup.controllers.get("freezer"));
    }
    await sleep(intervalMs);
  }
}

function trackingDirectory(cgroup: Cgroup): string {
  if (cgroup.kind === "v2") {
    if (relative(cgroup.root, cgroup.path) === "") throw rootError(cgroup.path);
    return cgroup.path;
  }
  for (const name of trackers) {
    const directory = cgroup.controllers.get(name);
    const mountPoint = cgroup.mountPoints.get(name);
    if (directory === undefined || mountPoint === undefined) continue;
    if (relative(mountPoint, directory) !== "") return directory;
  }
  throw rootError("of the container");
}

function rootError(path: string): CgroupError {
  return new CgroupError(`cgroup ${path} is not the container's own`);
}

/** cgroup.kill, Linux 5.14 and later; false when there is none. */
function killAtOnce(directory: string): boolean {
  try {
    writeText(join(directory, "cgroup.kill"), "1");
    return true;
  } catch (error) {
    if (isAbsent(error) || errnoOf(error) === "EINVAL") return false;
    throw error;
  }
}

/** Pids in `directory` and below. */
function processesIn(directory: string): number[] {
  let names: { name: string; isDirectory(): boolean }[];
  try {
    names = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
  // Pid 0 is a process of a namespace that we don't see.
  const text = readText(join(directory, "cgroup.procs")) ?? "";
  const pids = text
    .split("\n")
    .map(Number)
    .filter((pid) => pid > 1);
  for (const entry of names) if (entry.isDirectory()) pids.push(...processesIn(join(directory, entry.name)));
  return pids;
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}

/** A frozen process of v1 does not die before it is thawed. */
function thaw(directory: string | undefined): void {
  if (directory === undefined) return;
  try {
    if (readText(join(directory, "freezer.state"))?.trim() !== "THAWED") {
      writeText(join(directory, "freezer.state"), "THAWED");
    }
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
