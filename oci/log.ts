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
  return lastErrorIn(text);
}

/** As `lastLoggedError`, of a log's text. What is behind a record that is broken is not read. */
export function lastErrorIn(text: string): LoggedError {
  let found: string | undefined;
  let record: string[] = [];
  let broken: Error | undefined;
  const end = new RecordEnd();
  for (const line of text.split("\n")) {
    if (record.length === 0 && line.trim() === "") continue;
    // runc and older crun write a record per line; crun since 1.2x one per several.
    record.push(line);
    if (!end.isAfter(line)) continue;
    try {
      const { level, msg } = (JSON.parse(record.join("\n")) ?? {}) as { level?: unknown; msg?: unknown };
      if (level === "error" && typeof msg === "string") found = msg.trim();
      record = [];
    } catch (error) {
      broken = error as Error;
      break;
    }
  }
  if (found !== undefined) return { kind: "found", message: found };
  if (record.length > 0) return { kind: "unreadable", why: broken?.message ?? "unexpected EOF" };
  return { kind: "none" };
}

/**
 * Where a record ends, by its brackets: each character is looked at once. To try the parser at each line costs the square of
 * what a runtime writes that never closes its brackets.
 */
class RecordEnd {
  #depth = 0;
  #inString = false;

  /** Whether a record ends with `line`, which is the next one. No string goes on in the next line. */
  isAfter(line: string): boolean {
    this.#inString = false;
    for (const [token] of line.matchAll(/["{}[\]]|\\./g)) {
      if (token === '"') this.#inString = !this.#inString;
      else if (this.#inString) continue;
      else if (token === "{" || token === "[") this.#depth += 1;
      else if (token === "}" || token === "]") this.#depth -= 1;
    }
    return this.#depth <= 0;
  }
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
