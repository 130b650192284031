// A shim that nobody asks anything: it sleeps, and its connections are as good as ever.

import { readdirSync, readlinkSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess, sleepCount } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

// Longer than a timer of the engine's can be: one that is made nevertheless fires each millisecond.
const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "9999999" } });
const windowMs = 1500;

function shimOf(container: TestContainer): number {
  const pid = container.bundle.shimPid();
  if (pid === undefined) throw new Error("no shim");
  return pid;
}

/** Until nothing has woken it for a moment: its connections are parked then, and its memory given back. */
async function fallsAsleep(pid: number): Promise<void> {
  const sleeps = async () => {
    const before = sleepCount(pid);
    await delay(windowMs);
    return sleepCount(pid) === before;
  };
  await eventually("the shim sleeps", sleeps, { timeoutMs: 40_000 });
}

// Node's event loop watches its sockets without a timer; nothing is parked there, and all of this holds.
describe.runIf(shimUnderTest.kind !== "go")("a quiet shim", () => {
  test("is not woken, and answers when it is asked, again and again", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    for (let round = 0; round < 2; round += 1) {
      await fallsAsleep(pid);
      expect((await container.state()).pid).toBe(container.pid);
      // In pieces, as the connection may be in between.
      const answers = await Promise.all(Array.from({ length: 50 }, () => container.state()));
      expect(new Set(answers.map((answer) => answer.pid))).toEqual(new Set([container.pid]));
    }
    await container.end();
  });

  test("tells of an exit at once, by a Wait from before and by its event", async () => {
    const container = await TestContainer.run(driver());
    const waiting = container.wait();
    await fallsAsleep(shimOf(container));
    killProcess(container.pid, "SIGTERM");
    killProcess(container.pid, "SIGKILL");
    expect(await waiting).toBe(137);
    expect(await container.events(3)).toEqual(["create", "start", "exit"]);
    await fallsAsleep(shimOf(container));
    await container.client.call("Delete", { id: container.id });
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
    await driver().shutdown(container.client, container.bundle);
  });

  test("notices that a client has gone, and takes the next", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    const sockets = () =>
      readdirSync(`/proc/${pid}/fd`).filter((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`).startsWith("socket:")).length;
    const other = await driver().connect(`unix://${container.bundle.socket}`);
    await other.call("State", { id: container.id });
    const before = sockets();
    await fallsAsleep(pid);
    expect(sockets()).toBe(before);
    other.close();
    await eventually("the connection is closed", () => sockets() === before - 1);
    const next = await driver().connect(`unix://${container.bundle.socket}`);
    expect((await next.call("State", { id: container.id })).pid).toBe(container.pid);
    next.close();
    await container.end();
  });

  test("sends again over a new connection when the daemon has gone meanwhile", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    await container.events(2);
    await fallsAsleep(pid);
    await driver().events.leave();
    await container.kill(9);
    await container.wait();
    await driver().events.listen();
    expect(await container.events(3)).toEqual(["create", "start", "exit"]);
    await container.end();
  });

  test("answers more at once than the socket takes, with nobody asking meanwhile", async () => {
    const container = await TestContainer.run(driver());
    const waiting = Array.from({ length: 3000 }, () =>
      container.client.call("Wait", { id: container.id }, { timeoutMs: 60_000 }),
    );
    await container.state();
    await fallsAsleep(shimOf(container));
    killProcess(container.pid, "SIGKILL");
    const exits = await Promise.all(waiting);
    expect(new Set(exits.map(({ exitStatus }) => exitStatus))).toEqual(new Set([137]));
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
  });

  test("sends an answer that is larger than the socket's buffer, and takes one after the other in pieces", async () => {
    // 200 answers at once, of some KiB each.
    const container = await TestContainer.run(driver(), {
      args: ["sh", "-c", "i=0; while [ $i -lt 300 ]; do sleep 1000 & i=$((i + 1)); done; wait"],
    });
    await eventually("all are there", async () => (await container.pids()).length === 301, { timeoutMs: 30_000 });
    await fallsAsleep(shimOf(container));
    const lists = await Promise.all(Array.from({ length: 200 }, () => container.pids()));
    expect(new Set(lists.map((pids) => pids.length))).toEqual(new Set([301]));
    await container.end();
  });
});
