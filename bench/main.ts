// bench/main.ts [--quick [--report]] [--only STEP] [--json FILE] [--against PATH [--dialect bootstrap]]: compares shims in one run and writes docs/benchmarks.md.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { mountHugetlb } from "../conformance/driver/hugetlb.ts";
import { measureAsleep } from "./asleep.ts";
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
import { measureTracing } from "./tracing.ts";

const { values: flags } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    report: { type: "boolean", default: false },
    only: { type: "string" },
    json: { type: "string" },
    against: { type: "string" },
    dialect: { type: "string" },
  },
});

/**
 * A mount namespace of its own. The Go shim has no metrics where a cgroup hierarchy that processes are in is mounted nowhere, hence
 * all of them are. And bundles are in memory, as containerd's are: to make and remove files takes a disk's file system so long
 * that it would be measured too.
 */
function reenterInNamespace(): never {
  const directory = mkdtempSync(join(tmpdir(), "runts-bench-"));
  const command = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const script = `mount -t tmpfs -o mode=755 tmpfs "$TMPDIR"\n${mountHugetlb}`;
  const env = { ...process.env, RUNTS_BENCH_INSIDE: "1", TMPDIR: directory };
  try {
    const { status } = spawnSync("unshare", ["--mount", "sh", "-c", script, "sh", ...command], {
      stdio: "inherit",
      env,
    });
    process.exitCode = status ?? 1;
  } finally {
    rmdirSync(directory);
  }
  process.exit();
}

async function measure(contenders: readonly Contender[], effort: Effort, results: Results) {
  const growth = new Map<string, readonly number[]>();
  const steps: [string, () => Promise<void>][] = [
    ["latency", () => measureLatency(contenders, effort, results)],
    ["terminals", () => measureTerminals(contenders, effort, results)],
    ["stdout", () => measureThroughput(contenders, effort, results)],
    ["memory", () => measureMemory(contenders, effort, results)],
    ["asleep", () => measureAsleep(contenders, effort, results)],
    ["sharing: many containers in one shim", () => measureSharing(contenders, effort, results)],
    ["tracing", () => measureTracing(contenders, effort, results)],
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
  const wanted = steps.filter(([name]) => flags.only === undefined || name.includes(flags.only));
  if (wanted.length === 0) throw new Error(`--only: there is ${steps.map(([name]) => name).join(", ")}`);
  for (const [name, step] of wanted) {
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
  // A quick look is no report unless it is asked for, and says so; a part is none.
  const docs = join(import.meta.dirname, "../docs");
  if ((!flags.quick || flags.report) && flags.only === undefined)
    writeReport(docs, results, { others, quick: flags.quick, loadBefore, growth });
}

if (process.env.RUNTS_BENCH_INSIDE === undefined) reenterInNamespace();
await main();
