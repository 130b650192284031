// A shim that sleeps: what many of them cost, what waking up adds, and how long an upgrade is noticed.
import { existsSync, mkdirSync, readFileSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ShimDriver } from "../conformance/driver/shim-driver.ts";
import { sleepAfterVariable } from "../shim/actions/asleep.ts";
import type { StdioTask } from "../test/driver/stdio-task.ts";
import { fallsAsleep } from "../test/helpers/asleep.ts";
import { killProcess, readMemory } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import { type Effort, type Metric, type Results, timed } from "./measure.ts";
import { endSleeper, execOnce, startSleeper } from "./sleeper.ts";

const mebibytes = { unit: "MiB", better: "less" } as const;
const milliseconds = { unit: "ms", better: "less" } as const;

export const asleep = {
  together: {
    key: "asleep-together",
    title: "idle for long: all shims of 200 containers together, PSS",
    ...mebibytes,
    target: { fixed: 8 },
  },
  private: {
    key: "asleep-private",
    title: "of them, private memory each",
    ...mebibytes,
    digits: 3,
    target: { fixed: 0.032 },
  },
  rss: { key: "asleep-rss", title: "of them, RSS each", ...mebibytes, digits: 3, target: { fixed: 0.064 } },
  kernel: { key: "asleep-kernel", title: "of them, kernel memory each (cgroup)", ...mebibytes, digits: 3 },
  answer: { key: "asleep-answer", title: "idle for long: first answer", ...milliseconds, digits: 2 },
  answerMore: {
    key: "asleep-answer-more",
    title: "more than the second answer",
    ...milliseconds,
    target: { fixed: 15 },
  },
  exec: { key: "asleep-exec", title: "idle for long: exec of `true`", ...milliseconds },
  exit: {
    key: "asleep-exit",
    title: "idle for long: the end of a process → Wait's answer",
    ...milliseconds,
    digits: 2,
  },
  exitMore: {
    key: "asleep-exit-more",
    title: "more than right after a call",
    ...milliseconds,
    target: { fixed: 15 },
  },
  pause: {
    key: "upgrade-pause",
    title: "upgrade in place: longest pause between answers",
    ...milliseconds,
    target: { fixed: 100 },
  },
} as const satisfies Record<string, Metric>;

/** Seconds of quiet; longer than anything that the others do while nothing happens to them. */
const sleepAfter = 0.2;
const quietMs = 500;

const isOurs = ({ name }: Contender) => name === "runts";

/** A driver whose shims sleep soon, where they know how. */
function quickDriver({ options }: Contender, wrapper: readonly string[] = []): Promise<ShimDriver> {
  const environment = { ...options.environment, [sleepAfterVariable]: String(sleepAfter) };
  return ShimDriver.start({ ...options, environment, wrapper });
}

async function becomesQuiet(contender: Contender, pid: number): Promise<void> {
  if (isOurs(contender)) await fallsAsleep(pid);
  // A sleep that is shorter than the wait before it makes the next wait longer.
  await delay(quietMs);
}

function shimPid(task: StdioTask): number {
  const pid = task.bundle.shimPid();
  if (pid === undefined) throw new Error(`no shim for ${task.id}`);
  return pid;
}

async function measureWaking(contender: Contender, effort: Effort, results: Results): Promise<void> {
  const { name } = contender;
  const driver = await quickDriver(contender);
  const task = await startSleeper(driver);
  const { client, id } = task;
  const pid = shimPid(task);
  const ask = () => timed(() => client.call("State", { id }));
  for (let round = 0; round < effort.wakings; round += 1) {
    await becomesQuiet(contender, pid);
    const first = await ask();
    const second = await ask();
    results.add(asleep.answer, name, first);
    results.add(asleep.answerMore, name, first - second);
    await becomesQuiet(contender, pid);
    results.add(asleep.exec, name, await timed(() => execOnce(task, `exec-${round}`)));
    const exits: number[] = [];
    for (const isQuiet of [true, false]) {
      const execId = `end-${round}-${isQuiet}`;
      const victim = await startVictim(task, execId);
      const waiting = client.call("Wait", { id, execId });
      if (isQuiet) await becomesQuiet(contender, pid);
      else await ask();
      exits.push(
        await timed(() => {
          killProcess(victim, "SIGKILL");
          return waiting;
        }),
      );
      await client.call("Delete", { id, execId });
    }
    const [quiet = 0, awake = 0] = exits;
    results.add(asleep.exit, name, quiet);
    results.add(asleep.exitMore, name, quiet - awake);
  }
  await endSleeper(task);
  await driver.stop();
}

async function startVictim({ client, id }: StdioTask, execId: string): Promise<number> {
  const value = Buffer.from(
    JSON.stringify({ args: ["sleep", "1000"], cwd: "/", env: ["PATH=/bin"], user: { uid: 0, gid: 0 } }),
  );
  await client.call("Exec", { id, execId, spec: { typeUrl: "x", value } });
  return (await client.call("Start", { id, execId })).pid;
}

/** A cgroup for shims alone: containers have their own. Undefined without a kernel that counts. */
class Group {
  readonly #directory: string;
  readonly #file: string;

  constructor(name: string) {
    const v1 = existsSync("/sys/fs/cgroup/memory/memory.kmem.usage_in_bytes");
    this.#directory = join(v1 ? "/sys/fs/cgroup/memory" : "/sys/fs/cgroup", name);
    this.#file = v1 ? "memory.kmem.usage_in_bytes" : "memory.stat";
    mkdirSync(this.#directory);
  }

  /** Words in front of a command that is to run in it. */
  get wrapper(): string[] {
    return ["sh", "-c", `echo $$ >${this.#directory}/cgroup.procs && exec "$@"`, "sh"];
  }

  get kernelBytes(): number {
    const text = readFileSync(join(this.#directory, this.#file), "utf8");
    return Number(/^kernel (\d+)$/m.exec(text)?.[1] ?? text);
  }

  remove(): void {
    rmdirSync(this.#directory);
  }
}

async function measureMany(contender: Contender, effort: Effort, results: Results): Promise<void> {
  const { name } = contender;
  const group = new Group(`runts-bench-${process.pid}-${name.replaceAll(/\W/g, "")}`);
  const driver = await quickDriver(contender, group.wrapper);
  const tasks: StdioTask[] = [];
  while (tasks.length < effort.sleepers) tasks.push(await startSleeper(driver));
  const pids = tasks.map(shimPid);
  for (const pid of pids) if (isOurs(contender)) await fallsAsleep(pid, 60_000);
  await delay(isOurs(contender) ? 0 : 8000);
  const memories = pids.map(readMemory);
  const mebibyte = 1 / 1024;
  const sum = memories.reduce((total, { pssKiB }) => total + pssKiB, 0) * mebibyte;
  // As many as it would be of 200, where fewer were measured.
  results.add(asleep.together, name, (sum / tasks.length) * 200);
  results.add(asleep.private, name, ...memories.map(({ privateDirtyKiB }) => privateDirtyKiB * mebibyte));
  results.add(asleep.rss, name, ...memories.map(({ rssKiB }) => rssKiB * mebibyte));
  results.add(asleep.kernel, name, group.kernelBytes / 2 ** 20 / tasks.length);
  for (const task of tasks) await endSleeper(task);
  await driver.stop();
  group.remove();
}

async function measureUpgrades(contender: Contender, effort: Effort, results: Results): Promise<void> {
  const { driver, name, executable } = contender;
  const task = await startSleeper(driver);
  const other = await driver.connect(await task.bundle.waitForFile("address"));
  for (let round = 0; round < effort.wakings; round += 1) {
    let isOver = false;
    let longest = 0;
    const asking = (async () => {
      while (!isOver) longest = Math.max(longest, await timed(() => other.call("State", { id: task.id })));
    })();
    await delay(20);
    await task.client.upgrade(executable);
    await delay(20);
    isOver = true;
    await asking;
    results.add(asleep.pause, name, longest);
  }
  other.close();
  await endSleeper(task);
}

export async function measureAsleep(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  for (const contender of contenders) {
    await measureWaking(contender, effort, results);
    await measureMany(contender, effort, results);
    if (isOurs(contender)) await measureUpgrades(contender, effort, results);
  }
}
