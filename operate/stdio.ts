// What a process's stdin, stdout and stderr are, how much waits in them, and who is at the other end. By the kernel alone.
import { statSync } from "node:fs";
import { type Fd, pipeSize } from "../sys/fd.ts";
import { readableBytes } from "../sys/nonblocking.ts";
import { borrowDescriptor } from "../sys/pidfd.ts";
import { listDescriptors, listProcesses, type OpenDescriptor, readAccess, readProcLink } from "./proc.ts";

export interface StreamView {
  readonly stream: "stdin" | "stdout" | "stderr";
  readonly target: string;
  readonly kind: "nothing" | "pipe" | "fifo" | "terminal" | "file" | "device" | "socket" | "other";
  /** Bytes that were written and nobody has read; null where that can't be told. */
  readonly waiting: number | null;
  /** Bytes that have room before a writer waits. */
  readonly capacity: number | null;
  /** Who else has it open, at the other end: readers of an output, writers of an input. */
  readonly others: readonly string[];
}

const names = ["stdin", "stdout", "stderr"] as const;

/** Who has what open, read once for many questions. */
export class OpenFiles {
  readonly #holders = new Map<string, { pid: number; name: string; number: number }[]>();

  constructor() {
    for (const { pid, name } of listProcesses()) {
      if (pid === process.pid) continue;
      for (const { number, target } of listDescriptors(pid)) {
        if (!isShared(target)) continue;
        const list = this.#holders.get(target);
        if (list === undefined) this.#holders.set(target, [{ pid, name, number }]);
        else list.push({ pid, name, number });
      }
    }
  }

  /** `name pid` of those that have `target` open for reading, or for writing. */
  holders(target: string, side: "reads" | "writes", except: ReadonlySet<number>): string[] {
    const found = (this.#holders.get(target) ?? [])
      .filter(({ pid, number }) => !except.has(pid) && readAccess(pid, number)?.[side] === true)
      .map(({ pid, name }) => `${name} ${pid}`);
    return [...new Set(found)];
  }
}

function isShared(target: string): boolean {
  return target.startsWith("pipe:") || (target.startsWith("/") && !target.startsWith("/dev/null"));
}

/** Processes whose having a file open says nothing of the other end. */
export interface Sides {
  /** The container's, which share it. */
  readonly own: ReadonlySet<number>;
  /** The shim keeps a client's FIFO open for both directions, and reads nothing of it. */
  readonly shim: number;
}

/** Streams of process `pid`. */
export function streamsOf(pid: number, files: OpenFiles, sides: Sides): StreamView[] {
  const open = new Map(listDescriptors(pid).map((descriptor) => [descriptor.number, descriptor]));
  return names.flatMap((stream, number) => {
    const descriptor = open.get(number);
    return descriptor === undefined ? [] : [viewOf(pid, stream, descriptor, files, sides)];
  });
}

function viewOf(
  pid: number,
  stream: StreamView["stream"],
  { number, target }: OpenDescriptor,
  files: OpenFiles,
  { own, shim }: Sides,
): StreamView {
  const kind = kindOf(pid, number, target);
  const isQueue = kind === "pipe" || kind === "fifo";
  return {
    stream,
    target,
    kind,
    ...(isQueue || kind === "terminal" ? amounts(pid, number) : { waiting: null, capacity: null }),
    others: isQueue
      ? files.holders(target, stream === "stdin" ? "writes" : "reads", kind === "fifo" ? new Set([...own, shim]) : own)
      : [],
  };
}

/** How much waits in what `pid` has open as `number`; nulls where the kernel does not say, or let us. */
export function amounts(pid: number, number: number): { waiting: number | null; capacity: number | null } {
  let fd: Fd | undefined;
  try {
    fd = borrowDescriptor(pid, number);
    return { waiting: readableBytes(fd), capacity: pipeSize(fd) ?? null };
  } catch {
    return { waiting: null, capacity: null };
  } finally {
    fd?.close();
  }
}

function kindOf(pid: number, number: number, target: string): StreamView["kind"] {
  if (target === "/dev/null") return "nothing";
  if (target.startsWith("pipe:")) return "pipe";
  if (target.startsWith("socket:")) return "socket";
  try {
    // By the descriptor: the path is the container's, or has gone.
    const info = statSync(`/proc/${pid}/fd/${number}`);
    if (info.isFIFO()) return "fifo";
    if (info.isFile()) return "file";
    if (info.isCharacterDevice()) return /^\/dev\/(pts\/|console$|tty)/.test(target) ? "terminal" : "device";
    return "other";
  } catch {
    return readProcLink(pid, `fd/${number}`) === undefined ? "other" : "file";
  }
}

/** The client's side of a copied stream: the FIFO at `path`, through a descriptor of the shim's; undefined when it has none. */
export function clientEnd(
  shim: number,
  path: string,
  side: "reads" | "writes",
  files: OpenFiles,
): Pick<StreamView, "waiting" | "capacity" | "others"> | undefined {
  const found = listDescriptors(shim).filter(({ target }) => target === path);
  if (found.length === 0) return undefined;
  // Go's has it open by O_PATH as well, which tells nothing.
  const known = found.map(({ number }) => amounts(shim, number)).find(({ waiting }) => waiting !== null);
  return { ...(known ?? { waiting: null, capacity: null }), others: files.holders(path, side, new Set([shim])) };
}
