// One life per instant of a verb of the runtime.

import { expect } from "vitest";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { isSoak, sized } from "../helpers/soak.ts";
import { describeCall } from "./call-tracer.ts";
import type { RuntimeVerb } from "./runtime-verbs.ts";
import type { TracedRuntime } from "./traced-runtime.ts";
import { sample } from "./tracer.ts";

export const seed = Number(process.env.RUNTS_TORTURE_SEED ?? Date.now() % 1_000_000);
const shift = (seed % 1000) / 1000;
/** Of this system call alone. */
const only = process.env.RUNTS_TORTURE_CALL;
/** Instants of each verb. */
const points = Number(process.env.RUNTS_TORTURE_POINTS ?? sized(2, Number.POSITIVE_INFINITY));
export const timeout = points > 2 ? 6 * 3_600_000 : 60_000;

/** `attend` sees the life through after `signal`, and rejects with whatever it does. */
export async function sweep(
  { driver, runtime, verb }: { driver: ShimDriver; runtime: TracedRuntime; verb: RuntimeVerb },
  signal: "SIGKILL" | "SIGSTOP",
  attend: (life: Promise<void>) => Promise<void> = (life) => life,
): Promise<void> {
  const { options: runc } = runtime;
  await runtime.record(verb.verb);
  await verb.live(driver, { runc, mayFail: false });
  const calls = (await runtime.take()).filter(({ name }) => only === undefined || name === only);
  expect(calls.length).toBeGreaterThan(only === undefined ? 50 : 0);
  if (isSoak) console.info(`${signal} in ${verb.name}: ${calls.length} instants`);
  for (const call of sample(calls, points, shift)) {
    const instant = `${signal} at ${describeCall(call)}`;
    await runtime.signal(verb.verb, call, signal);
    const life = verb.live(driver, { runc, mayFail: signal === "SIGKILL" });
    await attend(life).catch((error: unknown) => {
      throw new Error(`${instant}: ${(error as Error).message}`, { cause: error });
    });
    expect(await driver.settle(), instant).toEqual([]);
  }
  await runtime.take();
}
