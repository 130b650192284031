// The sandbox service of a shim that has it (docs/contract/wire.md 5).

import { readlinkSync } from "node:fs";
import { eventually } from "../driver/eventually.ts";
import { isAlive, killProcess } from "../driver/processes.ts";
import { type PodConfig, TestPod } from "../driver/sandbox-client.ts";
import { holds, refusal, refused, same } from "../expect.ts";
import { page, type Row } from "../row.ts";

const config: PodConfig = { hostname: "conformance" };
const row = (name: string, check: Row["check"]): Row => ({ name, contract: page.wire("5"), needs: ["sandbox"], check });

export const rows: readonly Row[] = [
  row("A sandbox: created, started, ready, stopped, shut down", async ({ driver }) => {
    const pod = await TestPod.boot(driver);
    await pod.create(config);
    const { pid, createdAt } = await pod.call("StartSandbox");
    holds("there is a pid, and a time", pid > 0 && Number(createdAt?.seconds) > 0);
    const status = await pod.call("SandboxStatus");
    same("status and pid", [status.state, status.pid], ["SANDBOX_READY", pid]);
    await pod.call("StopSandbox");
    same("status", (await pod.call("SandboxStatus")).state, "SANDBOX_NOTREADY");
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
  row("An id that is not the sandbox's: code 5", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    const call = pod.client.call("SandboxStatus", { sandboxId: "another" });
    await refused("SandboxStatus", call, refusal(/not found/, 5));
    await pod.call("StopSandbox");
    await pod.end();
  }),
  row("WaitSandbox: answered when it is stopped", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    let isOver = false;
    const waited = pod.call("WaitSandbox").finally(() => {
      isOver = true;
    });
    await pod.call("PingSandbox");
    same("whether it is answered before", isOver, false);
    await pod.call("StopSandbox");
    holds("the time of the end is one", Number((await waited).exitedAt?.seconds) > 0);
    await pod.end();
  }),
  row("StopSandbox, again and again: fine", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    for (const _ of [1, 2, 3]) await pod.call("StopSandbox");
    await pod.end();
  }),
  row("Platform: linux, and an architecture", async ({ driver }) => {
    const pod = await TestPod.run(driver, config);
    const { platform } = await pod.call("Platform");
    same("os", platform?.os, "linux");
    holds("there is an architecture", (platform?.architecture ?? "") !== "");
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
