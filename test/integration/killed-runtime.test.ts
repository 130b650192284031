// kill -9 and SIGSTOP of the runtime at any system call, in each of its verbs: the call fails or
// succeeds, can be made again, and nothing is left. A sample; more of it by `scripts/torture runtime`.

import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { RuncOptions } from "../../conformance/driver/shim-driver.ts";
import { TracedRuntime } from "../driver/traced-runtime.ts";
import { describeInstant, type Instant, sample } from "../driver/tracer.ts";
import { useDriver } from "../driver/use-driver.ts";
import { Random } from "../fuzz/mutate.ts";
import { eventually } from "../helpers/eventually.ts";
import { killIfThere, killProcess, listProcesses, readProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { sized } from "../helpers/soak.ts";

const seed = Number(process.env.RUNTS_TORTURE_SEED ?? Date.now() % 1_000_000);
const shift = (seed % 1000) / 1000;
/** Of this system call alone. */
const only = process.env.RUNTS_TORTURE_CALL;
/** Instants of each verb. */
const points = Number(process.env.RUNTS_TORTURE_POINTS ?? sized(3, 400));
const timeout = points > 3 ? 3_600_000 : 60_000;

type Outcome = "done" | "failed";

const outcomeOf = (call: Promise<unknown>): Promise<Outcome> =>
  call.then(
    () => "done",
    () => "failed",
  );

describe.runIf(isOurs)(`a runtime that gets a signal, seed ${seed}`, () => {
  const driver = useDriver();
  const runtime = new TracedRuntime();
  afterAll(() => runtime.remove());

  interface Verb {
    readonly name: string;
    /** Up to the moment before; Create for `create` is `act`'s. */
    begin(runc: RuncOptions): Promise<TestContainer>;
    act(container: TestContainer): Promise<unknown>;
    /** What has to hold afterwards. Ends the container. */
    check(container: TestContainer, outcome: Outcome): Promise<void>;
  }

  const run = (runc: RuncOptions) => TestContainer.run(driver(), { runc, args: ["sh", "-c", "sleep 1000 & wait"] });

  const verbs: readonly Verb[] = [
    {
      name: "start",
      begin: (runc) => TestContainer.create(driver(), { runc }),
      act: ({ client, id }) => client.call("Start", { id }),
      check: async (container, outcome) => {
        const { status } = await container.state();
        expect(outcome === "done" ? [2] : [1, 2, 3]).toContain(status);
        if (status !== 3) await container.kill(9);
        await container.wait();
        await container.client.call("Delete", { id: container.id });
        await driver().shutdown(container.client, container.bundle);
      },
    },
    {
      name: "exec",
      begin: run,
      act: (container) => container.exec("e"),
      check: async (container, outcome) => {
        // Nothing of a failed exec is left, and another one works.
        const count = outcome === "done" ? 3 : 2;
        await eventually(`the container has ${count} processes`, async () => (await container.pids()).length === count);
        await container.exec("another");
        await container.end();
      },
    },
    {
      name: "kill",
      begin: run,
      act: ({ client, id }) => client.call("Kill", { id, signal: 10, all: true }),
      check: (container) => container.end(),
    },
    {
      name: "delete",
      begin: async (runc) => {
        const container = await run(runc);
        await container.kill(9);
        await container.wait();
        return container;
      },
      act: ({ client, id }) => client.call("Delete", { id }),
      check: async ({ client, id, bundle }, outcome) => {
        if (outcome === "failed") expect((await client.call("Delete", { id })).exitStatus).toBe(137);
        await driver().shutdown(client, bundle);
      },
    },
    {
      name: "pause",
      begin: run,
      act: ({ client, id }) => client.call("Pause", { id }),
      // Frozen or not, it can be killed.
      check: (container) => container.end(),
    },
  ];

  async function sweep(name: string, once: (instant?: Instant) => Promise<void>): Promise<void> {
    runtime.record(name);
    await once();
    const calls = runtime.take().filter((call) => only === undefined || call.name === only);
    expect(calls.length).toBeGreaterThan(only === undefined ? 100 : 0);
    for (const instant of sample(calls, points, shift)) {
      runtime.kill(name, instant);
      await once(instant).catch((error: unknown) => {
        throw new Error(`killed at ${describeInstant(instant)}: ${(error as Error).message}`, { cause: error });
      });
      expect(await driver().settle(), `killed at ${describeInstant(instant)}`).toEqual([]);
    }
    runtime.take();
  }

  for (const { name, begin, act, check } of verbs) {
    test(`SIGKILL in ${name}`, { timeout }, async () => {
      await sweep(name, async () => {
        const container = await begin(runtime.options);
        await check(container, await outcomeOf(act(container)));
      });
    });
  }

  test("SIGKILL in create", { timeout }, async () => {
    await sweep("create", async (instant) => {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      const { id } = bundle;
      const create = () => client.call("Create", bundle.createRequest(runtime.options));
      if ((await outcomeOf(create())) === "failed") {
        expect(instant).toBeDefined();
        expect((await failure(client.call("State", { id }))).code).toBe(5);
        // Its id can be used again at once.
        await create();
      }
      await driver().end(client, bundle);
    });
  });

  test("SIGKILL between the start of an exec and its pid file: the call fails, and the process is ended", async () => {
    const container = await run(runtime.options);
    // A file of another name gets the one that is looked for.
    runtime.kill("exec", { name: "renameat", occurrence: 1 });
    await expect(container.exec("e")).rejects.toThrow();
    await eventually("the container has 2 processes", async () => (await container.pids()).length === 2);
    await container.end();
    runtime.take();
  });

  /** Processes of the driver that are stopped, or run the runtime. */
  const stopped = () => driverProcesses().filter(({ state }) => state === "T");
  const commands = () => driverProcesses().filter(({ commandLine }) => commandLine.includes("--log"));
  const driverProcesses = () => {
    const own = new Set(driver().processes());
    return listProcesses().filter(({ pid }) => own.has(pid));
  };

  for (const verb of ["create", "start", "exec", "delete"]) {
    test(`SIGSTOP in ${verb} holds up nobody else, and SIGCONT ends it`, async () => {
      const first = await run(runtime.options);
      const { client } = first;
      const bundle = driver().bundle();
      const { id } = bundle;
      runtime.stop(verb);
      const life = (async () => {
        await client.call("Create", bundle.createRequest(runtime.options));
        await client.call("Start", { id });
        const spec = { typeUrl: "", value: ociProcess(["sleep", "1000"]) };
        await client.call("Exec", { id, execId: "e", spec });
        await client.call("Start", { id, execId: "e" });
        await client.call("Kill", { id, signal: 9 });
        await client.call("Wait", { id });
        return await client.call("Delete", { id });
      })();
      life.catch(() => {});
      await eventually("it has stopped", () => stopped().length > 0);
      expect((await first.state()).status).toBe(2);
      await first.exec("meanwhile");
      await first.kill(9, { execId: "meanwhile" });
      expect(await first.wait("meanwhile")).toBe(137);
      for (const { pid } of stopped()) killProcess(pid, "SIGCONT");
      expect((await life).exitStatus).toBe(137);
      await first.end();
    });
  }

  test("SIGSTOP and SIGCONT of whatever runs, at any time, make nothing but time pass", { timeout }, async () => {
    const random = new Random(seed);
    for (let round = 0; round < sized(2, 100); round += 1) {
      const isOver = new AbortController();
      const teasing = (async () => {
        while (!isOver.signal.aborted) {
          const pids = commands().map(({ pid }) => pid);
          for (const pid of pids) killIfThere(pid, "SIGSTOP");
          await delay(random.below(20));
          for (const pid of pids) killIfThere(pid, "SIGCONT");
          await delay(random.below(20));
        }
      })();
      const container = await run(runtime.options);
      await container.exec("e");
      await container.client.call("Pause", { id: container.id });
      await container.client.call("Resume", { id: container.id });
      await container.end();
      isOver.abort();
      await teasing;
    }
  });

  test("SIGSTOP of the shim loses nothing that happens meanwhile", async () => {
    const container = await run(runtime.options);
    const executing = await container.exec("e");
    const shim = container.bundle.shimPid() ?? 0;
    const waits = [container.wait("e"), container.wait()];
    killProcess(shim, "SIGSTOP");
    await eventually("it has stopped", () => readProcess(shim)?.state === "T");
    const state = container.state();
    for (const pid of [executing, container.pid]) {
      killProcess(pid, "SIGKILL");
      // Init's end waits for the exec, whose parent does not collect it; its memory has gone.
      await eventually("it has ended", () => readProcess(pid)?.commandLine.length === 0);
    }
    killProcess(shim, "SIGCONT");
    expect(await Promise.all(waits)).toEqual([137, 137]);
    await state;
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
    const topics = ["create", "start", "exec-added", "exec-started", "exit", "exit", "delete"];
    expect(driver().events.topics(container.id)).toEqual(topics);
  });
});
