// A row of the kit: one thing that a daemon does, and what must come of it.

import type { Stage } from "./stage.ts";

/** What not every shim has; a row that needs it is not run for the others. */
export type Feature = "info" | "sandbox" | "sleep" | "upgrade";

export interface Row {
  /** Its subject, a colon, and what is promised; no two are called the same. */
  readonly name: string;
  /** Where that is written: a page below docs/ and the section, or an invariant of docs/known-failures.md. */
  readonly contract: string;
  readonly needs?: readonly Feature[];
  /** Not in `--quick`: takes more than a second, or asks what another row asks in another way. */
  readonly slow?: boolean;
  /** Milliseconds; three times the patience with one call unless told. */
  readonly timeoutMs?: number;
  /** Why two shims that both pass may differ in what is recorded. */
  readonly mayDiffer?: string;
  /** Throws what is wrong. What it started and did not end is a fault of the shim's, or of the row. */
  check(stage: Stage): Promise<void>;
}

export const page = {
  wire: (section: string) => `docs/contract/wire.md ${section}`,
  cli: (section: string) => `docs/contract/shim-cli.md ${section}`,
  task: (section: string) => `docs/contract/task-service.md ${section}`,
} as const;
