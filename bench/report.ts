// The report: a table for the terminal and docs/benchmarks.md, and plots.
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { asleep } from "./asleep.ts";
import { reference } from "./contender.ts";
import { floorName, latency } from "./latency.ts";
import type { Metric, Results } from "./measure.ts";
import { memory } from "./memory.ts";
import { plotCurves, plotRatios, type RatioBar } from "./plots.ts";
import { pods } from "./pods.ts";
import { sharing } from "./sharing.ts";
import { quantile, summarize } from "./statistics.ts";
import { terminals } from "./terminals.ts";
import { throughContainerd } from "./through-containerd.ts";
import { throughput } from "./throughput.ts";
import { tracing } from "./tracing.ts";

const ownName = "runts";

/** What is left of `start → first byte` when runc alone is taken away. */
const ownShare: Metric = {
  key: "own-share",
  title: "the shim's own share of that",
  unit: "ms",
  better: "less",
  target: { ratio: 0.7 },
};

/** In the order of the report. */
export const metrics: readonly Metric[] = [
  latency.start,
  latency.answer,
  latency.firstByte,
  ownShare,
  latency.exec,
  latency.kill,
  latency.life,
  latency.deleteAction,
  latency.lifeCpu,
  latency.crunLife,
  latency.burst,
  latency.podMember,
  latency.podStart,
  latency.state,
  latency.stats,
  terminals.echo,
  terminals.execs,
  terminals.bytes,
  terminals.lines,
  terminals.together,
  throughput.rate,
  throughput.cpu,
  memory.privateDirty,
  memory.pssOfOne,
  memory.pssOfFive,
  memory.pss,
  memory.rss,
  memory.wakeUps,
  memory.growth,
  memory.podMember,
  asleep.together,
  asleep.private,
  asleep.rss,
  asleep.kernel,
  asleep.answer,
  asleep.answerMore,
  asleep.exec,
  asleep.exit,
  asleep.exitMore,
  asleep.pause,
  sharing.memory,
  sharing.state,
  ...Object.values(tracing),
  throughContainerd.rate,
  ...Object.values(pods),
];

/** Adds the figures that follow from others. */
export function derive(results: Results): void {
  const floor = results.of(latency.firstByte, floorName);
  if (floor === undefined) return;
  const { median } = summarize(floor);
  for (const name of results.contenders(latency.firstByte)) {
    if (name === floorName) continue;
    results.add(ownShare, name, ...(results.of(latency.firstByte, name) ?? []).map((value) => value - median));
  }
}

export interface Ratio {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/**
 * Ours / the reference's, round by round, since those were measured next to each other; then their quartiles. Of the own
 * share, whose single values may be near zero, the ratio of the medians.
 */
export function ratioOf(metric: Metric, results: Results, other = reference): Ratio | undefined {
  const ours = results.of(metric, ownName);
  const theirs = results.of(metric, other);
  if (ours === undefined || theirs === undefined) return undefined;
  if (metric === ownShare) {
    const ratio = summarize(ours).median / summarize(theirs).median;
    return { lower: ratio, median: ratio, upper: ratio };
  }
  const ratios = ours
    .slice(0, theirs.length)
    .map((value, round) => value / (theirs[round] as number))
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b);
  if (ratios.length === 0) return undefined;
  return { lower: quantile(ratios, 0.25), median: quantile(ratios, 0.5), upper: quantile(ratios, 0.75) };
}

function isReached({ target, better }: Metric, ratio: Ratio | undefined, ours: number): boolean | undefined {
  if (target === undefined) return undefined;
  if ("fixed" in target) return ours <= target.fixed;
  if (ratio === undefined) return undefined;
  return better === "less" ? ratio.median <= target.ratio : ratio.median >= target.ratio;
}

/** Of a figure that must be small by itself a ratio says nothing. */
function isCompared({ target }: Metric): boolean {
  return target === undefined || "ratio" in target;
}

function targetText({ target, better, unit }: Metric): string {
  if (target === undefined) return "";
  const sign = better === "less" ? "≤" : "≥";
  return "fixed" in target ? `${sign} ${target.fixed} ${unit}`.trim() : `${sign} ${target.ratio.toFixed(2)}`;
}

function figure(metric: Metric, values: readonly number[] | undefined): string {
  if (values === undefined) return "–";
  const { lower, median, upper } = summarize(values);
  const digits = metric.digits ?? 1;
  const text = (value: number) => value.toFixed(digits);
  return values.length === 1 || metric === ownShare
    ? text(median)
    : `${text(median)} (${text(lower)} – ${text(upper)})`;
}

/** The table as markdown. `others`: contenders besides ours, in the order of their columns. */
export function table(results: Results, others: readonly string[]): string {
  const head = ["what", "unit", "target", `ratio to ${reference}`, ownName, ...others];
  const rows = metrics.flatMap((metric) => {
    const ours = results.of(metric, ownName);
    if (ours === undefined) return [];
    const ratio = isCompared(metric) ? ratioOf(metric, results) : undefined;
    const reached = isReached(metric, ratio, summarize(ours).median);
    const verdict = reached === undefined ? "" : reached ? ", met" : ", missed";
    const spread =
      ratio === undefined || ratio.lower === ratio.upper
        ? ""
        : ` (${ratio.lower.toFixed(2)} – ${ratio.upper.toFixed(2)})`;
    const isBetter = ratio !== undefined && (metric.better === "less" ? ratio.median < 1 : ratio.median > 1);
    const median = ratio?.median.toFixed(2);
    const ratioText = ratio === undefined ? "" : `${isBetter ? `**${median}**` : median}${spread}`;
    const cells = [ownName, ...others].map((name) => figure(metric, results.of(metric, name)));
    return [[metric.title, metric.unit, `${targetText(metric)}${verdict}`, ratioText, ...cells]];
  });
  return [head, head.map(() => "-"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function failures(results: Results): string {
  const counts = new Map<string, number>();
  for (const { metric, contender, reason } of results.failures) {
    const line = `${contender} did not finish "${metric.title}": ${reason}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `- ${line} (${count} of the rounds)`).join("\n");
}

export interface ReportOptions {
  readonly others: readonly string[];
  readonly quick: boolean;
  readonly loadBefore: number;
  readonly growth: ReadonlyMap<string, readonly number[]>;
}

/** Writes docs/benchmarks.md and its plots below `docs`. */
export function writeReport(docs: string, results: Results, options: ReportOptions): void {
  const directory = join(docs, "benchmarks");
  mkdirSync(directory, { recursive: true });
  const bars = metrics.filter(isCompared).flatMap((metric): RatioBar[] => {
    const ratio = ratioOf(metric, results);
    const target = metric.target !== undefined && "ratio" in metric.target ? metric.target.ratio : undefined;
    return ratio === undefined
      ? []
      : [{ title: metric.title.replaceAll("`", ""), better: metric.better, target, ...ratio }];
  });
  writeFileSync(join(directory, "ratios.svg"), plotRatios(bars, reference));
  if (options.growth.size > 0) writeFileSync(join(directory, "growth.svg"), plotCurves(options.growth));
  writeFileSync(join(docs, "benchmarks.md"), page(results, options));
}

function page(results: Results, { others, quick, loadBefore, growth }: ReportOptions): string {
  const failed = failures(results);
  return `# Benchmarks

runts beside the Go shims, in figures. Written by \`scripts/bench${quick ? " --quick" : ""}\`; do not edit. What they mean, and what stands
behind them, is in [performance.md](performance.md).

All shims in one run, taking turns, on the same runc and root filesystem, bundles in a tmpfs, without containerd but for
the last row: a driver does what containerd does. Medians, with the quartiles in parentheses. The ratio is runts /
${reference}, of the values measured next to each other; in bold where runts is better. The target is this project's own:
a missed one does not say that the Go shim is better. "${floorName}" does the same steps without any shim.

${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release().split("-")[0]}; load ${loadBefore.toFixed(2)} before, ${(loadavg()[0] ?? 0).toFixed(2)} after.
Shared machines: compare the columns, not the numbers with another machine's.

${table(results, others)}

${failed === "" ? "" : `Not finished:\n\n${failed}\n\n`}![ratios](benchmarks/ratios.svg)
${growth.size === 0 ? "" : "\n![memory over 3,000 execs](benchmarks/growth.svg)\n"}`;
}
