// Streams in every state that makes the kernel say "ready" again and again: the shim that copies them does nothing.

import { closeSync, constants, openSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { expect } from "vitest";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { Reader } from "../driver/stdio-client.ts";
import { describeLanes, lanes, type Scenario } from "../driver/stdio-lanes.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { eventually } from "../helpers/eventually.ts";
import { processorTicks } from "../helpers/processes.ts";
import { sized } from "../helpers/soak.ts";

const windowMs = sized(5000, 60_000);
const maxTicks = 5;

interface Streams {
  readonly task: StdioTask;
  readonly out: Reader;
  readonly writer: number;
}

const readers: Reader[] = [];

/** In a shim with others: `command`, which says "up" when it is, a reader of its output and a writer of its stdin. */
async function streams(first: StdioTask, command: string, { terminal = false } = {}): Promise<Streams> {
  const task = await first.beside(command, { terminal });
  const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
  const out = new Reader(stdout, { pauseAfter: 1 << 16 });
  readers.push(out);
  // For reading too: the process may have closed its end already.
  const writer = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
  await task.run({ terminal, stdin, stdout });
  await eventually(`${command} is up`, () => out.text.includes("up"));
  return { task, out, writer };
}

const quiet = "echo up; exec sleep 1000";

/** Brings streams into their state, each for a container of its own. */
const states: Readonly<Record<string, (first: StdioTask) => Promise<StdioTask>>> = {
  "reader gone": async (first) => {
    const { task, out } = await streams(first, quiet);
    await out.kill();
    return task;
  },
  "reader gone, and output for it": async (first) => {
    const { task, out } = await streams(first, "echo up; exec yes");
    await out.kill();
    return task;
  },
  "reader that does not read": async (first) => {
    const { task } = await streams(first, "echo up; exec yes");
    return task;
  },
  "writer gone": async (first) => {
    const { task, writer } = await streams(first, quiet);
    closeSync(writer);
    return task;
  },
  "writer gone, and stdin closed": async (first) => {
    const { task, writer } = await streams(first, quiet);
    closeSync(writer);
    await task.closeStdin();
    return task;
  },
  "stdin that nobody reads": async (first) => {
    const { task, writer } = await streams(first, quiet);
    try {
      for (;;) writeSync(writer, "x".repeat(4096));
    } catch (error) {
      expect(error).toMatchObject({ code: "EAGAIN" });
    }
    return task;
  },
  "process that has closed its streams": async (first) => {
    const { task } = await streams(first, "echo up; exec sleep 1000 <&- >&- 2>&-");
    return task;
  },
  "reader and writer gone": async (first) => {
    const { task, out, writer } = await streams(first, quiet);
    closeSync(writer);
    await out.kill();
    return task;
  },
  "terminal that no process has open": async (first) => {
    const { task } = await streams(first, "trap '' HUP; echo up; exec sleep 1000 <&- >&- 2>&-", { terminal: true });
    return task;
  },
  "terminal whose client has gone": async (first) => {
    const { task, out, writer } = await streams(first, quiet, { terminal: true });
    closeSync(writer);
    await out.kill();
    return task;
  },
  "terminal whose client has gone, and output for it": async (first) => {
    const { task, out, writer } = await streams(first, "echo up; exec yes", { terminal: true });
    closeSync(writer);
    await out.kill();
    return task;
  },
  "terminal that has been hung up": async (first) => {
    const { task, writer } = await streams(first, "trap '' HUP; echo up; exec sleep 1000", { terminal: true });
    closeSync(writer);
    await task.closeStdin();
    return task;
  },
};

const scenarios: readonly Scenario[] = [
  {
    name: `in ${Object.keys(states).length} states, together: no more than ${maxTicks * 10} ms of CPU in ${windowMs / 1000} s (KF-077, KF-138)`,
    timeoutMs: windowMs + 60_000,
    run: (driver) => checkIdle(driver),
  },
];

async function checkIdle(driver: ShimDriver): Promise<void> {
  const first = await StdioTask.prepare(driver, "sleep 1000");
  await first.run({});
  const tasks: StdioTask[] = [];
  for (const make of Object.values(states)) tasks.push(await make(first));
  const shim = first.bundle.shimPid() ?? 0;
  // What they have written until now is on its way, and the shim tidies up when all is quiet.
  let before = processorTicks(shim);
  await eventually(
    "the shim has come to rest",
    async () => {
      const earlier = before;
      await delay(1000);
      before = processorTicks(shim);
      return before === earlier;
    },
    { timeoutMs: 20_000 },
  );
  await delay(windowMs);
  expect(processorTicks(shim) - before).toBeLessThanOrEqual(maxTicks);
  for (const task of tasks) {
    await task.kill();
    await task.wait();
    await task.delete("", 4000);
  }
  for (const out of readers.splice(0)) await out.kill();
  await first.kill();
  await first.finish();
}

// One that is upgraded again and again is not idle.
describeLanes(
  lanes.filter(({ name }) => name !== "upgraded" && (name !== "Go" || sized(0, 1) === 1 || lanes.length === 1)),
  scenarios,
);
