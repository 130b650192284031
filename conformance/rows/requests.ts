// What Create, Exec, Update and Stats are given and give: options, resources, metrics, and requests that make no sense.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { io as v1 } from "../../proto/gen/cgroups-v1.js";
import { io as v2 } from "../../proto/gen/cgroups-v2.js";
import { eventually } from "../driver/eventually.ts";
import { FakeRuntime } from "../driver/fake-runtime.ts";
import { isUnified } from "../driver/hugetlb.ts";
import { holds, matches, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";

const resourcesType = "types.containerd.io/opencontainers/runtime-spec/1/LinuxResources";
const anything = refusal(/./s, 3);

const noFileName = "docs/differences.md: Create with an id or exec id that is empty or no file name";

/** A Create that is refused with code 3, after which the shim is asked for more. */
const refusedCreate = (name: string, contract: string, change: object): Row => ({
  name: `Create with ${name}: code 3, and the shim lives`,
  contract,
  async check(stage) {
    const { bundle, client } = await stage.empty();
    const request = { ...bundle.createRequest(stage.runc), ...change };
    await refused("Create", client.call("Create", request), anything);
    await client.call("Create", bundle.createRequest(stage.runc));
    await client.call("Delete", { id: bundle.id });
    await stage.driver.shutdown(client, bundle);
  },
});

const createRows: Row[] = [
  refusedCreate("options of a type that nobody knows", page.wire("7"), {
    options: { typeUrl: "no.such.Options", value: Buffer.from([10, 1, 65]) },
  }),
  refusedCreate("options of another message's type", page.wire("7"), {
    options: { typeUrl: "containerd.runc.v1.CheckpointOptions", value: Buffer.from([8, 1]) },
  }),
  refusedCreate("options that are no message", page.wire("7"), {
    options: { typeUrl: "containerd.runc.v1.Options", value: Buffer.from([0x0a, 0xff]) },
  }),
  refusedCreate("an id that is no file name", noFileName, {
    id: "../x",
  }),
  refusedCreate("an empty id", noFileName, { id: "" }),
  {
    name: "Create without options: the runtime is runc",
    contract: page.wire("7"),
    async check(stage) {
      if (stage.runtime !== "runc") return;
      const { bundle, client } = await stage.empty();
      const { options: _, ...request } = bundle.createRequest();
      await client.call("Create", request);
      await client.call("Delete", { id: bundle.id });
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "Options with a host in their type's URL: understood",
    contract: page.wire("2"),
    async check(stage) {
      const { bundle, client } = await stage.empty();
      const request = bundle.createRequest(stage.runc);
      const options = { ...request.options, typeUrl: "types.example.org/containerd.runc.v1.Options" };
      await client.call("Create", { ...request, options } as typeof request);
      await client.call("Delete", { id: bundle.id });
      await stage.driver.shutdown(client, bundle);
    },
  },
  {
    name: "options.json and runtime: in the bundle once Create is answered, for root alone",
    contract: page.wire("7"),
    async check(stage) {
      const container = await stage.create();
      const file = (name: string) => join(container.bundle.path, name);
      const stored = JSON.parse(readFileSync(file("options.json"), "utf8")) as Record<string, unknown>;
      same("names in options.json", [stored.binary_name, stored.root], [stage.runtime, stage.driver.runtimeRoot]);
      same("runtime", readFileSync(file("runtime"), "utf8"), stage.runtime);
      same("its mode", statSync(file("options.json")).mode & 0o777, 0o600);
      same("init.pid", readFileSync(file("init.pid"), "utf8"), String(container.pid));
      await container.kill(9);
      await container.wait();
      await container.end();
    },
  },
  {
    name: "systemd_cgroup and no_pivot_root: flags of the runtime",
    contract: page.task("2.1"),
    async check(stage) {
      const runtime = new FakeRuntime(stage.driver);
      const { bundle, client } = await stage.empty();
      const options = { ...runtime.options, systemdCgroup: true, noPivotRoot: true, noNewKeyring: true };
      await client.call("Create", bundle.createRequest(options));
      const [line = ""] = runtime.calls("create");
      matches("words", line, /--systemd-cgroup create .*--no-pivot --no-new-keyring/);
      await client.call("Delete", { id: bundle.id });
      await stage.driver.shutdown(client, bundle);
    },
  },
];

const execRows: Row[] = [
  ["that is no JSON", "{"],
  ["whose arguments are a number", '{"args":7,"cwd":"/"}'],
].map(
  ([what, text]): Row => ({
    name: `Exec with a process ${what}: refused, and its id is free`,
    contract: "docs/differences.md: an exec's process object that is none",
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      const spec = { typeUrl: "x/Process", value: Buffer.from(text as string) };
      await refused("Exec", client.call("Exec", { id, execId: "e", spec }), anything);
      await container.exec("e", ["true"]);
      await container.wait("e");
      await container.end();
    },
  }),
);

const updateRows: Row[] = [
  {
    name: "Update: the cgroup has the new limit",
    contract: page.task("2.1"),
    async check(stage) {
      const container = await stage.run();
      const { client, id } = container;
      const value = Buffer.from('{"pids":{"limit":77}}');
      await client.call("Update", { id, resources: { typeUrl: resourcesType, value } });
      const lines = readFileSync(`/proc/${container.pid}/cgroup`, "utf8").split("\n");
      const path = lines.find((line) => line.includes(isUnified ? "0::" : ":pids:"))?.split(":")[2] ?? "";
      const file = join("/sys/fs/cgroup", isUnified ? "" : "pids", path, "pids.max");
      same("pids.max", readFileSync(file, "utf8").trim(), "77");
      await container.end();
    },
  },
  {
    name: "Update without resources: code 3, and the shim lives",
    contract: "docs/differences.md: Update without resources",
    async check(stage) {
      const container = await stage.run();
      await refused("Update", container.client.call("Update", { id: container.id }), anything);
      same("status", (await container.state()).status, 2);
      await container.end();
    },
  },
  {
    name: "Update with resources that are no JSON: refused, and the shim lives",
    contract: page.task("2.1"),
    async check(stage) {
      const container = await stage.run();
      const resources = { typeUrl: resourcesType, value: Buffer.from("{") };
      const call = container.client.call("Update", { id: container.id, resources });
      await refused("Update", call, refusal(/./s, 3));
      await container.end();
    },
  },
  {
    name: "Stats: metrics of this machine's kind, with processes, memory and processor time",
    contract: page.wire("9"),
    async check(stage) {
      const container = await stage.run();
      const kind = isUnified ? "v2" : "v1";
      const { Metrics } = isUnified ? v2.containerd.cgroups.v2 : v1.containerd.cgroups.v1;
      const read = async () => {
        const { stats } = await container.client.call("Stats", { id: container.id });
        same("type", stats?.typeUrl, `io.containerd.cgroups.${kind}.Metrics`);
        return Metrics.decode(stats?.value ?? new Uint8Array()) as unknown as Record<string, { current?: unknown }>;
      };
      // The runtime's own threads end with its exec(2).
      await eventually("one process", async () => Number((await read()).pids?.current) === 1);
      const { memory, cpu } = await read();
      holds("memory and processor time are there", Boolean(memory) && Boolean(cpu));
      await container.end();
    },
  },
  {
    name: "Stats of a stopped task: figures while its cgroup is there, else code 5",
    contract: page.task("4.13"),
    async check(stage) {
      const container = await stage.sh("exit 0");
      await container.wait();
      await container.client.call("Stats", { id: container.id }).catch(async (error: unknown) => {
        await refused("Stats", Promise.reject(error), refusal(/not found$/, 5));
      });
      await container.end();
    },
  },
];

const oomRow: Row = {
  name: "A task that is killed for want of memory: one oom event, before its exit",
  contract: "docs/known-failures.md: KF-085",
  slow: true,
  async check(stage) {
    const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";
    const container = await stage.sh(eat, { memoryLimit: 16 << 20 });
    same("exit status", await container.wait(), 137);
    await container.end();
    await stage.told(container.id, ["create", "start", "oom", "exit", "delete"]);
  },
};

export const rows: readonly Row[] = [...createRows, ...execRows, ...updateRows, oomRow];
