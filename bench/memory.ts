// What an idle shim costs, and what it wakes up for.
import { setTimeout as delay } from "node:timers/promises";
import type { StdioTask } from "../test/driver/stdio-task.ts";
import { readMemory, sleepCount } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import type { Effort, Metric, Results } from "./measure.ts";
import { endSleeper, execOnce, groupAnnotation, startSleeper } from "./sleeper.ts";

const mebibytes = { unit: "MiB", better: "less", digits: 2 } as const;

export const memory = {
  privateDirty: {
    key: "private-dirty",
    title: "private dirty memory per shim, after 10 execs each",
    ...mebibytes,
    target: { fixed: 3.4 },
  },
  pssOfOne: { key: "pss-1", title: "PSS of a shim that is alone", ...mebibytes },
  pssOfFive: { key: "pss-5", title: "PSS per shim, five of them", ...mebibytes },
  pss: { key: "pss", title: "PSS per shim, all of those above", ...mebibytes, target: { ratio: 1 } },
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
    title: "growth over 2,000 execs after the first 1,000",
    ...mebibytes,
    target: { fixed: 1 },
  },
} as const satisfies Record<string, Metric>;

const execsEach = 10;
const podSize = 10;
const growthStep = 500;
const kibibyte = 1 / 1024;
/** Both engines give memory back when nothing happens for a while. */
const settleMs = 8000;

function shimPid(task: StdioTask): number {
  const pid = task.bundle.shimPid();
  if (pid === undefined) throw new Error(`no shim for ${task.id}`);
  return pid;
}

/** Shims of one contender that have done their work. */
interface Idle {
  readonly contender: Contender;
  readonly singles: readonly StdioTask[];
  /** Containers that share a shim. */
  readonly pod: readonly StdioTask[];
}

async function grow({ driver }: Contender, singles: StdioTask[], count: number): Promise<void> {
  while (singles.length < count) singles.push(await startSleeper(driver));
}

/** PSS is a matter of how many share the same pages. */
async function measureFew(contenders: readonly Contender[], results: Results): Promise<void> {
  const all = contenders.map((contender) => ({ contender, singles: [] as StdioTask[] }));
  for (const [count, metric] of [
    [1, memory.pssOfOne],
    [5, memory.pssOfFive],
  ] as const) {
    for (const { contender, singles } of all) await grow(contender, singles, count);
    await delay(settleMs);
    for (const { contender, singles } of all) {
      const pss = singles.map((task) => readMemory(shimPid(task)).pssKiB * kibibyte);
      results.add(metric, contender.name, pss.reduce((sum, value) => sum + value, 0) / count);
    }
  }
  for (const { singles } of all) for (const task of singles) await endSleeper(task);
}

async function prepare(contender: Contender, effort: Effort): Promise<Idle> {
  const singles: StdioTask[] = [];
  await grow(contender, singles, effort.idleShims);
  for (let n = 0; n < execsEach; n += 1) for (const task of singles) await execOnce(task, `exec-${n}`);
  const annotations = { [groupAnnotation]: `${contender.driver.namespace}-memory` };
  const pod: StdioTask[] = [];
  for (let n = 0; n < podSize; n += 1) pod.push(await startSleeper(contender.driver, annotations));
  return { contender, singles, pod };
}

function readAll({ contender: { name }, singles, pod }: Idle, results: Results): void {
  for (const pid of singles.map(shimPid)) {
    const { privateDirtyKiB, pssKiB, rssKiB } = readMemory(pid);
    results.add(memory.privateDirty, name, privateDirtyKiB * kibibyte);
    results.add(memory.pss, name, pssKiB * kibibyte);
    results.add(memory.rss, name, rssKiB * kibibyte);
  }
  const { privateDirtyKiB } = readMemory(shimPid(pod[0] as StdioTask));
  results.add(memory.podMember, name, (privateDirtyKiB * kibibyte) / podSize);
}

async function end({ singles, pod }: Idle): Promise<void> {
  for (const task of singles) await endSleeper(task);
  const [first, ...others] = pod as [StdioTask, ...StdioTask[]];
  for (const { id } of pod) {
    await first.client.call("Kill", { id, signal: 9 });
    await first.client.call("Wait", { id });
    await first.client.call("Delete", { id });
  }
  for (const member of others) member.client.close();
  await first.driver.shutdown(first.client, first.bundle);
}

/** Private dirty memory in MiB after each 500 execs, the first 1,000 not counted. */
export async function measureGrowth(contender: Contender, effort: Effort, results: Results): Promise<number[]> {
  if (effort.growthExecs === 0) return [];
  const task = await startSleeper(contender.driver);
  const pid = shimPid(task);
  const curve: number[] = [];
  for (let n = 0; n < effort.growthExecs; n += 1) {
    await execOnce(task, `exec-${n}`);
    if (n >= 999 && (n + 1) % growthStep === 0) curve.push(readMemory(pid).privateDirtyKiB * kibibyte);
  }
  results.add(memory.growth, contender.name, (curve.at(-1) ?? 0) - (curve[0] ?? 0));
  await endSleeper(task);
  return curve;
}

/** All contenders' shims are idle at the same time: what a shim shares, it shares with its own kind only. */
export async function measureMemory(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  await measureFew(contenders, results);
  const idle: Idle[] = [];
  for (const contender of contenders) idle.push(await prepare(contender, effort));
  await delay(settleMs);
  const switches = () => idle.map(({ singles }) => singles.map(shimPid).map(sleepCount));
  for (const one of idle) readAll(one, results);
  const before = switches();
  await delay(effort.idleSeconds * 1000);
  switches().forEach((counts, index) => {
    const wakeUps = counts.map((count, shim) => count - (before[index]?.[shim] ?? 0));
    const perTenSeconds = wakeUps.map((count) => (count * 10) / effort.idleSeconds);
    results.add(memory.wakeUps, (idle[index] as Idle).contender.name, ...perTenSeconds);
  });
  for (const one of idle) await end(one);
}
