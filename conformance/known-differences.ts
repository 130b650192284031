// Lines in which two shims that both keep to the contract are known to differ, and where that is written.

interface KnownDifference {
  /** With `-` or `+` in front. */
  readonly line: RegExp;
  /** A page and words of it, or a sentence. */
  readonly why: string;
}

const differs = (cell: string) => `docs/differences.md: ${cell}`;

const neverStarted = differs("Delete of a task that was never started");
const zero = '"exitedAt":"zero"';

export const knownDifferences: readonly KnownDifference[] = [
  { line: new RegExp(`^. (Delete|event /tasks/(exit|delete)).*${zero}`), why: neverStarted },
  { line: /^. Delete.*"exitStatus":137,"exitedAt":"set"/, why: neverStarted },
  { line: /^. event \/tasks\/(exit|delete) .*"exitStatus":137,"exitedAt":"set"/, why: neverStarted },
  { line: /^. delete → .*"stderr":"(time .*)?"\}$/, why: differs("`delete` with nothing to remove") },
  { line: /^. files of /, why: differs("Files in the bundle") },
  {
    line: /^. (Exec|Create|Update)\(.*\) → it failed with code [23]: /,
    why: differs("An exec's process object that is none"),
  },
  { line: /^. (start|-info) → .*"exitCode":1,/, why: "the words of a failed start are each shim's own" },
];

/** Why all of these lines are no news; undefined if one of them is. */
export function explainLines(lines: readonly string[]): string | undefined {
  const reasons = lines.map((line) => knownDifferences.find((known) => known.line.test(line))?.why);
  return reasons.every((why) => why !== undefined) ? [...new Set(reasons)].join("; ") : undefined;
}
