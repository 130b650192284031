// A shim's containers, by the bundles in containerd's state directory and the processes in them: nobody is asked.
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isFrozen } from "../cgroups/freezer.ts";
import { loadCgroup } from "../cgroups/path.ts";
import { readSpec } from "../oci/spec.ts";
import { groupOf } from "../shim/bundle/address.ts";
import { loadExit } from "../shim/bundle/exit-record.ts";
import * as layout from "../shim/bundle/layout.ts";
import { loadOptions, runtimeBinary } from "../shim/bundle/stored-options.ts";
import { readProcess, readProcLink } from "./proc.ts";

export type State = "created" | "running" | "paused" | "stopped" | "unknown";

export interface Exec {
  readonly id: string;
  readonly pid: number;
}

export interface Container {
  readonly id: string;
  readonly bundle: string;
  /** Of init; 0 when it is not known. */
  readonly pid: number;
  readonly state: State;
  /** Unix time at which init began; undefined once it has ended. */
  readonly startedMs: number | undefined;
  readonly exitStatus: number | undefined;
  /** Those that run. */
  readonly execs: readonly Exec[];
  /** What people call it: a pod's namespace, pod and container, or nerdctl's name. */
  readonly name: string | undefined;
  /** Whose members share a shim (shim/bundle/address.ts): a pod's id, or the container's own. */
  readonly group: string;
  /** runc, crun, … */
  readonly runtime: string;
}

export interface ShimPlace {
  readonly pid: number;
  /** The bundle that it was started for, beside which those of its other containers are. */
  readonly bundle: string;
  readonly socket: string | undefined;
}

/** A pod without a pause container comes first, as if it were one. */
export function containersOf({ pid, bundle, socket }: ShimPlace): Container[] {
  if (layout.isOfSandbox(bundle)) {
    const members = list(layout.members(bundle)).map((id) =>
      read(layout.memberBundle(join(layout.members(bundle), id))),
    );
    const containers = members
      .filter(isOwnDirectory)
      .map((path) => ({ ...describeContainer(path, pid), group: idOf(bundle) }));
    return [describePod(bundle), ...containers];
  }
  const parent = dirname(bundle);
  return list(parent)
    .map((name) => join(parent, name))
    .filter(isOwnDirectory)
    .filter((path) => (socket === undefined ? path === bundle : isServedAt(path, socket)))
    .map((path) => describeContainer(path, pid));
}

/** A directory that somebody else has made beside a bundle says what he likes. */
function isOwnDirectory(path: string): boolean {
  const info = lstatSync(path, { throwIfNoEntry: false });
  return info?.isDirectory() === true && info.uid === process.geteuid?.();
}

/** By `address`, which the shim writes, or `bootstrap.json`, which containerd does since 1.7. */
export function isServedAt(bundle: string, socket: string): boolean {
  return [layout.address(bundle), join(bundle, "bootstrap.json")].some((path) => read(path).includes(socket));
}

function describeContainer(bundle: string, shim: number): Container {
  const pid = Number(read(layout.initPid(bundle))) || 0;
  const exit = loadExit(bundle);
  const init = pid === 0 ? undefined : readProcess(pid);
  // A pid that somebody else has by now is nobody's.
  const annotations = annotationsOf(bundle);
  const options = loadOptions(bundle);
  const id = idOf(bundle);
  const isThere = init !== undefined && init.state !== "Z" && exit === undefined && init.parent === shim;
  return {
    id,
    bundle,
    pid,
    state: pid === 0 ? "unknown" : isThere ? stateOf(pid) : "stopped",
    startedMs: isThere ? init.startedMs : undefined,
    exitStatus: exit?.status,
    execs: execsOf(bundle, shim),
    name: nameOf(annotations),
    group: groupOf(id, annotations, options.shimGroup),
    runtime: runtimeBinary(options),
  };
}

/** By what its shim has recorded of it. */
function describePod(bundle: string): Container {
  const id = idOf(bundle);
  const life = lifeOf(bundle);
  const pid = life?.kind === "ready" ? (life.pid ?? 0) : 0;
  return {
    ...{ id, bundle, pid, group: id, execs: [], name: undefined },
    state: podStates[life?.kind ?? ""] ?? "unknown",
    startedMs: pid === 0 ? undefined : readProcess(pid)?.startedMs,
    exitStatus: life?.exit?.status,
    runtime: runtimeBinary(loadOptions(bundle)),
  };
}

const podStates: Readonly<Record<string, State>> = { created: "created", ready: "running", stopped: "stopped" };

interface PodLife {
  readonly kind?: string;
  readonly pid?: number;
  readonly exit?: { readonly status?: number };
}

/** As shim/sandbox/state.ts writes it. */
function lifeOf(bundle: string): PodLife | undefined {
  try {
    return (JSON.parse(read(layout.sandbox(bundle))) as { life?: PodLife }).life;
  } catch {
    return undefined;
  }
}

const idOf = (bundle: string) => bundle.slice(bundle.lastIndexOf("/") + 1);

function stateOf(pid: number): State {
  try {
    if (isFrozen(loadCgroup(pid))) return "paused";
  } catch {
    // No cgroup that can be seen here.
  }
  // Until `start` init is the runtime itself: its own program, or a copy in memory.
  const program = readProcLink(pid, "exe") ?? "";
  return /(^|\/)(runc|crun)( \(deleted\))?$|^\/memfd:|runc_cloned/.test(program) ? "created" : "running";
}

function execsOf(bundle: string, shim: number): Exec[] {
  return list(bundle).flatMap((file) => {
    const [, name] = /^(.+)\.pid$/.exec(file) ?? [];
    if (name === undefined || file === "init.pid" || file === "shim.pid") return [];
    const pid = Number(read(join(bundle, file)));
    const process = pid > 0 ? readProcess(pid) : undefined;
    if (process === undefined || process.state === "Z" || process.parent !== shim) return [];
    return [{ id: name === "init:exec" ? "init" : name, pid }];
  });
}

function annotationsOf(bundle: string): Readonly<Record<string, string>> {
  try {
    return readSpec(bundle).annotations;
  } catch {
    return {};
  }
}

function nameOf(annotations: Readonly<Record<string, string>>): string | undefined {
  const pod = annotations["io.kubernetes.cri.sandbox-name"];
  if (pod === undefined) return annotations["nerdctl/name"];
  const namespace = annotations["io.kubernetes.cri.sandbox-namespace"] ?? "default";
  const container = annotations["io.kubernetes.cri.container-name"];
  return [namespace, pod, ...(container === undefined ? [] : [container])].join("/");
}

function read(path: string): string {
  try {
    return existsSync(path) ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}

function list(path: string): string[] {
  try {
    return readdirSync(path).sort();
  } catch {
    return [];
  }
}
