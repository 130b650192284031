// Some faults of some scenarios as tests: each is to have no consequences.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { FaultDriver } from "./run.ts";
import { scenarios } from "./scenarios.ts";
import type { TracedCall } from "./strace.ts";
import { describe as describeFault, isHelpless } from "./sweep.ts";
import type { TellingFault } from "./telling.ts";

function find(calls: readonly TracedCall[], { call, which = 1 }: TellingFault): TracedCall | undefined {
  return calls.filter(({ line }) => call.test(line))[which - 1];
}

/** By the scenario's name. */
export function testFaults(faults: Readonly<Record<string, readonly TellingFault[]>>): void {
  for (const scenario of scenarios.filter(({ name }) => name in faults)) {
    describe.runIf(shimUnderTest.kind === "bun")(`${scenario.name}: one call fails`, () => {
      let driver: FaultDriver;
      let calls: readonly TracedCall[] = [];

      beforeAll(async () => {
        driver = await FaultDriver.make(scenario);
        const verdict = await driver.run([]);
        expect([...verdict.failures, ...verdict.complaints], "without a fault").toEqual([]);
        calls = verdict.calls;
      });
      afterAll(() => driver.stop());

      test.each(faults[scenario.name] ?? [])("$call $which: $error", async (fault) => {
        const found = find(calls, fault);
        if (found === undefined) throw new Error(`no such call: ${fault.call}`);
        const injection = { syscall: found.syscall, n: found.n, error: fault.error };
        const verdict = await driver.run([injection]);
        const outcome = { scenario: scenario.name, injection, line: found.line, verdict };
        if (verdict.complaints.length > 0 && !isHelpless(outcome)) throw new Error(describeFault(outcome));
      });
    });
  }
}
