// What is made of a row's outcome: whether it is news, and, with two shims, what differs between them.

import { diffArrays } from "diff";
import type { RuntimeName } from "./driver/driver-options.ts";
import type { Identity } from "./driver/identity.ts";
import { explainLines } from "./known-differences.ts";
import { knownFaultOf } from "./known-faults.ts";
import type { Outcome } from "./runner.ts";

export type Verdict = Outcome["status"] | "known fault" | "mended";

export interface Judged {
  readonly outcome: Outcome;
  /** `known fault`: fails as it is known to. `mended`: is known to fail, and passes. */
  readonly verdict: Verdict;
  /** Of a known fault, or one that is mended. */
  readonly fault?: string;
}

export function judge(outcome: Outcome, identity: Identity, runtime: RuntimeName): Judged {
  const known = knownFaultOf(outcome.row.name, identity, runtime);
  if (known === undefined || (known.byChance && outcome.status === "pass")) return { outcome, verdict: outcome.status };
  const { fault } = known;
  if (outcome.status === "fail") return { outcome, verdict: "known fault", fault };
  return { outcome, verdict: outcome.status === "pass" ? "mended" : outcome.status, fault };
}

export interface Difference {
  /** Lines of the first shim have `-` in front, those of the other `+`. */
  readonly lines: readonly string[];
  /** Why it is none of interest. */
  readonly explanation?: string;
}

/** What differs in what two shims were seen to do in a row; undefined if nothing does. */
export function compare(first: Judged, second: Judged): Difference | undefined {
  const lines = diffArrays([...first.outcome.seen], [...second.outcome.seen]).flatMap(({ added, removed, value }) => {
    return added || removed ? value.map((line) => `${added ? "+" : "-"} ${line}`) : [];
  });
  if (lines.length === 0) return undefined;
  const { mayDiffer } = first.outcome.row;
  const known = [first, second].find(({ verdict }) => verdict === "known fault")?.fault;
  const skipped = [first, second].some(({ verdict }) => verdict === "skipped" || verdict === "not run");
  const explanation = known ?? (skipped ? "one of them has not what it needs" : (mayDiffer ?? explainLines(lines)));
  return explanation === undefined ? { lines } : { lines, explanation };
}
