// What runts alone has: a shim that sleeps (docs/asleep.md), and one that becomes another version of itself (docs/upgrade.md).

import { readFileSync } from "node:fs";
import { TestContainer } from "../driver/container.ts";
import { eventually } from "../driver/eventually.ts";
import { holds, same } from "../expect.ts";
import type { Row } from "../row.ts";
import type { Stage } from "../stage.ts";

/** Anonymous memory in kB: an engine has megabytes of it. */
function anonymousKilobytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  return Number(/^Anonymous: +(\d+) kB$/m.exec(rollup)?.[1] ?? Number.NaN);
}

const fallsAsleep = (pid: number) => eventually(`shim ${pid} sleeps`, () => anonymousKilobytes(pid) < 200);

/** A running container whose shim sleeps as soon as nothing happens. */
async function sleeper(stage: Stage, args = ["sleep", "1000"]): Promise<{ container: TestContainer; pid: number }> {
  const container = await TestContainer.run(stage.driver, {
    ...{ args, runc: stage.runc },
    start: { environment: { RUNTS_SLEEP_AFTER: "0.02" } },
  });
  const { shimPid } = await container.client.call("Connect", { id: container.id });
  return { container, pid: shimPid };
}

const pidOf = async (container: TestContainer) =>
  (await container.client.call("Connect", { id: container.id })).shimPid;

export const rows: readonly Row[] = [
  {
    name: "Asleep: the same answers, and the same pid, when it is woken by a call",
    contract: "docs/asleep.md",
    needs: ["sleep"],
    async check(stage) {
      const { container, pid } = await sleeper(stage);
      const before = await container.state();
      await fallsAsleep(pid);
      same("State", { ...(await container.state()) }, { ...before });
      same("the shim's pid", await pidOf(container), pid);
      await container.end();
    },
  },
  {
    name: "Asleep: an exit is told, and Wait is answered",
    contract: "docs/asleep.md",
    needs: ["sleep"],
    async check(stage) {
      const { container, pid } = await sleeper(stage, ["sh", "-c", "sleep 1; exit 5"]);
      await fallsAsleep(pid);
      await stage.driver.events.waitFor(container.id, 3);
      same("exit status", await container.wait(), 5);
      await container.end();
    },
  },
  {
    name: "Asleep: kill -9, delete: as with one that is awake",
    contract: "docs/asleep.md",
    needs: ["sleep"],
    async check(stage) {
      const { container, pid } = await sleeper(stage);
      await fallsAsleep(pid);
      await stage.killShim(container.client, container.bundle);
      same("delete: exit status", (await stage.remove(container.bundle)).exitCode, 0);
    },
  },
  {
    name: "Upgrade: the same process, with its containers, execs and who waits for them",
    contract: "docs/upgrade.md",
    needs: ["upgrade"],
    async check(stage) {
      const container = await stage.run();
      const execPid = await container.exec("e");
      const before = await pidOf(container);
      const waited = container.wait();
      await container.client.upgrade();
      same("the shim's pid", await pidOf(container), before);
      same("pids of its processes", (await container.pids()).toSorted(), [container.pid, execPid].toSorted());
      await container.kill(9, { all: true });
      same("exit status", await waited, 137);
      await container.end();
      const exec = ["exec-added", "exec-started", "exit"];
      await stage.told(container.id, ["create", "start", ...exec, "exit", "delete"]);
    },
  },
  {
    name: "Upgrade to what is no executable: refused, and all goes on",
    contract: "docs/upgrade.md",
    needs: ["upgrade"],
    async check(stage) {
      const container = await stage.run();
      const before = await pidOf(container);
      const outcome = await container.client.upgrade("/nonexistent").then(
        () => "done",
        () => "refused",
      );
      same("outcome", outcome, "refused");
      same("the shim's pid", await pidOf(container), before);
      holds("the container runs", (await container.state()).status === 2);
      await container.end();
    },
  },
];
