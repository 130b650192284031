// kill -9 of the shim at any system call of its main thread, in each step of a container's life: `delete` tells the truth and nothing
// is left (invariant 12). A sample here; all of them with RUNTS_TEST_SOAK=1 or by `scripts/torture kill`.

import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ClosedError } from "../../ttrpc/status.ts";
import { beginLife, type Life, type Step, steps } from "../driver/killed-steps.ts";
import { describeInstant, type Instant, sample, Tracer } from "../driver/tracer.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killIfThere } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { sized } from "../helpers/soak.ts";

const seed = Number(process.env.RUNTS_TORTURE_SEED ?? Date.now() % 1_000_000);
const shift = (seed % 1000) / 1000;
/** Instants of each step. */
const points = Number(process.env.RUNTS_TORTURE_POINTS ?? sized(2, Number.POSITIVE_INFINITY));

/** 137: the shim's death was the container's. */
const killed = 137;
const own = 3;

// Only the executable sleeps and upgrades; the Go shim leaves half-made cgroups and says 137 of everything.
describe.runIf(shimUnderTest.kind === "bun")(`kill -9 of the shim, seed ${seed}`, () => {
  const driver = useDriver();
  const drowsy = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0.05" } });
  const driverOf = (step: Step) => (step.wantsSleep ? drowsy() : driver());

  /** The step with the shim under a tracer. Returns the calls of its main thread, if it was to live. */
  async function perform(life: Life, step: Step, instant?: Instant): Promise<Instant[]> {
    const pid = life.bundle.shimPid() ?? 0;
    const tracer = await Tracer.attach(pid, instant);
    const acting = step.act(life);
    // What goes on after the shim's death is nobody's concern.
    acting.catch(() => {});
    try {
      await Promise.race([acting, life.client.closed]);
    } catch (error) {
      // It is on its way, or the connection was lost for no reason.
      if (!(error instanceof ClosedError) && isAlive(pid)) throw error;
      await eventually("the shim that has closed its connection is gone", () => !isAlive(pid));
    }
    const calls = await tracer.detach();
    // What was recorded is not what happens each time: some instants never come.
    killIfThere(pid);
    await eventually("the shim is gone", () => !isAlive(pid));
    return calls;
  }

  async function checkDelete({ bundle, client, pid }: Life, step: Step): Promise<void> {
    const told = driverOf(step).events.of(bundle.id);
    const exit = told.find(({ topic }) => topic === "/tasks/exit");
    client.close();
    const result = await bundle.delete();
    if (exit === undefined) expect([killed, own]).toContain(result.exitStatus);
    else expect(result.exitStatus).toBe(exit.fields.exitStatus);
    if (pid > 0) expect(result.pid).toBe(pid);
    expect(Math.abs(result.seconds - Date.now() / 1000)).toBeLessThan(30);
    expect(await driverOf(step).settle()).toEqual([]);
    expect(existsSync(bundle.socket)).toBe(false);
    // As often as containerd likes.
    expect((await bundle.delete()).exitStatus).toBe(result.exitStatus);
  }

  for (const step of steps) {
    test(`in ${step.name}`, { timeout: points > 2 ? 3_600_000 : 60_000 }, async () => {
      const lived = await beginLife(driverOf(step), step);
      const calls = await perform(lived, step);
      await checkDelete(lived, step);
      expect(calls.length).toBeGreaterThan(10);
      for (const instant of sample(calls, Math.min(points, calls.length), shift)) {
        const life = await beginLife(driverOf(step), step);
        await perform(life, step, instant);
        await checkDelete(life, step).catch((error: unknown) => {
          throw new Error(`killed at ${describeInstant(instant)}: ${(error as Error).message}`, { cause: error });
        });
      }
    });
  }
});
