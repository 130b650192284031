// A container's root filesystem: mounts what containerd asks for, and unmounts it (docs/contract/task-service.md 7).
// It removes no file and no directory: a failed unmount must never end in deleting what is mounted (KF-042).
import { sleep } from "../../sys/clock.ts";
import { type ErrnoName, errnoOf, errnoText } from "../../sys/errno.ts";
import { realPath } from "../../sys/file.ts";
import {
  lookAside,
  type MountCall,
  MS_BIND,
  MS_RDONLY,
  MS_REMOUNT,
  maxMountData,
  mount,
  mountFrom,
  mountsBelow,
  unmount,
  unmountNow,
} from "../../sys/mount.ts";
import { absolutePath } from "../../sys/path.ts";
import { resolveInRoot } from "../../sys/root-path.ts";
import { watched } from "../../sys/steps.ts";
import { lowerLayers } from "../bundle/layout.ts";
import type { RootfsMount } from "./component.ts";
import { compactOverlay, layersIn, optionsSize, parseMountOptions } from "./mount-options.ts";

/** A mount or unmount that failed. The message is the detail text of upstream. */
export class MountError extends Error {
  override readonly name = "MountError";
  readonly errno: ErrnoName | undefined;

  constructor(message: string, errno: ErrnoName | undefined, options?: ErrorOptions) {
    super(message, options);
    this.errno = errno;
  }
}

/**
 * Mounts `mounts` in order at or below the absolute path `rootfs`. On failure what was mounted is unmounted again and
 * the error is thrown; its message is what follows `failed to mount rootfs component: `.
 */
export async function mountRootfs(rootfs: string, mounts: readonly RootfsMount[]): Promise<void> {
  const root = absolutePath(rootfs);
  const done: string[] = [];
  try {
    for (const component of mounts) {
      const target = component.target === "" ? root : resolveInRoot(root, component.target);
      await watched(
        () => mountComponent(component, { root, target }, done),
        () => ({ name: `mount ${component.type}`, attributes: { "runts.mount.target": target } }),
      );
    }
  } catch (error) {
    // A mount that can't be undone now is found by the unmount of every later Delete.
    for (const target of done.reverse()) {
      try {
        unmountNow(target);
      } catch {}
    }
    throw error;
  }
}

/** Mounts one component; pushes its target to `done` once for each mount made. */
async function mountComponent(
  component: RootfsMount,
  { root, target }: { root: string; target: string },
  done: string[],
): Promise<void> {
  const { type } = component;
  if (type.startsWith("fuse.") || type.startsWith("fuse3.")) {
    const { mountFuse } = await import("./fuse.ts");
    await mountFuse(component, target);
    done.push(target);
    return;
  }
  const parsed = parseMountOptions(component.options);
  const { flags, uidMap, gidMap } = parsed;
  const idMapped = uidMap !== "" && gidMap !== "";

  if (idMapped && type === "overlay") {
    const { withIdMappedLowerdirs } = await import("./id-mapped.ts");
    await withIdMappedLowerdirs(parsed, lowerLayers(root), (options) =>
      mountOverlay({ ...component, target }, flags, options),
    );
    done.push(target);
    return;
  }
  // A remount without data changes flags only: that is the second call's business.
  if ((flags & MS_REMOUNT) === 0 || parsed.data.join(",") !== "") {
    if (type === "overlay") await mountOverlay({ ...component, target }, flags, parsed.data);
    else if (parsed.loop) await mountLoop({ ...component, target, flags }, parsed.data);
    else {
      const call: MountCall = { source: component.source, target, type, flags, data: joinData(parsed.data) };
      await describing(call, () => mount(call));
    }
    if ((flags & MS_REMOUNT) === 0) done.push(target);
  }
  if ((flags & (MS_BIND | MS_RDONLY)) === (MS_BIND | MS_RDONLY)) await remountReadOnly(target, flags);
  else if (idMapped) {
    const { idMapMount } = await import("./id-mapped.ts");
    idMapMount(target, parsed);
  }
}

/** Options shorter than a page by less than this are made more compact: the kernel needs room of its own. */
const compactionMargin = 512;

async function mountOverlay(component: RootfsMount, flags: number, data: readonly string[]): Promise<void> {
  const compact = optionsSize(data) >= maxMountData() - compactionMargin ? compactOverlay(data) : undefined;
  const { type, source, target } = component;
  const call: MountCall = { source, target, type, flags, data: joinData(compact?.options ?? data) };
  if (compact === undefined) return describing(call, () => mount(call));
  // That call is made on this thread, whose working directory it needs: layers that do not answer are met before it.
  for (const path of layersIn(data)) await lookAside(path);
  return describing(call, async () => mountFrom(compact.directory, call));
}

async function mountLoop(component: RootfsMount & { flags: number }, data: readonly string[]): Promise<void> {
  const { attachLoop } = await import("../../sys/loop.ts");
  const { target, type, flags } = component;
  const joined = joinData(data.filter((option) => option !== "direct-io"));
  const loop = await attachLoop(component.source, {
    readOnly: (flags & MS_RDONLY) !== 0,
    directIo: data.includes("direct-io"),
  });
  try {
    const call: MountCall = { source: loop.path, target, type, flags, data: joined };
    await describing(call, () => mount(call));
  } finally {
    // Mounted or not: the device frees itself (autoclear) with its last user.
    loop.fd.close();
  }
}

function joinData(data: readonly string[]): string {
  const joined = data.join(",");
  if (Buffer.byteLength(joined) > maxMountData()) throw new MountError("mount options is too long", undefined);
  return joined;
}

function describe(call: MountCall, error: unknown): unknown {
  const errno = errnoOf(error);
  if (errno === undefined) return error;
  const { source, target, type, flags, data } = call;
  const quote = JSON.stringify;
  return new MountError(
    `mount source: ${quote(source)}, target: ${quote(target)}, fstype: ${type}, flags: ${flags}, data: ${quote(data)}, err: ${errnoText(errno)}`,
    errno,
    { cause: error },
  );
}

async function describing(call: MountCall, f: () => Promise<void>): Promise<void> {
  try {
    await f();
  } catch (error) {
    throw describe(call, error);
  }
}

/** A bind mount becomes read-only by a second call only (mount(2)). */
async function remountReadOnly(target: string, flags: number): Promise<void> {
  const { inUserNamespace, lockedMountFlags } = await import("../../sys/user-namespace.ts");
  const locked = inUserNamespace() ? lockedMountFlags(target) : 0;
  try {
    await mount({ source: "", target, type: "", flags: flags | locked | MS_REMOUNT, data: "" });
  } catch (error) {
    const errno = errnoOf(error);
    throw errno === undefined ? error : new MountError(errnoText(errno), errno, { cause: error });
  }
}

export interface UnmountOptions {
  /** How often a busy mount is tried; 50 unless told. */
  readonly attempts?: number;
  /** Between two tries; 50 unless told. */
  readonly intervalMs?: number;
  /** Ends the tries early; the error is then the one of a busy mount. */
  readonly signal?: AbortSignal;
}

/**
 * Unmounts everything at and below `path`, deepest first, stacked mounts included; a missing path is no error. Of
 * several failures the last one (the shallowest mount) is thrown: `failed to unmount target <path>: …` when it stays
 * busy, else the text of errno.
 */
export async function unmountRecursive(path: string, options: UnmountOptions = {}): Promise<void> {
  let canonical: string;
  try {
    canonical = realPath(path);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return;
    throw error;
  }
  // Last seen, last mounted: the type that counts for a stack of mounts is the top one's, found anew at each turn.
  const targets = [...new Map(mountsBelow(canonical).map((entry) => [entry.mountPoint, entry.type]))].sort(
    ([a], [b]) => b.length - a.length,
  );
  let failure: unknown;
  for (const [target, type] of targets) {
    failure = undefined;
    try {
      await unmountAll(target, type, options);
    } catch (error) {
      failure = error;
    }
  }
  if (failure !== undefined) throw failure;
}

/** Unmounts `target` until nothing is mounted there. */
async function unmountAll(target: string, type: string, options: UnmountOptions): Promise<void> {
  if (type === "fuse" || type === "fuseblk" || type.startsWith("fuse.") || type.startsWith("fuseblk.")) {
    const { unmountFuse } = await import("./fuse.ts");
    await unmountFuse(target);
  }
  try {
    for (;;) await unmountPatiently(target, options);
  } catch (error) {
    const errno = errnoOf(error);
    // EINVAL: no mount point (any more). ENOENT: removed meanwhile, and its mount with it.
    if (errno === "EINVAL" || errno === "ENOENT") return;
    throw errno === undefined ? error : new MountError(errnoText(errno), errno, { cause: error });
  }
}

async function unmountPatiently(target: string, options: UnmountOptions): Promise<void> {
  const { attempts = 50, intervalMs = 50, signal } = options;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await unmount(target);
      return;
    } catch (error) {
      if (errnoOf(error) !== "EBUSY") throw error;
      if (attempt >= attempts || signal?.aborted === true) {
        throw new MountError(`failed to unmount target ${target}: ${errnoText("EBUSY")}`, "EBUSY", { cause: error });
      }
    }
    // An abort cuts the pause short; one last try follows.
    await sleep(intervalMs, signal);
  }
}
