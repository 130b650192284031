// How what comes of a request may differ under our shim: each with its line in docs/differences.md.

import type { Outcome } from "./twins.ts";

export interface RequestDifference {
  /** The first cell of its line in docs/differences.md. */
  readonly line: string;
  /** Of our failure; undefined where ours succeeds. */
  readonly ours: RegExp | undefined;
  /** Of Go's. */
  readonly go: RegExp | undefined;
}

/** encoding/json's words, which are others in newer Gos. */
const goJson =
  /^(json: cannot unmarshal|invalid (character|escape|UTF-8|surrogate)|unexpected (end|EOF)|exceeded max depth)/;

export const requestDifferences: readonly RequestDifference[] = [
  { line: "A known key given twice in it", ours: /\.\S+ is there twice: invalid argument$/, go: undefined },
  { line: "A known key given twice in it", ours: /\.\S+ is there twice: invalid argument$/, go: /./ },
  {
    line: "An exec's process object that is none, by its JSON or by a type",
    ours: /^exec spec: .*: invalid argument$/s,
    go: goJson,
  },
  {
    line: "An exec's process object that is none, by its JSON or by a type",
    ours: /^exec spec: process is null, not an object: invalid argument$/,
    go: undefined,
  },
  {
    line: "Update's resources",
    ours: /^resources: .*: invalid argument$/s,
    go: goJson,
  },
  {
    line: "Words of a mount that fails",
    ours: /^failed to mount rootfs component: .*: (?<why>[a-z -]+)$/s,
    go: /^failed to mount rootfs component &\{.*\}: (?<why>[a-z -]+)$/s,
  },
  {
    line: "stdout that is no path and no URI (`%zz`, control characters)",
    ours: undefined,
    go: /^failed to create init process I\/O: unable to parse stdout uri: /,
  },
];

const fits = (outcome: Outcome<unknown>, pattern: RegExp | undefined) =>
  "answer" in outcome ? pattern === undefined : pattern?.test(outcome.message) === true;

/** What is the same in both texts, where a part of them is. */
const reason = (outcome: Outcome<unknown>, pattern: RegExp | undefined) =>
  "answer" in outcome ? undefined : pattern?.exec(outcome.message)?.groups?.why;

/**
 * Whether both have done it. Throws Error unless they agree in that, and in the words of a failure, or the difference is a
 * known one.
 */
export function bothDid(ours: Outcome<unknown>, go: Outcome<unknown>): boolean {
  if ("answer" in ours && "answer" in go) return true;
  const isSame = "message" in ours && "message" in go && ours.code === go.code && ours.message === go.message;
  const isKnown = requestDifferences.some((known) => {
    return fits(ours, known.ours) && fits(go, known.go) && reason(ours, known.ours) === reason(go, known.go);
  });
  if (isSame || isKnown) return false;
  throw new Error(`ours: ${JSON.stringify(ours)}\nGo's: ${JSON.stringify(go)}`);
}
