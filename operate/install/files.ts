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

/** Makes `path` and what is missing above it; returns what was made, outermost first. */
export function makeDirectories(path: string): string[] {
  if (existsSync(path)) return [];
  const above = makeDirectories(dirname(path));
  mkdirSync(path, { mode: 0o755 });
  return [...above, path];
}

/** Writes `path` by way of a hidden file beside it and a rename. Mode and owner stay those of the file that was there. */
export function replaceFile(path: string, content: string | Uint8Array, mode = 0o644): void {
  const real = existsSync(path) ? readRealPath(path) : path;
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
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** A configuration may be a link into somebody's repository: the file that it leads to is edited. */
function readRealPath(path: string): string {
  const target = linkTarget(path);
  if (target === undefined || target === "other") return path;
  return readRealPath(join(target.startsWith("/") ? "" : dirname(path), target));
}

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
    rmSync(temporary, { force: true });
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
    rmSync(temporary, { force: true });
    throw error;
  }
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.runts-${randomBytes(6).toString("hex")}`);
}
