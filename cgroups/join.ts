// Puts a process into an existing cgroup (option shim_cgroup; docs/contract/shim-cli.md 3, step 11).
import { errnoOf, errnoText } from "../sys/errno.ts";
import { fileInfo } from "../sys/file.ts";
import type { MountEntry } from "../sys/mount.ts";
import { cleanPath } from "../sys/path.ts";
import { writeText } from "./files.ts";
import { type CgroupMode, cgroupMode, cgroupRoot } from "./mode.ts";
import { CgroupError, hierarchies } from "./path.ts";

/** What differs in tests. */
export interface JoinOptions {
  readonly root?: string;
  readonly mode?: CgroupMode;
  readonly mounts?: readonly MountEntry[];
}

/**
 * Moves process `pid` into the cgroup `path`, given from the root of the hierarchy: of the unified one, or of every v1
 * hierarchy that has such a cgroup. Throws CgroupError with the texts of upstream.
 */
export function joinCgroup(path: string, pid: number, options: JoinOptions = {}): void {
  const { root = cgroupRoot } = options;
  const unified = (options.mode ?? cgroupMode(root)) === "unified";
  const directories = unified ? [unifiedDirectory(path, root)] : v1Directories(path, options.mounts);
  for (const directory of directories) {
    try {
      writeText(`${directory}/cgroup.procs`, String(pid));
    } catch (error) {
      throw new CgroupError(`failed to join cgroup ${path}: ${reasonOf(error)}`, { cause: error });
    }
  }
}

function unifiedDirectory(path: string, root: string): string {
  const isClean = path.startsWith("/") && (path === "/" || cleanPath(path) === path);
  if (!isClean || path.startsWith(cgroupRoot)) {
    throw new CgroupError(`failed to load cgroup ${path}: invalid group path`);
  }
  return path === "/" ? root : `${root}${path}`;
}

function v1Directories(path: string, mounts?: readonly MountEntry[]): string[] {
  // `..` leads no higher than to the root of a hierarchy.
  const clean = cleanPath(`/${path}`);
  const directories = new Set(
    (mounts ?? hierarchies())
      .filter(({ type }) => type === "cgroup")
      .map(({ mountPoint }) => (clean === "/" ? mountPoint : `${mountPoint}${clean}`))
      .filter((directory) => fileInfo(directory)?.type === "directory"),
  );
  if (directories.size === 0) throw new CgroupError(`failed to load cgroup ${path}: cgroup deleted`);
  return [...directories];
}

/** The errno's text alone, without call and path. */
function reasonOf(error: unknown): string {
  const errno = errnoOf(error);
  return errno === undefined ? String(error) : errnoText(errno);
}
