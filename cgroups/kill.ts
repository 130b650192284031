// Ends every process of a cgroup.
import { sleep } from "../sys/clock.ts";
import { errnoOf } from "../sys/errno.ts";
import { killProcess } from "../sys/kill.ts";
import { isAbsent, writeText } from "./files.ts";
import { thaw } from "./freezer.ts";
import { type Cgroup, CgroupError } from "./path.ts";
import { processesIn, trackingDirectory } from "./processes.ts";

export interface KillOptions {
  /** How often it is looked for processes that are left; 40 unless told. */
  readonly attempts?: number;
  /** Between two looks; 25 unless told. */
  readonly intervalMs?: number;
}

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
  // Those of v2 die as they are, but what stays frozen looks like a paused container to the runtime.
  if (killed) thaw(cgroup);
  for (let attempt = 1; ; attempt += 1) {
    const pids = processesIn(directory);
    if (pids.length === 0) return true;
    if (attempt > attempts) return false;
    if (!killed) for (const pid of pids) killProcess(pid);
    // Those of v1 do not die before.
    thaw(cgroup);
    await sleep(intervalMs);
  }
}

/** cgroup.kill, Linux 5.14 and later; false when there is none. */
function killAtOnce(directory: string): boolean {
  try {
    writeText(`${directory}/cgroup.kill`, "1");
    return true;
  } catch (error) {
    if (isAbsent(error) || errnoOf(error) === "EINVAL") return false;
    throw error;
  }
}
