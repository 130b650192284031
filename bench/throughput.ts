// How fast a container's stdout flows to a reader, and what that costs the shim.
import { spawn } from "node:child_process";
import { once } from "node:events";
import type { ShimDriver } from "../conformance/driver/shim-driver.ts";
import { StdioTask } from "../test/driver/stdio-task.ts";
import { processorTicks } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import { type Effort, type Metric, type Results, takeTurns } from "./measure.ts";

export const throughput = {
  rate: {
    key: "stdout-rate",
    title: "stdout throughput, 64 KiB writes",
    unit: "GiB/s",
    better: "more",
    digits: 2,
    target: { ratio: 1.5 },
  },
  cpu: {
    key: "stdout-cpu",
    title: "CPU time of the shim for it",
    unit: "s/GiB",
    better: "less",
    digits: 3,
    target: { ratio: 0.02 },
  },
} as const satisfies Record<string, Metric>;

const blockBytes = 64 * 1024;
export interface Flow {
  readonly gibPerSecond: number;
  readonly shimCpuPerGib: number;
}

/** One container writes, one `dd` reads. */
export async function measureFlow(driver: ShimDriver, gibibytes: number): Promise<Flow> {
  const blocks = (gibibytes * 2 ** 30) / blockBytes;
  const task = await StdioTask.prepare(driver, `dd if=/dev/zero bs=${blockBytes} count=${blocks} 2>/dev/null`);
  const stdout = task.fifo("out");
  const reader = spawn("dd", [`if=${stdout}`, "of=/dev/null", `bs=${blockBytes}`], { stdio: "ignore" });
  const read = once(reader, "exit");
  await task.create({ stdout });
  const pid = task.bundle.shimPid();
  if (pid === undefined) throw new Error("no shim");
  const ticksBefore = processorTicks(pid);
  const before = performance.now();
  await task.start();
  await read;
  const seconds = (performance.now() - before) / 1000;
  const cpu = (processorTicks(pid) - ticksBefore) / 100;
  await task.finish();
  return { gibPerSecond: gibibytes / seconds, shimCpuPerGib: cpu / gibibytes };
}

export async function measureThroughput(
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  await takeTurns(contenders, effort.flowRounds, async ({ name, driver }) => {
    const { gibPerSecond, shimCpuPerGib } = await measureFlow(driver, effort.gibibytes);
    results.add(throughput.rate, name, gibPerSecond);
    results.add(throughput.cpu, name, shimCpuPerGib);
  });
}
