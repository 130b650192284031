// What doctor finds: what is the matter, why it matters, and what mends it.

/** `problem`: something does not work, or will not. `warning`: it may. `note`: how things are. */
export type Level = "problem" | "warning" | "note";

export interface Finding {
  /** A word for programs: `socket-left`, `handler-without-shim`, … */
  readonly check: string;
  readonly level: Level;
  readonly what: string;
  /** Why it matters; not of notes. */
  readonly why?: string;
  /** A command, or a sentence where none does it. */
  readonly mend?: string;
  /** Does what `mend` says, where that can do no harm; for --fix. Throws where it fails. */
  readonly fix?: () => void;
}

export function note(check: string, what: string): Finding {
  return { check, level: "note", what };
}
