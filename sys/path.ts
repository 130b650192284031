// PATH look-up, as exec.LookPath does it.
import { accessSync, constants, statSync } from "node:fs";
import { join } from "node:path";

/** Path of the executable `name`, or undefined. A name with a slash is taken as it is. */
export function findExecutable(name: string, searchPath = process.env.PATH ?? ""): string | undefined {
  const candidates = name.includes("/")
    ? [name]
    : searchPath.split(":").map((directory) => join(directory || ".", name));
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
