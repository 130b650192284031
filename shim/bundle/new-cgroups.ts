// Which cgroups a create was about to make, kept in the bundle: after one that was interrupted, by a deadline or by our death,
// these and no others are cleaned up. A container may be made in a cgroup that others are in.
import { missingDirectories } from "../../cgroups/spec-path.ts";
import { O_CREAT, O_TRUNC, O_WRONLY, openFd } from "../../sys/fd.ts";
import { readFileTextIfThere, removeFile, writeFd } from "../../sys/file.ts";
import * as layout from "./layout.ts";

/** To be called before the runtime runs. `cgroupsPath`: of the specification. */
export function recordNewCgroups(bundle: string, cgroupsPath: string): string[] {
  const directories = missingDirectories(cgroupsPath);
  storeNewCgroups(bundle, directories);
  return directories;
}

/** Throws SysError. */
export function storeNewCgroups(bundle: string, directories: readonly string[]): void {
  const path = layout.newCgroups(bundle);
  if (directories.length === 0) {
    removeFile(path);
    return;
  }
  // A part of it is no JSON, and as good as nothing: the runtime has not run then.
  const file = openFd(path, O_WRONLY | O_CREAT | O_TRUNC, path);
  try {
    writeFd(file.number, Buffer.from(JSON.stringify(directories)), path);
  } finally {
    file.close();
  }
}

/** Empty when nothing is known. */
export function loadNewCgroups(bundle: string): string[] {
  try {
    const directories = JSON.parse(readFileTextIfThere(layout.newCgroups(bundle)) ?? "[]") as unknown;
    if (!Array.isArray(directories)) return [];
    return directories.filter((directory) => typeof directory === "string");
  } catch {
    return []; // killed in the middle of writing
  }
}
