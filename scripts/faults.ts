// See scripts/faults.

import { parseArgs } from "node:util";
import { sweep } from "../test/faults/sweep.ts";

const { values } = parseArgs({
  options: {
    scenario: { type: "string", multiple: true, default: [] },
    syscall: { type: "string", multiple: true, default: [] },
    from: { type: "string", default: "1" },
    most: { type: "string", default: "1000000" },
    delay: { type: "string" },
    verbose: { type: "boolean", default: false },
    part: { type: "string", default: "1/1" },
    resume: { type: "string" },
    quick: { type: "boolean", default: false },
  },
});

const [part = 1, parts = 1] = values.part.split("/").map(Number);
const report = await sweep(
  {
    scenarios: values.scenario,
    syscalls: values.syscall,
    from: Number(values.from),
    most: Number(values.most),
    isVerbose: values.verbose,
    allErrors: !values.quick,
    part: [part - 1, parts],
    ...(values.resume === undefined ? {} : { resume: values.resume }),
    ...(values.delay === undefined ? {} : { delayMs: Number(values.delay) * 1000 }),
  },
  (line) => console.log(line),
);
console.log(
  `${report.tried} faults, ${report.missed} not reached, ${report.helpless} that ended the engine, ${report.found.length} with consequences`,
);
process.exitCode = report.found.length === 0 ? 0 : 1;
