// Pods as Kubernetes makes them: what their containers share and what not, how they end, what is left.

import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { handlers, sandboxer } from "./cri-config.ts";
import { Pod } from "./pod.ts";
import { useCri } from "./use-cri.ts";

const cri = useCri();

const namespaceOf = (pid: number, name: string) => readlinkSync(`/proc/${pid}/ns/${name}`);

describe.each(handlers)("a pod of the runtime %s", (handler) => {
  test("has two containers in one shim; they end, each with its code, and one comes again", async () => {
    const pod = await Pod.run(cri(), { handler });
    expect(await pod.status()).toMatchObject({ state: "SANDBOX_READY", runtimeHandler: handler });
    const [one, two] = [await pod.start(undefined, { name: "one" }), await pod.start(undefined, { name: "two" })];
    const shim = cri().containerd.shimPid(pod.id);
    if (shimUnderTest.kind !== "node") {
      expect(realpathSync(`/proc/${shim}/exe`)).toBe(realpathSync(shimUnderTest.executable));
    }
    // No shims of their own.
    for (const { id } of [one, two]) expect(() => cri().containerd.shimPid(id)).toThrow("no shim");
    const [pidOne, pidTwo] = [await one.pid(), await two.pid()];
    for (const shared of ["net", "ipc", "uts"]) expect(namespaceOf(pidOne, shared)).toBe(namespaceOf(pidTwo, shared));
    for (const own of ["pid", "mnt"]) expect(namespaceOf(pidOne, own)).not.toBe(namespaceOf(pidTwo, own));
    expect(namespaceOf(pidOne, "net")).not.toBe(readlinkSync("/proc/self/ns/net"));
    expect(await one.sh("hostname")).toBe(`${pod.config.hostname}\n`);

    killProcess(pidOne, "SIGKILL");
    expect(await one.exited()).toMatchObject({ exitCode: 137, reason: "Error" });
    expect(await two.status()).toMatchObject({ state: "CONTAINER_RUNNING" });
    expect(await two.sh("echo still here")).toBe("still here\n");
    await one.remove();
    const again = await pod.start(["sh", "-c", "exit 0"], { name: "one", attempt: 1 });
    expect(await again.exited()).toMatchObject({ exitCode: 0, reason: "Completed" });
    const failed = await pod.start(["sh", "-c", "exit 7"], { name: "one", attempt: 2 });
    expect(await failed.exited()).toMatchObject({ exitCode: 7, reason: "Error" });
    await pod.remove();
    expect(isAlive(pidTwo)).toBe(false);
  });

  test("has a network: pods reach each other", async () => {
    const [server, client] = [await Pod.run(cri(), { handler }), await Pod.run(cri(), { handler })];
    const listening = await server.start(["sh", "-c", "echo hello | nc -l -p 8080"]);
    const asking = await client.start();
    const { network } = await server.status();
    expect(network?.ip).toMatch(/^10\.\d+\.\d+\.\d+$/);
    const answer = await eventually("the server answers", async () => {
      const { stdout, exitCode } = await asking.exec(["nc", "-w", "5", network?.ip ?? "", "8080"]);
      return exitCode === 0 && stdout;
    });
    expect(answer).toBe("hello\n");
    expect(await listening.exited()).toMatchObject({ exitCode: 0 });
    await Promise.all([server.remove(), client.remove()]);
  });

  test("stops in order: SIGTERM first, SIGKILL at the end of the grace period", async () => {
    const pod = await Pod.run(cri(), { handler });
    const polite = ["sh", "-c", "trap 'exit 3' TERM; echo ready; while :; do sleep 0.1; done"];
    const gentle = await pod.start(polite, { name: "gentle" });
    const stubborn = await pod.start(["sh", "-c", "trap '' TERM; echo ready; while :; do sleep 0.1; done"], {
      name: "stubborn",
    });
    for (const container of [gentle, stubborn]) {
      await eventually("the trap is set", () => container.logged("stdout") === "ready\n");
    }
    await Promise.all([gentle.stop({ timeout: 30 }), stubborn.stop({ timeout: 1 })]);
    expect(await gentle.status()).toMatchObject({ state: "CONTAINER_EXITED", exitCode: 3 });
    expect(await stubborn.status()).toMatchObject({ state: "CONTAINER_EXITED", exitCode: 137 });
    // Both calls again, as the kubelet does: they change nothing.
    await gentle.stop({ timeout: 30 });
    await pod.stop();
    expect(await pod.status()).toMatchObject({ state: "SANDBOX_NOTREADY" });
    await pod.remove();
  });
});

test("KF-052: in a shared pid namespace an ended container takes what it left, and nothing of the others", async () => {
  const pod = await Pod.run(cri(), { namespaces: { pid: "POD" } });
  const script = "sleep 3001 & sleep 3002 & echo started; wait";
  const one = await pod.start(["sh", "-c", script], { name: "one" });
  const two = await pod.start(["sh", "-c", script], { name: "two" });
  for (const container of [one, two]) {
    await eventually("it has its children", () => container.logged("stdout") === "started\n");
  }
  const [pidOne, pidTwo] = [await one.pid(), await two.pid()];
  expect(namespaceOf(pidOne, "pid")).toBe(namespaceOf(pidTwo, "pid"));
  const listing = "for file in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$file; echo; done 2>/dev/null | sort";
  const sleeps = async () => (await two.sh(listing)).split("\n").filter((line) => /^sleep 300/.test(line));
  expect(await sleeps()).toEqual(["sleep 3001 ", "sleep 3001 ", "sleep 3002 ", "sleep 3002 "]);
  killProcess(pidOne, "SIGKILL");
  expect(await one.exited()).toMatchObject({ exitCode: 137 });
  await eventually("its children are gone", async () => (await sleeps()).length === 2);
  expect(isAlive(pidTwo)).toBe(true);
  // The pause container's process is everybody's parent now, and collects.
  expect(await two.sh("cat /proc/[0-9]*/stat | grep -c ' Z ' || true")).toBe("0\n");
  await pod.remove();
});

// containerd 2.1.9 itself ends with a nil pointer when a pod of a shim is on the machine's network (mended after 2.2): that pod is
// tested without it (test/integration/sandbox.test.ts).
const hostNetwork = sandboxer === "shim" ? "POD" : "NODE";

test("a pod has the machine's network, pids and IPC where it asks for them", async () => {
  const pod = await Pod.run(cri(), { namespaces: { network: hostNetwork, pid: "NODE", ipc: "NODE" } });
  const container = await pod.start();
  const pid = await container.pid();
  const ofMachine = hostNetwork === "NODE" ? ["net", "pid", "ipc"] : ["pid", "ipc"];
  for (const name of ofMachine) expect(namespaceOf(pid, name)).toBe(readlinkSync(`/proc/self/ns/${name}`));
  expect(namespaceOf(pid, "mnt")).not.toBe(readlinkSync("/proc/self/ns/mnt"));
  const name = hostNetwork === "NODE" ? readFileSync("/proc/sys/kernel/hostname", "utf8") : `${pod.config.hostname}\n`;
  expect(await container.sh("hostname")).toBe(name);
  // Nothing but the container ends with it.
  await container.exec(["sh", "-c", "sleep 1000 >/dev/null 2>&1 &"]);
  await pod.remove();
  expect(isAlive(cri().containerd.pid as number)).toBe(true);
});

test("a container looks into the pid namespace of another", async () => {
  const pod = await Pod.run(cri());
  const target = await pod.start(["sleep", "1234"], { name: "target" });
  const debug = await pod.start(undefined, {
    name: "debug",
    namespaces: { network: "POD", pid: "TARGET", ipc: "POD", targetId: target.id },
  });
  expect(await debug.sh("cat /proc/1/cmdline")).toBe("sleep\x001234\x00");
  await debug.stop();
  expect(await target.status()).toMatchObject({ state: "CONTAINER_RUNNING" });
  await pod.remove();
});

test("KF-085: a container that was killed for want of memory is said to be OOMKilled; its neighbour lives", async () => {
  const pod = await Pod.run(cri());
  const neighbour = await pod.start(undefined, { name: "neighbour" });
  // A tail of a stream without newlines is all kept in memory.
  const greedy = await pod.start(["sh", "-c", "exec tail /dev/zero"], {
    name: "greedy",
    resources: { memoryLimitInBytes: 32 << 20 },
  });
  const status = await greedy.exited();
  if (isOurs) expect(status).toMatchObject({ exitCode: 137, reason: "OOMKilled" });
  // The Go shim tells of it after the exit, if it does at all.
  else expect(status).toMatchObject({ exitCode: 137, reason: expect.stringMatching(/^(OOMKilled|Error)$/) });
  expect(await neighbour.status()).toMatchObject({ state: "CONTAINER_RUNNING" });
  await pod.remove();
});

test("resources of a running container are changed", async () => {
  const pod = await Pod.run(cri());
  const container = await pod.start(undefined, { resources: { memoryLimitInBytes: 64 << 20, cpuShares: 256 } });
  const pid = await container.pid();
  const [, path] = /^\d+:memory:(.*)$/m.exec(readFileSync(`/proc/${pid}/cgroup`, "utf8")) ?? [];
  const limit = () => Number(readFileSync(`/sys/fs/cgroup/memory${path}/memory.limit_in_bytes`, "utf8"));
  expect(limit()).toBe(64 << 20);
  await cri().client.call("UpdateContainerResources", {
    containerId: container.id,
    linux: { memoryLimitInBytes: 96 << 20 },
  });
  expect(limit()).toBe(96 << 20);
  await pod.remove();
});

test("a container whose program does not exist fails to start, and its pod goes on", async () => {
  const pod = await Pod.run(cri());
  await expect(pod.start(["/nope"], { name: "broken" })).rejects.toThrow(/["`]\/nope["`].*no such file or directory/i);
  const container = await pod.start(undefined, { name: "sound" });
  expect(await container.sh("echo fine")).toBe("fine\n");
  await pod.remove();
});

// Before 2.0 containerd's CRI knows user namespaces not at all (1.6), or without mapped mounts (1.7).
if (isContainerd2) {
  describe("a pod with a user namespace", () => {
    const mapping = [{ containerId: 0, hostId: 200_000, length: 65_536 }];
    const namespaces = { usernsOptions: { mode: "POD" as const, uids: mapping, gids: mapping } };

    // containerd gives io_uid and io_gid only to io.containerd.runc.v2, and asks only that one for its features.
    test("has root that is nobody outside; stdio is its own to open again", async () => {
      const { runtimeHandlers } = await cri().client.call("Status", {});
      const features = runtimeHandlers.find(({ name }) => name === "as-runc")?.features;
      expect(features).toMatchObject({ userNamespaces: true });

      const pod = await Pod.run(cri(), { handler: "as-runc", namespaces });
      const reopen =
        "echo to stdout >/dev/stdout; echo to stderr >/dev/stderr; id -u; cat /proc/self/uid_map; sleep 1000";
      const container = await pod.start(["sh", "-c", reopen]);
      const user = await pod.start(["sh", "-c", "echo again >/dev/stdout; id -u"], { name: "user", user: 1000 });
      await eventually("it has said all", () => container.log().length === 4);
      expect(container.logged("stdout").replaceAll(/ +/g, " ")).toBe("to stdout\n0\n 0 200000 65536\n");
      expect(container.logged("stderr")).toBe("to stderr\n");
      expect(await user.exited()).toMatchObject({ exitCode: 0 });
      await eventually("its log is complete", () => user.logged("stdout") === "again\n1000\n");

      const status = readFileSync(`/proc/${await container.pid()}/status`, "utf8");
      expect(status).toMatch(/^Uid:\t200000\t/m);
      // What the image has as root's is root's inside: the mount is mapped.
      expect(await container.sh("stat -c %u /bin/busybox; touch /file; stat -c %u /file; id -u")).toBe("0\n0\n0\n");
      expect(await container.exec(["sh", "-c", "echo out >/dev/stdout; echo err >/dev/stderr; exit 4"])).toEqual({
        stdout: "out\n",
        stderr: "err\n",
        exitCode: 4,
      });
      await container.stop({ timeout: 0 });
      expect(await container.status()).toMatchObject({ exitCode: 137 });
      await pod.remove();
    });
  });
}
