// A shim that sleeps as a program of a few kilobytes, and wakes for whatever it would have been told (docs/asleep.md).

import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../driver/container.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep } from "../helpers/asleep.ts";
import { killProcess } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0.05" } });

function shimOf(container: TestContainer): number {
  const pid = container.bundle.shimPid();
  if (pid === undefined) throw new Error("no shim");
  return pid;
}

describe.runIf(shimUnderTest.kind === "bun")("a shim that sleeps", () => {
  test("answers a call, and sleeps again", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    for (let round = 0; round < 3; round += 1) {
      await fallsAsleep(pid);
      expect((await container.state()).pid).toBe(container.pid);
      await delay(300);
    }
    await container.end();
  });

  test("tells of an exit at once, by a Wait from before and by its event", async () => {
    const container = await TestContainer.run(driver());
    const waiting = container.wait();
    await fallsAsleep(shimOf(container));
    killProcess(container.pid, "SIGKILL");
    expect(await waiting).toBe(137);
    expect(await container.events(3)).toEqual(["create", "start", "exit"]);
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
  });
});
