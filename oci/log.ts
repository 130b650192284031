// The JSON log that a runtime's command writes, one file for each command.
import { asSysError, errnoOf } from "../sys/errno.ts";
import { O_NONBLOCK, O_RDONLY, openFd } from "../sys/fd.ts";
import { libcOrThrow } from "../sys/ffi.ts";
import { openFileInfo, removeFile } from "../sys/file.ts";
import type { LoggedError } from "./errors.ts";

/** What a command says last is what it died of; a runtime that talks much is not read whole. */
const maxReadBytes = 256 * 1024;

const taken = new Set<string>();

/**
 * A log for one command alone: what is in it is that one's reason for failing. Upstream's name if it is free. In the bundle,
 * since `delete` knows the commands of a dead shim by it, and what they leave goes with the bundle.
 */
export function takeLog(bundle: string): { readonly path: string; remove(): void } {
  let path = `${bundle}/log.json`;
  for (let number = 2; taken.has(path); number += 1) path = `${bundle}/log-${number}.json`;
  taken.add(path);
  const remove = () => {
    taken.delete(path);
    try {
      removeFile(path);
    } catch {} // It is in the bundle's way only.
  };
  return { path, remove };
}

/** Whether `path` is such a log of the container in `bundle`. */
export function isLogOf(bundle: string, path: string): boolean {
  return path.startsWith(`${bundle}/log`) && /^(-[0-9]+)?\.json$/.test(path.slice(bundle.length + 4));
}

/** The last `error` record of a runtime's JSON log. */
export function lastLoggedError(path: string): LoggedError {
  let text: string;
  try {
    text = endOf(path);
  } catch (error) {
    const cause = asSysError(error);
    return { kind: "unreadable", why: errnoOf(cause) === undefined ? String(cause) : (cause as Error).message };
  }
  let found: string | undefined;
  let record = "";
  let broken: Error | undefined;
  for (const line of text.split("\n")) {
    if (record === "" && line.trim() === "") continue;
    // runc and older crun write a record per line; crun since 1.2x one per several.
    record += `${line}\n`;
    if (!line.trimEnd().endsWith("}")) continue;
    try {
      const { level, msg } = JSON.parse(record) as { level?: unknown; msg?: unknown };
      if (level === "error" && typeof msg === "string") found = msg.trim();
      record = "";
      broken = undefined;
    } catch (error) {
      broken ??= error as Error;
    }
  }
  if (found !== undefined) return { kind: "found", message: found };
  if (record !== "") return { kind: "unreadable", why: broken?.message ?? "unexpected EOF" };
  return { kind: "none" };
}

/** From the first record that begins in the last `maxReadBytes`. */
function endOf(path: string): string {
  const fd = openFd(path, O_RDONLY | O_NONBLOCK, path);
  try {
    const from = Math.max(0, openFileInfo(fd).size - maxReadBytes);
    const buffer = Buffer.alloc(maxReadBytes);
    const text = buffer.toString("utf8", 0, libcOrThrow("pread", path, fd.number, buffer, buffer.length, from));
    if (from === 0) return text;
    const begin = text.indexOf("\n{");
    return begin < 0 ? "" : text.slice(begin + 1);
  } finally {
    fd.close();
  }
}
