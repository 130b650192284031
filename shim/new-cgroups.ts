// Which cgroups a create was about to make, kept in the bundle: after one that was interrupted, by a deadline or by our death,
// these and no others are cleaned up. A container may be made in a cgroup that others are in.
import { missingDirectories } from "../cgroups/spec-path.ts";
import { readFileTextIfThere, removeFile, writeFileAtomically } from "../sys/file.ts";

const fileName = "cgroups.new";

/** To be called before the runtime runs. `cgroupsPath`: of the specification. */
export function recordNewCgroups(bundle: string, cgroupsPath: string): string[] {
  const directories = missingDirectories(cgroupsPath);
  const file = `${bundle}/${fileName}`;
  if (directories.length > 0) writeFileAtomically(file, JSON.stringify(directories), 0o600);
  else removeFile(file);
  return directories;
}

/** Empty when nothing is known. */
export function loadNewCgroups(bundle: string): string[] {
  try {
    const directories = JSON.parse(readFileTextIfThere(`${bundle}/${fileName}`) ?? "[]") as unknown;
    if (!Array.isArray(directories)) return [];
    return directories.filter((directory) => typeof directory === "string");
  } catch {
    return []; // killed in the middle of writing, by another implementation
  }
}
