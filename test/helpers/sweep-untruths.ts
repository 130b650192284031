// Each untruth is told until a row notices it: the rows in which it can be told, those first that are the most likely to.

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { catalogue, chooseRows } from "../../conformance/catalogue.ts";
import type { Row } from "../../conformance/row.ts";
import { Falsifier, type PlayedRow } from "./find-untruths.ts";
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

/** What an honest shim has shown of a row. */
interface Honest {
  readonly row: string;
  readonly status: string;
  readonly reason: string;
  readonly passed: readonly string[];
  readonly durationMs: number;
}

/** Rows that are played for an untruth at most: those behind them are less and less about it. */
const mostRows = 40;
/** Untruths that are told at once, each in a world of its own: much of it is waiting. */
const atOnce = 3;

const refusals: readonly string[] = ["another code", "other words", "succeeds"];

/** What has to pass the shim, that the untruth can be told. */
function topicOf({ of, how }: Named): string {
  if (refusals.includes(how)) return `${of}!`;
  return ["missing", "false", "left"].includes(how) ? "start" : of;
}

export class Sweep {
  readonly #falsifiers = Array.from({ length: atOnce }, () => new Falsifier());
  readonly #file: string;
  readonly #verdicts: Map<string, Verdict>;
  readonly #honest: Honest[];
  readonly #rows = new Map<string, Row>(chooseRows({}).map((row) => [row.name, row]));
  readonly #events = new Set(catalogue.events?.map(({ name }) => name));
  /** How often a row has noticed something of a method or topic. */
  readonly #successes = new Map<string, number>();

  /**
   * `file`: where verdicts are written, a JSON line each; those that are there are not asked for again. Beside it, `<file>.honest`,
   * what an honest shim passes, row by row, so that these are not played again either.
   */
  constructor(file: string) {
    this.#file = file;
    this.#verdicts = new Map(readLines<Verdict>(file).map((each) => [each.name, each]));
    this.#honest = readLines<Honest>(`${file}.honest`);
  }

  /** Resolves with what came of each. */
  async of(untruths: readonly Named[]): Promise<Verdict[]> {
    const known = new Set(this.#honest.map(({ row }) => row));
    const rows = [...this.#rows.values()].filter(({ name }) => !known.has(name));
    const share = Math.ceil(rows.length / atOnce);
    const shares = this.#falsifiers.map((_, at) => rows.slice(at * share, (at + 1) * share));
    await this.#each(shares, async (falsifier, mine) => this.#learn(await falsifier.play(mine)));
    const verdicts: Verdict[] = [];
    await this.#each(untruths, async (falsifier, untruth) => {
      verdicts.push(this.#verdicts.get(untruth.name) ?? (await this.#verdictOn(falsifier, untruth)));
    });
    return verdicts;
  }

  remove(): void {
    for (const falsifier of this.#falsifiers) falsifier.remove();
  }

  async #each<T>(what: readonly T[], body: (falsifier: Falsifier, each: T) => Promise<void>): Promise<void> {
    const queue = [...what];
    const work = async (falsifier: Falsifier) => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) await body(falsifier, next);
    };
    await Promise.all(this.#falsifiers.map(work));
  }

  #learn(played: readonly PlayedRow[]): void {
    for (const { outcome, passed } of played) {
      const { row, status, reason } = outcome;
      const durationMs = Math.round(outcome.durationMs);
      const honest: Honest = { row: row.name, status, reason, passed: [...passed], durationMs };
      this.#honest.push(honest);
      appendFileSync(`${this.#file}.honest`, `${JSON.stringify(honest)}\n`);
    }
  }

  async #verdictOn(falsifier: Falsifier, untruth: Named): Promise<Verdict> {
    const rows = this.#likely(untruth);
    const isNoticed = ({ outcome, passed }: PlayedRow) => outcome.status === "fail" && passed.has("lied");
    const before = performance.now();
    const played = await falsifier.play(rows, untruth, isNoticed);
    const durationMs = Math.round(performance.now() - before);
    const last = played.at(-1);
    const by = last !== undefined && isNoticed(last) ? last.outcome : undefined;
    const wasTold = played.some(({ passed }) => passed.has("lied"));
    if (by !== undefined) this.#count(untruth.of, by.row.name);
    const verdict: Verdict = {
      name: untruth.name,
      verdict: by !== undefined ? "noticed" : wasTold ? "unnoticed" : "never told",
      ...{ row: by?.row.name ?? "", reason: by?.reason ?? "" },
      ...{ played: played.length, of: rows.length, durationMs },
    };
    appendFileSync(this.#file, `${JSON.stringify(verdict)}\n`);
    return verdict;
  }

  #count(of: string, row: string): void {
    const key = `${of} ${row}`;
    this.#successes.set(key, (this.#successes.get(key) ?? 0) + 1);
  }

  /** Rows that have noticed something of its kind, then those that few things pass and that take little time. */
  #likely(untruth: Named): Row[] {
    const topic = topicOf(untruth);
    const word = untruth.of.toLowerCase();
    const field = / (left out|false)$/.test(untruth.name) ? /(\w+) [\w ]+$/.exec(untruth.name)?.[1] : undefined;
    const isAbout = ({ row }: Honest) => {
      if (field !== undefined && row.includes(field)) return true;
      return topic.startsWith("/tasks/")
        ? this.#events.has(row)
        : row.replaceAll("Task", "").toLowerCase().includes(word);
    };
    const cost = (honest: Honest) => {
      const { row, passed, durationMs } = honest;
      const successes = this.#successes.get(`${untruth.of} ${row}`) ?? 0;
      return (durationMs + 100 * passed.length) / (1 + 4 * successes) / (isAbout(honest) ? 4 : 1);
    };
    return this.#honest
      .filter(({ status, passed }) => status === "pass" && passed.includes(topic))
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
