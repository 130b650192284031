// Every shim on the machine, whosever it is, by what /proc and the bundles say: containerd may be down.
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { type Container, containersOf } from "./containers.ts";
import {
  isOfOurUser,
  listDescriptors,
  listProcesses,
  type ProcessInfo,
  readProc,
  readProcLink,
  withoutMark,
} from "./proc.ts";

export interface FoundShim {
  readonly process: ProcessInfo;
  /** What it was called as: containerd-shim-runts-v2, containerd-shim-runc-v2, … */
  readonly program: string;
  readonly executable: string;
  /** Its file was removed, or another one has its place. */
  readonly isReplaced: boolean;
  /** `runts` for ours, whatever it is called; `other` for all that another user runs. */
  readonly kind: "runts" | "go" | "other";
  readonly namespace: string;
  /** Of the container that it was started for. */
  readonly id: string;
  /** containerd's socket. */
  readonly containerdAddress: string;
  /** Where it listens; undefined when that can't be told. */
  readonly socket: string | undefined;
  /** The one that it was started for, which may be gone; undefined when that can't be told. */
  readonly bundle: string | undefined;
  readonly containers: readonly Container[];
  /** The runtime's commands that it runs, and logging binaries. */
  readonly commands: readonly ProcessInfo[];
}

export function findShims(processes: readonly ProcessInfo[] = listProcesses()): FoundShim[] {
  const names = listeningSockets();
  return processes.flatMap((process) => {
    const call = parseShimCall(process.words);
    return call === undefined ? [] : [describeShim(process, call, processes, names)];
  });
}

interface ShimCall {
  readonly program: string;
  readonly namespace: string;
  readonly id: string;
  readonly address: string;
}

/** The command line of a shim that serves; undefined for any other, such as a `start` under way. Node has its script second. */
export function parseShimCall(words: readonly string[]): ShimCall | undefined {
  const at = words.slice(0, 2).findIndex((word) => /(^|\/)containerd-shim-[^/]+$/.test(word));
  if (at < 0) return undefined;
  const flags = new Map<string, string>();
  const rest = words.slice(at + 1);
  for (let i = 0; i < rest.length; i += 1) {
    const [, name, inline] = /^--?([^=]+)(?:=(.*))?$/s.exec(rest[i] as string) ?? [];
    if (name === undefined) return undefined;
    if (name === "debug") continue;
    flags.set(name, inline ?? rest[++i] ?? "");
  }
  const [namespace, id] = [flags.get("namespace"), flags.get("id")];
  if (namespace === undefined || id === undefined) return undefined;
  const program = words[at] as string;
  return {
    program: program.slice(program.lastIndexOf("/") + 1),
    namespace,
    id,
    address: flags.get("address") ?? "",
  };
}

function describeShim(
  process: ProcessInfo,
  call: ShimCall,
  processes: readonly ProcessInfo[],
  names: ReadonlyMap<string, string>,
): FoundShim {
  const { pid } = process;
  const executable = withoutMark(readProcLink(pid, "exe") ?? "");
  // What another user calls a shim is shown, and neither believed, asked nor commanded.
  const isOurs = isOfOurUser(pid);
  const bundle = isOurs ? bundleOf(pid, call.id) : undefined;
  const socket = isOurs ? socketOf(pid, names) : undefined;
  const containers = bundle === undefined ? [] : containersOf({ pid, bundle, socket });
  const known = new Set(containers.flatMap(({ pid: init, execs }) => [init, ...execs.map((exec) => exec.pid)]));
  return {
    process,
    program: call.program,
    executable: executable.path,
    isReplaced: executable.isDeleted,
    kind: isOurs ? kindOf(process) : "other",
    namespace: call.namespace,
    id: call.id,
    containerdAddress: call.address,
    socket,
    bundle,
    containers,
    commands: processes.filter(
      ({ pid: child, parent, state }) => parent === pid && state !== "Z" && !known.has(child) && isOurDoing(child, pid),
    ),
  };
}

/** Its working directory; one that sleeps is in `/`, and keeps the bundle open instead. */
function bundleOf(pid: number, id: string): string | undefined {
  const cwd = readProcLink(pid, "cwd");
  const places = [
    ...(cwd === undefined ? [] : [{ link: "cwd", target: cwd }]),
    ...listDescriptors(pid).map(({ number, target }) => ({ link: `fd/${number}`, target })),
  ];
  return places
    .map(({ link, target }) => ({ link, path: withoutMark(target).path }))
    .find(({ link, path }) => path.endsWith(`/${id}`) && isBelievable(`/proc/${pid}/${link}`, path))?.path;
}

/**
 * Anybody may call himself a shim, from a directory of his own making, or from one in a container that is called like a bundle:
 * what is there by `path` has to be the directory itself, and of whoever asks.
 */
function isBelievable(link: string, path: string): boolean {
  try {
    const [there, named] = [statSync(link), statSync(path, { throwIfNoEntry: false })];
    if (named === undefined) return true;
    return there.dev === named.dev && there.ino === named.ino && named.uid === process.geteuid?.();
  } catch {
    return false;
  }
}

/** Not an orphan of a container's, which the shim has as a child too: those are in another pid namespace or mount namespace. */
function isOurDoing(child: number, shim: number): boolean {
  const [own, its] = [readProcLink(shim, "ns/pid"), readProcLink(child, "ns/pid")];
  return own !== undefined && own === its && readProcLink(shim, "root") === readProcLink(child, "root");
}

/** By executable: shims of one kind are many, and their file is large. */
const kinds = new Map<string, FoundShim["kind"]>();

function kindOf({ pid, words }: ProcessInfo): FoundShim["kind"] {
  const isScript = /(^|\/)containerd-shim-/.test(words[1] ?? "");
  return isScript ? "runts" : kindOfExecutable(`/proc/${pid}/exe`);
}

/** The launcher is at the end of our executable (scripts/lib/add-launcher.mjs) and knows this variable; Go leaves a record in its own. */
export function kindOfExecutable(path: string): FoundShim["kind"] {
  try {
    const { dev, ino, size } = statSync(path);
    const key = `${dev}:${ino}`;
    let kind = kinds.get(key);
    if (kind === undefined) {
      kind = hasBytes(path, "RUNTS_START=", { from: size - tailBytes })
        ? "runts"
        : hasBytes(path, "Go buildinf:")
          ? "go"
          : "other";
      kinds.set(key, kind);
    }
    return kind;
  } catch {
    return "other";
  }
}

const tailBytes = 64 * 1024;
const chunkBytes = 1024 * 1024;

function hasBytes(path: string, text: string, { from = 0 } = {}): boolean {
  const file = openSync(path, "r");
  try {
    const chunk = Buffer.alloc(chunkBytes);
    for (let at = Math.max(0, from); ; at += chunkBytes - text.length) {
      const length = readSync(file, chunk, 0, chunk.length, at);
      if (chunk.subarray(0, length).includes(text)) return true;
      if (length < chunk.length) return false;
    }
  } finally {
    closeSync(file);
  }
}

/** Inode to path, of all unix sockets that are listened on (proc_net(5)); a shim's are in the network namespace that it began in. */
function listeningSockets(pid: number | "self" = "self"): Map<string, string> {
  const listening = 0x10000;
  const found = new Map<string, string>();
  for (const line of readFileSync(`/proc/${pid}/net/unix`, "utf8").split("\n").slice(1)) {
    const [, , , flags = "", , , inode = "", path = ""] = line.split(/\s+/);
    if ((Number.parseInt(flags, 16) & listening) !== 0 && path !== "") found.set(inode, path);
  }
  return found;
}

function socketOf(pid: number, names: ReadonlyMap<string, string>): string | undefined {
  const inodes = listDescriptors(pid).flatMap(({ target }) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
  const isOther = readProcLink(pid, "ns/net") !== readProcLink(process.pid, "ns/net");
  const own = isOther && readProc(pid, "net/unix") !== undefined ? listeningSockets(pid) : names;
  const name = inodes.map((inode) => own.get(inode) ?? names.get(inode)).find((path) => path !== undefined);
  // Upstream's earlier shims listen on an abstract name.
  return name;
}
