// Properties under fast-check: as many cases as a budget of time allows, with the seed in the output.

import fc from "fast-check";
import { test } from "vitest";
import { isSoak } from "./soak.ts";

export interface Budget {
  /** Of the short form. */
  readonly seconds: number;
  /** With RUNTS_TEST_SOAK=1; fifteen times as long unless told. */
  readonly soakSeconds?: number;
}

/** In milliseconds: a failing case is shrunk within the budget, and a slow machine takes its time for the last one. */
export function propertyTimeout({ seconds, soakSeconds = 15 * seconds }: Budget): number {
  return 60_000 + 2000 * (isSoak ? soakSeconds : seconds);
}

/**
 * Checks cases until the time is over. RUNTS_TEST_SEED and RUNTS_TEST_PATH, as a failure prints them, bring one back. Throws what
 * fast-check says of the smallest case that it has found in the same time.
 */
export async function holds<T>(
  name: string,
  budget: Budget,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
): Promise<void> {
  const { seconds, soakSeconds = 15 * seconds } = budget;
  const { RUNTS_TEST_SEED, RUNTS_TEST_PATH } = process.env;
  const seed = RUNTS_TEST_SEED === undefined ? Date.now() % 2 ** 31 : Number(RUNTS_TEST_SEED);
  let cases = 0;
  let last: Promise<void> | undefined;
  const counted = (value: T): Promise<void> => {
    cases += 1;
    last = (async () => check(value))();
    return last;
  };
  try {
    await fc.assert(fc.asyncProperty(arbitrary, counted), {
      seed,
      ...(RUNTS_TEST_PATH === undefined ? {} : { path: RUNTS_TEST_PATH }),
      numRuns: 10_000_000,
      interruptAfterTimeLimit: 1000 * (isSoak ? soakSeconds : seconds),
      markInterruptAsFailure: false,
    });
    // Where the time is over the case that is under way is not waited for: it would go on in what the test ends next.
    await last;
  } finally {
    await last?.catch(() => undefined);
    console.log(`property "${name}": seed ${seed}, ${cases} cases`);
  }
}

/** A test of one property. */
export function property<T>(
  name: string,
  budget: Budget,
  arbitrary: fc.Arbitrary<T>,
  check: (value: T) => void | Promise<void>,
): void {
  test(name, { timeout: propertyTimeout(budget) }, () => holds(name, budget, arbitrary, check));
}
