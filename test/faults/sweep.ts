// Every call of a scenario fails once.

import { canFail, errorsOf, markBoots } from "./errors.ts";
import { type Outcome, SweepLog } from "./log.ts";
import { anotherWaits } from "./probe.ts";
import { FaultDriver, type Verdict } from "./run.ts";
import { scenarios } from "./scenarios.ts";
import { boundOf } from "./slow.ts";
import { expressionOf, type Injection, type TracedCall } from "./strace.ts";

export interface SweepOptions {
  /** Of scenarios, and of system calls; all when empty. */
  readonly scenarios: readonly string[];
  readonly syscalls: readonly string[];
  /** All errors that a call may give, or the most likely one. */
  readonly allErrors: boolean;
  /** The calls take so long instead of failing. */
  readonly delayMs?: number;
  /** From this call of each name on. */
  readonly from: number;
  /** Faults without consequences are described too. */
  readonly isVerbose: boolean;
  /** How many calls of a name at most, evenly spread. */
  readonly most: number;
  /** Of several sweeps at once: which one this is, from 0, and how many there are. */
  readonly part: readonly [index: number, count: number];
  /** A file of what was tried; what is in it is not tried again. */
  readonly resume?: string;
}

export interface Found {
  readonly scenario: string;
  readonly injection: Injection;
  /** The call, as it was without a fault. */
  readonly line: string;
  readonly verdict: Verdict;
}

type Planned = Omit<Found, "scenario" | "verdict">;

/** What to do to which call, by a run in which none failed. */
export function plan(calls: readonly TracedCall[], options: SweepOptions): Planned[] {
  const seen = new Set<string>();
  const first = calls.filter(({ syscall, n, line }) => {
    const isNew = !seen.has(`${syscall} ${n}`);
    seen.add(`${syscall} ${n}`);
    return isNew && n >= options.from && syscall in errorsOf && canFail(line);
  });
  const wanted = first.filter(({ syscall }) => options.syscalls.length === 0 || options.syscalls.includes(syscall));
  const few = wanted.filter((call) => {
    const same = wanted.filter(({ syscall }) => syscall === call.syscall);
    const step = Math.max(1, same.length / options.most);
    const at = same.indexOf(call);
    return Math.floor(at / step) !== Math.floor((at - 1) / step) || at === 0;
  });
  return few.flatMap((call): Planned[] => {
    const { syscall, n, line } = call;
    if (options.delayMs !== undefined) return [{ injection: { syscall, n, delayMs: options.delayMs }, line }];
    const errors = errorsOf[syscall] ?? [];
    return errors
      .slice(0, options.allErrors ? errors.length : 1)
      .map((error) => ({ injection: { syscall, n, error }, line }));
  });
}

export interface SweepReport {
  tried: number;
  /** The call was not made in that run. */
  missed: number;
  /** The engine could not begin, and `delete` said so. */
  helpless: number;
  found: Found[];
}

export async function sweep(options: SweepOptions, say: (line: string) => void): Promise<SweepReport> {
  const report: SweepReport = { tried: 0, missed: 0, helpless: 0, found: [] };
  const log = new SweepLog(options.resume);
  const [index, count] = options.part;
  for (const scenario of scenarios) {
    if (options.scenarios.length > 0 && !options.scenarios.includes(scenario.name)) continue;
    const driver = await FaultDriver.make(scenario);
    try {
      const { calls, complaints, failures } = await driver.run([]);
      if (complaints.length + failures.length > 0)
        throw new Error(`${scenario.name}: ${[...failures, ...complaints].join("; ")}`);
      const all = plan(calls, options);
      const plans = all
        .filter((_, at) => at % count === index)
        .filter(({ injection }) => !log.has(scenario.name, injection));
      say(`${scenario.name}: ${calls.length} calls, ${all.length} faults, ${plans.length} to try`);
      for (const planned of plans) {
        const verdict = await driver.run([planned.injection]);
        const found = { scenario: scenario.name, ...planned, verdict };
        const outcome = judge(found);
        report.tried += 1;
        if (outcome === "late") report.missed += 1;
        if (outcome === "helpless") report.helpless += 1;
        if (outcome === "wrong") report.found.push(found);
        const text = outcome === "wrong" || options.isVerbose ? describe(found) : undefined;
        log.add(scenario.name, planned.injection, {
          outcome,
          call: planned.line,
          ...(text === undefined ? {} : { text }),
        });
        if (text !== undefined) say(text);
      }
    } finally {
      await driver.stop();
    }
  }
  return report;
}

function judge(found: Found): Outcome {
  if (isHelpless(found)) return "helpless";
  const { calls, complaints } = found.verdict;
  const hit = calls.find(({ injected }) => injected);
  if (complaints.length === 1 && complaints[0] === anotherWaits && boundOf(hit?.line ?? found.line) !== undefined)
    return "bounded";
  if (complaints.length > 0) return "wrong";
  return hit === undefined ? "late" : "well";
}

/** An engine that does not begin can't be helped: `delete` has to be right all the same. */
export function isHelpless({ verdict }: Found): boolean {
  const boots = markBoots(verdict.calls);
  const isBoot =
    /error while loading shared libraries|failed to load the ffi addon/.test(verdict.log) ||
    verdict.calls.some((call) => call.injected && boots.has(call));
  const isBorne = (complaint: string) => /^(the shim died$|the delete action says 137, not \d+$)/.test(complaint);
  return isBoot && verdict.complaints.length > 0 && verdict.complaints.every(isBorne);
}

export function describe({ scenario, injection, line, verdict }: Found): string {
  const hit = verdict.calls.find(({ injected }) => injected)?.line ?? `not reached; without a fault: ${line}`;
  return [
    `${scenario}: strace -e ${expressionOf(injection)}`,
    `  call: ${hit}`,
    ...verdict.failures.map((text) => `  told: ${text}`),
    ...verdict.complaints.map((text) => `  WRONG: ${text}`),
    ...verdict.log
      .split("\n")
      .filter((text) => text !== "")
      .slice(0, 12)
      .map((text) => `  log: ${text}`),
  ].join("\n");
}
