// Each untruth is told until a row notices it: the rows in which it can be told, those first that are the most likely to.

import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { chooseRows } from "../../conformance/catalogue.ts";
import type { Row } from "../../conformance/row.ts";
import type { Falsifier, PlayedRow } from "./find-untruths.ts";
import type { Named } from "./untruths.ts";

/** What came of an untruth. `never told`: in no row was there anything to make false. */
export interface Verdict {
  readonly name: string;
  readonly verdict: "noticed" | "unnoticed" | "never told";
  /** The row that has noticed it, and what it said. */
  readonly row: string;
  readonly reason: string;
  /** Rows that were played, of how many. */
  readonly played: number;
  readonly of: number;
  readonly durationMs: number;
}

/** What an honest shim has shown of a row that it passes. */
interface Honest {
  readonly row: string;
  readonly passed: readonly string[];
  readonly durationMs: number;
}

/** Rows that are played for an untruth at most: those behind them are less and less about it. */
const mostRows = 40;

const refusals: readonly string[] = ["another code", "other words", "succeeds"];

/** What has to pass the shim, that the untruth can be told. */
function topicOf({ of, how }: Named): string {
  if (refusals.includes(how)) return `${of}!`;
  return ["missing", "false", "left"].includes(how) ? "start" : of;
}

export class Sweep {
  readonly #falsifier: Falsifier;
  readonly #verdictsFile: string;
  readonly #honest: readonly Honest[];
  readonly #rows = new Map<string, Row>(chooseRows({}).map((row) => [row.name, row]));
  /** How often a row has noticed something of a method or topic. */
  readonly #successes = new Map<string, number>();

  private constructor(falsifier: Falsifier, file: string, honest: readonly Honest[]) {
    this.#falsifier = falsifier;
    this.#verdictsFile = file;
    this.#honest = honest;
  }

  /**
   * `file`: where verdicts are written, a JSON line each; those that are there are not asked for again. Beside it, `<file>.honest`,
   * what an honest shim passes, so that it is not played again either.
   */
  static async start(falsifier: Falsifier, file: string): Promise<Sweep> {
    const honestFile = `${file}.honest`;
    if (!existsSync(honestFile)) {
      const played = await falsifier.play(chooseRows({}).filter(({ slow }) => slow !== true));
      const all = played.map(({ outcome, passed }) => ({
        ...{ row: outcome.row.name, status: outcome.status, reason: outcome.reason },
        ...{ passed: [...passed], durationMs: Math.round(outcome.durationMs) },
      }));
      writeFileSync(honestFile, all.map((each) => `${JSON.stringify(each)}\n`).join(""));
    }
    const honest = readLines<Honest & { status: string }>(honestFile).filter(({ status }) => status === "pass");
    return new Sweep(falsifier, file, honest);
  }

  async verdictOn(untruth: Named): Promise<Verdict> {
    const known = readLines<Verdict>(this.#verdictsFile).find(({ name }) => name === untruth.name);
    if (known !== undefined) return known;
    const rows = this.#likely(untruth);
    const isNoticed = ({ outcome, passed }: PlayedRow) => outcome.status === "fail" && passed.has("lied");
    const before = performance.now();
    const played = await this.#falsifier.play(rows, untruth, isNoticed);
    const last = played.at(-1);
    const wasNoticed = last !== undefined && isNoticed(last);
    const wasTold = played.some(({ passed }) => passed.has("lied"));
    if (wasNoticed) this.#count(untruth.of, last.outcome.row.name);
    const verdict: Verdict = {
      name: untruth.name,
      verdict: wasNoticed ? "noticed" : wasTold ? "unnoticed" : "never told",
      row: wasNoticed ? last.outcome.row.name : "",
      reason: wasNoticed ? last.outcome.reason : "",
      ...{ played: played.length, of: rows.length, durationMs: Math.round(performance.now() - before) },
    };
    appendFileSync(this.#verdictsFile, `${JSON.stringify(verdict)}\n`);
    return verdict;
  }

  #count(of: string, row: string): void {
    const key = `${of} ${row}`;
    this.#successes.set(key, (this.#successes.get(key) ?? 0) + 1);
  }

  /** Rows that have noticed something of its kind, then those that few things pass and that take little time. */
  #likely(untruth: Named): Row[] {
    const topic = topicOf(untruth);
    const word = untruth.of.replace("/tasks/", "").toLowerCase();
    const cost = ({ row, passed, durationMs }: Honest) => {
      const successes = this.#successes.get(`${untruth.of} ${row}`) ?? 0;
      const isNamed = row.toLowerCase().replaceAll("task", "").includes(word);
      return (durationMs + 100 * passed.length) / (1 + 4 * successes) / (isNamed ? 4 : 1);
    };
    return this.#honest
      .filter(({ passed }) => passed.includes(topic))
      .toSorted((a, b) => cost(a) - cost(b))
      .flatMap(({ row }) => this.#rows.get(row) ?? [])
      .slice(0, mostRows);
  }
}

function readLines<T>(file: string): T[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
