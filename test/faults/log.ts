// What a sweep has tried, a line of JSON each: a later one goes on where it stopped.

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { expressionOf, type Injection } from "./strace.ts";

/** `late`: the call was not made in that run; `helpless`: the engine could not begin; `bounded`: all wait for a call that is slow, as slow.ts says. */
export type Outcome = "well" | "late" | "helpless" | "bounded" | "wrong";

interface Entry {
  readonly scenario: string;
  readonly fault: string;
  readonly outcome: Outcome;
  /** The call, as it was without a fault. */
  readonly call: string;
  /** What it did, of one with consequences. */
  readonly text?: string;
}

export class SweepLog {
  readonly #path: string | undefined;
  readonly #tried = new Set<string>();

  /** Without a path nothing is kept. */
  constructor(path: string | undefined) {
    this.#path = path;
    if (path === undefined || !existsSync(path)) return;
    for (const line of readFileSync(path, "utf8").split("\n")) {
      if (line === "") continue;
      const { scenario, fault } = JSON.parse(line) as Entry;
      this.#tried.add(`${scenario} ${fault}`);
    }
  }

  has(scenario: string, injection: Injection): boolean {
    return this.#tried.has(`${scenario} ${expressionOf(injection)}`);
  }

  /** One write: several sweeps may share a file. */
  add(scenario: string, injection: Injection, rest: Pick<Entry, "outcome" | "call" | "text">): void {
    const fault = expressionOf(injection);
    this.#tried.add(`${scenario} ${fault}`);
    if (this.#path !== undefined) appendFileSync(this.#path, `${JSON.stringify({ scenario, fault, ...rest })}\n`);
  }
}
