// Files as an installation changes them: whole or not at all, and with what they were kept.
import { createHash, randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";

export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

export function readIfThere(path: string): Buffer | undefined {
  return existsSync(path) ? readFileSync(path) : undefined;
}

/** Where the link at `path` points; undefined when there is none; `other` when something else is there. */
export function linkTarget(path: string): string | "other" | undefined {
  const info = lstatSync(path, { throwIfNoEntry: false });
  if (info === undefined) return undefined;
  return info.isSymbolicLink() ? readlinkSync(path) : "other";
}

/** `path` and what is above it, as far as it is not there, outermost first. */
export function missingDirectories(path: string): string[] {
  return existsSync(path) ? [] : [...missingDirectories(dirname(path)), path];
}

/** Makes `path` and what is missing above it; for everybody to read, whatever the umask. */
export function makeDirectories(path: string): void {
  for (const each of missingDirectories(path)) {
    mkdirSync(each);
    chmodSync(each, 0o755);
  }
}

/** Writes `path` by way of a hidden file beside it and a rename. Mode and owner stay those of the file that was there. */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o644): void {
  const real = readRealPath(path);
  const before = statSync(real, { throwIfNoEntry: false });
  const temporary = temporaryBeside(real);
  try {
    const file = openSync(temporary, "wx", before === undefined ? mode : before.mode & 0o7777);
    try {
      for (let rest = Buffer.from(content); rest.length > 0; ) rest = rest.subarray(writeSync(file, rest));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    chmodSync(temporary, before === undefined ? mode : before.mode & 0o7777);
    if (before !== undefined) chownSync(temporary, before.uid, before.gid);
    renameSync(temporary, real);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** A configuration may be a link into somebody's repository: the file that it leads to is edited, be it that it is not there yet. */
export function readRealPath(path: string, links = 0): string {
  const target = linkTarget(path);
  if (target === undefined || target === "other") return path;
  if (links === mostLinks) throw new Error(`${path}: too many links lead from one to another`);
  return readRealPath(join(target.startsWith("/") ? "" : dirname(path), target), links + 1);
}

/** As the kernel's (path_resolution(7)). */
const mostLinks = 40;

/** Copies an executable; one that is mapped is never written to. */
export function copyExecutable(from: string, to: string): void {
  const temporary = temporaryBeside(to);
  try {
    copyFileSync(from, temporary);
    chmodSync(temporary, 0o755);
    const file = openSync(temporary, "r");
    fsyncSync(file);
    closeSync(file);
    renameSync(temporary, to);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** Makes `path` a link, in one step where a link is there already. */
export function replaceLink(path: string, target: string): void {
  const temporary = temporaryBeside(path);
  symlinkSync(target, temporary);
  try {
    renameSync(temporary, path);
  } catch (error) {
    discard(temporary);
    throw error;
  }
}

/** What went wrong before is to be told, and not that this did, as on a file system that was made read-only. */
function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // The next one removes it.
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.runts-${randomBytes(6).toString("hex")}`);
}

/** What one that was killed has left beside `paths`. For whoever has the installation's lock (lock.ts). */
export function removeTemporaries(paths: readonly string[]): void {
  for (const directory of new Set(paths.map((path) => dirname(path)))) {
    if (!existsSync(directory)) continue;
    for (const name of readdirSync(directory)) {
      if (/^\.runts-[0-9a-f]{12}$/.test(name)) rmSync(join(directory, name), { force: true });
    }
  }
}
