// A reporter for vitest: appends the name of each test that passed only when it was tried again to $RUNTS_TEST_FLAKY.
import { appendFileSync } from "node:fs";

export default class FlakyReporter {
  onTestRunEnd(modules) {
    const list = process.env.RUNTS_TEST_FLAKY;
    if (list === undefined) return;
    for (const { project, children } of modules) {
      for (const test of children.allTests()) {
        if (test.diagnostic()?.flaky === true) appendFileSync(list, `${project.name}: ${test.fullName}\n`);
      }
    }
  }
}
