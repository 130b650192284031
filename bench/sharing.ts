// Many containers in one shim: what each costs, and what the others notice.
import { setTimeout as delay } from "node:timers/promises";
import { StdioTask } from "../test/driver/stdio-task.ts";
import { readMemory } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import { type Effort, type Metric, type Results, timed } from "./measure.ts";
import { groupAnnotation } from "./sleeper.ts";

export const sharing = {
  memory: {
    key: "shared-memory",
    title: "many containers in one shim: private dirty memory per container",
    unit: "MiB",
    better: "less",
    digits: 3,
  },
  state: {
    key: "shared-state",
    title: "there, State of one while eight others are made",
    unit: "ms",
    better: "less",
    target: { fixed: 5 },
  },
} as const satisfies Record<string, Metric>;

const settleMs = 8000;
const atOnce = 8;

export async function measureSharing(
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  for (const { name, driver } of contenders) {
    const annotations = { [groupAnnotation]: `${driver.namespace}-shared` };
    const tasks: StdioTask[] = [];
    const add = async () => {
      const task = await StdioTask.prepare(driver, ["sleep", "100000"], { annotations });
      await task.run({});
      tasks.push(task);
    };
    await add();
    const first = tasks[0] as StdioTask;
    while (tasks.length < effort.sharing) {
      let isDone = false;
      const made = Promise.all(Array.from({ length: atOnce }, add)).finally(() => {
        isDone = true;
      });
      while (!isDone) {
        results.add(sharing.state, name, await timed(() => first.client.call("State", { id: first.id })));
        await delay(10);
      }
      await made;
    }
    await delay(settleMs);
    const { privateDirtyKiB } = readMemory(first.bundle.shimPid() ?? 0);
    results.add(sharing.memory, name, privateDirtyKiB / 1024 / tasks.length);
    for (const { client, id } of tasks) {
      await client.call("Kill", { id, signal: 9 });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
    }
    for (const { client } of tasks.slice(1)) client.close();
    await driver.shutdown(first.client, first.bundle);
  }
}
