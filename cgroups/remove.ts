// Removes the cgroup that a killed runtime or shim has left behind.
import { readdirSync, rmdirSync, statSync } from "node:fs";
import { join, normalize } from "node:path";
import { sleep } from "../sys/clock.ts";
import { errnoOf } from "../sys/errno.ts";
import { type MountEntry, mountTable } from "../sys/mount.ts";
import { isAbsent } from "./files.ts";
import { type CgroupMode, cgroupMode, cgroupRoot } from "./mode.ts";
import { processesIn } from "./processes.ts";

export interface EndOptions {
  /** End the processes in it; without this a cgroup with processes stays. */
  readonly kill: boolean;
  /** What differs in tests. */
  readonly root?: string;
  readonly mode?: CgroupMode;
  readonly mounts?: readonly MountEntry[];
}

const attempts = 50;
const intervalMs = 10;

/**
 * Removes the cgroup `path` of an OCI specification with all below it, from every hierarchy. Absence is success. A path
 * that is relative or systemd's is not looked for: only the runtime can tell where that is. A cgroup that this process
 * is in stays. Throws SysError for a cgroup that can't be removed.
 */
export async function endCgroup(path: string, options: EndOptions): Promise<void> {
  if (!path.startsWith("/") || normalize(path) === "/") return;
  for (const directory of directories(path, options)) {
    if (processesIn(directory).includes(process.pid)) continue;
    await end(directory, options.kill);
  }
}

function directories(path: string, options: EndOptions): string[] {
  const { root = cgroupRoot } = options;
  const unified = (options.mode ?? cgroupMode(root)) === "unified";
  const mounts = options.mounts ?? mountTable((line) => / - cgroup2? /.test(line));
  const mountPoints = unified
    ? [root]
    : mounts.filter(({ type }) => type === "cgroup" || type === "cgroup2").map(({ mountPoint }) => mountPoint);
  return mountPoints
    .map((mountPoint) => join(mountPoint, path))
    .filter((directory) => statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true);
}

async function end(directory: string, kill: boolean): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const pids = processesIn(directory);
    if (pids.length > 0 && !kill) return;
    for (const pid of pids) killProcess(pid);
    try {
      removeTree(directory);
      return;
    } catch (error) {
      if (errnoOf(error) !== "EBUSY" || attempt === attempts) throw error;
    }
    await sleep(intervalMs);
  }
}

function killProcess(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if (errnoOf(error) !== "ESRCH") throw error;
  }
}

function removeTree(directory: string): void {
  try {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.isDirectory()) removeTree(join(directory, entry.name));
    }
    rmdirSync(directory);
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
