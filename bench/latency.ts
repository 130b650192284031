// How long calls and whole lives take, seen from where containerd stands.
import { constants, openSync } from "node:fs";
import { Socket } from "node:net";
import type { ForwardedEvent } from "../conformance/driver/event-server.ts";
import { makeFifo } from "../conformance/driver/fifo.ts";
import { ShimDriver } from "../conformance/driver/shim-driver.ts";
import type { StdioTask } from "../test/driver/stdio-task.ts";
import { BareRuntime } from "./bare-runtime.ts";
import type { Contender } from "./contender.ts";
import { CpuGroup } from "./cpu-group.ts";
import { type Effort, type Metric, Results, takeTurns, timed } from "./measure.ts";
import { endSleeper, execOnce, groupAnnotation, startSleeper } from "./sleeper.ts";

const milliseconds = { unit: "ms", better: "less" } as const;

export const latency = {
  start: { key: "start", title: "`start` alone", ...milliseconds },
  answer: { key: "answer", title: "start → first answered call", ...milliseconds, target: { ratio: 0.68 } },
  firstByte: { key: "first-byte", title: "start → first byte of output", ...milliseconds, target: { ratio: 0.88 } },
  exec: { key: "exec", title: "exec of `true` (Exec, Start, Wait, Delete)", ...milliseconds, target: { ratio: 1 } },
  kill: { key: "kill", title: "Kill to exit event", ...milliseconds, target: { ratio: 0.3 } },
  life: {
    key: "life",
    title: "whole life of `true` (start … Delete, Shutdown, `delete`)",
    ...milliseconds,
    target: { ratio: 0.72 },
  },
  lifeCpu: {
    key: "life-cpu",
    title: "CPU time of that: shim, `delete` and runtime, without the container",
    ...milliseconds,
    target: { ratio: 0.8 },
  },
  crunLife: { key: "crun-life", title: "the same life with crun", ...milliseconds },
  deleteAction: { key: "delete-action", title: "of that, the `delete` action", ...milliseconds },
  burst: { key: "burst", title: "50 execs at once, until all are done", ...milliseconds, target: { ratio: 0.9 } },
  podMember: {
    key: "pod-member",
    title: "second container of a pod (start, Create, Start)",
    ...milliseconds,
    target: { ratio: 0.95 },
  },
  podStart: { key: "pod-start", title: "of that, `start`", ...milliseconds, target: { fixed: 8 } },
  state: { key: "state", title: "State, 1,000 in sequence", ...milliseconds, target: { ratio: 1 } },
  stats: { key: "stats", title: "Stats, 1,000 in sequence", ...milliseconds, target: { ratio: 1 } },
} as const satisfies Record<string, Metric>;

const hello = ["sh", "-c", "echo; exec sleep 1000"];
const sequence = 1000;
const burst = 50;
const livesPerReading = 5;
/** Ten times what it takes. */
const burstLimitMs = 6000;
const burstAttempts = 3;

/** Each life's processes but the container's in a cgroup of their own, whose processor time is read at the end. */
async function measureProcessorTime(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  await takeTurns(contenders, effort.crunLives, async ({ name, options }) => {
    const group = new CpuGroup(name);
    const driver = await ShimDriver.start({ ...options, wrapper: group.wrapper });
    try {
      const before = group.milliseconds();
      for (let n = 0; n < livesPerReading; n += 1) {
        const bundle = driver.bundle({ args: ["true"] });
        const { id } = bundle;
        const client = await driver.shim(bundle);
        await client.call("Create", bundle.createRequest());
        await client.call("Start", { id });
        await client.call("Wait", { id });
        await client.call("Delete", { id });
        await driver.shutdown(client, bundle);
        await bundle.delete();
      }
      results.add(latency.lifeCpu, name, (group.milliseconds() - before) / livesPerReading);
    } finally {
      await driver.stop();
      group.remove();
    }
  });
}

/** The floor's name in the results: runc alone. */
export const floorName = "runc alone";

/** Resolves when the first byte can be read from a FIFO that is read already. */
function firstByte(path: string): Promise<void> {
  // O_RDWR: no end of file before a writer is there.
  const socket = new Socket({ fd: openSync(path, constants.O_RDWR | constants.O_NONBLOCK), writable: false });
  return new Promise((resolve, reject) => {
    socket.once("data", () => {
      socket.destroy();
      resolve();
    });
    socket.once("error", reject);
  });
}

/** Resolves when the event server is handed the exit of `containerId`. */
function exitEvent(driver: ShimDriver, containerId: string): Promise<void> {
  return new Promise((resolve) => {
    driver.events.treatment = ({ topic, fields }: ForwardedEvent) => {
      if (topic === "/tasks/exit" && fields.id === containerId) resolve();
    };
  });
}

async function lifeToTheKill({ name, driver }: Contender, results: Results): Promise<void> {
  const bundle = driver.bundle({ args: hello });
  const stdout = `${bundle.path}/stdout`;
  makeFifo(stdout);
  const byte = firstByte(stdout);
  const before = performance.now();
  const answer = await driver.start(bundle);
  results.add(latency.start, name, performance.now() - before);
  const client = await driver.connect(answer);
  await client.call("Connect", { id: bundle.id });
  results.add(latency.answer, name, performance.now() - before);
  await client.call("Create", { ...bundle.createRequest(), stdout, stderr: stdout });
  await client.call("Start", { id: bundle.id });
  await byte;
  results.add(latency.firstByte, name, performance.now() - before);
  const exited = exitEvent(driver, bundle.id);
  const killMs = await timed(async () => {
    await client.call("Kill", { id: bundle.id, signal: 9 });
    await exited;
  });
  results.add(latency.kill, name, killMs);
  await driver.end(client, bundle);
  await bundle.delete();
}

async function wholeLife({ name, driver }: Contender, results: Results, runtime = "runc"): Promise<void> {
  const bundle = driver.bundle({ args: ["true"] });
  const { id } = bundle;
  const before = performance.now();
  const client = await driver.shim(bundle);
  await client.call("Create", bundle.createRequest({ binaryName: runtime }));
  await client.call("Start", { id });
  await client.call("Wait", { id });
  await client.call("Delete", { id });
  await driver.shutdown(client, bundle);
  const { durationMs } = await bundle.delete();
  if (runtime !== "runc") {
    results.add(latency.crunLife, name, performance.now() - before);
    return;
  }
  results.add(latency.life, name, performance.now() - before);
  results.add(latency.deleteAction, name, durationMs);
}

async function floorOfLives(driver: ShimDriver, results: Results): Promise<void> {
  const runtime = new BareRuntime(driver);
  const bundle = driver.bundle({ args: hello });
  const stdout = `${bundle.path}/stdout`;
  makeFifo(stdout);
  const byte = firstByte(stdout);
  const run = await timed(async () => {
    await runtime.run(bundle, stdout);
    await byte;
  });
  results.add(latency.firstByte, floorName, run);
  const exec = await timed(() => runtime.exec(bundle, ["true"]));
  results.add(latency.exec, floorName, exec);
  runtime.kill(bundle);
  await retry(() => runtime.delete(bundle));

  const short = driver.bundle({ args: ["true"] });
  const life = await timed(async () => {
    await runtime.run(short, undefined);
    // Its end is not told to us, as we are no subreaper: the first attempt may come too early.
    await retry(() => runtime.delete(short));
  });
  results.add(latency.life, floorName, life);
}

async function retry(work: () => Promise<void>): Promise<void> {
  for (let left = 20; ; left -= 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/**
 * A shim of its own for each burst, since the one of containerd 1.6.20 stands still in some: its processes are ended
 * then, and the burst counts as failed.
 */
async function measureBursts(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  await takeTurns(contenders, effort.bursts, (contender) => tryBurst(contender, results));
}

/** One that stands still is tried again, and its failures are counted. */
async function tryBurst(contender: Contender, results: Results): Promise<void> {
  for (let attempt = 0; attempt < burstAttempts; attempt += 1) if (await runBurst(contender, results)) return;
}

async function runBurst({ name, driver }: Contender, results: Results): Promise<boolean> {
  const task = await startSleeper(driver);
  await execOnce(task, "warm");
  const all = Promise.all(Array.from({ length: burst }, (_, n) => execOnce(task, `burst-${n}`, burstLimitMs)));
  const before = performance.now();
  try {
    await all;
    results.add(latency.burst, name, performance.now() - before);
    await endSleeper(task);
    return true;
  } catch (error) {
    results.fail(latency.burst, name, (error as Error).message);
    for (const pid of driver.processes()) process.kill(pid, "SIGKILL");
    return false;
  }
}

async function measureRunning(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  const tasks = new Map<Contender, StdioTask>();
  for (const contender of contenders) tasks.set(contender, await startSleeper(contender.driver));
  const taskOf = (contender: Contender) => tasks.get(contender) as StdioTask;
  for (const task of tasks.values()) await execOnce(task, "warm");

  await takeTurns(contenders, effort.execs, async (contender, round) => {
    results.add(latency.exec, contender.name, await timed(() => execOnce(taskOf(contender), `exec-${round}`)));
  });
  await takeTurns(contenders, effort.callRounds, async (contender) => {
    const { client, id } = taskOf(contender);
    for (const [method, metric] of [
      ["State", latency.state],
      ["Stats", latency.stats],
    ] as const) {
      const calls = async () => {
        for (let n = 0; n < sequence; n += 1) await client.call(method, { id });
      };
      results.add(metric, contender.name, await timed(calls));
    }
  });
  for (const task of tasks.values()) await endSleeper(task);
}

const podName = ({ driver }: Contender) => `${driver.namespace}-pod`;

async function measurePods(contenders: readonly Contender[], effort: Effort, results: Results): Promise<void> {
  const pods = new Map<Contender, StdioTask>();
  for (const contender of contenders) {
    pods.set(contender, await startSleeper(contender.driver, { [groupAnnotation]: podName(contender) }));
  }
  await takeTurns(contenders, effort.podMembers, async (contender) => {
    const { driver, name } = contender;
    const bundle = driver.bundle({ annotations: { [groupAnnotation]: podName(contender) } });
    const before = performance.now();
    const answer = await driver.start(bundle);
    results.add(latency.podStart, name, performance.now() - before);
    const client = await driver.connect(answer);
    await client.call("Create", bundle.createRequest());
    await client.call("Start", { id: bundle.id });
    results.add(latency.podMember, name, performance.now() - before);
    await client.call("Kill", { id: bundle.id, signal: 9 });
    await client.call("Wait", { id: bundle.id });
    await client.call("Delete", { id: bundle.id });
    client.close();
  });
  for (const pod of pods.values()) await endSleeper(pod);
}

export async function measureLatency(
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  const [{ driver }] = contenders as [Contender];
  // Once for nothing: files come into the page cache, directories are made.
  const nothing = new Results();
  for (const contender of contenders) await wholeLife(contender, nothing);
  await takeTurns(contenders, effort.lives, async (contender) => {
    await lifeToTheKill(contender, results);
    await wholeLife(contender, results);
    if (contender === contenders[0]) await floorOfLives(driver, results);
  });
  await takeTurns(contenders, effort.crunLives, (contender) => wholeLife(contender, results, "crun"));
  await measureProcessorTime(contenders, effort, results);
  await measureRunning(contenders, effort, results);
  await measureBursts(contenders, effort, results);
  await measurePods(contenders, effort, results);
}
