// A shim that sleeps, and what it is told by its containers' cgroups.

import { expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep, wakesUp } from "../helpers/asleep.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const quick = { environment: { RUNTS_SLEEP_AFTER: "0.05" } };
const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";

function shimOf({ bundle }: TestContainer): number {
  const pid = bundle.shimPid();
  if (pid === undefined) throw new Error("no shim");
  return pid;
}

async function asleep(driver: ShimDriver, options: Parameters<typeof TestContainer.run>[1] = {}) {
  const container = await TestContainer.run(driver, options);
  const pid = shimOf(container);
  await fallsAsleep(pid);
  return { container, pid };
}

if (shimUnderTest.kind === "bun") {
  describeRuntimes("a shim that sleeps", ({ options: runc }) => {
    const driver = useDriver(quick);

    test("tells of an OOM kill, and of no other", async () => {
      const program = `sleep 1; sh -c '${eat}'; exec sleep 1000`;
      const args = ["sh", "-c", program];
      const { container, pid } = await asleep(driver(), { runc, memoryLimit: 16 << 20, args });
      expect(await container.events(3)).toEqual(["create", "start", "oom"]);
      await fallsAsleep(pid);
      await container.end();
      expect(await container.events(5)).toEqual(["create", "start", "oom", "exit", "delete"]);
    });

    test("has paused what it has paused", async () => {
      const container = await TestContainer.run(driver(), { runc });
      const pid = shimOf(container);
      await container.client.call("Pause", { id: container.id });
      await fallsAsleep(pid);
      expect((await container.state()).status).toBe(4);
      await fallsAsleep(pid);
      await container.client.call("Resume", { id: container.id });
      await fallsAsleep(pid);
      await container.client.call("Pause", { id: container.id });
      await fallsAsleep(pid);
      await container.kill(9);
      expect(await container.wait()).toBe(137);
      await container.client.call("Delete", { id: container.id });
      await driver().shutdown(container.client, container.bundle);
    });

    test("wakes up for what is to be made: an exec, and a second container", async () => {
      const { container, pid } = await asleep(driver(), { runc });
      await container.exec("e", ["true"]);
      expect(await container.wait("e")).toBe(0);
      await fallsAsleep(pid);
      await container.client.call("Delete", { id: container.id, execId: "e" });
      await fallsAsleep(pid);
      const waking = container.client.call("Stats", { id: container.id });
      await wakesUp(pid);
      await waking;
      await container.end();
    });
  });
}
