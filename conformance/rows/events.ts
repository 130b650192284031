// Which events are told, in which order, with which fields (docs/contract/wire.md 6).

import type { ForwardedEvent } from "../driver/event-server.ts";
import { FakeRuntime } from "../driver/fake-runtime.ts";
import { ociProcess } from "../driver/oci-spec.ts";
import { holds, same } from "../expect.ts";
import { page, type Row } from "../row.ts";
import type { Stage } from "../stage.ts";

const spec = {
  typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process",
  value: ociProcess(["sleep", "1000"]),
};

/** The fields of an event by name, times as whether they are of now; those that are empty are left out. */
function fields({ fields }: ForwardedEvent): Record<string, unknown> {
  const entries = Object.entries(fields).map(([key, value]) => {
    if (key === "exitedAt") {
      const seconds = Number((value as { seconds: unknown }).seconds);
      return [key, Math.abs(seconds - Date.now() / 1000) < 600];
    }
    return [key, value];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== "" && value !== 0 && value !== null));
}

/** A container that runs, has ended, and is deleted; and its events, which have these topics. */
async function life(stage: Stage, topics: readonly string[]) {
  const container = await stage.sh("exit 3");
  await container.wait();
  await stage.end(container);
  return { container, events: await stage.told(container.id, topics) };
}
const whole = ["create", "start", "exit", "delete"];

export const rows: readonly Row[] = [
  {
    name: "Events of a whole life: create, start, exit, delete",
    contract: page.wire("6.3"),
    check: async (stage) => void (await life(stage, whole)),
  },
  {
    name: "TaskCreate: id, bundle, streams, pid",
    contract: page.wire("6.3"),
    async check(stage) {
      const { container, events } = await life(stage, whole);
      const { io, rootfs, ...rest } = fields(events[0] as ForwardedEvent);
      same("fields but io", rest, {
        ...{ containerId: container.id, bundle: container.bundle.path, pid: container.pid },
      });
      same("mounts", rootfs, []);
      const path = (name: string) => `${stage.driver.directory}/fifo/${container.id}-${name}`;
      same("io", { ...(io as object) }, { stdout: path("stdout"), stderr: path("stderr") });
    },
  },
  {
    name: "TaskCreate: the mounts and the terminal that were asked for",
    contract: page.wire("6.3"),
    async check(stage) {
      const bundle = stage.bundle({ rootfs: "rootfs", args: ["true"], terminal: true });
      const client = await stage.driver.shim(bundle);
      const { id } = bundle;
      const mount = { type: "bind", source: stage.driver.rootfs, target: "", options: ["rbind", "rw"] };
      const [stdin, stdout] = [bundle.input(), bundle.output()];
      const streams = { terminal: true, stdin: stdin.path, stdout: stdout.path };
      await client.call("Create", { ...bundle.createRequest(stage.runc), rootfs: [mount], ...streams });
      await client.call("Start", { id });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
      stdin.close();
      await stage.leave(client, bundle);
      const [created] = await stage.told(id, whole);
      const { io, rootfs } = fields(created as ForwardedEvent);
      same("io", { ...(io as object) }, { ...streams });
      const told = (rootfs as (typeof mount)[]).map(({ type, source, target, options }) => ({
        ...{ type, source, target, options },
      }));
      same("mounts", told, [mount]);
    },
  },
  {
    name: "TaskStart: id and pid",
    contract: page.wire("6.3"),
    async check(stage) {
      const { container, events } = await life(stage, whole);
      same("fields", fields(events[1] as ForwardedEvent), { containerId: container.id, pid: container.pid });
    },
  },
  {
    name: "TaskExit of init: the container's id twice, pid, status, time",
    contract: page.wire("6.3"),
    async check(stage) {
      const { container, events } = await life(stage, whole);
      const { id, pid } = container;
      same("fields", fields(events[2] as ForwardedEvent), { containerId: id, id, pid, exitStatus: 3, exitedAt: true });
    },
  },
  {
    name: "TaskDelete: pid, status, time, and no id of a process",
    contract: page.wire("6.3"),
    async check(stage) {
      const { container, events } = await life(stage, whole);
      const { id, pid } = container;
      same("fields", fields(events[3] as ForwardedEvent), { containerId: id, pid, exitStatus: 3, exitedAt: true });
    },
  },
  {
    name: "The envelope: the namespace, and the time of now",
    contract: page.wire("6.1"),
    async check(stage) {
      const before = Date.now();
      const { events } = await life(stage, whole);
      same("namespaces", new Set(events.map(({ namespace }) => namespace)), new Set([stage.driver.namespace]));
      for (const { atMs, topic } of events) {
        holds(`the time of ${topic} lies between Create and now`, atMs >= before - 1000 && atMs <= Date.now() + 1000);
      }
    },
  },
  {
    name: "Events of an exec: exec-added, exec-started, exit, and none of its deletion",
    contract: page.wire("6.3"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      const pid = await container.exec("e", ["sh", "-c", "exit 7"]);
      await container.wait("e");
      await client.call("Delete", { id, execId: "e" });
      await stage.end(container);
      const topics = ["create", "start", "exec-added", "exec-started", "exit", "exit", "delete"];
      const [, , added, started, ended] = (await stage.told(id, topics)).map(fields);
      same("TaskExecAdded", added, { containerId: id, execId: "e" });
      same("TaskExecStarted", started, { containerId: id, execId: "e", pid });
      same("TaskExit", ended, { containerId: id, id: "e", pid, exitStatus: 7, exitedAt: true });
    },
  },
  {
    name: "Pause and Resume: paused, resumed",
    contract: page.wire("6.3"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      await client.call("Pause", { id });
      await client.call("Resume", { id });
      await stage.end(container);
      const events = await stage.told(id, ["create", "start", "paused", "resumed", "exit", "delete"]);
      same("fields of both", events.slice(2, 4).map(fields), [{ containerId: id }, { containerId: id }]);
    },
  },
  {
    name: "Calls that fail: no event",
    contract: page.wire("6.3"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      runtime.set("create", { status: 1, error: "no" });
      const { bundle, client } = await stage.empty();
      await client.call("Create", bundle.createRequest(runtime.options)).catch(() => {});
      runtime.set("create");
      await client.call("Create", bundle.createRequest(runtime.options));
      runtime.set("start", { status: 1, error: "no" });
      await client.call("Start", { id: bundle.id }).catch(() => {});
      await client.call("Pause", { id: bundle.id }).catch(() => {});
      await client
        .call("Exec", { id: bundle.id, execId: "e", spec: { ...spec, value: Buffer.from("{") } })
        .catch(() => {});
      await client.call("Kill", { id: bundle.id, signal: 9 });
      await client.call("Wait", { id: bundle.id });
      await client.call("Delete", { id: bundle.id });
      await stage.leave(client, bundle);
      await stage.told(bundle.id, ["create", "exit", "delete"]);
    },
  },
];
