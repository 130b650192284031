// A shim whose daemon is away or does not answer during many events, and one that has more to do than usual: nothing is lost, nothing
// is told twice, nothing is left.

import { readdirSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { listProcesses, readMemory } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { isSoak, sized } from "../helpers/soak.ts";

const ours = describe.runIf(shimUnderTest.kind === "bun");
const timeout = isSoak ? 3_600_000 : 60_000;

ours("with a daemon", () => {
  const driver = useDriver();

  /** Three events each. */
  async function execs(container: TestContainer, count: number): Promise<string[]> {
    const expected: string[] = [];
    for (let n = 0; n < count; n += 1) {
      await container.exec(`e${n}`, ["true"]);
      await container.wait(`e${n}`);
      expected.push("exec-added", "exec-started", "exit");
    }
    return expected;
  }

  test("that takes events and never answers: order is kept, nothing is lost, only what was unanswered comes twice", {
    timeout,
  }, async () => {
    const container = await TestContainer.run(driver());
    await container.events(2);
    let unanswered = 0;
    driver().events.treatment = () => {
      unanswered += 1;
      return new Promise(() => {});
    };
    const expected = await execs(container, 27);
    await eventually("an event was taken", () => unanswered > 0);
    driver().events.treatment = () => {};
    await driver().events.leave();
    await driver().events.listen();
    await container.events(2 + expected.length);
    // It is recorded when it is answered, hence not before the daemon has come back.
    expect(driver().events.topics(container.id)).toEqual(["create", "start", ...expected]);
    await container.end();
  });

  test("that is away during 80 events: order is kept, nothing is lost or doubled", { timeout }, async () => {
    const container = await TestContainer.run(driver());
    await container.events(2);
    await driver().events.leave();
    const expected = await execs(container, 27);
    if (isSoak) await delay(60_000);
    await driver().events.listen();
    await container.events(2 + expected.length);
    expect(driver().events.topics(container.id)).toEqual(["create", "start", ...expected]);
    await container.end();
  });
});

ours("with much to do", () => {
  const driver = useDriver();

  const descriptors = (pid: number) => readdirSync(`/proc/${pid}/fd`).length;

  test(`${sized(40, 10_000)} execs leave nothing in the shim`, { timeout }, async () => {
    const container = await TestContainer.run(driver());
    const pid = container.bundle.shimPid() ?? 0;
    const count = sized(40, 10_000);
    const before = descriptors(pid);
    let next = 0;
    const worker = async () => {
      for (let n = next++; n < count; n = next++) {
        await container.exec(`e${n}`, ["true"]);
        expect(await container.wait(`e${n}`)).toBe(0);
        await container.client.call("Delete", { id: container.id, execId: `e${n}` });
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    // The connection for events stays open for a while.
    await eventually("the descriptors are closed", () => descriptors(pid) <= before + 2);
    const own = listProcesses().filter(({ parent }) => parent === pid);
    expect(own.map((each) => each.pid)).toEqual([container.pid]);
    await eventually("the memory has come back", () => readMemory(pid).privateDirtyKiB < 24 * 1024, {
      timeoutMs: 30_000,
    });
    const isTold = () => driver().events.of(container.id).length >= 2 + 3 * count;
    await eventually("all is told", isTold, isSoak ? { timeoutMs: 300_000, intervalMs: 1000 } : {});
    const exits = driver()
      .events.of(container.id)
      .filter(({ topic }) => topic === "/tasks/exit");
    expect(exits).toHaveLength(count);
    expect(new Set(exits.map(({ fields }) => fields.id)).size).toBe(exits.length);
    await container.end();
  });

  test(`${sized(12, 200)} containers at once in one shim`, { timeout }, async () => {
    const first = await TestContainer.run(driver());
    const { client } = first;
    const bundles = Array.from({ length: sized(12, 200) }, () => driver().bundle({ args: ["sh", "-c", "exit 5"] }));
    const patience = { timeoutMs: 300_000 };
    await Promise.all(
      bundles.map(async (bundle) => {
        const { id } = bundle;
        await client.call("Create", bundle.createRequest(), patience);
        await client.call("Start", { id }, patience);
        expect((await client.call("Wait", { id }, patience)).exitStatus).toBe(5);
        await client.call("Delete", { id }, patience);
      }),
    );
    for (const { id } of bundles) {
      expect(await driver().events.waitFor(id, 4)).toEqual(["create", "start", "exit", "delete"]);
    }
    await first.end();
  });
});
