// What one measurement is, and how contenders take turns in it.
import type { Contender } from "./contender.ts";

/** Which of two figures is the better one. */
export type Better = "less" | "more";

/** A figure of the report. */
export interface Metric {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  readonly better: Better;
  /** Ratio to the reference that is aimed at; a `fixed` one is a figure of ours alone. */
  readonly target?: { readonly ratio: number } | { readonly fixed: number };
  readonly digits?: number;
}

/** All values of each metric, by contender. */
export class Results {
  readonly failures: { metric: Metric; contender: string; reason: string }[] = [];
  readonly #values = new Map<string, Map<string, number[]>>();

  add(metric: Metric, contender: string, ...values: number[]): void {
    const byContender = this.#values.get(metric.key) ?? new Map<string, number[]>();
    this.#values.set(metric.key, byContender);
    byContender.set(contender, [...(byContender.get(contender) ?? []), ...values]);
  }

  /** Notes that a contender could not do it. */
  fail(metric: Metric, contender: string, reason: string): void {
    this.failures.push({ metric, contender, reason });
  }

  of(metric: Metric, contender: string): readonly number[] | undefined {
    return this.#values.get(metric.key)?.get(contender);
  }

  /** Who has values. */
  contenders(metric: Metric): string[] {
    return [...(this.#values.get(metric.key)?.keys() ?? [])];
  }

  toJson(): object {
    return Object.fromEntries([...this.#values].map(([key, values]) => [key, Object.fromEntries(values)]));
  }
}

/** How much is measured. */
export interface Effort {
  /** Containers that live one after the other, per contender. */
  readonly lives: number;
  readonly execs: number;
  /** Rounds of 50 execs at once. */
  readonly bursts: number;
  /** Rounds of 1,000 calls. */
  readonly callRounds: number;
  readonly podMembers: number;
  /** Lives with crun, and readings of processor time. */
  readonly crunLives: number;
  /** Keystrokes, and lines of a terminal. */
  readonly keystrokes: number;
  /** Containers in one shim. */
  readonly sharing: number;
  readonly gibibytes: number;
  readonly flowRounds: number;
  readonly idleShims: number;
  readonly idleSeconds: number;
  /** Shims that sleep at once, and how often one is woken. */
  readonly sleepers: number;
  readonly wakings: number;
  /** Shims with and without spans. */
  readonly tracedShims: number;
  /** Execs of the look at growth; none in quick mode. */
  readonly growthExecs: number;
  /** Rounds of tasks through containerd, and how many in each. */
  readonly daemonRounds: number;
  readonly tasksPerRound: number;
}

export const fullEffort: Effort = {
  lives: 30,
  execs: 60,
  bursts: 4,
  callRounds: 3,
  podMembers: 20,
  crunLives: 10,
  keystrokes: 400,
  sharing: 200,
  gibibytes: 2,
  flowRounds: 3,
  idleShims: 50,
  idleSeconds: 20,
  sleepers: 200,
  wakings: 20,
  tracedShims: 6,
  growthExecs: 3000,
  daemonRounds: 4,
  tasksPerRound: 32,
};

export const quickEffort: Effort = {
  lives: 5,
  execs: 10,
  bursts: 1,
  callRounds: 1,
  podMembers: 4,
  crunLives: 2,
  keystrokes: 100,
  sharing: 20,
  gibibytes: 1,
  flowRounds: 1,
  idleShims: 5,
  idleSeconds: 4,
  sleepers: 10,
  wakings: 4,
  tracedShims: 1,
  growthExecs: 0,
  daemonRounds: 1,
  tasksPerRound: 16,
};

/**
 * Calls `sample` `rounds` times for each contender, in an order that changes from round to round, so that a busy moment
 * of the machine does not meet the same one each time.
 */
export async function takeTurns(
  contenders: readonly Contender[],
  rounds: number,
  sample: (contender: Contender, round: number) => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const first = round % contenders.length;
    for (const contender of [...contenders.slice(first), ...contenders.slice(0, first)]) await sample(contender, round);
  }
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}
