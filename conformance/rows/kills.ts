// Kill: of init and of everything, in each state, by number (docs/contract/task-service.md 4.7).

import { notFound, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";

const trapping = "trap 'exit 7' TERM; while :; do sleep 0.02; done";

const signalRows = [1, 2, 6, 9, 11, 15].map(
  (signal): Row => ({
    name: `Kill of a running task with ${signal}: its status is ${128 + signal}`,
    contract: page.task("4.7"),
    slow: signal !== 9 && signal !== 15,
    async check(stage) {
      // init of a pid namespace takes only what it has a handler for, and 9.
      const isDeadly = signal === 9;
      const script = isDeadly
        ? "sleep 1000"
        : `trap 'exit ${128 + signal}' ${signal}; echo on; while :; do sleep 0.02; done`;
      const container = await stage.sh(script);
      while (!isDeadly && container.stdout.text === "") await container.bundle.waitForOutput(container.stdout);
      await container.kill(signal);
      same("exit status", await container.wait(), 128 + signal);
      await container.end();
    },
  }),
);

const kills: Row[] = [
  {
    name: "Kill of a created task with 9: it is stopped, with 137",
    contract: page.task("4.7"),
    async check(stage) {
      const container = await stage.create();
      await container.kill(9);
      same("exit status", await container.wait(), 137);
      same("status", (await container.state()).status, 3);
      await container.end();
    },
  },
  {
    name: "Kill of a paused task with 9: it ends",
    contract: "docs/known-failures.md: KF-143",
    async check(stage) {
      const container = await stage.run();
      await container.client.call("Pause", { id: container.id });
      await container.kill(9, { all: true });
      same(
        "exit status",
        (await container.client.call("Wait", { id: container.id }, { timeoutMs: 5000 })).exitStatus,
        137,
      );
      await container.end();
    },
  },
  {
    name: "Kill of all: execs and what they started end too",
    contract: page.task("4.7"),
    async check(stage) {
      const container = await stage.run();
      await container.exec("e", ["sh", "-c", "sleep 1000 & sleep 1000"]);
      await container.kill(9, { all: true });
      same("exit statuses", [await container.wait("e"), await container.wait()], [137, 137]);
      await container.end();
    },
  },
  {
    name: "Kill of all of a stopped task: a success or not found, and no harm",
    contract: page.task("4.7"),
    async check(stage) {
      const container = await stage.sh("exit 0");
      await container.wait();
      await container.kill(9, { all: true }).catch(async (error: unknown) => {
        await refused("Kill", Promise.reject(error), notFound("process already finished"));
      });
      await container.end();
    },
  },
  {
    name: "Kill with signal 0: a success, and nothing happens",
    contract: page.task("4.7"),
    async check(stage) {
      const container = await stage.run();
      await container.kill(0);
      same("status", (await container.state()).status, 2);
      await container.end();
    },
  },
  {
    name: "Kill with 15: the task's own handler has the last word",
    contract: page.task("4.7"),
    mayDiffer: "how often the signal is sent is chance",
    async check(stage) {
      const container = await stage.sh(`echo on; ${trapping}`);
      await container.bundle.waitForOutput(container.stdout);
      // The trap is set right after the word.
      const waited = container.wait();
      const again = setInterval(() => container.kill(15).catch(() => {}), 100);
      const status = await waited.finally(() => clearInterval(again));
      same("exit status", status, 7);
      await container.end();
    },
  },
];

export const rows: readonly Row[] = [...signalRows, ...kills];
