// What dead shims have left: sockets, bundles, mounts, cgroups, containers that nobody watches. Nothing of what is being made just now.
import { existsSync, readdirSync, readFileSync, statSync, unlinkSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { cgroupRoot } from "../../cgroups/mode.ts";
import * as layout from "../../shim/bundle/layout.ts";
import { tryLockFile } from "../../sys/file-lock.ts";
import { isListening } from "../../sys/unix-socket.ts";
import { isServedAt } from "../containers.ts";
import { readProcess } from "../proc.ts";
import type { FoundShim } from "../shims.ts";
import type { Finding } from "./finding.ts";

export interface Ground {
  readonly shims: readonly FoundShim[];
  /** containerds' state directories. */
  readonly states: readonly string[];
  readonly socketDirectories: readonly string[];
  /** What is younger is left alone: containerd makes a bundle before the shim is there, and a shim binds before it listens. */
  readonly youngMs: number;
  /** Roots of the runtimes' state, without the namespace. */
  readonly runtimeRoots: readonly string[];
}

export function checkLeftovers(ground: Ground): Finding[] {
  const beforeMs = Date.now() - ground.youngMs;
  const orphans = ground.states.flatMap((state) => orphanBundles(state, ground.shims, beforeMs));
  return [
    ...ground.socketDirectories.flatMap((directory) => staleSockets(directory, beforeMs)),
    ...orphans.flatMap((bundle) => aboutBundle(bundle)),
    ...ground.runtimeRoots.flatMap((root) => staleRuntimeStates(root, ground, orphans, beforeMs)),
  ];
}

function staleSockets(directory: string, beforeMs: number): Finding[] {
  return list(directory)
    .map((name) => join(directory, name))
    .filter((path) => isOldSocket(path, beforeMs) && !listens(path))
    .map((path) => ({
      check: "socket-left",
      level: "warning" as const,
      what: `nobody listens at ${path}`,
      why: "its shim was killed; the next start of the same container takes it away, and until then it lies there",
      mend: `rm ${path}`,
      fix: () => removeSocket(directory, path),
    }));
}

function isOldSocket(path: string, beforeMs: number): boolean {
  try {
    const info = statSync(path);
    return info.isSocket() && info.ctimeMs < beforeMs;
  } catch {
    return false;
  }
}

function listens(path: string): boolean {
  try {
    return isListening(path);
  } catch {
    return true;
  }
}

/** Under the lock that `start` takes: one that is being made now is not taken away. */
function removeSocket(directory: string, path: string): void {
  const unlock = tryLockFile(directory, { limitMs: 1000 });
  try {
    if (!listens(path)) unlinkSync(path);
  } finally {
    unlock();
  }
}

interface Orphan {
  readonly namespace: string;
  readonly id: string;
  readonly bundle: string;
}

/** Bundles of `state` that no running shim serves. */
function orphanBundles(state: string, shims: readonly FoundShim[], beforeMs: number): Orphan[] {
  const tasks = join(state, "io.containerd.runtime.v2.task");
  const sockets = shims.flatMap(({ socket }) => (socket === undefined ? [] : [socket]));
  const own = new Set(shims.map(({ bundle }) => bundle));
  return list(tasks).flatMap((namespace) =>
    list(join(tasks, namespace))
      .map((id) => ({ namespace, id, bundle: join(tasks, namespace, id) }))
      .filter(
        ({ bundle }) =>
          isOld(bundle, beforeMs) && !own.has(bundle) && !sockets.some((socket) => isServedAt(bundle, socket)),
      ),
  );
}

function isOld(path: string, beforeMs: number): boolean {
  try {
    return statSync(path).ctimeMs < beforeMs;
  } catch {
    return false;
  }
}

function aboutBundle({ namespace, id, bundle }: Orphan): Finding[] {
  const pid = Number(read(layout.initPid(bundle))) || 0;
  const isAlive = pid > 0 && readProcess(pid) !== undefined && isIn(pid, id);
  const mounts = mountsBelow(bundle);
  const start =
    "systemctl restart containerd   (it cleans up after shims that are gone; running containers survive it)";
  const found: Finding[] = isAlive
    ? [
        {
          check: "container-without-shim",
          level: "problem",
          what: `the container ${namespace}/${id} runs as ${pid} without a shim`,
          why: "nobody learns of its end, it can't be stopped through containerd, and its output goes nowhere",
          mend: start,
        },
      ]
    : [
        {
          check: "bundle-left",
          level: "warning",
          what: `the bundle ${bundle} has no shim`,
          why: "its id can't be used again before it is cleaned up",
          mend: start,
        },
      ];
  return [
    ...found,
    ...mounts.map((path) => ({
      check: "mount-left",
      level: "warning" as const,
      what: `${path} is still mounted`,
      why: "the image's layers can't be removed",
      mend: `${start}; if it stays: umount ${path}`,
    })),
    ...emptyCgroups(id).map((path) => ({
      check: "cgroup-left",
      level: "warning" as const,
      what: `the cgroup ${path} is empty`,
      why: "the kernel keeps its memory for it",
      mend: `rmdir ${path}`,
    })),
  ];
}

/** Whether `pid` is the container's still: its cgroup, or its root, tells. */
function isIn(pid: number, id: string): boolean {
  const traces = [read(`/proc/${pid}/cgroup`), read(`/proc/${pid}/mountinfo`)];
  return traces.some((text) => text.includes(id));
}

function mountsBelow(bundle: string): string[] {
  return read("/proc/self/mountinfo")
    .split("\n")
    .map((line) => line.split(" ")[4] ?? "")
    .filter((path) => path.startsWith(`${bundle}/`));
}

/** Directories of any hierarchy that are called as the container and hold no process; those of the unified one only once, too. */
function emptyCgroups(id: string): string[] {
  const roots = list(cgroupRoot)
    .map((name) => join(cgroupRoot, name))
    .filter((path) => existsSync(join(path, "cgroup.procs")));
  const all = [cgroupRoot, ...roots].flatMap((root) => findDirectories(root, id, 4));
  return [...new Set(all)].filter((path) => read(join(path, "cgroup.procs")) === "");
}

function findDirectories(root: string, name: string, depth: number): string[] {
  if (depth === 0) return [];
  return list(root, { directories: true }).flatMap((entry) => {
    const path = join(root, entry);
    return entry === name || entry === `cri-containerd-${name}.scope` ? [path] : findDirectories(path, name, depth - 1);
  });
}

/** What the runtime knows of containers that have neither a shim nor a bundle. */
function staleRuntimeStates(root: string, { states }: Ground, orphans: readonly Orphan[], beforeMs: number): Finding[] {
  return list(root).flatMap((namespace) =>
    list(join(root, namespace), { directories: true })
      .filter((id) => isOld(join(root, namespace, id), beforeMs))
      .filter((id) => !orphans.some((orphan) => orphan.id === id && orphan.namespace === namespace))
      .filter((id) => !states.some((state) => existsSync(join(state, "io.containerd.runtime.v2.task", namespace, id))))
      .map((id) => aboutState(join(root, namespace), id)),
  );
}

function aboutState(root: string, id: string): Finding {
  const pid = Number(/"init_process_pid":(\d+)/.exec(read(join(root, id, "state.json")))?.[1] ?? 0);
  const isAlive = pid > 0 && readProcess(pid) !== undefined && isIn(pid, id);
  const remove = `${existsSync(join(root, id, "status")) ? "crun" : "runc"} --root ${root} delete --force ${id}`;
  return {
    check: isAlive ? "container-without-shim" : "runtime-state-left",
    level: isAlive ? "problem" : "warning",
    what: isAlive
      ? `the container ${basename(root)}/${id} runs as ${pid}, and no containerd knows it`
      : `the runtime still knows a container ${id} in ${root}`,
    why: isAlive ? "nobody watches it, and nobody will end it" : "its id can't be used again",
    mend: remove,
  };
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function list(path: string, { directories = false } = {}): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => !directories || entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
}

/** Where sockets lie: those of the shims that run, and the usual place. */
export function socketDirectoriesOf(shims: readonly FoundShim[]): string[] {
  const used = shims.flatMap(({ socket }) => (socket?.startsWith("/") === true ? [dirname(socket)] : []));
  return [...new Set([...used, "/run/containerd/s"])];
}
