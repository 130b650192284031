// One task from Create to Delete: what is answered on the way, and how it ends.

import { containerd } from "../../proto/gen/task.js";
import { holds, notFound, refusal, refused, same } from "../expect.ts";
import { RawConnection } from "../raw-connection.ts";
import { page, type Row } from "../row.ts";

const { WaitRequest } = containerd.task.v2;

const second = (time: { seconds?: unknown } | null | undefined) => Number(time?.seconds ?? 0);

/** Ends of init, and the status of each. */
const ends = [
  ["exits with 0", "exit 0", 0],
  ["exits with 3", "exit 3", 3],
  ["exits with 255", "exit 255", 255],
] as const;

const endRows = ends.map(
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
    name: "Delete of a created task with streams: answered within nine seconds",
    contract: "docs/known-failures.md: KF-060",
    async check(stage) {
      const container = await stage.create();
      await container.client.call("Delete", { id: container.id }, { timeoutMs: 9000 });
      await stage.driver.shutdown(container.client, container.bundle);
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

export const rows: readonly Row[] = [...endRows, ...lives];
