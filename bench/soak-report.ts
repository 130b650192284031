// What a soak has shown: slopes with their errors, docs/soak.md and its plot.

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import { plotPanels } from "./plots.ts";
import { type Slope, slopeOf } from "./statistics.ts";

export interface Reading {
  readonly hours: number;
  /** Median of some execs of `true`, from Start to the answer to Wait. */
  readonly execMs: number;
  /** To the same by `runc exec` alone, taken in turn with them: the machine's own load has slopes as well. */
  readonly execRatio: number;
  readonly privateKiB: number;
  readonly descriptors: number;
  readonly threads: number;
}

export interface Soak {
  readonly name: "always awake" | "sleeps and is upgraded";
  readonly counts: ReadonlyMap<string, number>;
  readonly readings: readonly Reading[];
}

export interface SoakResult {
  readonly shims: readonly Soak[];
  /** What was lost, is left, or went wrong. */
  readonly faults: readonly string[];
  readonly hours: number;
  readonly seed: number;
}

type Figure = Exclude<keyof Reading, "hours">;

type Noise = { readonly value: number } | { readonly part: number } | "all";

/**
 * `noise`: a growth in the whole time that says nothing, be it significant or not; of the mean where it is a part. All of it
 * where the machine's load is in it.
 */
const figures: readonly { key: Figure; title: string; digits: number; noise: Noise }[] = [
  { key: "privateKiB", title: "private dirty memory, KiB", digits: 0, noise: { value: 256 } },
  { key: "descriptors", title: "descriptors", digits: 1, noise: { value: 0.5 } },
  { key: "threads", title: "threads", digits: 1, noise: { value: 0.5 } },
  { key: "execRatio", title: "exec of `true`, to `runc exec`", digits: 2, noise: { part: 0.25 } },
  { key: "execMs", title: "exec of `true`, ms", digits: 1, noise: "all" },
];

interface Line extends Slope {
  readonly shim: string;
  readonly title: string;
  readonly digits: number;
  readonly grows: boolean;
}

/** Heap and caches come to their size: the first tenth does not count. */
const warmUp = 0.1;

function limitOf(noise: Noise, mean: number): number {
  if (noise === "all") return Number.POSITIVE_INFINITY;
  return "value" in noise ? noise.value : noise.part * mean;
}

/** Three standard errors above 0, and more than noise. */
function linesOf({ shims, hours }: SoakResult): Line[] {
  return shims.flatMap(({ name, readings }) => {
    const settled = readings.filter((reading) => reading.hours >= hours * warmUp);
    if (settled.length < 3) return [];
    return figures.map(({ key, title, digits, noise }) => {
      const line = slopeOf(settled.map((reading) => [reading.hours, reading[key]] as const));
      const grows = line.slope > 3 * line.error && line.slope * hours > limitOf(noise, line.mean);
      return { shim: name, title, digits, grows, ...line };
    });
  });
}

/** Writes the page, prints it, and returns the exit code. */
export function report(result: SoakResult): number {
  const lines = linesOf(result);
  const page = pageOf(result, lines);
  const directory = join(import.meta.dirname, "../docs");
  mkdirSync(join(directory, "soak"), { recursive: true });
  writeFileSync(join(directory, "soak.md"), page);
  writeFileSync(join(directory, "soak/readings.svg"), plot(result));
  console.log(page);
  return result.faults.length === 0 && lines.length > 0 && !lines.some(({ grows }) => grows) ? 0 : 1;
}

function plot({ shims }: SoakResult): string {
  const panels = figures.map(({ key, title }) => ({
    title,
    series: new Map(
      shims.map(({ name, readings }) => [name, readings.map((reading) => [reading.hours, reading[key]] as const)]),
    ),
  }));
  return plotPanels("two shims in a mixed life", panels);
}

function pageOf({ shims, faults, hours, seed }: SoakResult, lines: readonly Line[]): string {
  const works = [...new Set(shims.flatMap(({ counts }) => [...counts.keys()]))];
  const verdict = faults.length === 0 ? "Nothing was lost, nothing was told twice, nothing is left." : "**Faults:**";
  return [
    "# Soak",
    "",
    "Written by `scripts/soak HOURS`: two shims live a mixed life, and are looked at after each round of it, when they have",
    "been quiet for some seconds. One is always awake, so its heap is as old as it is; the other one sleeps and is upgraded.",
    "The script fails where something is lost, told twice or left, or where a slope is more than three of its standard",
    "errors above 0 and more than noise over the whole time. How long an exec takes is told as it is, and as what it is of",
    "`runc exec` without a shim: only the second is judged, as the machine's load is in the first.",
    "",
    `${hours.toFixed(2)} hours on ${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores (${cpus()[0]?.model}),`,
    `${Math.round(totalmem() / 2 ** 30)} GiB, Linux ${release()}, shared with others; seed ${seed}.`,
    "",
    verdict,
    ...faults.map((fault) => `- ${fault.split("\n")[0]}`),
    "",
    `| | mean | slope, per hour | standard error | grows |`,
    `|-|-|-|-|-|`,
    ...lines.map(({ shim, title, mean, slope, error, digits, grows }) => {
      const shown = [mean, slope, error].map((value) => value.toFixed(digits)).join(" | ");
      return `| ${shim}: ${title} | ${shown} | ${grows ? "**yes**" : "no"} |`;
    }),
    "",
    "![readings](soak/readings.svg)",
    "",
    `| done | ${shims.map(({ name }) => name).join(" | ")} |`,
    `|-|${shims.map(() => "-|").join("")}`,
    ...works.map((work) => `| ${work} | ${shims.map(({ counts }) => counts.get(work) ?? 0).join(" | ")} |`),
    `| readings, of 9 execs each | ${shims.map(({ readings }) => readings.length).join(" | ")} |`,
    "",
  ].join("\n");
}
