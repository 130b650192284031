// The keys of a runtime's options as TOML, and what is nobody's: a key that is misspelt would else be ignored without a word.
import type { RuncOptions } from "./stored-options.ts";

/** Keys as in containerd's CRI configuration (docs/contract/shim-cli.md 1.1), and Stdio, ShimGroup and SleepAfter, which are ours. */
export const optionKeys = {
  BinaryName: "binaryName",
  Root: "root",
  SystemdCgroup: "systemdCgroup",
  NoPivotRoot: "noPivotRoot",
  NoNewKeyring: "noNewKeyring",
  ShimCgroup: "shimCgroup",
  IoUid: "ioUid",
  IoGid: "ioGid",
  CriuPath: "criuPath",
  CriuImagePath: "criuImagePath",
  CriuWorkPath: "criuWorkPath",
  Stdio: "stdio",
  ShimGroup: "shimGroup",
  SleepAfter: "sleepAfter",
} as const satisfies Record<string, keyof RuncOptions>;

/** What else may stand there for good reasons: of later shims of runc's, and containerd's own. */
const others = ["TaskApiAddress", "TaskApiVersion", "TypeUrl", "ConfigPath", "ConfigBody"];

/** Whoever has more, or longer ones, has not misspelt them: each costs time and a line of the log. */
const maxSentences = 16;
const maxKeyLength = 64;

/** A sentence about each key of `table` that nothing reads; of very many about the first ones. */
export function unknownKeys(table: Readonly<Record<string, unknown>>): string[] {
  const known: readonly string[] = Object.keys(optionKeys);
  const strangers = Object.keys(table).filter((key) => !known.includes(key) && !others.includes(key));
  const sentences = strangers.slice(0, maxSentences).map((key) => {
    const shown = key.length > maxKeyLength ? `${key.slice(0, maxKeyLength)}…` : key;
    const value = table[key];
    if (typeof value === "object" && value !== null && known.some((name) => Object.hasOwn(value, name))) {
      return `the table [${shown}] is ignored: its keys belong at the top`;
    }
    const nearest = nearestOf(key, known);
    return `${shown} is no option and is ignored${nearest === undefined ? "" : `: is ${nearest} meant?`}`;
  });
  const more = strangers.length - sentences.length;
  return more > 0 ? [...sentences, `${more} more keys are no options and are ignored`] : sentences;
}

/** The one of `names` that is like `word`: few letters away, whatever their case. */
export function nearestOf(word: string, names: readonly string[]): string | undefined {
  if (word.length > maxKeyLength) return undefined;
  const distances = names.map((name) => ({ name, distance: distanceOf(word.toLowerCase(), name.toLowerCase()) }));
  const [best] = distances.sort((a, b) => a.distance - b.distance);
  return best !== undefined && best.distance <= Math.max(2, word.length / 3) ? best.name : undefined;
}

/** Letters to insert, remove or replace (Levenshtein). */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const [above = 0, diagonal = 0, left = 0] = [row[j], row[j - 1], next[j - 1]];
      next.push(Math.min(above + 1, left + 1, diagonal + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
