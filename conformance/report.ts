// What people and programs read of a run.

import Table from "cli-table3";
import pc from "picocolors";
import { catalogue, subjectOf } from "./catalogue.ts";
import type { RuntimeName } from "./driver/driver-options.ts";
import type { Played } from "./play.ts";
import type { Row } from "./row.ts";
import { compare, type Judged, type Verdict } from "./verdict.ts";

const colours: Record<Verdict, (text: string) => string> = {
  pass: pc.green,
  fail: pc.red,
  "known fault": pc.yellow,
  mended: pc.cyan,
  skipped: pc.dim,
  "not run": pc.red,
};
const marks: Record<Verdict, string> = {
  pass: "✓",
  fail: "✗",
  "known fault": "!",
  mended: "+",
  skipped: "-",
  "not run": "?",
};

const countOf = (judged: readonly Judged[], verdict: Verdict) =>
  judged.filter((each) => each.verdict === verdict).length;

/** Lines about a run under way: each row on a terminal's last line, and for good what does not pass. */
export class Progress {
  readonly #isTerminal = process.stderr.isTTY === true;
  readonly #total: number;
  #done = 0;
  #isGivenUp = false;

  constructor(total: number) {
    this.#total = total;
  }

  judged({ outcome, verdict, fault }: Judged): void {
    this.#done += 1;
    this.clear();
    // One word for all of them.
    if (verdict === "not run") {
      if (!this.#isGivenUp) process.stderr.write(`${colours[verdict]("the rest is not run")}: ${outcome.reason}\n`);
      this.#isGivenUp = true;
    } else if (verdict !== "pass" && verdict !== "skipped") {
      const why = [fault, outcome.reason].filter((text) => text !== undefined && text !== "").join("; ");
      process.stderr.write(`${colours[verdict](`${marks[verdict]} ${outcome.row.name}`)}\n    ${why}\n`);
    }
    if (this.#isTerminal)
      process.stderr.write(pc.dim(`${this.#done}/${this.#total} ${outcome.row.name}`.slice(0, 100)));
  }

  clear(): void {
    if (this.#isTerminal) process.stderr.write("\r\x1b[K");
  }
}

/** Rows by subject, with where each is written. */
export function listRows(rows: readonly Row[]): string {
  return Object.entries(catalogue)
    .map(([subject, all]) => {
      const own = all.filter((row) => rows.includes(row));
      const lines = own.map(({ name, contract, needs }) => {
        return `  ${name}\n    ${pc.dim(`${contract}${needs === undefined ? "" : `; needs ${needs.join(", ")}`}`)}`;
      });
      return own.length === 0 ? "" : `${pc.bold(subject)}\n${lines.join("\n")}\n`;
    })
    .filter((text) => text !== "")
    .join("\n");
}

/** A table with a line for each subject and a column for each verdict that occurs. */
function sums(played: Played): string {
  const verdicts = (Object.keys(colours) as Verdict[]).filter((verdict) => countOf(played.judged, verdict) > 0);
  const table = new Table({ head: [played.identity.name, ...verdicts], style: { head: [], border: [] } });
  for (const subject of Object.keys(catalogue)) {
    const own = played.judged.filter(({ outcome }) => subjectOf(outcome.row) === subject);
    if (own.length > 0) table.push([subject, ...verdicts.map((verdict) => countOf(own, verdict) || "")]);
  }
  table.push(["", ...verdicts.map((verdict) => colours[verdict](String(countOf(played.judged, verdict))))]);
  return table.toString();
}

/** Rows in which two shims were seen to differ. */
export function differences(first: Played, second: Played) {
  return first.judged.flatMap((judged) => {
    const other = second.judged.find(({ outcome }) => outcome.row === judged.outcome.row);
    const difference = other && compare(judged, other);
    return difference === undefined ? [] : [{ row: judged.outcome.row, ...difference }];
  });
}

export function reportText(played: readonly Played[]): string {
  const parts = played.map(sums);
  const [first, second] = played;
  if (first !== undefined && second !== undefined) {
    const found = differences(first, second);
    const texts = found.map(({ row, lines, explanation }) => {
      const head = explanation === undefined ? pc.red(`≠ ${row.name}`) : pc.dim(`≠ ${row.name} (${explanation})`);
      return [head, ...(explanation === undefined ? lines.map((line) => `    ${line}`) : [])].join("\n");
    });
    parts.push(`${first.identity.name} (-) and ${second.identity.name} (+) differ in ${found.length} rows`, ...texts);
  }
  return `${parts.join("\n")}\n`;
}

export interface JsonReport {
  readonly runtime: RuntimeName;
  readonly shims: readonly {
    readonly executable: string;
    readonly name: string;
    readonly version: string;
    readonly features: readonly string[];
    readonly rows: readonly {
      readonly subject: string;
      readonly name: string;
      readonly contract: string;
      readonly verdict: Verdict;
      readonly reason: string;
      readonly fault?: string;
      readonly seen: readonly string[];
      readonly durationMs: number;
    }[];
  }[];
  readonly differences: readonly {
    readonly name: string;
    readonly lines: readonly string[];
    readonly explanation?: string;
  }[];
}

export function jsonReport(played: readonly Played[], runtime: RuntimeName): JsonReport {
  const [first, second] = played;
  const found = first !== undefined && second !== undefined ? differences(first, second) : [];
  return {
    runtime,
    shims: played.map(({ executable, identity, features, judged }) => ({
      ...{ executable, name: identity.name, version: identity.version, features: [...features] },
      rows: judged.map(({ outcome, verdict, fault }) => ({
        ...{ subject: subjectOf(outcome.row), name: outcome.row.name, contract: outcome.row.contract, verdict },
        ...{ reason: outcome.reason, seen: outcome.seen, durationMs: Math.round(outcome.durationMs) },
        ...(fault === undefined ? {} : { fault }),
      })),
    })),
    differences: found.map(({ row, ...rest }) => ({ name: row.name, ...rest })),
  };
}

/** 1 if something fails, was not run or differs without an explanation. */
export function exitStatus(played: readonly Played[]): number {
  const [first, second] = played;
  const isBad = played.some(({ judged }) => judged.some(({ verdict }) => verdict === "fail" || verdict === "not run"));
  const differs =
    first !== undefined &&
    second !== undefined &&
    differences(first, second).some(({ explanation }) => explanation === undefined);
  return isBad || differs ? 1 : 0;
}
