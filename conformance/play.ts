// One shim and all chosen rows: who it is, what it has, what came of each row.

import type { DriverOptions, RuntimeName } from "./driver/driver-options.ts";
import type { Identity } from "./driver/identity.ts";
import { identify } from "./driver/identity.ts";
import { probeFeatures } from "./features.ts";
import type { Feature, Row } from "./row.ts";
import { type Outcome, Runner } from "./runner.ts";
import { type Judged, judge } from "./verdict.ts";

export interface Played {
  readonly executable: string;
  readonly identity: Identity;
  readonly features: ReadonlySet<Feature>;
  readonly judged: readonly Judged[];
}

export interface PlayOptions {
  readonly driver: DriverOptions;
  readonly runtime: RuntimeName;
  readonly rows: readonly Row[];
  readonly patienceMs: number;
  readonly onStart?: (identity: Identity) => void;
  readonly onJudged?: (judged: Judged) => void;
  /** Is told how to end it early. */
  readonly onRunner?: (stop: () => Promise<void>) => void;
}

export async function play({ driver, runtime, rows, patienceMs, ...listeners }: PlayOptions): Promise<Played> {
  const { executable } = driver;
  const identity = await identify(executable, process.env as Record<string, string>);
  listeners.onStart?.(identity);
  const wanted = new Set(rows.flatMap(({ needs = [] }) => needs));
  const features = wanted.size > 0 ? await probeFeatures(driver, patienceMs, wanted) : wanted;
  const judged: Judged[] = [];
  const runner = new Runner({
    ...{ driver, runtime, features, patienceMs },
    onOutcome: (outcome: Outcome) => {
      const verdict = judge(outcome, identity, runtime);
      judged.push(verdict);
      listeners.onJudged?.(verdict);
    },
  });
  listeners.onRunner?.(() => runner.stop());
  await runner.run(rows);
  return { executable, identity, features, judged };
}
