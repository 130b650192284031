// The `delete` action: after each normal end, and when the shim was killed (docs/contract/shim-cli.md 6.3).

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { containerd } from "../../proto/gen/task.js";
import type { ActionResult } from "../driver/action.ts";
import { eventually } from "../driver/eventually.ts";
import { isAlive } from "../driver/processes.ts";
import { holds, same } from "../expect.ts";
import { page, type Row } from "../row.ts";

const { DeleteResponse } = containerd.task.v2;

function read({ exitCode, stdout, stderr }: ActionResult) {
  same("exit status", [exitCode, exitCode === 0 ? "" : stderr], [0, ""]);
  return DeleteResponse.decode(stdout);
}

const killedRows = (["created", "running", "paused"] as const).map(
  (state): Row => ({
    name: `kill -9 of the shim of a ${state} task, delete: 137, its pid, and it has ended`,
    contract: `docs/known-failures.md: ${state === "paused" ? "KF-038" : "KF-037"}`,
    async check(stage) {
      const container = await stage.create({ args: ["sh", "-c", "sleep 1000 & wait"] });
      const { client, id, bundle, pid } = container;
      if (state !== "created") await client.call("Start", { id });
      if (state === "paused") await client.call("Pause", { id });
      await stage.killShim(client, bundle);
      const answer = read(await stage.remove(bundle));
      same("pid and status", [answer.pid, answer.exitStatus], [pid, 137]);
      holds("the time is that of now", Math.abs(Number(answer.exitedAt?.seconds) - Date.now() / 1000) < 60);
      await eventually("its process has ended", () => !isAlive(pid));
    },
  }),
);

export const rows: readonly Row[] = [
  ...killedRows,
  {
    name: "kill -9 of the shim of a task that has ended with 3, delete: 3",
    contract: "docs/known-failures.md: KF-039",
    async check(stage) {
      const container = await stage.sh("exit 3");
      await container.wait();
      await stage.killShim(container.client, container.bundle);
      same("exit status", read(await stage.remove(container.bundle)).exitStatus, 3);
    },
  },
  {
    name: "kill -9 of a shim that was asked for nothing, delete: no pid, 137",
    contract: page.cli("6.3"),
    async check(stage) {
      const { bundle, client } = await stage.empty();
      await stage.killShim(client, bundle);
      const { pid, exitStatus } = read(await stage.remove(bundle));
      same("pid and status", [pid, exitStatus], [4_294_967_295, 137]);
    },
  },
  {
    name: "kill -9 of the shim, delete: its socket is gone too",
    contract: "docs/known-failures.md: KF-031",
    async check(stage) {
      const container = await stage.run();
      const { bundle } = container;
      const { shimPid } = await container.client.call("Connect", { id: container.id });
      process.kill(shimPid, "SIGKILL");
      await eventually("the shim has ended", () => !isAlive(shimPid));
      read(await stage.remove(bundle));
      const isThere = existsSync(bundle.socket);
      rmSync(bundle.socket, { force: true });
      same("whether the socket is there", isThere, false);
    },
  },
  {
    name: "kill -9 of the shim, delete twice: the same, and no error",
    contract: "docs/known-failures.md: invariant 7",
    async check(stage) {
      const container = await stage.run();
      await stage.killShim(container.client, container.bundle);
      const answers = [];
      for (const _ of [1, 2]) answers.push(read(await stage.remove(container.bundle)).exitStatus);
      same("exit statuses", answers, [137, 137]);
    },
  },
  {
    name: "kill -9 of the shim, delete without the files `runtime` and `options.json`: absence is no error",
    contract: "docs/known-failures.md: KF-041",
    async check(stage) {
      const { bundle, client } = await stage.empty();
      await stage.killShim(client, bundle);
      for (const name of ["runtime", "options.json", "init.pid"]) rmSync(join(bundle.path, name), { force: true });
      read(await stage.remove(bundle));
    },
  },
  {
    name: "delete after a normal end: quick, silent, a success",
    contract: page.cli("6.3"),
    async check(stage) {
      const container = await stage.sh("exit 0");
      await container.wait();
      await container.end();
      const before = performance.now();
      const result = await stage.remove(container.bundle);
      read(result);
      holds("it took less than containerd's five seconds", performance.now() - before < 5000);
      same("stderr", result.stderr, "");
    },
  },
  {
    name: "kill -9 of the shim, delete: the rootfs is not mounted any more, and what was mounted is there",
    contract: page.cli("6.3"),
    async check(stage) {
      const bundle = stage.bundle({ rootfs: "rootfs" });
      const client = await stage.driver.shim(bundle);
      const rootfs = [{ type: "bind", source: stage.driver.rootfs, target: "", options: ["rbind", "rw"] }];
      await client.call("Create", { ...bundle.createRequest(stage.runc), rootfs });
      await client.call("Start", { id: bundle.id });
      await stage.killShim(client, bundle);
      read(await stage.remove(bundle));
      same("what is left in bundle/rootfs", existsSync(join(bundle.path, "rootfs/bin")), false);
      same("what was mounted", existsSync(join(stage.driver.rootfs, "bin/busybox")), true);
    },
  },
  {
    name: "kill -9 of a group's shim, delete of each member: all have ended",
    contract: "docs/known-failures.md: KF-037",
    async check(stage) {
      const first = await stage.run();
      const bundle = stage.bundle();
      const { pid } = await first.client.call("Create", bundle.createRequest(stage.runc));
      await first.client.call("Start", { id: bundle.id });
      await stage.killShim(first.client, first.bundle);
      for (const each of [bundle, first.bundle]) same("exit status", read(await stage.remove(each)).exitStatus, 137);
      await eventually("both have ended", () => !isAlive(pid) && !isAlive(first.pid));
    },
  },
  {
    name: "start after kill -9 of the shim: the socket that it has left is no hindrance",
    contract: "docs/known-failures.md: KF-031",
    async check(stage) {
      const { bundle, client } = await stage.empty();
      const { shimPid } = await client.call("Connect", { id: bundle.id });
      process.kill(shimPid, "SIGKILL");
      await eventually("the shim has ended", () => !isAlive(shimPid));
      const again = await stage.driver.shim(bundle);
      await stage.driver.shutdown(again, bundle);
    },
  },
];
