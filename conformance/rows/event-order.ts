// The order of events, and what becomes of those that can't be delivered (docs/known-failures.md, invariant 1).

import { eventually } from "../driver/eventually.ts";
import { same } from "../expect.ts";
import { page, type Row } from "../row.ts";

const whole = ["create", "start", "exit", "delete"];

export const rows: readonly Row[] = [
  {
    name: "A task that is killed before Start: create, exit, delete, and no start",
    contract: page.wire("6.3"),
    async check(stage) {
      const container = await stage.create();
      await container.kill(9);
      await container.wait();
      await stage.end(container);
      const [, exit] = await stage.told(container.id, ["create", "exit", "delete"]);
      same("exit status", exit?.fields.exitStatus, 137);
    },
  },
  {
    name: "Delete of a task that was not started: its exit is told before its deletion",
    contract: "docs/known-failures.md: invariant 1",
    async check(stage) {
      const bundle = stage.bundle();
      const client = await stage.driver.shim(bundle);
      await client.call("Create", bundle.createRequest(stage.runc));
      await client.call("Delete", { id: bundle.id });
      await stage.leave(client, bundle);
      await stage.told(bundle.id, ["create", "exit", "delete"]);
    },
  },
  {
    name: "Five execs that die with init: each exit once, init's last",
    contract: "docs/known-failures.md: KF-001",
    mayDiffer: "execs that are killed with their init end in any order",
    async check(stage) {
      const container = await stage.run();
      const execs = ["a", "b", "c", "d", "e"];
      for (const execId of execs) await container.exec(execId);
      await container.kill(9);
      await container.wait();
      await stage.end(container);
      await stage.driver.events.waitFor(container.id, 2 + 3 * execs.length + 2, 8000);
      const exits = stage.driver.events.of(container.id).filter(({ topic }) => topic === "/tasks/exit");
      const ids = exits.map((event) => String(event.fields.id));
      same("ids of the exits, sorted", ids.toSorted(), [...execs, container.id].toSorted());
      same("the last of them", ids.at(-1), container.id);
    },
  },
  {
    name: "Processes that end at once, twenty times: each start before its exit",
    contract: "docs/known-failures.md: KF-004",
    slow: true,
    mayDiffer: "twenty execs come in any order",
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      const execs = Array.from({ length: 20 }, (_, at) => `e${at}`);
      await Promise.all(execs.map((execId) => container.exec(execId, ["true"])));
      await Promise.all(execs.map((execId) => container.wait(execId)));
      for (const execId of execs) await client.call("Delete", { id, execId });
      await stage.end(container);
      await stage.driver.events.waitFor(id, 4 + 60, 8000);
      const events = stage.driver.events.of(id);
      for (const execId of execs) {
        const own = events.filter(({ fields }) => fields.execId === execId || fields.id === execId);
        same(
          `events of ${execId}`,
          own.map(({ topic }) => topic),
          ["/tasks/exec-added", "/tasks/exec-started", "/tasks/exit"],
        );
      }
    },
  },
  {
    name: "A daemon that is away for a moment: its events come later, in order and once each",
    contract: "docs/known-failures.md: KF-010",
    async check(stage) {
      const { events } = stage.driver;
      const container = await stage.run();
      await events.waitFor(container.id, 2);
      await events.leave();
      const { client, id } = container;
      try {
        for (const execId of ["a", "b"]) {
          await container.exec(execId, ["true"]);
          await container.wait(execId);
        }
      } finally {
        await events.listen();
      }
      await container.kill(9);
      await container.wait();
      await client.call("Delete", { id });
      const exec = ["exec-added", "exec-started", "exit"];
      const wanted = ["create", "start", ...exec, ...exec, "exit", "delete"];
      await eventually(`${wanted.length} events`, () => events.of(id).length >= wanted.length, { timeoutMs: 15_000 });
      await stage.leave(client, container.bundle);
      same("topics", events.topics(id), wanted);
    },
  },
  {
    name: "An event that containerd refuses once: told again before the next",
    contract: "docs/known-failures.md: KF-010",
    slow: true,
    async check(stage) {
      const { events } = stage.driver;
      let refusals = 0;
      events.treatment = ({ topic }) => {
        if (topic === "/tasks/start" && refusals++ === 0) throw new Error("not now");
      };
      try {
        const container = await stage.sh("exit 3");
        await container.wait();
        await events.waitFor(container.id, 3, 10_000);
        await stage.end(container);
        await stage.told(container.id, whole);
      } finally {
        events.treatment = () => {};
      }
    },
  },
  {
    name: "Events that containerd has not taken when Shutdown comes: told before the shim ends",
    contract: "docs/known-failures.md: KF-014",
    async check(stage) {
      const { events } = stage.driver;
      // Each is acknowledged a moment later than it came.
      events.treatment = () => new Promise((resolve) => setTimeout(resolve, 200));
      try {
        const container = await stage.sh("exit 3");
        await container.wait();
        await container.end();
        await stage.told(container.id, whole);
      } finally {
        events.treatment = () => {};
      }
    },
  },
];
