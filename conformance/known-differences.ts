// Lines in which two shims that both keep to the contract are known to differ, and where that is written.

interface KnownDifference {
  /** With `-` or `+` in front. */
  readonly line: RegExp;
  /** Only if another line of the row has this. */
  readonly beside?: RegExp;
  /** A page and words of it, or a sentence. */
  readonly why: string;
}

const differs = (cell: string) => `docs/differences.md: ${cell}`;

const neverStarted = differs("Delete of a task that was never started");
const zero = '"exitedAt":"zero"';

export const knownDifferences: readonly KnownDifference[] = [
  { line: new RegExp(`^. (Delete|event /tasks/(exit|delete)).*${zero}`), why: neverStarted },
  { line: /^. Delete.*"exitStatus":137,"exitedAt":"set"/, beside: /"zero"/, why: neverStarted },
  { line: /^. event \/tasks\/(exit|delete) .*"exitStatus":137,"exitedAt":"set"/, beside: /"zero"/, why: neverStarted },
  { line: /^. delete → .*"stderr":"(time .*)?"\}$/, why: differs("`delete` with nothing to remove") },
  {
    line: /^. (Exec|Create|Update)\(.*\) → it failed with code [23]: /,
    why: differs("An exec's process object that is none"),
  },
  { line: /^. (start|-info) → .*"exitCode":1,/, why: "the words of a failed start are each shim's own" },
];

/** In a bundle at the end, with one shim or the other; differences.md, "Files in the bundle". */
const optionalFiles = /^(address|cgroups\.new|init\.exit|delete\.answer|(?!init\.)\w+\.pid)$/;

/** `files of …` lines that say the same but for optional files have nothing to say; the others are as they are. */
function withoutOptionalFiles(lines: readonly string[]): string[] {
  const bare = (line: string) =>
    line
      .slice(1)
      // Of a bundle without a file there is no colon either.
      .replace(/^( files of \w+)$/, "$1:")
      .split(" ")
      .filter((word) => !optionalFiles.test(word))
      .join(" ");
  const isFiles = (line: string) => /^. files of /.test(line);
  return lines.filter((line) => {
    const isMatched = lines.some((other) => other[0] !== line[0] && isFiles(other) && bare(other) === bare(line));
    return !(isFiles(line) && isMatched);
  });
}

const lateEvents = "an event for which the row does not wait came after its end, or went with the shim";

/** Without events that one shim alone has told. */
function withoutLateEvents(lines: readonly string[]): string[] {
  const topicOf = (line: string) => /^. event (\S+)/.exec(line)?.[1];
  return lines.filter((line) => {
    const topic = topicOf(line);
    return topic === undefined || lines.some((other) => other[0] !== line[0] && topicOf(other) === topic);
  });
}

/** Why all of these lines are no news; undefined if one of them is. */
export function explainLines(lines: readonly string[]): string | undefined {
  const told = withoutLateEvents(lines);
  const left = withoutOptionalFiles(told);
  const reasons = left.map((line) => {
    return knownDifferences.find(({ line: pattern, beside }) => {
      return pattern.test(line) && (beside === undefined || lines.some((other) => beside.test(other)));
    })?.why;
  });
  if (!reasons.every((why) => why !== undefined)) return undefined;
  if (left.length < told.length) reasons.push(differs("Files in the bundle"));
  // The rows about events look at each of them, and fail.
  if (told.length < lines.length) reasons.push(lateEvents);
  return [...new Set(reasons)].join("; ");
}
