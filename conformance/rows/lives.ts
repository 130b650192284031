// One task from Create to Delete: what is answered on the way, and how it ends.

import { containerd } from "../../proto/gen/task.js";
import { holds, notFound, refusal, refused, same } from "../expect.ts";
import { RawConnection } from "../raw-connection.ts";
import { page, type Row } from "../row.ts";

const { WaitRequest } = containerd.task.v2;

const trapping = "trap 'exit 7' TERM; while :; do sleep 0.02; done";
const second = (time: { seconds?: unknown } | null | undefined) => Number(time?.seconds ?? 0);

/** Ends of init, and the status of each. */
const ends = [
  ["exits with 0", "exit 0", 0],
  ["exits with 3", "exit 3", 3],
  ["exits with 255", "exit 255", 255],
  ["is killed by itself with 9", "sleep 1000 & kill -9 $$", 0],
] as const;

const endRows = ends.slice(0, 3).map(
  ([what, script, status]): Row => ({
    name: `A task that ${what}: Wait, State and Delete say ${status}`,
    contract: page.task("1.1"),
    async check(stage) {
      const container = await stage.sh(script);
      const { client, id, pid } = container;
      const waited = await client.call("Wait", { id });
      same("Wait", waited.exitStatus, status);
      const state = await container.state();
      same("State", [state.status, state.exitStatus, state.pid], [3, status, pid]);
      const deleted = await client.call("Delete", { id });
      same("Delete", [deleted.pid, deleted.exitStatus], [pid, status]);
      same(
        "the same time in all three",
        [second(state.exitedAt), second(deleted.exitedAt)],
        [second(waited.exitedAt), second(waited.exitedAt)],
      );
      await stage.driver.shutdown(client, container.bundle);
    },
  }),
);

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

const lives: Row[] = [
  {
    name: "Create: a pid whose process waits, and Start with the same pid",
    contract: page.task("1.1"),
    async check(stage) {
      const container = await stage.create();
      const { client, id, pid } = container;
      holds("the pid is one", pid > 1);
      same("State's pid", (await container.state()).pid, pid);
      same("Start's pid", (await client.call("Start", { id })).pid, pid);
      same("Connect's task pid", (await client.call("Connect", { id })).taskPid, pid);
      await container.end();
    },
  },
  {
    name: "State: bundle and stdio as they were asked for",
    contract: page.wire("3"),
    async check(stage) {
      const container = await stage.create();
      const state = await container.state();
      const path = (name: string) => `${stage.driver.directory}/fifo/${container.id}-${name}`;
      same(
        "bundle and streams",
        [state.bundle, state.stdin, state.stdout, state.stderr, state.terminal],
        [...[container.bundle.path, "", path("stdout"), path("stderr"), false]],
      );
      await container.end();
    },
  },
  {
    name: "Delete of a created task: its process goes with it",
    contract: page.task("1.1"),
    async check(stage) {
      const bundle = stage.bundle();
      const client = await stage.driver.shim(bundle);
      const { pid } = await client.call("Create", bundle.createRequest(stage.runc));
      same("Delete's pid", (await client.call("Delete", { id: bundle.id })).pid, pid);
      await refused("State", client.call("State", { id: bundle.id }), notFound("container not created"));
      await stage.driver.shutdown(client, bundle);
    },
  },
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
  {
    name: "Pause and Resume, twice: the task stands still and goes on",
    contract: page.task("1.1"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      for (const _ of [1, 2]) {
        await client.call("Pause", { id });
        same("status", (await container.state()).status, 4);
        await client.call("Resume", { id });
        same("status", (await container.state()).status, 2);
      }
      await container.end();
    },
  },
  {
    name: "Wait by three at once: each has the same answer",
    contract: "docs/known-failures.md: invariant 1",
    async check(stage) {
      const container = await stage.run();
      const waits = [1, 2, 3].map(() => container.wait());
      await container.kill(9);
      same("exit statuses", await Promise.all(waits), [137, 137, 137]);
      await container.end();
    },
  },
  {
    name: "Wait with a deadline: code 4 when it has passed, and a later one is answered",
    contract: page.wire("1.6"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      // The request says 0.3 s, this side waits on.
      const peer = await RawConnection.open(container.bundle);
      const payload = WaitRequest.encode({ id }).finish();
      const answer = await peer.call(
        { service: client.service, method: "Wait", payload, timeoutNano: 300_000_000 },
        5000,
      );
      peer.close();
      same("its code", answer.code, 4);
      await container.kill(9);
      same("exit status", await container.wait(), 137);
      await container.end();
    },
  },
  {
    name: "Create with a program that is not there: the runtime's words, and the shim can leave",
    contract: page.task("2.2"),
    async check(stage) {
      const { bundle, client } = await stage.empty({ args: ["/nonexistent"] });
      const call = client.call("Create", bundle.createRequest(stage.runc));
      await refused("Create", call, refusal(/^OCI runtime create failed: .*\/nonexistent/s));
      await refused("State", client.call("State", { id: bundle.id }), notFound("container not created"));
      const removed = await stage.remove(bundle);
      same("delete: exit status", removed.exitCode, 0);
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "The id of a deleted task: can be used again in the same shim",
    contract: "docs/known-failures.md: KF-111",
    async check(stage) {
      const container = await stage.sh("exit 0");
      const { client, id, bundle } = container;
      await container.wait();
      await client.call("Delete", { id });
      await client.call("Create", bundle.createRequest(stage.runc));
      await client.call("Delete", { id });
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "Shutdown of a shim without a task: its process ends, its socket is gone",
    contract: page.task("1.1"),
    async check(stage) {
      const { bundle, client } = await stage.empty();
      await stage.driver.shutdown(client, bundle);
    },
  },
];

export const rows: readonly Row[] = [...endRows, ...signalRows, ...lives];
