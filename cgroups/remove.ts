// Removes the cgroup that a killed runtime or shim has left behind.
import { sleep } from "../sys/clock.ts";
import { listDirectory, removeDirectory } from "../sys/directory.ts";
import { errnoOf } from "../sys/errno.ts";
import { killProcess } from "../sys/kill.ts";
import { isAbsent, writeText } from "./files.ts";
import { CgroupError } from "./path.ts";
import { processesIn } from "./processes.ts";

export interface EndOptions {
  /** Whether a process is one that the interrupted runtime has started: no other is killed, and none is left alone in there. */
  readonly isOurs: (pid: number) => boolean;
  /** How often it is looked for processes that are left; 50 unless told. */
  readonly attempts?: number;
}

const intervalMs = 10;

/**
 * Removes the cgroups `directories`, one container's in several hierarchies, with all below them. Absence is success. Where
 * processes are in there that are not ours, they and the cgroups stay.
 *
 * Throws CgroupError when processes are left, SysError for a cgroup that can't be removed.
 */
export async function endCgroup(directories: readonly string[], options: EndOptions): Promise<void> {
  const { isOurs, attempts = 50 } = options;
  for (let attempt = 1; ; attempt += 1) {
    const left = directories.filter((directory) => end(directory, isOurs));
    if (left.length === 0) return;
    // A runtime's own half-made process ends by itself when the runtime has gone.
    if (attempt === attempts) throw new CgroupError(`cgroup ${left[0]} is in use by others`);
    await sleep(intervalMs);
  }
}

/** Returns whether it is still there. */
function end(directory: string, isOurs: (pid: number) => boolean): boolean {
  const pids = processesIn(directory);
  if (pids.length === 0) return !removeTree(directory);
  const ours = pids.filter((pid) => pid !== process.pid && isOurs(pid));
  for (const pid of ours) killProcess(pid);
  if (ours.length === pids.length) thaw(directory);
  return true;
}

/** A runtime may have been killed while it had the cgroup frozen. */
function thaw(directory: string): void {
  try {
    writeText(`${directory}/freezer.state`, "THAWED");
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/** False when somebody got in meanwhile, or has not quite gone. */
function removeTree(directory: string): boolean {
  try {
    for (const { name, isDirectory } of listDirectory(directory)) {
      if (isDirectory && !removeTree(`${directory}/${name}`)) return false;
    }
    removeDirectory(directory);
    return true;
  } catch (error) {
    if (errnoOf(error) === "EBUSY") return false;
    if (!isAbsent(error)) throw error;
    return true;
  }
}
