// What is on the machine of one driver's world: processes, cgroups, mounts, told apart from others' by its directory and namespace.

import { existsSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { carriesMark, listProcesses } from "./processes.ts";

/** Pids of everything that carries one of `marks`. */
export function findProcesses(marks: readonly string[]): number[] {
  return listProcesses()
    .filter(({ pid }) => pid !== process.pid)
    .filter(({ pid, parent, state }) => carriesMark(state === "Z" ? parent : pid, marks))
    .map(({ pid }) => pid);
}

/** The cgroups called `name` in all hierarchies below `root`. */
export function cgroupsCalled(name: string, root: string): string[] {
  const hierarchies = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(root, entry.name, name));
  return [...hierarchies, join(root, name)].filter((path) => existsSync(path));
}

export function mountsBelow(directory: string): string[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .map((line) => line.split(" ")[4] ?? "")
    .filter((path) => path.startsWith(`${directory}/`));
}

export function readCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

/** A frozen process of v1 does not die. */
export function thaw(cgroup: string): void {
  const file = join(cgroup, "freezer.state");
  if (existsSync(file)) writeFileSync(file, "THAWED");
}

/** If it can be: what is busy, or gone meanwhile, is left, and the next run has another name. */
export function rmdirQuietly(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // As above.
  }
}
