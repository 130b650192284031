// Paths as text, in Go's reading of them, and PATH look-up.

import { libc } from "./ffi.ts";
import { fileInfo, readLink } from "./file.ts";

const X_OK = 1;

/** Path of the executable `name`, or undefined, as exec.LookPath does it. A name with a slash is taken as it is. */
export function findExecutable(name: string, searchPath = process.env.PATH ?? ""): string | undefined {
  const candidates = name.includes("/")
    ? [name]
    : searchPath.split(":").map((directory) => `${directory || "."}/${name}`);
  return candidates.find(isExecutable);
}

function isExecutable(path: string): boolean {
  if (libc("access", path, X_OK) < 0) return false;
  try {
    return fileInfo(path)?.type === "regular file";
  } catch {
    return false;
  }
}

/** The shortest path with the same meaning if no component is a link: Go's path.Clean. */
export function cleanPath(path: string): string {
  const rooted = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (!rooted) parts.push(part);
  }
  return rooted ? `/${parts.join("/")}` : parts.join("/") || ".";
}

/** `parts` that are not empty, joined and cleaned: Go's path.Join. */
export function joinPath(...parts: readonly string[]): string {
  const joined = parts.filter((part) => part !== "").join("/");
  return joined === "" ? "" : cleanPath(joined);
}

/** `path` as seen from anywhere, cleaned. */
export function absolutePath(path: string): string {
  return path.startsWith("/") ? cleanPath(path) : joinPath(workingDirectory(), path);
}

/** The engine's text has U+FFFD for what is no UTF-8. */
function workingDirectory(): string {
  const directory = process.cwd();
  return directory.includes("\ufffd") ? readLink("/proc/self/cwd") : directory;
}

/** The directory that a clean path lies in. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "." : path.slice(0, slash) || "/";
}
