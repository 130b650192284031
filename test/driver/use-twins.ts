// Twins for the tests of a `describe`, one pair for each test.

import { daemonOf, daemonUnderTest, type Generation } from "../helpers/daemon-under-test.ts";
import { isSoak } from "../helpers/soak.ts";
import { Twin } from "./twins.ts";
import { useDriver } from "./use-driver.ts";

/** Asks both the same at the same time. */
export type Both = <T>(ask: (twin: Twin) => Promise<T>) => Promise<readonly [ours: T, go: T]>;

/** In the short form the one of the daemon under test. */
export const oracles: readonly Generation[] = isSoak ? ["1.6", "2.1"] : [daemonUnderTest.generation];

export function useTwins(oracle: Generation): (body: (both: Both) => Promise<void>) => Promise<void> {
  const ours = useDriver();
  const go = useDriver({ executable: daemonOf(oracle).goShim, path: [] });
  return async (body) => {
    const [a, b] = await Promise.all([Twin.start(ours(), true), Twin.start(go(), false)]);
    await body((ask) => Promise.all([ask(a), ask(b)]));
    // After a failure there may be containers that nobody knows: the driver's check ends them by force.
    await Promise.all([a.stop(), b.stop()]);
  };
}
