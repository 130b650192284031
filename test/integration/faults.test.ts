// A shim one of whose system calls fails: what it promises all the same (docs/faults.md). The faults that tell most; all of them
// are scripts/faults.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { FaultDriver } from "../faults/run.ts";
import { scenarios } from "../faults/scenarios.ts";
import type { TracedCall } from "../faults/strace.ts";
import { describe as describeFault, isHelpless } from "../faults/sweep.ts";
import { type TellingFault, tellingFaults } from "../faults/telling.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

function find(calls: readonly TracedCall[], { call, which = 1 }: TellingFault): TracedCall | undefined {
  return calls.filter(({ line }) => call.test(line))[which - 1];
}

for (const scenario of scenarios.filter(({ name }) => name in tellingFaults)) {
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

    test.each(tellingFaults[scenario.name] ?? [])("$call $which: $error", async (fault) => {
      const found = find(calls, fault);
      if (found === undefined) throw new Error(`no such call: ${fault.call}`);
      const injection = { syscall: found.syscall, n: found.n, error: fault.error };
      const verdict = await driver.run([injection]);
      const outcome = { scenario: scenario.name, injection, line: found.line, verdict };
      if (verdict.complaints.length > 0 && !isHelpless(outcome)) throw new Error(describeFault(outcome));
    });
  });
}
