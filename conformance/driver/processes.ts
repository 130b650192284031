// Reading /proc: which processes are there, whose are they, have they been waited for.

import { readdirSync, readFileSync, readlinkSync } from "node:fs";

export interface ProcessInfo {
  pid: number;
  parent: number;
  /** One letter as in proc(5): R, S, D, Z, … */
  state: string;
  commandLine: string[];
}

/** The process, or undefined when there is none with this pid. A zombie is still a process. */
export function readProcess(pid: number): ProcessInfo | undefined {
  const stat = readProc(pid, "stat");
  // The command name is in parentheses and may itself contain any character.
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (!fields?.[0] || !fields[1]) return undefined;
  return {
    pid,
    state: fields[0],
    parent: Number(fields[1]),
    commandLine: (readProc(pid, "cmdline") ?? "").split("\0").slice(0, -1),
  };
}

export function listProcesses(): ProcessInfo[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((process) => process !== undefined);
}

/**
 * The shim that the daemon at `address` has started for container `id`, by its command line. It is looked for a few times: the
 * kernel lets whoever started it go a moment before the child has one.
 */
export function findShim(address: string, id: string): number | undefined {
  const isIt = (words: readonly string[]) => words.includes(address) && words[words.indexOf("-id") + 1] === id;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let attempt = 0; ; attempt += 1) {
    const found = listProcesses().find(({ commandLine }) => isIt(commandLine))?.pid;
    if (found !== undefined || attempt === 5) return found;
    Atomics.wait(pause, 0, 0, 20);
  }
}

/** Whether anything of it still runs: the first thread of a killed process is a zombie while others hold its files and sockets. */
export function isAlive(pid: number): boolean {
  const state = readProcess(pid)?.state;
  if (state === undefined || state === "X") return false;
  return state !== "Z" || countThreads(pid) > 1;
}

function countThreads(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/task`).length;
  } catch {
    return 0; // gone meanwhile
  }
}

/** kill(2) of one process. Throws for 0 and below, which mean this process's own group and others. */
export function killProcess(pid: number, signal: NodeJS.Signals | number): void {
  if (!Number.isSafeInteger(pid) || pid <= 1) throw new Error(`no process to kill: ${pid}`);
  process.kill(pid, signal);
}

/** kill -9, or another signal; a process that is gone needs none. */
export function killIfThere(pid: number, signal: NodeJS.Signals = "SIGKILL"): void {
  try {
    killProcess(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Whether any of `marks` occurs in the process's command line, environment, working directory or cgroups. */
export function carriesMark(pid: number, marks: readonly string[]): boolean {
  const traces = [readProc(pid, "cmdline"), readProc(pid, "environ"), readProc(pid, "cgroup"), readCwd(pid)];
  return traces.some((trace) => trace !== undefined && marks.some((mark) => trace.includes(mark)));
}

export interface Memory {
  rssKiB: number;
  pssKiB: number;
  privateDirtyKiB: number;
}

/** What a process costs, summed up by the kernel (smaps_rollup). */
export function readMemory(pid: number): Memory {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  const field = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(rollup)?.[1]);
  return { rssKiB: field("Rss"), pssKiB: field("Pss"), privateDirtyKiB: field("Private_Dirty") };
}

/** Processor time of all threads, living and ended, in ticks of 10 ms (USER_HZ of every Linux in use). */
export function processorTicks(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

/** Processor time of all threads that live, in milliseconds, as exact as the scheduler has it. */
export function processorTimeMs(pid: number): number {
  const times = readdirSync(`/proc/${pid}/task`).map((thread) => readProc(pid, `task/${thread}/schedstat`) ?? "0");
  return times.reduce((sum, text) => sum + Number(text.split(" ")[0]), 0) / 1e6;
}

/** How often the process's threads went to sleep of their own accord: each time something has woken one before. */
export function sleepCount(pid: number): number {
  const counts = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const status = readFileSync(`/proc/${pid}/task/${thread}/status`, "latin1");
    return Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1]);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1");
  } catch {
    return undefined; // gone meanwhile
  }
}

function readCwd(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // gone meanwhile, or a zombie
  }
}
