// What a process may find different under our shim: each with its line in docs/differences.md. Anything else is a bug, and so
// is a difference that is listed here and does not show.

import type { Generation } from "../helpers/daemon-under-test.ts";
import { areNewer } from "../helpers/runtimes-under-test.ts";
import type { Shim } from "../helpers/shim-under-test.ts";
import { type Findings, nameOf, type ProbeCase } from "./probe.ts";

/** Where a case was looked at. */
export interface ProbeContext extends ProbeCase {
  readonly runtime: "runc" | "crun";
  readonly oracle: Generation;
  readonly ours: Shim["kind"];
  /** containerd with other limits, masks and priorities than usual. */
  readonly isOddDaemon: boolean;
  /** A terminal of another exec has been deleted before in the same container. */
  readonly afterTerminal: boolean;
}

export interface KnownDifference {
  /** The first cell of its line in docs/differences.md. */
  readonly line: string;
  readonly where: (context: ProbeContext) => boolean;
  /** Keys, what ours says, what Go's says: each has to show. */
  readonly aspects: readonly (readonly [key: RegExp, ours: RegExp, go: RegExp])[];
}

const isCopiedOutput = ({ stdio }: ProbeCase) => stdio === "fifo" || stdio === "file";
const isDirect = ({ process, stdio }: ProbeCase) => process === "init" && stdio === "fifo";

export const knownDifferences: readonly KnownDifference[] = [
  {
    line: "What init sees of such a stdout",
    where: isDirect,
    aspects: [
      [/^fd\.1\.link$/, /^<directory>\/fifo\/.*-stdout$/, /^pipe:\[\]$/],
      [/^fd\.2\.link$/, /^<directory>\/fifo\/.*-stderr$/, /^pipe:\[\]$/],
      [/^fd\.1\.filesystem$/, /./, /^50495045$/],
      [/^fd\.2\.filesystem$/, /./, /^50495045$/],
      // O_LARGEFILE, in octal.
      [/^fd\.[12]\.flags$/, /^100000$/, /^0$/],
      [/^open\.[12]\.landlocked\.(read|write|both)$/, /^EACCES$/, /^opened$/],
    ],
  },
  {
    line: "An exec without any stdio",
    where: ({ process, stdio }) => process === "exec" && stdio === "null",
    aspects: [
      [/^fd\.[12]\.access$/, /^(read and )?write$/, /^read$/],
      [/^fd\.[12]\.write-nothing$/, /^0$/, /^EBADF$/],
      [/^fd\.2\.and\.1$/, /^same file$/, /^same description$/],
    ],
  },
  {
    line: "Size of a pipe or FIFO that is a process's stdout or stderr",
    where: isCopiedOutput,
    aspects: [[/^fd\.[12]\.pipe-bytes$/, /^131072$/, /^65536$/]],
  },
  {
    line: "Owner of a logging binary's pipes",
    where: ({ process, stdio, user, runtime }) =>
      // Up to 1.8 crun gives init's stdio to the container's root by itself.
      stdio === "binary" && user === "namespace" && (process === "exec" || runtime === "runc" || areNewer),
    aspects: [
      [/^fd\.[12]\.owner$/, /^0:0$/, /^65534:65534$/],
      [/^open\.[12]\.(by-|patiently|landlocked|in-chroot)/, /^opened$/, /^EACCES$/],
    ],
  },
  {
    line: "The terminal of an exec that was deleted",
    where: ({ afterTerminal }) => afterTerminal,
    aspects: [[/^file\.\/dev\/pts\/0$/, /^nothing$/, /^20600 /]],
  },
  {
    line: "Soft limit of open files",
    // runc 1.1 is written in a Go that raises it for itself.
    where: ({ isOddDaemon, runtime, oracle, ours }) =>
      isOddDaemon && (runtime === "crun" || areNewer) && oracle === "1.6" && ours === "bun",
    aspects: [[/^limit\.nofile$/, /^320 /, /^(?!320 )/]],
  },
  {
    line: "Soft limit of open files",
    where: ({ isOddDaemon, runtime, oracle, ours }) =>
      isOddDaemon && (runtime === "crun" || areNewer) && oracle !== "1.6" && ours === "node",
    aspects: [[/^limit\.nofile$/, /^(?!320 )/, /^320 /]],
  },
];

/** Sentences about what should not be so. */
export function complaints(
  ours: Findings,
  go: Findings,
  context: ProbeContext,
  known: readonly KnownDifference[] = knownDifferences,
): string[] {
  const here = known.filter(({ where }) => where(context));
  const aspects = here.flatMap(({ line, aspects }) => aspects.map((aspect) => ({ line, aspect, seen: false })));
  const place = `${nameOf(context)}, ${context.runtime}, Go ${context.oracle}`;
  const found: string[] = [];
  for (const key of new Set([...ours.keys(), ...go.keys()])) {
    const [our, their] = [ours.get(key) ?? "nothing", go.get(key) ?? "nothing"];
    if (our === their) continue;
    const expected = aspects.filter(({ aspect: [keys, a, b] }) => keys.test(key) && a.test(our) && b.test(their));
    for (const one of expected) one.seen = true;
    if (expected.length === 0) found.push(`${place}: ${key} is ${JSON.stringify(our)}, Go's ${JSON.stringify(their)}`);
  }
  for (const { line, aspect, seen } of aspects) {
    if (!seen) found.push(`${place}: "${line}" does not show in ${aspect[0].source}`);
  }
  return found;
}
