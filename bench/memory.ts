// What an idle shim costs, and what it wakes up for.
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { StdioTask } from "../test/driver/stdio-task.ts";
import { readMemory } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import { execOnce, groupAnnotation } from "./latency.ts";
import type { Effort, Metric, Results } from "./measure.ts";

const mebibytes = { unit: "MiB", better: "less", digits: 2 } as const;

export const memory = {
  privateDirty: {
    key: "private-dirty",
    title: "private dirty memory per shim, after 10 execs each",
    ...mebibytes,
    target: { ratio: 0.9 },
  },
  pss: { key: "pss", title: "the same shims: PSS", ...mebibytes, target: { ratio: 1 } },
  rss: { key: "rss", title: "the same shims: RSS", ...mebibytes },
  wakeUps: {
    key: "wake-ups",
    title: "wake-ups of an idle shim in 10 s",
    unit: "",
    better: "less",
    digits: 1,
    target: { fixed: 1 },
  },
  podMember: {
    key: "pod-member-memory",
    title: "private dirty memory per container of a pod of 10",
    ...mebibytes,
    target: { ratio: 0.5 },
  },
  growth: {
    key: "growth",
    title: "growth over 5,000 execs after the first 1,000",
    ...mebibytes,
    target: { fixed: 1 },
  },
} as const satisfies Record<string, Metric>;

const execsEach = 10;
const podSize = 10;
const growthStep = 500;
const kibibyte = 1 / 1024;
/** Both engines give memory back when nothing happens for a while. */
const settleMs = 12_000;

/** Times that any thread of the process was put on a processor because something happened (proc(5), status). */
function contextSwitches(pid: number): number {
  return readdirSync(`/proc/${pid}/task`)
    .map((thread) => readFileSync(`/proc/${pid}/task/${thread}/status`, "utf8"))
    .map((status) => Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1]))
    .reduce((sum, count) => sum + count, 0);
}

function shimPid(task: StdioTask): number {
  const pid = task.bundle.shimPid();
  if (pid === undefined) throw new Error(`no shim for ${task.id}`);
  return pid;
}

async function sleeper(contender: Contender, annotations: Record<string, string> = {}): Promise<StdioTask> {
  const task = await StdioTask.prepare(contender.driver, ["sleep", "100000"], { annotations });
  await task.run({});
  return task;
}

async function measureIdle(contender: Contender, effort: Effort, results: Results): Promise<void> {
  const { name } = contender;
  const tasks: StdioTask[] = [];
  for (let n = 0; n < effort.idleShims; n += 1) tasks.push(await sleeper(contender));
  for (let n = 0; n < execsEach; n += 1) for (const task of tasks) await execOnce(task, `exec-${n}`);
  await delay(settleMs);
  const pids = tasks.map(shimPid);
  const before = pids.map(contextSwitches);
  for (const pid of pids) {
    const { privateDirtyKiB, pssKiB, rssKiB } = readMemory(pid);
    results.add(memory.privateDirty, name, privateDirtyKiB * kibibyte);
    results.add(memory.pss, name, pssKiB * kibibyte);
    results.add(memory.rss, name, rssKiB * kibibyte);
  }
  await delay(effort.idleSeconds * 1000);
  pids.forEach((pid, index) => {
    const count = contextSwitches(pid) - (before[index] ?? 0);
    results.add(memory.wakeUps, name, (count * 10) / effort.idleSeconds);
  });
  for (const task of tasks) await task.driver.end(task.client, task.bundle);
}

async function measurePod(contender: Contender, results: Results): Promise<void> {
  const { driver, name } = contender;
  const annotations = { [groupAnnotation]: `${driver.namespace}-memory` };
  const members: StdioTask[] = [];
  for (let n = 0; n < podSize; n += 1) members.push(await sleeper(contender, annotations));
  const [first] = members as [StdioTask];
  await delay(settleMs);
  results.add(memory.podMember, name, (readMemory(shimPid(first)).privateDirtyKiB * kibibyte) / podSize);
  for (const { id } of members) {
    await first.client.call("Kill", { id, signal: 9 });
    await first.client.call("Wait", { id });
    await first.client.call("Delete", { id });
  }
  for (const member of members.slice(1)) member.client.close();
  await driver.shutdown(first.client, first.bundle);
}

/** Private dirty memory in MiB after each 500 execs, the first 1,000 not counted. */
export async function measureGrowth(contender: Contender, effort: Effort, results: Results): Promise<number[]> {
  if (effort.growthExecs === 0) return [];
  const task = await sleeper(contender);
  const pid = shimPid(task);
  const curve: number[] = [];
  for (let n = 0; n < effort.growthExecs; n += 1) {
    await execOnce(task, `exec-${n}`);
    if (n >= 999 && (n + 1) % growthStep === 0) curve.push(readMemory(pid).privateDirtyKiB * kibibyte);
  }
  results.add(memory.growth, contender.name, (curve.at(-1) ?? 0) - (curve[0] ?? 0));
  await task.driver.end(task.client, task.bundle);
  return curve;
}

export async function measureMemory(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  for (const contender of contenders) {
    await measureIdle(contender, effort, results);
    await measurePod(contender, results);
  }
}
