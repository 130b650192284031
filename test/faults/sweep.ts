// Every call of a scenario fails once.

import { canFail, errorsOf, markBoots } from "./errors.ts";
import { FaultDriver, type Verdict } from "./run.ts";
import { scenarios } from "./scenarios.ts";
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
  for (const scenario of scenarios) {
    if (options.scenarios.length > 0 && !options.scenarios.includes(scenario.name)) continue;
    const driver = await FaultDriver.make(scenario);
    try {
      const { calls, complaints, failures } = await driver.run([]);
      if (complaints.length + failures.length > 0)
        throw new Error(`${scenario.name}: ${[...failures, ...complaints].join("; ")}`);
      const plans = plan(calls, options);
      say(`${scenario.name}: ${calls.length} calls, ${plans.length} faults`);
      for (const { injection, line } of plans) {
        const verdict = await driver.run([injection]);
        report.tried += 1;
        if (!verdict.calls.some(({ injected }) => injected)) report.missed += 1;
        const found = { scenario: scenario.name, injection, line, verdict };
        if (isHelpless(found)) {
          report.helpless += 1;
          continue;
        }
        if (verdict.complaints.length > 0) report.found.push(found);
        if (verdict.complaints.length > 0 || options.isVerbose) say(describe(found));
      }
    } finally {
      await driver.stop();
    }
  }
  return report;
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
