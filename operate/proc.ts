// What /proc says of processes. Whatever is asked may be gone by then: answers are undefined, nothing throws.
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { textOfBytes } from "../sys/byte-text.ts";
import { O_PATH } from "../sys/fd.ts";

export interface ProcessInfo {
  readonly pid: number;
  readonly parent: number;
  /** One letter as in proc(5): R, S, D, Z, … */
  readonly state: string;
  /** The kernel's name for it, 15 characters at most. */
  readonly name: string;
  readonly words: readonly string[];
  /** Unix time. */
  readonly startedMs: number;
  /** Processor time of all its threads so far. */
  readonly cpuMs: number;
}

export interface Memory {
  /** Pages that it has written and nobody else has: what would be free without it. */
  readonly privateKiB: number;
  /** All that it maps, what is shared counted in parts. */
  readonly pssKiB: number;
  /** What is in no file: heap, stacks. */
  readonly anonymousKiB: number;
}

/** USER_HZ of every Linux in use. */
const msPerTick = 10;

let bootMs: number | undefined;

function bootTimeMs(): number {
  bootMs ??= Number(/^btime (\d+)$/m.exec(readFileSync("/proc/stat", "latin1"))?.[1]) * 1000;
  return bootMs;
}

export function readProcess(pid: number): ProcessInfo | undefined {
  const stat = readProc(pid, "stat")?.toString("latin1");
  if (stat === undefined) return undefined;
  // The name is in parentheses and may itself contain any character.
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  const field = (number: number) => Number(fields[number - 3]);
  return {
    pid,
    parent: field(4),
    state: fields[0] ?? "?",
    name: stat.slice(stat.indexOf("(") + 1, end),
    words: wordsOf(readProc(pid, "cmdline")),
    startedMs: bootTimeMs() + field(22) * msPerTick,
    cpuMs: (field(14) + field(15)) * msPerTick,
  };
}

export function listProcesses(): ProcessInfo[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((process) => process !== undefined);
}

/** Undefined also for a process without memory: a zombie, a thread of the kernel. */
export function readMemory(pid: number): Memory | undefined {
  const rollup = readProc(pid, "smaps_rollup")?.toString("latin1") ?? "";
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(rollup)?.[1]);
  const [privateKiB, pssKiB, anonymousKiB] = [field("Private_Dirty"), field("Pss"), field("Anonymous")];
  return Number.isNaN(pssKiB) ? undefined : { privateKiB, pssKiB, anonymousKiB };
}

export function readEnvironment(pid: number): ReadonlyMap<string, string> {
  return new Map(
    wordsOf(readProc(pid, "environ")).map((word) => {
      const equals = word.indexOf("=");
      return [word.slice(0, equals), word.slice(equals + 1)] as const;
    }),
  );
}

/**
 * Whether it is nobody's but whoever's asks: real, effective and saved user. Anybody may call his process as he likes. (The owner of
 * /proc/PID tells less: it is root for every process that may not be dumped.)
 */
export function isOfOurUser(pid: number): boolean {
  const users = /^Uid:\s+(\d+)\s+(\d+)\s+(\d+)/m.exec(readProc(pid, "status")?.toString("latin1") ?? "");
  return users?.slice(1).every((user) => Number(user) === process.geteuid?.()) === true;
}

/** Of `exe`, `cwd`, `root`, `fd/1`, `ns/net`, … What was removed since has ` (deleted)` at its end. */
export function readProcLink(pid: number, name: string): string | undefined {
  try {
    return textOfBytes(readlinkSync(`/proc/${pid}/${name}`, "buffer"));
  } catch {
    return undefined;
  }
}

const deletedMark = " (deleted)";

/** A link of /proc as a path, and whether that is gone. */
export function withoutMark(link: string): { path: string; isDeleted: boolean } {
  const isDeleted = link.endsWith(deletedMark);
  return { path: isDeleted ? link.slice(0, -deletedMark.length) : link, isDeleted };
}

export interface OpenDescriptor {
  readonly number: number;
  /** A path, `pipe:[1]`, `socket:[2]`, … */
  readonly target: string;
}

export function listDescriptors(pid: number): OpenDescriptor[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
      const target = readProcLink(pid, `fd/${name}`);
      return target === undefined ? [] : [{ number: Number(name), target }];
    });
  } catch {
    return [];
  }
}

/** How a descriptor was opened. */
export function readAccess(pid: number, number: number): { reads: boolean; writes: boolean } | undefined {
  const flags = /^flags:\s+([0-7]+)$/m.exec(readProc(pid, `fdinfo/${number}`)?.toString("latin1") ?? "")?.[1];
  if (flags === undefined) return undefined;
  const value = Number.parseInt(flags, 8);
  if ((value & O_PATH) !== 0) return { reads: false, writes: false };
  return { reads: (value & 3) !== 1, writes: (value & 3) !== 0 };
}

export function readProc(pid: number, file: string): Buffer | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`);
  } catch {
    return undefined;
  }
}

function wordsOf(bytes: Buffer | undefined): string[] {
  return bytes === undefined ? [] : textOfBytes(bytes).split("\0").slice(0, -1);
}
