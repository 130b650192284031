// Which cgroup hierarchy this machine has.
import { statfsSync } from "node:fs";
import { join } from "node:path";

export const cgroupRoot = "/sys/fs/cgroup";

const CGROUP2_SUPER_MAGIC = 0x63677270;

/** `hybrid`: v1 controllers, and a v2 hierarchy below `unified`. For metrics and limits it is v1. */
export type CgroupMode = "unified" | "hybrid" | "legacy";

function isCgroup2(path: string): boolean {
  try {
    return statfsSync(path).type === CGROUP2_SUPER_MAGIC;
  } catch {
    return false;
  }
}

/** The mode of the hierarchy mounted at `root`. */
export function cgroupMode(root: string = cgroupRoot): CgroupMode {
  if (isCgroup2(root)) return "unified";
  return isCgroup2(join(root, "unified")) ? "hybrid" : "legacy";
}
