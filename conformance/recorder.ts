// What came of each call and action of a row, in the order in which they were made, with everything that differs from run to run
// replaced: what two shims are compared by.

import { Code, TtrpcError } from "../ttrpc/status.ts";
import type { ActionResult } from "./driver/action.ts";
import type { ForwardedEvent } from "./driver/event-server.ts";
import type { CallListener } from "./driver/task-client.ts";
import { describe } from "./expect.ts";

const pidFields = new Set(["pid", "shimPid", "taskPid"]);
/** Go's zero time in seconds since 1970 (docs/contract/wire.md 2). */
const zeroTime = -62_135_596_800;

interface Entry {
  readonly what: string;
  outcome?: unknown;
  error?: unknown;
  /** For which no answer has come so far. */
  isPending: boolean;
}

export class Recorder {
  #entries: Entry[] = [];
  #pids = new Map<number, string>();
  #isMuted = false;

  begin(): void {
    this.#entries = [];
    this.#pids = new Map();
  }

  /** What `preparation` does is not recorded: it is done once, for many rows. */
  async muted<T>(preparation: () => Promise<T>): Promise<T> {
    this.#isMuted = true;
    try {
      return await preparation();
    } finally {
      this.#isMuted = false;
    }
  }

  /** For a driver. */
  readonly onCall: CallListener = ({ method, request, timeoutMs, outcome }) => {
    // The caller hears of it; that he may have left by then is no news.
    outcome.catch(() => {});
    if (this.#isMuted) return;
    const { id, execId, sandboxId } = request as { id?: string; execId?: string; sandboxId?: string };
    const entry: Entry = { what: `${method}(${execId || id || sandboxId || ""})`, isPending: true };
    this.#entries.push(entry);
    const before = performance.now();
    outcome.then(
      (answer) => {
        entry.isPending = false;
        entry.outcome = answer;
      },
      (error: unknown) => {
        entry.isPending = false;
        // The client's own deadline, which began a moment earlier; a shim's would have come long before.
        const isLate =
          error instanceof TtrpcError &&
          error.code === Code.deadlineExceeded &&
          performance.now() - before >= timeoutMs * 0.9;
        entry.error = isLate ? new Error(`no answer within ${timeoutMs / 1000} s`) : error;
      },
    );
  };

  readonly onAction = (args: readonly string[], { exitCode, stdout, stderr }: ActionResult): void => {
    if (this.#isMuted) return;
    const outcome = { exitCode, stdout: stdout.length > 0, stderr };
    this.#entries.push({ what: args.at(-1) ?? "", outcome, isPending: false });
  };

  /** The call that failed as `error` says, or the one that nobody has answered, for a sentence. */
  nameOf(error: unknown): string | undefined {
    return this.#entries.findLast((entry) => entry.error === error)?.what;
  }

  /** The last call that failed for want of an answer. */
  get late(): string | undefined {
    const entry = this.#entries.findLast(
      ({ error }) => error instanceof Error && /^no answer within/.test(error.message),
    );
    return entry && `${entry.what}: ${(entry.error as Error).message}`;
  }

  get pending(): string[] {
    return this.#entries.filter(({ isPending }) => isPending).map(({ what }) => what);
  }

  /** The row as lines. `replacements`: what is in front becomes what is behind. */
  lines(
    events: readonly ForwardedEvent[],
    more: readonly string[],
    replacements: readonly (readonly [string, string])[],
  ): string[] {
    const calls = this.#entries.map(({ what, outcome, error, isPending }) => {
      // Whether the shim answers it or is gone before is chance.
      if (/^Shutdown/.test(what)) return `${what} → done`;
      if (isPending) return `${what} → not answered`;
      if (error !== undefined) return `${what} → ${describe(error)}`;
      return `${what} → ${this.#text(outcome)}`;
    });
    const told = events.map(({ namespace, topic, fields }) => `event ${topic} ${this.#text({ namespace, ...fields })}`);
    const replaced = (line: string) => replacements.reduce((text, [from, to]) => text.replaceAll(from, to), line);
    return [...calls, ...told, ...more].map((line) => withoutChance(replaced(line)));
  }

  #text(value: unknown): string {
    return JSON.stringify({ ...(value as object) }, (key, inner: unknown) => this.#replace(key, inner));
  }

  #replace(key: string, value: unknown): unknown {
    if (pidFields.has(key) && typeof value === "number" && value !== 0) {
      if (!this.#pids.has(value)) this.#pids.set(value, `pid ${this.#pids.size + 1}`);
      return this.#pids.get(value);
    }
    if (typeof value !== "object" || value === null) return value;
    if ("seconds" in value) return Number(value.seconds) === zeroTime ? "zero" : "set";
    if ("typeUrl" in value) return String(value.typeUrl);
    if (value instanceof Uint8Array || "type" in value) return "bytes";
    return Array.isArray(value) ? value : { ...value };
  }
}

/** Without what differs from run to run, and from one program's name to another's. */
function withoutChance(line: string): string {
  return line
    .replace(/\b(fake|logger)-\w{6}\b/g, "$1-*")
    .replace(/time=\\"[^"]+\\"/g, "time")
    .replace(/\bpid=\d+/g, "pid=*")
    .replace(/\bio\.containerd\.\w+\.v\d+\b/g, "RUNTIME")
    .replace(/\\nUsage of .*(?="\}$)/, "\\nUsage")
    .replace(/[:\s]+$/, "");
}
