// What a test left behind on the machine, told apart from what other runs own by our directory,
// our namespace and our ids.

import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { execa } from "execa";
import { eventually } from "./eventually.ts";
import type { PrivateContainerd } from "./private-containerd.ts";
import { carriesMark, killIfThere, listProcesses } from "./processes.ts";

export interface Leftover {
  kind: "process" | "zombie" | "mount" | "cgroup" | "socket" | "bundle" | "runtime state" | "file" | "container";
  what: string;
  pid?: number;
}

/**
 * Paths that are no leftovers. The machine's /tmp is shared: only what appeared during the test counts. And mounts that a
 * daemon keeps as long as it runs.
 */
export type Baseline = ReadonlySet<string>;

export function takeBaseline(): Baseline {
  return new Set(strayTemporaryFiles());
}

export interface SettleOptions {
  baseline: Baseline;
  timeoutMs?: number;
  /** What somebody else than containerd and the shim could have left. */
  more?: () => Promise<Leftover[]>;
}

/**
 * Waits until nothing is left of the test and returns what still is at the deadline.
 *
 * `ctr` returns before the shim has gone and its bundle is removed, hence the patience.
 */
export async function settle(
  containerd: PrivateContainerd,
  { baseline, timeoutMs = 10_000, more = async () => [] }: SettleOptions,
): Promise<Leftover[]> {
  let left: Leftover[] = [];
  const isClean = async () => {
    left = findLeftovers(containerd, baseline);
    if (left.length > 0) return false;
    left = [...(await findContainers(containerd)), ...(await more())];
    return left.length === 0;
  };
  await eventually("nothing is left", isClean, { timeoutMs, intervalMs: 30 }).catch(() => undefined);
  return left;
}

/** FIFOs are not looked at: they are ctr's, which leaves those of a detached exec behind. */
export function findLeftovers(containerd: PrivateContainerd, baseline: Baseline): Leftover[] {
  return [
    ...findProcesses(containerd),
    ...findMounts(containerd).filter(({ what }) => !baseline.has(what)),
    ...findCgroups(containerd),
    ...entries("bundle", containerd.bundles),
    ...entries("bundle", containerd.works),
    ...runtimeStates(containerd.runcRoot),
    ...entries("file", containerd.temporaryDirectory),
    // A CNI plugin's own bookkeeping stays.
    ...containerd.podDirectories
      .flatMap((directory) => entries("file", directory))
      .filter(({ what }) => !/\/(lock|last_reserved_ip\.\d+)$/.test(what)),
    ...containerd.ids
      .map((id) => ({ kind: "socket" as const, what: containerd.shimSocket(id) }))
      .filter(({ what }) => existsSync(what)),
    ...strayTemporaryFiles()
      .filter((path) => !baseline.has(path))
      .map((what) => ({ kind: "file" as const, what })),
  ];
}

export function describeLeftovers(left: readonly Leftover[]): string {
  return left.map(({ kind, what, pid }) => `${kind}: ${pid === undefined ? "" : `${pid} `}${what}`).join("\n");
}

/** Removes by force what a failed test left, so that the next one starts clean. */
export async function removeLeftovers(containerd: PrivateContainerd, baseline: Baseline): Promise<void> {
  for (const { what: id } of await findContainers(containerd)) {
    await containerd.ctr.try("tasks", "kill", "--signal", "KILL", "--all", id);
    await containerd.ctr.try("tasks", "rm", "--force", id);
    await containerd.ctr.try("containers", "rm", id);
  }
  // Twice: only when the processes have gone can mounts, cgroups and directories go.
  await settle(containerd, { baseline, timeoutMs: 1_000 });
  for (const { pid, kind } of findLeftovers(containerd, baseline)) {
    if (pid !== undefined && kind === "process") killIfThere(pid);
  }
  await settle(containerd, { baseline, timeoutMs: 1_000 });
  const left = findLeftovers(containerd, baseline);
  for (const { kind, what } of left.toReversed()) {
    if (kind === "mount") await inMountNamespace(containerd, ["umount", "--lazy", what]);
    if (kind === "cgroup") removeCgroup(what);
  }
  for (const { kind, what } of left) {
    if (["socket", "bundle", "runtime state", "file"].includes(kind)) rmSync(what, { recursive: true, force: true });
  }
}

async function findContainers(containerd: PrivateContainerd): Promise<Leftover[]> {
  if (containerd.pid === undefined) return [];
  const ids = await containerd.ctr.run("containers", "ls", "--quiet");
  return ids
    .split("\n")
    .filter((id) => id !== "")
    .map((what) => ({ kind: "container" as const, what }));
}

function findProcesses(containerd: PrivateContainerd): Leftover[] {
  const marks = [containerd.directory, containerd.mark];
  const known = new Set([process.pid, containerd.pid, ...containerd.companions]);
  const all = listProcesses().filter(({ pid }) => !known.has(pid));
  const ours = new Set(all.filter(({ pid }) => carriesMark(pid, marks)).map(({ pid }) => pid));
  return all
    .filter(({ pid, parent, state }) => {
      const isOurZombie = state === "Z" && (parent === containerd.pid || ours.has(parent));
      return ours.has(pid) || isOurZombie;
    })
    .map(({ pid, state, commandLine }) => ({
      kind: state === "Z" ? "zombie" : "process",
      pid,
      what: commandLine.join(" "),
    }));
}

function findMounts(containerd: PrivateContainerd): Leftover[] {
  const namespaces = ["self", ...(containerd.pid === undefined ? [] : [String(containerd.pid)])];
  const mountPoints = namespaces.flatMap((pid) =>
    readFileSync(`/proc/${pid}/mountinfo`, "utf8")
      .split("\n")
      .map((line) => line.split(" ")[4] ?? ""),
  );
  return [...new Set(mountPoints)]
    .filter((path) => path.startsWith(`${containerd.directory}/`))
    .map((what) => ({ kind: "mount" as const, what }));
}

function findCgroups(containerd: PrivateContainerd): Leftover[] {
  return containerd.cgroupParents().flatMap((parent) =>
    readdirSync(parent, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => ({ kind: "cgroup" as const, what: join(parent, entry.name) })),
  );
}

/** Containers in a runtime's state directory. */
export function runtimeStates(directory: string): Leftover[] {
  // crun makes hidden ones once per root: to mount over what a container must not see, and to keep compiled filters.
  return entries("runtime state", directory).filter(({ what }) => !basename(what).startsWith("."));
}

/** What is in `directory`; nothing, if it is not there. */
function entries(kind: "bundle" | "runtime state" | "file", directory: string): Leftover[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory).map((name) => ({ kind, what: join(directory, name) }));
}

/**
 * Process specs and console sockets of a shim that did not respect TMPDIR. Such a file does not say whose it is: where another
 * containerd than ours runs on the machine, with its shims, nobody is blamed.
 */
function strayTemporaryFiles(): string[] {
  if (runsElsewhere()) return [];
  return readdirSync("/tmp")
    .filter((name) => /^(runc-process|pty)/.test(name))
    .map((name) => join("/tmp", name))
    .filter((path) => statSync(path, { throwIfNoEntry: false }) !== undefined);
}

/** Whether there is a containerd, or a shim of one, that is not of these tests: theirs have a TMPDIR of their own. */
function runsElsewhere(): boolean {
  return listProcesses().some(({ pid, commandLine }) => {
    const name = basename(commandLine[0] ?? "");
    return /^(containerd|dockerd|containerd-shim-.*)$/.test(name) && !carriesMark(pid, [join(tmpdir(), "runts-")]);
  });
}

async function inMountNamespace(containerd: PrivateContainerd, command: string[]): Promise<void> {
  const target = String(containerd.pid ?? process.pid);
  await execa("nsenter", ["--mount", "--target", target, "--", ...command], { reject: false });
}

/** With those below it: a pod's has its containers'. */
function removeCgroup(path: string): void {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (entry.isDirectory()) removeCgroup(join(path, entry.name));
  }
  rmdirSync(path);
}
