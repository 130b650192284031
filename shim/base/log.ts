// The shim's log: logrus's text format, never blocking, never failing (KF-068).
import { errnoNumbers } from "../../sys/errno.ts";
import { type Fd, O_NONBLOCK, O_WRONLY, openFd, replaceStandard } from "../../sys/fd.ts";
import { libc } from "../../sys/ffi.ts";
import { pollNow } from "../../sys/poll.ts";
import { messageOf } from "./error-text.ts";

export type Level = "debug" | "info" | "warning" | "error" | "fatal";
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

const rank: Record<Level, number> = { debug: 0, info: 1, warning: 2, error: 3, fatal: 4 };

let target = 2;
let threshold: Level = "info";
/** What every line has: whose shim it is. */
let common: Fields = { runtime: "io.containerd.runts.v2" };
let dropped = 0;
let fifo: Fd | undefined;
/** Nobody reads any more: containerd is away, or the container is gone whose FIFO it is. */
let isOrphaned = false;

export interface LogOptions {
  /** Descriptor to write to. */
  readonly fd?: number;
  readonly debug?: boolean;
  readonly runtime?: string;
  /** containerd namespace, and the container or pod that the shim was started for. */
  readonly shim?: { readonly namespace: string; readonly id: string };
}

export function configureLog(options: LogOptions): void {
  if (options.fd !== undefined) target = options.fd;
  if (options.debug !== undefined) threshold = options.debug ? "debug" : "info";
  if (options.runtime !== undefined) common = { ...common, runtime: options.runtime };
  if (options.shim !== undefined) {
    const { namespace, id } = options.shim;
    common = { ...common, namespace, shim_id: id, shim_pid: process.pid };
  }
}

/** Goes on at a bundle's log FIFO, which containerd has open before `start` runs (docs/contract/shim-cli.md 4.1); 2 is the same then. */
export function openLog(path: string): void {
  try {
    const next = openFd(path, O_WRONLY | O_NONBLOCK, "log");
    replaceStandard(next, 2);
    fifo?.close();
    fifo = next;
    target = next.number;
    isOrphaned = false;
  } catch {
    // No reader and never one: lines go where they went.
  }
}

/** A shim's log is its first container's, whose bundle may go while others live: the next one's takes its place. */
export function adoptLog(path: string): void {
  if (isOrphaned || isUnread()) openLog(path);
}

/** A line that is written to find out would be lost; and who has slept knows nothing of earlier ones. */
function isUnread(): boolean {
  try {
    return pollNow({ number: target, purpose: "log" }).error;
  } catch {
    return false;
  }
}

/** Writes one line. A line that can't be written now is dropped and counted; the next one that can tells how many. */
export function log(level: Level, message: string, fields: Fields = {}): void {
  if (rank[level] < rank[threshold]) return;
  const all: Fields = { ...fields, ...common, ...(dropped > 0 ? { dropped_lines: dropped } : {}) };
  const extra = Object.keys(all)
    .sort()
    .flatMap((key) => (all[key] === undefined ? [] : [` ${key}=${quote(String(all[key]))}`]))
    .join("");
  const time = new Date().toISOString().replace("Z", "000000Z");
  const line = Buffer.from(`time="${time}" level=${level} msg=${quote(message)}${extra}\n`);
  const result = libc("write", target, line, line.length);
  if (result === -errnoNumbers.EPIPE) isOrphaned = true;
  if (result < 0) {
    dropped += 1;
    return;
  }
  dropped = 0;
  // containerd is back.
  isOrphaned = false;
}

/** logrus quotes a value unless it consists of these characters only. */
function quote(value: string): string {
  return /^[A-Za-z0-9\-._/@^+]+$/.test(value) ? value : JSON.stringify(value);
}

/** A step that others do not depend on: its failure is logged and nothing else. */
export function attempt(failure: string, fields: Fields, step: () => void): void {
  try {
    step();
  } catch (error) {
    log("warning", failure, { ...fields, ...errorFields(error) });
  }
}

/** As `attempt`, of a step that takes its time. */
export async function attemptToEnd(failure: string, fields: Fields, step: () => void | Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    log("warning", failure, { ...fields, ...errorFields(error) });
  }
}

/** Fields that describe an error. */
export function errorFields(error: unknown): Fields {
  return { error: messageOf(error) };
}
