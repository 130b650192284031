// The runtime's text → meaning, in one table. The only place that looks inside messages.
import { asSysError, errnoOf } from "../sys/errno.ts";
import { fileInfo, readFileBytes } from "../sys/file.ts";

export type Verb =
  | "create"
  | "start"
  | "exec"
  | "kill"
  | "delete"
  | "pause"
  | "resume"
  | "ps"
  | "update"
  | "checkpoint"
  | "restore"
  | "features";

/** What a failure means to the caller, whatever the runtime's wording. */
export type Meaning = "process-gone" | "no-such-container" | "other";

/** A runtime command that failed, could not be started, or was ended at its caller's deadline. */
export class RuncError extends Error {
  override readonly name = "RuncError";
  readonly verb: Verb;
  /** Go's wording: `runc did not terminate successfully: exit status 1[: output]`. */
  readonly raw: string;
  /** Last error line of the runtime's log, or the reason why there is none. */
  readonly logged: LoggedError;
  /** The command was killed, so what it did is unknown. */
  readonly killed: boolean;

  constructor(verb: Verb, outcome: { raw: string; logged: LoggedError; killed: boolean }, options?: ErrorOptions) {
    super(`${verb}: ${outcome.raw}`, options);
    this.verb = verb;
    this.raw = outcome.raw;
    this.logged = outcome.logged;
    this.killed = outcome.killed;
  }

  get meaning(): Meaning {
    const text = this.logged.kind === "found" ? `${this.raw}\n${this.logged.message}` : this.raw;
    return meaningOf(text);
  }

  /** The "runtime error" form of docs/contract/task-service.md 2.2: `<prefix>: <reason>`. */
  describe(prefix: string): string {
    switch (this.logged.kind) {
      case "found":
        return `${prefix}: ${this.logged.message}`;
      case "none":
        return `${prefix}: ${this.raw}`;
      case "unreadable":
        return `${prefix}: unable to retrieve OCI runtime error (${this.logged.why}): ${this.raw}`;
    }
  }
}

const meanings: readonly [phrase: RegExp, meaning: Meaning][] = [
  [/process already finished|container not running/, "process-gone"],
  [/no such process/i, "process-gone"],
  [/does not exist/, "no-such-container"],
];

/** First match in the order of docs/contract/task-service.md 4.7. */
export function meaningOf(text: string): Meaning {
  return meanings.find(([phrase]) => phrase.test(text))?.[1] ?? "other";
}

export type LoggedError =
  | { readonly kind: "found"; readonly message: string }
  | { readonly kind: "none" }
  | { readonly kind: "unreadable"; readonly why: string };

/** Size of the log now, to be given to `lastLoggedError` after the command. */
export function logSize(path: string): number {
  return fileInfo(path)?.size ?? 0;
}

/**
 * The last `error` record of a runtime's JSON log at or behind byte `from`. Earlier records belong to earlier
 * commands: upstream reports those when a later command fails without a word.
 */
export function lastLoggedError(path: string, from = 0): LoggedError {
  let text: string;
  try {
    text = readFileBytes(path).subarray(from).toString("utf8");
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
