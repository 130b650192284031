// SIGSTOP of the runtime at any system call, in each of its verbs, and of the shim: nobody else is held up, and after SIGCONT
// it was only time that has passed. A sample; more of it by `scripts/torture runtime`.

import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import { seed, sweep, timeout } from "../driver/runtime-sweep.ts";
import { verbs } from "../driver/runtime-verbs.ts";
import { TracedRuntime } from "../driver/traced-runtime.ts";
import { useDriver } from "../driver/use-driver.ts";
import { Random } from "../fuzz/mutate.ts";
import { eventually } from "../helpers/eventually.ts";
import { killIfThere, killProcess, listProcesses, readProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { sized } from "../helpers/soak.ts";

describe.runIf(isOurs).each(["runc", "crun"] as const)(`%s that is stopped, seed ${seed}`, (name) => {
  const driver = useDriver();
  const runtime = new TracedRuntime(name);
  afterAll(() => runtime.remove());

  const run = () => TestContainer.run(driver(), { runc: runtime.options, args: ["sh", "-c", "sleep 1000 & wait"] });

  /** Processes of the driver that are stopped, or run the runtime. */
  const stopped = () => driverProcesses().filter(({ state }) => state === "T");
  const commands = () => driverProcesses().filter(({ commandLine }) => commandLine.includes("--log"));
  const driverProcesses = () => {
    const own = new Set(driver().processes());
    return listProcesses().filter(({ pid }) => own.has(pid));
  };

  /** Whoever has stopped goes on. */
  async function attend(life: Promise<void>): Promise<void> {
    let isOver = false;
    const living = life.finally(() => {
      isOver = true;
    });
    const goOn = () => {
      for (const { pid } of stopped()) killIfThere(pid, "SIGCONT");
      return isOver;
    };
    await Promise.all([living, eventually("the life is over", goOn, { timeoutMs: 60_000 })]);
  }

  for (const verb of verbs) {
    test(`in ${verb.name}`, { timeout }, () => sweep({ driver: driver(), runtime, verb }, "SIGSTOP", attend));
  }

  for (const verb of ["create", "start", "exec", "delete"]) {
    test(`SIGSTOP in ${verb} holds up nobody else, and SIGCONT ends it`, async () => {
      const first = await run();
      const { client } = first;
      const bundle = driver().bundle();
      const { id } = bundle;
      await runtime.stop(verb);
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
      const container = await run();
      await container.exec("e");
      await container.client.call("Pause", { id: container.id });
      await container.client.call("Resume", { id: container.id });
      await container.end();
      isOver.abort();
      await teasing;
    }
  });
});

describe.runIf(isOurs)("a shim that is stopped", () => {
  const driver = useDriver();

  test("loses nothing that happens meanwhile", async () => {
    const container = await TestContainer.run(driver());
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
