// Where the cgroup is that an OCI specification names.
import { fileInfo } from "../sys/file.ts";
import type { MountEntry } from "../sys/mount.ts";
import { cleanPath } from "../sys/path.ts";
import { type CgroupMode, cgroupRoot } from "./mode.ts";
import { hierarchies, modeOf } from "./path.ts";

/** What differs in tests. */
export interface SpecPathOptions {
  readonly root?: string;
  readonly mode?: CgroupMode;
  readonly mounts?: readonly MountEntry[];
}

/**
 * The directories of the absolute path `path` in every hierarchy, there or not. As the runtimes read it, `..` leads no higher
 * than to the root of a hierarchy; that itself is nobody's. None for a path that is relative or systemd's: only the runtime
 * can tell where that is.
 */
export function cgroupDirectories(path: string, options: SpecPathOptions = {}): string[] {
  if (!path.startsWith("/")) return [];
  const clean = cleanPath(path);
  if (clean === "/") return [];
  const { root = cgroupRoot } = options;
  if ((options.mode ?? modeOf(root)) === "unified") return [`${root}${clean}`];
  return (options.mounts ?? hierarchies())
    .filter(({ type }) => type === "cgroup" || type === "cgroup2")
    .map(({ mountPoint }) => `${mountPoint}${clean}`);
}

/** Those of `cgroupDirectories` that are not there: what is there once a runtime was asked to make the cgroup is its work. */
export function missingDirectories(path: string, options: SpecPathOptions = {}): string[] {
  return cgroupDirectories(path, options).filter((directory) => fileInfo(directory) === undefined);
}
