// The sandbox service of a shim that has it (docs/contract/wire.md 5).

import { existsSync, mkdirSync, readdirSync, readlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { io as v1 } from "../../proto/gen/cgroups-v1.js";
import { io as v2 } from "../../proto/gen/cgroups-v2.js";
import { eventually } from "../driver/eventually.ts";
import { isUnified } from "../driver/hugetlb.ts";
import { rmdirQuietly } from "../driver/leftovers.ts";
import { isAlive, killProcess } from "../driver/processes.ts";
import { type PodConfig, sandboxMethods, TestPod } from "../driver/sandbox-client.ts";
import { holds, matches, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";

const config: PodConfig = { hostname: "conformance" };
/** Go's names of architectures, where Node has others. */
const architectures: Readonly<Record<string, string>> = { x64: "amd64", ia32: "386" };

type Time = { readonly seconds?: unknown } | null | undefined;
const seconds = (time: Time) => Number(time?.seconds ?? 0);
const isNow = (time: Time) => Math.abs(seconds(time) - Date.now() / 1000) < 600;
const row = (name: string, check: Row["check"]): Row => ({ name, contract: page.wire("5"), needs: ["sandbox"], check });

/** Makes what the kubelet makes for a pod; the directories. */
function podCgroup(path: string): string[] {
  const root = "/sys/fs/cgroup";
  const hierarchies = isUnified ? [""] : readdirSync(root).filter((name) => !["unified", "systemd"].includes(name));
  return hierarchies.map((name) => {
    const place = join(root, name, path);
    mkdirSync(dirname(place), { recursive: true });
    if (isUnified) writeFileSync(join(dirname(place), "cgroup.subtree_control"), "+memory +pids");
    mkdirSync(place);
    return place;
  });
}

export const rows: readonly Row[] = [
  row("A sandbox: created, started, ready, stopped, shut down", async ({ driver }) => {
    const pod = await TestPod.boot(driver);
    await pod.create(config);
    const { pid, createdAt } = await pod.call("StartSandbox");
    holds("there is a pid, and the time is that of now", pid > 0 && isNow(createdAt));
    const status = await pod.call("SandboxStatus");
    same("status and pid", [status.state, status.pid], ["SANDBOX_READY", pid]);
    same("its id", status.sandboxId, pod.id);
    same("the time of its beginning", seconds(status.createdAt), seconds(createdAt));
    holds("there is no time of its end yet", seconds(status.exitedAt) <= 0);
    await pod.call("StopSandbox");
    const stopped = await pod.call("SandboxStatus");
    same("status", stopped.state, "SANDBOX_NOTREADY");
    holds("the time of its end is that of now", isNow(stopped.exitedAt));
    await pod.end();
  }),
  row("CreateSandbox again: code 6", async ({ driver }) => {
    const pod = await TestPod.boot(driver);
    await pod.create(config);
    await refused("CreateSandbox", pod.create(config), refusal(/already exists/, 6));
    await pod.end();
  }),
  row("StartSandbox before CreateSandbox, and again: code 9", async ({ driver }) => {
    const pod = await TestPod.boot(driver);
    await refused("StartSandbox", pod.call("StartSandbox"), refusal(/failed precondition/, 9));
    await pod.create(config);
    await pod.call("StartSandbox");
    await refused("StartSandbox", pod.call("StartSandbox"), refusal(/failed precondition/, 9));
    await pod.call("StopSandbox");
    await pod.end();
  }),
  row("An id that is not the sandbox's: code 5 from each method, 9 from CreateSandbox", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    for (const method of sandboxMethods) {
      const call = pod.client.call(method, { sandboxId: "another" });
      if (method !== "CreateSandbox") await refused(method, call, refusal(/not found/, 5));
      else await refused(method, call, refusal(/failed precondition|already exists/, 9));
    }
    same("its status", (await pod.call("SandboxStatus")).state, "SANDBOX_READY");
    await pod.call("StopSandbox");
    await pod.end();
  }),
  row("WaitSandbox: answered when it is stopped", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    let isOver = false;
    const waited = pod.call("WaitSandbox");
    const over = () => {
      isOver = true;
    };
    waited.then(over, over);
    await pod.call("PingSandbox");
    same("whether it is answered before", isOver, false);
    await pod.call("StopSandbox");
    const { exitStatus, exitedAt } = await waited;
    same("exit status", exitStatus, 0);
    holds("the time of the end is that of now", isNow(exitedAt));
    same("SandboxStatus has the same", seconds((await pod.call("SandboxStatus")).exitedAt), seconds(exitedAt));
    await pod.end();
  }),
  row("StopSandbox, again and again: fine", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    for (const _ of [1, 2, 3]) await pod.call("StopSandbox");
    await pod.end();
  }),
  row("StartSandbox: a specification, if there is one, with namespaces that are there", async ({ driver }) => {
    const pod = await TestPod.boot(driver);
    await pod.create(config);
    const { spec } = await pod.call("StartSandbox");
    if (spec != null) {
      matches("its type", spec.typeUrl ?? "", /\/opencontainers\/runtime-spec\/1\/Spec$/);
      const { linux } = JSON.parse(Buffer.from(spec.value ?? []).toString()) as {
        linux?: { namespaces?: readonly { path?: string }[] };
      };
      const paths = linux?.namespaces?.flatMap(({ path = "" }) => (path === "" ? [] : [path])) ?? [];
      same(
        "paths of namespaces that are none",
        paths.filter((path) => !existsSync(path)),
        [],
      );
    }
    await pod.call("StopSandbox");
    await pod.end();
  }),
  row("SandboxStatus: more of it, if it is asked for more", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    same("what is told unasked", (await pod.call("SandboxStatus")).info, {});
    const { info } = await pod.call("SandboxStatus", { verbose: true });
    // crictl prints it, as CRI hands it on.
    for (const text of Object.values(info)) holds(`it is JSON: ${text}`, typeof JSON.parse(text) === "object");
    await pod.call("StopSandbox");
    await pod.end();
  }),
  row("SandboxMetrics: the sandbox's id, the time of now, figures of this machine's kind", async ({ driver }) => {
    const parent = `/${driver.namespace}/pod`;
    const places = podCgroup(parent);
    try {
      const pod = await TestPod.run(driver, { ...config, linux: { cgroupParent: parent } });
      const { metrics } = await pod.call("SandboxMetrics");
      same("the id", metrics?.id, pod.id);
      holds("the time is that of now", isNow(metrics?.timestamp));
      const kind = isUnified ? "v2" : "v1";
      same("the type", metrics?.data?.typeUrl, `io.containerd.cgroups.${kind}.Metrics`);
      const { Metrics } = isUnified ? v2.containerd.cgroups.v2 : v1.containerd.cgroups.v1;
      const figures = Metrics.decode(metrics?.data?.value ?? new Uint8Array()) as unknown as { memory?: unknown };
      holds("memory is there", Boolean(figures.memory));
      await pod.call("StopSandbox");
      await pod.end();
    } finally {
      for (const place of places) rmdirQuietly(place);
    }
  }),
  row("Platform: linux, and an architecture", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    const { platform } = await pod.call("Platform");
    same("os", platform?.os, "linux");
    same("the architecture, by Go's name", platform?.architecture, architectures[process.arch] ?? process.arch);
    holds("the variant is none, or arm's", /^(v\d)?$/.test(platform?.variant ?? ""));
    await pod.call("StopSandbox");
    await pod.end();
  }),
  row("kill -9 of a sandbox's shim, delete: a success, and nothing is left", async (stage) => {
    const pod = await TestPod.run(stage.driver, config);
    const pid = await pod.pid();
    const shimPid = pod.bundle.shimPid() ?? pid;
    killProcess(shimPid, "SIGKILL");
    await eventually("the shim has ended", () => !isAlive(shimPid));
    const { exitCode } = await stage.remove(pod.bundle);
    same("delete: exit status", exitCode, 0);
    await eventually("what held the namespaces has ended", () => !isAlive(pid));
  }),
  row("A container of the pod: in its namespaces, by Create on the same address", async (stage) => {
    const pod = await TestPod.run(stage.driver, config);
    const bundle = stage.bundle({ podPid: await pod.pid(), args: ["readlink", "/proc/self/ns/ipc"] });
    const client = await pod.tasks();
    const [stdout, stderr] = [bundle.output(), bundle.output("stderr")];
    const streams = { stdout: stdout.path, stderr: stderr.path };
    await client.call("Create", { ...bundle.createRequest(stage.runc), ...streams });
    await client.call("Start", { id: bundle.id });
    await client.call("Wait", { id: bundle.id });
    const ipc = readlinkSync(`/proc/${await pod.pid()}/ns/ipc`);
    same("its IPC namespace", (await stdout.toEnd()).trim(), ipc);
    await client.call("Delete", { id: bundle.id });
    await client.call("Shutdown", { id: bundle.id });
    same("status after Shutdown for a container", (await pod.call("SandboxStatus")).state, "SANDBOX_READY");
    client.close();
    await pod.call("StopSandbox");
    await pod.end();
  }),
];
