// The shims that a stdio scenario is run against: ours with the FIFOs handed over, ours copying, and the Go shim.

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type DriverOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { sleepAfterVariable } from "../../shim/actions/asleep.ts";
import { stdioVariable } from "../../shim/stdio/open.ts";
import { runtimePath } from "../helpers/runtimes-under-test.ts";
import { isOurs, shims, shimUnderTest } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";
import { type Upgrading, upgradeAgainAndAgain } from "./upgrading.ts";

export interface Lane {
  readonly name: "direct" | "copied" | "asleep" | "upgraded" | "Go";
  readonly driver: DriverOptions;
}

const { executable } = shimUnderTest;
const path = [...shimUnderTest.path, ...runtimePath];

export const oracle: Lane = { name: "Go", driver: { executable: shims.go.executable, path: runtimePath } };

export const lanes: readonly Lane[] = isOurs
  ? [
      { name: "direct", driver: { executable, path } },
      { name: "copied", driver: { executable, path, environment: { [stdioVariable]: "copy" } } },
      ...(shimUnderTest.kind === "bun"
        ? ([
            // As soon as nothing happens for a moment, and again and again.
            { name: "asleep", driver: { executable, path, environment: { [sleepAfterVariable]: "0.02" } } },
            // In the midst of everything.
            { name: "upgraded", driver: { executable, path, environment: { [stdioVariable]: "copy" } } },
          ] as const)
        : []),
      oracle,
    ]
  : [oracle];

/** One thing that a client does with a process's stdio, and what must come of it. */
export interface Scenario {
  readonly name: string;
  /** Why the Go shim makes no such promise. */
  readonly notGo?: string;
  /** Why not while the shim is told to upgrade again and again: requests wait then, for a second at most. */
  readonly notUpgraded?: string;
  /** Many of the same, or long waiting: in the lanes `asleep` and `upgraded` with all the numbers only (RUNTS_TEST_SOAK). */
  readonly isMany?: boolean;
  /** More than the usual minute. */
  readonly timeoutMs?: number;
  run(driver: ShimDriver, lane: Lane): Promise<void>;
}

/** Runs the scenarios in each lane, each test followed by the check that nothing of it is left within `settleMs`. */
export function describeLanes(
  chosen: readonly Lane[],
  scenarios: readonly Scenario[],
  { settleMs = 5000 }: { settleMs?: number } = {},
): void {
  for (const lane of chosen) describe(lane.name, () => runLane(lane, scenarios, settleMs));
}

function runLane(lane: Lane, scenarios: readonly Scenario[], settleMs: number): void {
  const isGo = lane.name === "Go";
  let driver: ShimDriver;
  let upgrades: Upgrading | undefined;
  beforeAll(async () => {
    driver = await ShimDriver.start(lane.driver);
  });
  beforeEach(() => {
    if (lane.name === "upgraded") upgrades = upgradeAgainAndAgain(driver);
  });
  afterEach(async () => {
    await upgrades?.stop();
    const left = await driver.settle(isGo ? 500 : settleMs);
    if (left.length > 0) {
      await driver.stop();
      driver = await ShimDriver.start(lane.driver);
    }
    // The Go shim leaves containers behind whose Create failed late.
    if (!isGo) expect(left.join("\n"), "left behind by this test").toBe("");
  });
  afterAll(() => driver.stop());
  const isRestless = lane.name === "asleep" || lane.name === "upgraded";
  const chosen = scenarios.filter(({ notGo, isMany, notUpgraded }) => {
    if (isGo) return notGo === undefined;
    if (lane.name === "upgraded" && notUpgraded !== undefined) return false;
    return !(isRestless && isMany === true && !isSoak);
  });
  for (const { name, timeoutMs, run } of chosen) {
    test(name, { timeout: timeoutMs ?? 60_000 }, () => run(driver, lane));
  }
}
