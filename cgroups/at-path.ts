// A cgroup by its path, for one that has no process whose membership could be asked.
import { fileInfo } from "../sys/file.ts";
import { cleanPath } from "../sys/path.ts";
import { cgroupRoot } from "./mode.ts";
import { type Cgroup, CgroupError, hierarchies, modeOf } from "./path.ts";

/**
 * `parent` is a path as of the cgroupfs driver (`/kubepods/pod1`), or a slice's name as of systemd's (`kubepods-pod1.slice`). Throws
 * CgroupError when there is no such cgroup.
 */
export function cgroupAt(parent: string): Cgroup {
  const path = cleanPath(parent.endsWith(".slice") && !parent.includes("/") ? slicePath(parent) : `/${parent}`);
  if (path === "/") throw new CgroupError("the root is nobody's cgroup");
  if (modeOf(cgroupRoot) === "unified") {
    const directory = `${cgroupRoot}${path}`;
    if (fileInfo(directory) === undefined) throw new CgroupError(`cgroup ${path} does not exist`);
    return { kind: "v2", root: cgroupRoot, path: directory };
  }
  const controllers = new Map<string, string>();
  const mountPoints = new Map<string, string>();
  for (const { type, mountPoint, superOptions } of hierarchies()) {
    const directory = `${mountPoint}${path}`;
    if (type !== "cgroup" || fileInfo(directory) === undefined) continue;
    for (const option of superOptions) {
      if (option === "rw" || option.includes("=")) continue;
      controllers.set(option, directory);
      mountPoints.set(option, mountPoint);
    }
  }
  if (controllers.size === 0) throw new CgroupError(`cgroup ${path} does not exist`);
  return { kind: "v1", controllers, mountPoints };
}

/** Each dash of a slice's name is a level (systemd.slice(5)): `a-b.slice` is in `a.slice`. */
export function slicePath(slice: string): string {
  const parts = slice.slice(0, -".slice".length).split("-");
  return parts.map((_, at) => `/${parts.slice(0, at + 1).join("-")}.slice`).join("");
}
