// The runtime's text → meaning, in one table. The only place that looks inside messages.

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
