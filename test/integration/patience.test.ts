// Calls that wait for others: each has its own patience, and is charged for nobody else's.

import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { Code } from "../../ttrpc/status.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

describe.runIf(isOurs)("a call that waits for another one", () => {
  const driver = useDriver();

  test("past its deadline does not start the runtime", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client, id } = container;
    runtime.set("update", { delay: 1.5 });
    const update = (timeoutMs: number) =>
      client.call("Update", { id, resources: { value: Buffer.from("{}") } }, { timeoutMs });
    const first = update(10_000);
    await eventually("the first is under way", () => runtime.calls("update").length === 1);
    const late = [
      update(300),
      client.call("Pause", { id }, { timeoutMs: 300 }),
      client.call("Resume", { id }, { timeoutMs: 300 }),
    ];
    for (const each of late) expect((await failure(each)).code).toBe(Code.deadlineExceeded);
    await first;
    await delay(300);
    expect(runtime.calls().filter((call) => /\b(update|pause|resume)\b/.test(call))).toHaveLength(1);
    // Who comes behind them has its turn.
    await client.call("Pause", { id });
    await client.call("Resume", { id });
    await container.end();
  });

  for (const how of ["deadline", "lost connection"]) {
    test(`that is a Delete joins one that ends by a ${how}, and has its own answer`, async () => {
      const runtime = new FakeRuntime(driver());
      const container = await TestContainer.run(driver(), { runc: runtime.options });
      const { id, bundle } = container;
      await container.kill(9);
      await container.wait();
      runtime.set("delete", { delay: 1.5 });
      const other = await driver().shim(bundle);
      const first = failure(container.client.call("Delete", { id }, { timeoutMs: how === "deadline" ? 500 : 10_000 }));
      await eventually("the first is under way", () => runtime.calls("delete").length === 1);
      const second = other.call("Delete", { id });
      await delay(100);
      if (how === "lost connection") container.client.close();
      if (how === "deadline") expect((await first).code).toBe(Code.deadlineExceeded);
      await first;
      expect((await second).exitStatus).toBe(137);
      expect(runtime.calls("delete")).toHaveLength(1);
      await driver().shutdown(other, bundle);
    });
  }

  test("that is a Delete after one that was given up does the work again", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { id, client } = container;
    await container.kill(9);
    await container.wait();
    runtime.set("delete", { delay: 1.5 });
    expect((await failure(client.call("Delete", { id }, { timeoutMs: 400 }))).code).toBe(Code.deadlineExceeded);
    runtime.set("delete");
    expect((await client.call("Delete", { id })).exitStatus).toBe(137);
    await driver().shutdown(client, container.bundle);
    await eventually("the runtime's sleep is over", () => driver().processes().length === 0);
  });
});
