// kill -9 of `start`, of `delete` and of logging binaries at any instant, and of containerd in each step of a life. A sample; more of it
// by `scripts/torture actions`.

import { existsSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import type { Bundle } from "../../conformance/driver/shim-driver.ts";
import { describeCall } from "../driver/call-tracer.ts";
import { beginLife, steps } from "../driver/killed-steps.ts";
import { TracedAction } from "../driver/traced-runtime.ts";
import { sample } from "../driver/tracer.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { sized } from "../helpers/soak.ts";

const seed = Number(process.env.RUNTS_TORTURE_SEED ?? Date.now() % 1_000_000);
const shift = (seed % 1000) / 1000;
const points = Number(process.env.RUNTS_TORTURE_POINTS ?? sized(2, 400));
const timeout = points > 2 ? 3_600_000 : 60_000;
const ours = describe.runIf(shimUnderTest.kind === "bun");

ours(`kill -9 of an action, seed ${seed}`, () => {
  const action = new TracedAction();
  afterAll(() => action.remove());
  const driver = useDriver(() => ({ wrapper: [action.path] }));

  /** `start` under the tracer, until the shim serves, or nobody is left. */
  async function start(bundle: Bundle): Promise<void> {
    const starting = driver()
      .start(bundle)
      .catch(() => {});
    const isOver = async () => (await serves(bundle)) || driver().processes().length === 0;
    await eventually("it serves, or has ended", isOver);
    await action.letGo();
    await starting;
  }

  async function serves(bundle: Bundle): Promise<boolean> {
    if (!existsSync(bundle.socket)) return false;
    try {
      const client = await driver().connect(`unix://${bundle.socket}`);
      // It has taken the code that serves, then.
      await client.call("Connect", { id: bundle.id }).catch(() => {});
      client.close();
      return true;
    } catch {
      return false;
    }
  }

  async function sweep(name: string, once: () => Promise<void>): Promise<void> {
    await action.record(name);
    await once();
    const calls = await action.take();
    expect(calls.length).toBeGreaterThan(50);
    for (const call of sample(calls, points, shift)) {
      await action.signal(name, call, "SIGKILL");
      await once().catch((error: unknown) => {
        throw new Error(`killed at ${describeCall(call)}: ${(error as Error).message}`, { cause: error });
      });
      expect(await driver().settle(), `killed at ${describeCall(call)}`).toEqual([]);
    }
    await action.take();
  }

  test("start: no shim is left that nobody knows of, and the next start works", { timeout }, async () => {
    await sweep("start", async () => {
      const bundle = driver().bundle();
      await start(bundle);
      // Whoever is not told of it that a shim serves finds it by another start.
      if (!(await serves(bundle))) {
        await eventually("no process is left", () => driver().processes().length === 0);
        await bundle.delete();
        expect(existsSync(bundle.socket)).toBe(false);
      }
      const client = await driver().connect(await driver().start(bundle));
      await client.call("Create", bundle.createRequest());
      await driver().end(client, bundle);
    });
  });

  test("delete: the next one does the rest and says the same", { timeout }, async () => {
    await sweep("delete", async () => {
      const container = await TestContainer.run(driver());
      await container.bundle.killShim();
      container.client.close();
      await container.bundle.delete().catch(() => undefined);
      expect(await container.bundle.delete()).toMatchObject({ pid: container.pid, exitStatus: 137 });
    });
  });
});

describe("kill -9 of a logging binary", () => {
  const driver = useDriver();
  const suicide = "kill -9 $$";
  const instants = [
    ["before it is ready", suicide],
    ["when it is ready", `${ready}; ${suicide}`],
    ["after a line", `${ready}; head -n 1 <&3 >$d/out; ${suicide}`],
    ["after all", `${ready}; cat <&3 >$d/out; ${suicide}`],
  ] as const;

  test.each(instants)("%s: the container has its own end, and nothing is left", async (when, script) => {
    // Of this scheme the end of descriptor 5 alone does not say that it is ready.
    const uri = new LoggingBinary(driver(), script).uri("binary-v2");
    const bundle = driver().bundle({ args: ["sh", "-c", "for i in 1 2 3 4 5; do echo $i; done; exit 3"] });
    const { id } = bundle;
    const client = await driver().shim(bundle);
    const create = client.call("Create", { ...bundle.createRequest(), stdout: uri, stderr: uri });
    if (when === "before it is ready") {
      await expect(create).rejects.toThrow();
      await driver().shutdown(client, bundle);
      return;
    }
    await create;
    await client.call("Start", { id });
    expect((await client.call("Wait", { id })).exitStatus).toBe(3);
    await client.call("Delete", { id });
    await driver().shutdown(client, bundle);
  });
});

ours("kill -9 of containerd", () => {
  const driver = useDriver();

  for (const step of steps.filter(({ wantsSleep }) => wantsSleep !== true)) {
    test(`in ${step.name}: its events come, in order and once, when it is back`, async () => {
      const life = await beginLife(driver(), step);
      const { bundle, client } = life;
      const { id } = bundle;
      // What containerd has not acknowledged may come a second time.
      await eventually("what was before is told", () => driver().events.topics(id).length >= told[step.from]);
      await driver().events.leave();
      const acting = step.act(life).catch(() => undefined);
      await acting;
      await driver().events.listen();
      if (step.name !== "shutdown") {
        const { status } = await client.call("State", { id }).catch(() => ({ status: 0 }));
        if (status === 1 || status === 2) {
          await client.call("Kill", { id, signal: 9, all: true });
          await client.call("Wait", { id });
        }
        if (status !== 0) await client.call("Delete", { id });
        await driver().shutdown(client, bundle);
      }
      const execs = step.name === "exec" ? ["exec-added", "exec-started", "exit"] : [];
      const started = step.name === "create" ? [] : ["start"];
      const topics = ["create", ...started, ...execs, "exit", "delete"];
      await driver().events.waitFor(id, topics.length);
      expect(await driver().settle()).toEqual([]);
      expect(driver().events.topics(id)).toEqual(topics);
    });
  }
});

/** Events of a life so far. */
const told = { shim: 0, created: 1, running: 2, stopped: 3 };
