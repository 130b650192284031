// Which processes are in a cgroup.
import { type DirectoryEntry, listDirectory } from "../sys/directory.ts";
import { isAbsent, readText } from "./files.ts";
import { type Cgroup, CgroupError } from "./path.ts";

/** Any of these hierarchies knows all processes of a container. */
const trackers = ["freezer", "pids", "systemd"];

/**
 * The directory whose `cgroup.procs` know all processes of a container. Throws CgroupError when that is the root of its
 * hierarchy: a container without a cgroup of its own shares one with strangers.
 */
export function trackingDirectory(cgroup: Cgroup): string {
  if (cgroup.kind === "v2") {
    if (cgroup.root === cgroup.path) throw rootError(cgroup.path);
    return cgroup.path;
  }
  for (const name of trackers) {
    const directory = cgroup.controllers.get(name);
    const mountPoint = cgroup.mountPoints.get(name);
    if (directory === undefined || mountPoint === undefined) continue;
    if (mountPoint !== directory) return directory;
  }
  throw rootError("of the container");
}

function rootError(path: string): CgroupError {
  return new CgroupError(`cgroup ${path} is not the container's own`);
}

/** Pids in `directory` and below; none when it is gone. */
export function processesIn(directory: string): number[] {
  let entries: DirectoryEntry[];
  try {
    entries = listDirectory(directory);
  } catch (error) {
    if (isAbsent(error)) return [];
    throw error;
  }
  // Pid 0 is a process of a namespace that we don't see.
  const text = readText(`${directory}/cgroup.procs`) ?? "";
  const pids = text
    .split("\n")
    .map(Number)
    .filter((pid) => pid > 1);
  for (const { name, isDirectory } of entries) if (isDirectory) pids.push(...processesIn(`${directory}/${name}`));
  return pids;
}
