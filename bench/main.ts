// bench/main.ts [--quick] [--json FILE] [--against PATH [--dialect bootstrap]]: compares shims in one run and writes docs/benchmarks.md.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mountHugetlb } from "../test/helpers/private-containerd.ts";
import { type Contender, findContenders, reference } from "./contender.ts";
import { floorName, measureLatency } from "./latency.ts";
import { type Effort, fullEffort, quickEffort, Results } from "./measure.ts";
import { measureGrowth, measureMemory } from "./memory.ts";
import { measurePods } from "./pods.ts";
import { derive, table, writeReport } from "./report.ts";
import { measureSharing } from "./sharing.ts";
import { measureTerminals } from "./terminals.ts";
import { measureThroughContainerd } from "./through-containerd.ts";
import { measureThroughput } from "./throughput.ts";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    json: { type: "string" },
    against: { type: "string" },
    dialect: { type: "string" },
  },
});

/**
 * The Go shim has no metrics where a cgroup hierarchy that processes are in is mounted nowhere, hence a mount namespace
 * that has them all.
 */
function reenterWithHugetlb(): never {
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const env = { ...process.env, RUNTS_BENCH_INSIDE: "1" };
  const { status } = spawnSync("unshare", ["--mount", "sh", "-c", mountHugetlb, "sh", ...command], {
    stdio: "inherit",
    env,
  });
  process.exit(status ?? 1);
}

async function measure(contenders: readonly Contender[], effort: Effort, results: Results) {
  const growth = new Map<string, readonly number[]>();
  const steps: [string, () => Promise<void>][] = [
    ["latency", () => measureLatency(contenders, effort, results)],
    ["terminals", () => measureTerminals(contenders, effort, results)],
    ["stdout", () => measureThroughput(contenders, effort, results)],
    ["memory", () => measureMemory(contenders, effort, results)],
    ["many containers in one shim", () => measureSharing(contenders, effort, results)],
    ["tasks through containerd", () => measureThroughContainerd(contenders, effort, results)],
    ["pods", () => measurePods(contenders, effort, results)],
    [
      "growth",
      async () => {
        // What takes longest: ours, and the one it is compared with.
        for (const contender of contenders.filter(({ name }) => name === reference || name === contenders[0]?.name)) {
          const curve = await measureGrowth(contender, effort, results);
          if (curve.length > 0) growth.set(contender.name, curve);
        }
      },
    ],
  ];
  for (const [name, step] of steps) {
    const before = performance.now();
    await step();
    process.stderr.write(`${name}: ${((performance.now() - before) / 1000).toFixed(0)} s\n`);
  }
  return growth;
}

async function main(): Promise<void> {
  const loadBefore = loadavg()[0] ?? 0;
  const results = new Results();
  const contenders = await findContenders(flags.against, flags.dialect === "bootstrap" ? "bootstrap" : "legacy");
  let growth: ReadonlyMap<string, readonly number[]>;
  try {
    growth = await measure(contenders, flags.quick ? quickEffort : fullEffort, results);
  } finally {
    for (const { driver } of contenders) await driver.stop();
  }
  derive(results);
  const others = [...contenders.slice(1).map(({ name }) => name), floorName];
  console.log(table(results, others));
  for (const { metric, contender, reason } of results.failures) console.log(`${contender}: ${metric.title}: ${reason}`);
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(results.toJson(), undefined, 1)}\n`);
  // A quick look is no report.
  const docs = join(import.meta.dirname, "../docs");
  if (!flags.quick) writeReport(docs, results, { others, quick: flags.quick, loadBefore, growth });
}

if (process.env.RUNTS_BENCH_INSIDE === undefined) reenterWithHugetlb();
await main();
