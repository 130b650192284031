// Which cgroup hierarchy this machine has.
import { libc } from "../sys/ffi.ts";

export const cgroupRoot = "/sys/fs/cgroup";

const CGROUP2_SUPER_MAGIC = 0x63677270;

/** `hybrid`: v1 controllers, and a v2 hierarchy below `unified`. For metrics and limits it is v1. */
export type CgroupMode = "unified" | "hybrid" | "legacy";

function isCgroup2(path: string): boolean {
  // struct statfs (statfs(2)): f_type at 0.
  const statfs = Buffer.alloc(128);
  return libc("statfs", path, statfs) === 0 && Number(statfs.readBigInt64LE(0)) === CGROUP2_SUPER_MAGIC;
}

/** The mode of the hierarchy mounted at `root`. */
export function cgroupMode(root: string = cgroupRoot): CgroupMode {
  if (isCgroup2(root)) return "unified";
  return isCgroup2(`${root}/unified`) ? "hybrid" : "legacy";
}
