// Which process is whose child (proc_pid_stat(5)).
import { listDirectory } from "./directory.ts";
import { readFileText } from "./file.ts";

/** The parent of `pid`; undefined when there is no such process. */
export function parentOfProcess(pid: number): number | undefined {
  let stat: string;
  try {
    stat = readFileText(`/proc/${pid}/stat`, "latin1");
  } catch {
    return undefined; // gone meanwhile
  }
  // The name is in parentheses and may itself contain any character.
  return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
}

/** The children of this process that its main thread has: those that it has adopted, and what was started by it (proc(5)). */
export function ownChildren(): number[] {
  const text = readFileText(`/proc/self/task/${process.pid}/children`, "latin1");
  return text.split(" ").filter(Boolean).map(Number);
}

/** All processes that can be seen. */
export function processes(): number[] {
  return listDirectory("/proc")
    .filter(({ name }) => /^[0-9]+$/.test(name))
    .map(({ name }) => Number(name));
}

/** `roots`, their children, and so on. */
export function descendants(roots: Iterable<number>): Set<number> {
  const parents = new Map(processes().map((pid) => [pid, parentOfProcess(pid)]));
  const found = new Set(roots);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const [pid, parent] of parents) if (parent !== undefined && found.has(parent)) found.add(pid);
  }
  return found;
}
