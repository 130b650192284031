// What spans cost a shim whose containerd has an endpoint for them. What they cost all others is in the other figures.
import { setTimeout as delay } from "node:timers/promises";
import { ShimDriver } from "../conformance/driver/shim-driver.ts";
import { Collector } from "../test/helpers/collector.ts";
import { readMemory } from "../test/helpers/processes.ts";
import type { Contender } from "./contender.ts";
import { CpuGroup } from "./cpu-group.ts";
import { type Effort, type Metric, type Results, takeTurns, timed } from "./measure.ts";
import { endSleeper, execOnce, startSleeper } from "./sleeper.ts";

export const tracing = {
  execs: { key: "traced-exec", title: "with spans: exec of `true`", unit: "ms", better: "less" },
  cpu: {
    key: "traced-cpu",
    title: "with spans: CPU time of ten execs, shim and runtime, more than without",
    unit: "ms",
    better: "less",
  },
  memory: {
    key: "traced-memory",
    title: "with spans: private dirty memory after them, more than without",
    unit: "MiB",
    better: "less",
  },
} as const satisfies Record<string, Metric>;

const execs = 10;
const settleMs = 8000;

interface Reading {
  readonly execMs: readonly number[];
  readonly cpuMs: number;
  readonly privateDirtyMiB: number;
}

async function tenExecs({ name, options }: Contender, endpoint: string | undefined): Promise<Reading> {
  const group = new CpuGroup(name);
  const variables = endpoint === undefined ? {} : { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint };
  const environment = { ...options.environment, ...variables };
  const driver = await ShimDriver.start({ ...options, environment, wrapper: group.wrapper });
  try {
    const sleeper = await startSleeper(driver);
    const before = group.milliseconds();
    const execMs: number[] = [];
    for (let n = 0; n < execs; n += 1) execMs.push(await timed(() => execOnce(sleeper, `e${n}`)));
    await delay(settleMs);
    const cpuMs = group.milliseconds() - before;
    const { privateDirtyKiB } = readMemory(sleeper.bundle.shimPid() ?? 0);
    await endSleeper(sleeper);
    return { execMs, cpuMs, privateDirtyMiB: privateDirtyKiB / 1024 };
  } finally {
    await driver.stop();
    group.remove();
  }
}

/** Of the first contender, which is ours; Go's shims have no spans. */
export async function measureTracing(
  contenders: readonly Contender[],
  effort: Effort,
  results: Results,
): Promise<void> {
  const collector = await Collector.start();
  try {
    await takeTurns(contenders.slice(0, 1), effort.tracedShims, async (contender) => {
      const without = await tenExecs(contender, undefined);
      const traced = await tenExecs(contender, collector.endpoint);
      results.add(tracing.execs, contender.name, ...traced.execMs);
      results.add(tracing.cpu, contender.name, traced.cpuMs - without.cpuMs);
      results.add(tracing.memory, contender.name, traced.privateDirtyMiB - without.privateDirtyMiB);
    });
    if (collector.spans.length === 0) throw new Error("tracing: the collector was sent no span");
  } finally {
    await collector.stop();
  }
}
