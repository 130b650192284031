// Where the cgroups of a process are.
import { errnoOf, SysError } from "../sys/errno.ts";
import { fileInfo, readKernelText } from "../sys/file.ts";
import { type MountEntry, mountTable } from "../sys/mount.ts";
import { joinPath } from "../sys/path.ts";
import { type CgroupMode, cgroupMode, cgroupRoot } from "./mode.ts";

/** A cgroup of the unified hierarchy; `path` is its directory, at or below the mount at `root`. */
export interface CgroupV2 {
  readonly kind: "v2";
  readonly root: string;
  readonly path: string;
}

/** The directories of the v1 hierarchies, by controller (`memory`) or by name (`systemd`); and where each is mounted. */
export interface CgroupV1 {
  readonly kind: "v1";
  readonly controllers: ReadonlyMap<string, string>;
  readonly mountPoints: ReadonlyMap<string, string>;
}

export type Cgroup = CgroupV1 | CgroupV2;

/** No cgroup can be told from what the kernel says. */
export class CgroupError extends Error {
  override readonly name = "CgroupError";
}

/** What differs in tests. */
export interface LoadOptions {
  readonly root?: string;
  readonly mode?: CgroupMode;
  /** The mount table; asked from the kernel unless given. */
  readonly mounts?: readonly MountEntry[];
  /** Instead of `/proc/<pid>/cgroup`. */
  readonly file?: string;
}

/** One line of /proc/<pid>/cgroup: `hierarchy:controllers:path`. Controllers are empty for v2. */
export interface Membership {
  readonly controllers: readonly string[];
  readonly path: string;
}

/** Parses /proc/<pid>/cgroup. Paths may contain colons. Throws CgroupError on anything unexpected. */
export function parseMemberships(text: string): Membership[] {
  const memberships: Membership[] = [];
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const [, id, controllers, path] = /^(\d+):([^:]*):(\/.*)$/.exec(line) ?? [];
    if (id === undefined || controllers === undefined || path === undefined) {
      throw new CgroupError(`invalid cgroup entry ${JSON.stringify(line)}`);
    }
    const names = controllers.split(",").filter((name) => name !== "");
    memberships.push({ controllers: names.map((name) => name.replace(/^name=/, "")), path });
  }
  return memberships;
}

let knownMode: CgroupMode | undefined;
let knownHierarchies: readonly MountEntry[] | undefined;

/** As cgroupMode, asked once for the machine's own. */
export function modeOf(root: string): CgroupMode {
  if (root !== cgroupRoot) return cgroupMode(root);
  knownMode ??= cgroupMode(root);
  return knownMode;
}

/** The mounts of v1 hierarchies, and of v2 beside them. */
export function hierarchies(): readonly MountEntry[] {
  // Mounted at boot and there to stay.
  knownHierarchies ??= mountTable((line) => / - cgroup2? /.test(line));
  return knownHierarchies;
}

/**
 * The cgroups that process `pid` is in. Throws SysError when there is no such process, CgroupError when it is in no
 * cgroup that can be seen here.
 */
export function loadCgroup(pid: number, options: LoadOptions = {}): Cgroup {
  const root = options.root ?? cgroupRoot;
  const text = readKernelText(options.file ?? `/proc/${pid}/cgroup`);
  const memberships = parseMemberships(text);
  const mode = options.mode ?? modeOf(root);
  if (mode === "unified") {
    const path = memberships.find(({ controllers }) => controllers.length === 0)?.path;
    if (path === undefined) throw new CgroupError(`process ${pid} is in no cgroup of the unified hierarchy`);
    if (isOutside(path)) throw new CgroupError(`cgroup ${path} of process ${pid} is outside of our namespace`);
    const directory = inHierarchy(root, path);
    if (!isDirectory(directory)) throw new CgroupError(`cgroup ${path} of process ${pid} does not exist`);
    return { kind: "v2", root, path: directory };
  }
  return loadV1(memberships, options.mounts ?? hierarchies(), pid);
}

/** The root of a cgroup namespace is not left upwards: what is told so is not mounted here (cgroup_namespaces(7)). */
function isOutside(path: string): boolean {
  return path === "/.." || path.startsWith("/../");
}

function loadV1(memberships: readonly Membership[], mounts: readonly MountEntry[], pid: number): CgroupV1 {
  const controllers = new Map<string, string>();
  const mountPoints = new Map<string, string>();
  for (const membership of memberships) {
    for (const name of membership.controllers) {
      for (const mount of mounts) {
        if (!mount.superOptions.includes(name) && !mount.superOptions.includes(`name=${name}`)) continue;
        const directory = below(mount, membership.path);
        if (directory === undefined || !isDirectory(directory)) continue;
        controllers.set(name, directory);
        mountPoints.set(name, mount.mountPoint);
        break;
      }
    }
  }
  if (controllers.size === 0) throw new CgroupError(`process ${pid} is in no cgroup that is mounted here`);
  return { kind: "v1", controllers, mountPoints };
}

/** Where `path` of a hierarchy appears when its directory `mount.root` is mounted at `mount.mountPoint`. */
function below(mount: MountEntry, path: string): string | undefined {
  const prefix = mount.root === "/" ? "" : mount.root;
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return undefined;
  const rest = path.slice(prefix.length);
  return isOutside(rest) ? undefined : inHierarchy(mount.mountPoint, rest);
}

/** `path` below the mount point; the root cgroup is the mount point itself, without a slash at its end. */
function inHierarchy(mountPoint: string, path: string): string {
  return path === "/" || path === "" ? mountPoint : joinPath(mountPoint, path);
}

function isDirectory(path: string): boolean {
  try {
    return fileInfo(path)?.type === "directory";
  } catch (error) {
    if (errnoOf(error) === "ENOTDIR") return false;
    throw error;
  }
}

/** Whether anything is left of `cgroup`. */
export function cgroupExists(cgroup: Cgroup): boolean {
  return cgroup.kind === "v2" ? isDirectory(cgroup.path) : [...cgroup.controllers.values()].some(isDirectory);
}

/** Throws SysError (ENOENT) when nothing is left of `cgroup`. */
export function requireCgroup(cgroup: Cgroup): void {
  if (cgroupExists(cgroup)) return;
  const path = cgroup.kind === "v2" ? cgroup.path : cgroup.controllers.values().next().value;
  throw new SysError("stat", "ENOENT", path);
}
