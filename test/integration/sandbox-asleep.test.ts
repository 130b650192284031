// Pods whose shim sleeps: the small program in its place holds the namespaces as the shim did, and takes what wakes it.

import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { NamespaceMode, SandboxClient, TestPod } from "../../conformance/driver/sandbox-client.ts";
import { copyOfProgram, upgradeAgainAndAgain } from "../driver/upgrading.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep, isAsleep } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, readMemory } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0.3" } });

const namespaceOf = (pid: number | string, kind: string) => readlinkSync(`/proc/${pid}/ns/${kind}`);
const kinds = ["net", "ipc", "uts"] as const;

const networks: ChildProcess[] = [];

async function network(): Promise<string> {
  const child = spawn("unshare", ["--net", "sleep", "1000"], { stdio: "ignore" });
  networks.push(child);
  await eventually("there is a network", () => readFileSync(`/proc/${child.pid}/cmdline`, "utf8").startsWith("sleep"));
  return `/proc/${child.pid}/ns/net`;
}

afterEach(() => {
  for (const child of networks.splice(0)) child.kill("SIGKILL");
});

const config = (pid: number) => ({
  hostname: "sleeper",
  linux: { securityContext: { namespaceOptions: { pid } } },
});

// The Node bundle stays awake, and does not upgrade itself.
describe.runIf(shimUnderTest.kind === "bun")("pods whose shims are upgraded again and again", () => {
  test("live from the first call to the last", { timeout: 60_000 }, async () => {
    const upgrading = upgradeAgainAndAgain(driver(), { everyMs: 40 });
    for (let round = 0; round < 8; round += 1) {
      const pids = round % 2 === 0 ? NamespaceMode.CONTAINER : NamespaceMode.POD;
      const pod = await TestPod.run(driver(), config(pids), await network());
      const holder = await pod.pid();
      const waiting = pod.call("WaitSandbox");
      const tasks = await pod.tasks();
      const pidNamespace = pids === NamespaceMode.POD ? (`/proc/${holder}/ns/pid` as const) : "private";
      const bundle = driver().bundle({
        podPid: holder,
        pidNamespace,
        args: ["sh", "-c", "hostname >/dev/shm/name; exit 3"],
      });
      const { pid } = await tasks.call("Create", bundle.createRequest());
      for (const kind of kinds) expect(namespaceOf(pid, kind)).toBe(namespaceOf(holder, kind));
      await tasks.call("Start", { id: bundle.id });
      expect(await tasks.call("Wait", { id: bundle.id })).toMatchObject({ exitStatus: 3 });
      await tasks.call("Delete", { id: bundle.id });
      expect(await pod.call("SandboxStatus")).toMatchObject({ pid: holder, state: "SANDBOX_READY" });
      await pod.call("StopSandbox");
      expect(await waiting).toMatchObject({ exitStatus: 0 });
      tasks.close();
      await pod.end();
    }
    await upgrading.stop();
    expect(upgrading.count).toBeGreaterThan(8);
  });
});

describe.runIf(shimUnderTest.kind === "bun")("a pod whose shim sleeps", () => {
  test("keeps its namespaces in kilobytes, gets containers, and goes back when it is stopped", async () => {
    const pod = await TestPod.run(driver(), config(NamespaceMode.CONTAINER), await network());
    const shim = pod.bundle.shimPid() as number;
    const own = kinds.map((kind) => namespaceOf(shim, kind));
    const waiting = pod.call("WaitSandbox");
    await fallsAsleep(shim);
    expect(readMemory(shim).privateDirtyKiB).toBeLessThan(100);
    expect(kinds.map((kind) => namespaceOf(shim, kind))).toEqual(own);
    expect(kinds.map((kind) => namespaceOf(shim, kind))).not.toEqual(kinds.map((kind) => namespaceOf("self", kind)));
    expect(await pod.call("SandboxStatus")).toMatchObject({ pid: shim, state: "SANDBOX_READY" });

    const bundle = driver().bundle({ podPid: shim, args: ["sh", "-c", "hostname >/dev/shm/name; exec sleep 1000"] });
    const tasks = await pod.tasks();
    const { pid } = await tasks.call("Create", bundle.createRequest());
    await tasks.call("Start", { id: bundle.id });
    await fallsAsleep(shim);
    for (const [n, kind] of kinds.entries()) expect(namespaceOf(pid, kind)).toBe(own[n]);
    expect(readFileSync(`/proc/${pid}/root/dev/shm/name`, "utf8")).toBe("sleeper\n");
    await tasks.call("Kill", { id: bundle.id, signal: 9 });
    await tasks.call("Wait", { id: bundle.id });
    await tasks.call("Delete", { id: bundle.id });
    await fallsAsleep(shim);

    await pod.call("StopSandbox");
    expect(await waiting).toMatchObject({ exitStatus: 0 });
    expect(kinds.map((kind) => namespaceOf(shim, kind))).toEqual(kinds.map((kind) => namespaceOf("self", kind)));
    tasks.close();
    await fallsAsleep(shim);
    expect(await pod.call("SandboxStatus")).toMatchObject({ state: "SANDBOX_NOTREADY" });
    await pod.end();
    expect((await pod.bundle.delete()).stderr).toBe("");
  });

  test("learns of its holder's end, asleep", async () => {
    const pod = await TestPod.run(driver(), config(NamespaceMode.POD), await network());
    const [shim, holder] = [pod.bundle.shimPid() as number, await pod.pid()];
    const waiting = pod.call("WaitSandbox");
    await fallsAsleep(shim);
    expect(isAlive(holder)).toBe(true);
    killProcess(holder, "SIGKILL");
    expect(await waiting).toMatchObject({ exitStatus: 137 });
    expect(await pod.call("SandboxStatus")).toMatchObject({ state: "SANDBOX_NOTREADY" });
    await pod.end();
  });

  test("leaves nothing when it is killed asleep", async () => {
    const pod = await TestPod.run(driver(), config(NamespaceMode.POD), await network());
    const [shim, holder] = [pod.bundle.shimPid() as number, await pod.pid()];
    const bundle = driver().bundle({ podPid: holder, pidNamespace: `/proc/${holder}/ns/pid` });
    const tasks = await pod.tasks();
    const { pid } = await tasks.call("Create", bundle.createRequest());
    await tasks.call("Start", { id: bundle.id });
    await fallsAsleep(shim);
    await pod.bundle.killShim();
    expect((await pod.bundle.delete()).stderr).toBe("");
    await eventually("all have ended", () => !isAlive(holder) && !isAlive(pid));
    tasks.close();
  });

  test("stays awake until it has a pod", async () => {
    const pod = await TestPod.boot(driver());
    const shim = pod.bundle.shimPid() as number;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(isAsleep(shim)).toBe(false);
    await pod.end();
  });
});

describe.runIf(shimUnderTest.kind === "bun")("a pod without a container, whose shim was upgraded", () => {
  const awake = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0" } });

  test("outlives containerd's absence", { timeout: 60_000 }, async () => {
    const pod = await TestPod.run(awake(), config(NamespaceMode.CONTAINER));
    const shim = pod.bundle.shimPid() as number;
    const program = copyOfProgram(awake());
    const tasks = await pod.tasks();
    await tasks.upgrade(program);
    expect(readlinkSync(`/proc/${shim}/exe`)).toBe(program);
    tasks.close();
    pod.client.close();
    // Longer than a shim without a container waits (shim/actions/abandoned.ts).
    await delay(25_000);
    const again = await SandboxClient.connect(pod.address);
    expect(await again.call("SandboxStatus", { sandboxId: pod.id })).toMatchObject({
      state: "SANDBOX_READY",
      pid: shim,
    });
    await again.call("ShutdownSandbox", { sandboxId: pod.id });
    await again.closed;
  });
});
