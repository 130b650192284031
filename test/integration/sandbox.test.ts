// The sandbox service without a daemon: its methods in every order, what a pod's containers share, what is left when something is killed.

import { type ChildProcess, spawn } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterEach, describe, expect, test } from "vitest";
import { failure } from "../../conformance/driver/container.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import {
  NamespaceMode,
  podOptions,
  SandboxClient,
  sandboxMethods,
  TestPod,
} from "../../conformance/driver/sandbox-client.ts";
import type { BundleOptions } from "../../conformance/driver/shim-driver.ts";
import type { TaskClient } from "../../conformance/driver/task-client.ts";
import { addPodFiles } from "../../shim/sandbox/container-spec.ts";
import { loadState, type SandboxState } from "../../shim/sandbox/state.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killIfThere, killProcess, listProcesses, readMemory } from "../helpers/processes.ts";
import { areNewer } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

const driver = useDriver();

const namespaceOf = (pid: number | string, kind: string) => readlinkSync(`/proc/${pid}/ns/${kind}`);
const host = (kind: string) => namespaceOf("self", kind);

const networks: ChildProcess[] = [];

/** Path of a new network namespace; with `firstId` one of a new user namespace, as CRI makes it for a pod that has one. */
async function network({ firstId }: { firstId?: number } = {}): Promise<string> {
  const flags = firstId === undefined ? ["--net"] : ["--user", "--net"];
  const child = spawn("unshare", [...flags, "sleep", "1000"], { stdio: "ignore" });
  networks.push(child);
  await eventually("there is a network", () => readFileSync(`/proc/${child.pid}/cmdline`, "utf8").startsWith("sleep"));
  if (firstId !== undefined) {
    for (const file of ["uid_map", "gid_map"]) writeFileSync(`/proc/${child.pid}/${file}`, `0 ${firstId} 65536`);
  }
  return `/proc/${child.pid}/ns/net`;
}

afterEach(() => {
  for (const child of networks.splice(0)) child.kill("SIGKILL");
});

const namespaces = (options: object) => ({ linux: { securityContext: { namespaceOptions: options } } });
const perContainer = namespaces({ pid: NamespaceMode.CONTAINER });

/** A container of the pod that runs, and a shell in it. */
async function container(pod: TestPod, options: Partial<BundleOptions> = {}) {
  const bundle = driver().bundle({ podPid: await pod.pid(), ...options });
  const client = await pod.tasks();
  const { pid } = await client.call("Create", bundle.createRequest());
  await client.call("Start", { id: bundle.id });
  let execs = 0;
  const sh = async (script: string) => {
    const execId = `exec-${++execs}`;
    const stdout = bundle.output(execId);
    const spec = {
      typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process",
      value: ociProcess(["sh", "-c", script]),
    };
    await client.call("Exec", { id: bundle.id, execId, spec, stdout: stdout.path });
    await client.call("Start", { id: bundle.id, execId });
    await client.call("Wait", { id: bundle.id, execId });
    await client.call("Delete", { id: bundle.id, execId });
    return stdout.toEnd();
  };
  return { id: bundle.id, bundle, client, pid, sh };
}

async function remove({ id, client }: { id: string; client: TaskClient }): Promise<void> {
  await client.call("Kill", { id, signal: 9, all: true });
  await client.call("Wait", { id });
  await client.call("Delete", { id });
  client.close();
}

describe("start in a sandbox's bundle", () => {
  test("announces version 3, without a config.json", async () => {
    const bundle = driver().sandboxBundle();
    const answer = await driver().start(bundle);
    expect(JSON.parse(answer)).toEqual({ version: 3, address: `unix://${bundle.socket}`, protocol: "ttrpc" });
    const client = await driver().connect(answer);
    await driver().shutdown(client, bundle);
  });

  test("is no reason to bear a missing config.json elsewhere", async () => {
    const bundle = driver().bundle({ config: "" });
    await expect(driver().start(bundle)).rejects.toThrow(/exit 1/);
  });

  test("a shim that is for no sandbox does not know the service", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const sandbox = await SandboxClient.connect(`unix://${bundle.socket}`);
    expect(await failure(sandbox.call("PingSandbox", { sandboxId: "x" }))).toMatchObject({
      code: 12,
      message: "service containerd.runtime.sandbox.v1.Sandbox",
    });
    sandbox.close();
    await driver().shutdown(client, bundle);
  });
});

describe("in the dialect of containerd 2.3", () => {
  const newer = useDriver({ dialect: "bootstrap" });

  test("start, a pod and its end are the same", async () => {
    const pod = await TestPod.run(newer(), { ...perContainer, hostname: "newer" }, await network());
    expect(await pod.call("SandboxStatus")).toMatchObject({ pid: pod.bundle.shimPid(), state: "SANDBOX_READY" });
    await pod.call("StopSandbox");
    await pod.end();
    expect((await pod.bundle.delete()).stderr).toBe("");
  });
});

describe("the methods in order", () => {
  test("a whole life: each method says what is true then", async () => {
    const pod = await TestPod.boot(driver());
    await pod.create(perContainer);
    expect(await pod.call("SandboxStatus")).toMatchObject({ sandboxId: pod.id, pid: 0, state: "SANDBOX_NOTREADY" });
    const before = Date.now() / 1000;
    const { pid, createdAt, spec } = await pod.call("StartSandbox");
    expect(pid).toBe(pod.bundle.shimPid());
    expect(Math.abs(Number(createdAt?.seconds) - before)).toBeLessThan(5);
    expect(spec?.typeUrl).toBe("types.containerd.io/opencontainers/runtime-spec/1/Spec");
    expect(JSON.parse(Buffer.from(spec?.value ?? []).toString())).toMatchObject({
      linux: { namespaces: [{ type: "ipc", path: `/proc/${pid}/ns/ipc` }] },
    });
    expect(await pod.call("SandboxStatus")).toMatchObject({ pid, state: "SANDBOX_READY", info: {} });
    const { info } = await pod.call("SandboxStatus", { verbose: true });
    expect(JSON.parse(info.info as string)).toMatchObject({ pid, processStatus: "running" });
    const architecture = process.arch === "x64" ? "amd64" : process.arch;
    expect((await pod.call("Platform")).platform).toMatchObject({ os: "linux", architecture });
    await pod.call("PingSandbox");
    const waits = [pod.call("WaitSandbox"), pod.call("WaitSandbox")];
    await pod.call("StopSandbox");
    const [first, second] = await Promise.all(waits);
    expect(first).toMatchObject({ exitStatus: 0 });
    expect(first).toEqual(second);
    expect(await pod.call("WaitSandbox")).toEqual(first);
    expect(await pod.call("SandboxStatus")).toMatchObject({
      pid: 0,
      state: "SANDBOX_NOTREADY",
      exitedAt: first?.exitedAt,
    });
    await pod.call("StopSandbox");
    await pod.end();
    // Without the launcher nobody reads what the shim has left for it.
    const exitStatus = shimUnderTest.kind === "bun" ? 0 : 137;
    expect(await pod.bundle.delete()).toMatchObject({ exitStatus, stderr: "" });
  });

  test("what came too early, twice or for somebody else is refused by its kind", async () => {
    const pod = await TestPod.boot(driver());
    for (const method of sandboxMethods) {
      if (method === "CreateSandbox" || method === "ShutdownSandbox") continue;
      expect(await failure(pod.call(method)), method).toMatchObject({ code: method === "StartSandbox" ? 9 : 5 });
    }
    await pod.create(perContainer);
    expect(await failure(pod.create(perContainer))).toMatchObject({
      code: 6,
      message: `sandbox ${pod.id}: already exists`,
    });
    const other = { sandboxId: "other", bundlePath: pod.bundle.path, options: podOptions({}) };
    expect(await failure(pod.client.call("CreateSandbox", other))).toMatchObject({ code: 9 });
    expect(await failure(pod.client.call("ShutdownSandbox", { sandboxId: "other" }))).toMatchObject({ code: 5 });
    const early = driver().bundle();
    const tasks = await pod.tasks();
    expect(await failure(tasks.call("Create", early.createRequest()))).toMatchObject({
      code: 9,
      message: `sandbox ${pod.id} is not ready: failed precondition`,
    });
    await pod.call("StartSandbox");
    expect(await failure(pod.call("StartSandbox"))).toMatchObject({ code: 9 });
    await pod.call("StopSandbox");
    expect(await failure(pod.call("StartSandbox"))).toMatchObject({ code: 9 });
    expect(await failure(pod.create(perContainer))).toMatchObject({ code: 6 });
    expect(await failure(tasks.call("Create", early.createRequest()))).toMatchObject({ code: 9 });
    tasks.close();
    await pod.end();
  });

  const good = podOptions({ hostname: "x" });
  for (const [name, request, pattern] of [
    ["a relative bundle", { bundlePath: "here" }, /not an absolute path/],
    ["a bundle that is not there", { bundlePath: "/run/nope-nope" }, /is not a directory/],
    ["an id that is no file's name", { sandboxId: "../x" }, /sandbox id/],
    ["no id", { sandboxId: "" }, /sandbox id/],
    ["options of an unknown type", { options: { typeUrl: "a.B", value: good.value } }, /unknown type "a\.B"/],
    ["options that are none", { options: { ...good, value: Buffer.from("ffff", "hex") } }, /failed to decode/],
    ["a NUL in a path", { netnsPath: "/run/a\0b" }, /NUL/],
    ["a NUL in a name", { options: podOptions({ hostname: "a\0b" }) }, /NUL/],
    [
      "a user namespace without ids",
      { options: podOptions(namespaces({ usernsOptions: { mode: NamespaceMode.POD } })) },
      /without id mappings/,
    ],
  ] as const) {
    test(`CreateSandbox with ${name} is an invalid argument, and leaves nothing`, async () => {
      const pod = await TestPod.boot(driver());
      const created = pod.client.call("CreateSandbox", {
        sandboxId: pod.id,
        bundlePath: pod.bundle.path,
        options: good,
        ...request,
      });
      expect(await failure(created)).toMatchObject({ code: 3, message: expect.stringMatching(pattern) });
      expect(existsSync(join(pod.bundle.path, "sandbox.json"))).toBe(false);
      expect(readdirSync(join(pod.bundle.path, "work"))).toEqual([]);
      await pod.create(perContainer);
      await pod.end();
    });
  }

  test("a hostname that is too long fails StartSandbox, which works for another one", async () => {
    const pod = await TestPod.boot(driver());
    await pod.create({ hostname: "x".repeat(65) }, await network());
    expect((await failure(pod.call("StartSandbox"))).message).toMatch(/sethostname .*invalid argument/);
    await pod.call("ShutdownSandbox");
    await pod.client.closed;
  });

  for (const [name, steps] of [
    ["nothing", []],
    ["CreateSandbox", ["CreateSandbox"]],
    ["StartSandbox", ["CreateSandbox", "StartSandbox"]],
    ["StopSandbox", ["CreateSandbox", "StartSandbox", "StopSandbox"]],
    ["StopSandbox of one that was never started", ["CreateSandbox", "StopSandbox"]],
  ] as const) {
    test(`ShutdownSandbox after ${name} leaves nothing, and \`delete\` finds nothing`, async () => {
      const pod = await TestPod.boot(driver());
      for (const step of steps) await (step === "CreateSandbox" ? pod.create({ hostname: "x" }) : pod.call(step));
      const waiting = steps.length > 0 ? pod.call("WaitSandbox") : undefined;
      await pod.end();
      if (waiting !== undefined) expect(await waiting).toMatchObject({ exitStatus: 0 });
      expect(readdirSync(join(pod.bundle.path, "work"))).toEqual([]);
      expect((await pod.bundle.delete()).stderr).toBe("");
    });
  }

  test("many at once: one StartSandbox wins, and every StopSandbox is answered", async () => {
    const pod = await TestPod.boot(driver());
    await pod.create({ ...perContainer, hostname: "crowd" }, await network());
    const starts = await Promise.allSettled(Array.from({ length: 8 }, () => pod.call("StartSandbox")));
    expect(starts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const stops = Array.from({ length: 8 }, () => pod.call("StopSandbox"));
    const shutdown = pod.call("ShutdownSandbox");
    await Promise.all([...stops, shutdown]);
    await pod.client.closed;
  });

  test("only ShutdownSandbox ends the shim: Shutdown after a container's Delete does not", async () => {
    const pod = await TestPod.run(driver(), perContainer);
    const one = await container(pod);
    const tasks = await pod.tasks();
    expect(readdirSync(join(pod.bundle.path, "members"))).toEqual([one.id]);
    expect(await failure(tasks.call("Create", { ...one.bundle.createRequest(), id: "../../x" }))).toMatchObject({
      code: 3,
    });
    await remove(one);
    expect(readdirSync(join(pod.bundle.path, "members"))).toEqual([]);
    expect(existsSync(join(one.bundle.path, "delete.answer"))).toBe(false);
    await tasks.call("Shutdown", { id: one.id });
    await pod.call("PingSandbox");
    // A daemon that has lost its record of the sandbox takes it for a leaked task.
    await tasks.call("Shutdown", { id: pod.id });
    await pod.client.closed;
  });
});

describe("a pod's namespaces", () => {
  test("net, IPC and UTS are the shim's own; hostname and sysctls are set there, and not on the machine", async () => {
    const netns = await network();
    const hostname = readFileSync("/proc/sys/kernel/hostname", "utf8");
    const pod = await TestPod.run(
      driver(),
      {
        hostname: "a-pod",
        linux: {
          ...perContainer.linux,
          sysctls: { "net.ipv4.ip_local_port_range": "2000 3000", "net/core/somaxconn": "77", "kernel.shmmni": "99" },
        },
      },
      netns,
    );
    const pid = await pod.pid();
    expect(namespaceOf(pid, "net")).toBe(readlinkSync(netns));
    for (const kind of ["net", "ipc", "uts"]) expect(namespaceOf(pid, kind)).not.toBe(host(kind));
    for (const kind of ["pid", "user", "mnt"]) expect(namespaceOf(pid, kind)).toBe(host(kind));
    const [one, two] = [await container(pod), await container(pod)];
    for (const kind of ["net", "ipc", "uts"]) {
      for (const { pid: own } of [one, two]) expect(namespaceOf(own, kind)).toBe(namespaceOf(pid, kind));
    }
    const look = "hostname; cd /proc/sys; cat net/ipv4/ip_local_port_range net/core/somaxconn kernel/shmmni";
    expect(await one.sh(look)).toBe("a-pod\n2000\t3000\n77\n99\n");
    expect(await one.sh("cat /proc/sys/net/ipv4/ip_unprivileged_port_start /proc/sys/net/ipv4/ping_group_range")).toBe(
      "0\n0\t2147483647\n",
    );
    expect(readFileSync("/proc/sys/kernel/hostname", "utf8")).toBe(hostname);
    await remove(one);
    await remove(two);
    await pod.call("StopSandbox");
    // The network goes when CRI removes its mount, not when the pod is removed.
    for (const kind of ["net", "ipc", "uts"])
      expect(namespaceOf(pod.bundle.shimPid() as number, kind)).toBe(host(kind));
    await pod.end();
  });

  test("of the machine: network (and its name), IPC (and its /dev/shm)", async () => {
    const pod = await TestPod.run(driver(), { hostname: "ignored", ...namespaces({ pid: 2, ipc: 2, network: 2 }) });
    const pid = await pod.pid();
    for (const kind of ["net", "ipc", "uts", "pid"]) expect(namespaceOf(pid, kind)).toBe(host(kind));
    const one = await container(pod);
    expect(await one.sh("hostname; stat -fc %T /dev/shm")).toBe(
      `${readFileSync("/proc/sys/kernel/hostname", "utf8")}tmpfs\n`,
    );
    expect(await one.sh("grep -c ' /dev/shm ' /proc/self/mountinfo")).toBe("1\n");
    await remove(one);
    await pod.end();
  });

  for (const [name, sysctl, value, pattern] of [
    ["the machine's", "kernel.panic", "1", /"kernel.panic" is not in a separate kernel namespace/],
    ["the network's without a network", "net.core.somaxconn", "1", /not in a separate kernel namespace/],
    ["no name", "net/../kernel/panic", "1", /no name of one/],
  ] as const) {
    test(`a sysctl that is ${name} is refused by CreateSandbox`, async () => {
      const pod = await TestPod.boot(driver());
      const created = pod.create({ linux: { sysctls: { [sysctl]: value } } });
      expect(await failure(created)).toMatchObject({ code: 3, message: expect.stringMatching(pattern) });
      await pod.end();
    });
  }

  test("a sysctl that the kernel refuses fails StartSandbox by its name; the shim is back where it was", async () => {
    const pod = await TestPod.boot(driver());
    await pod.create({ linux: { sysctls: { "net.ipv4.nope": "1" } } }, await network());
    const { message } = await failure(pod.call("StartSandbox"));
    expect(message).toMatch(/failed to set sysctl net\.ipv4\.nope to "1": no such file or directory/);
    const pid = pod.bundle.shimPid() as number;
    for (const kind of ["net", "ipc", "uts"]) expect(namespaceOf(pid, kind)).toBe(host(kind));
    expect(await pod.call("SandboxStatus")).toMatchObject({ state: "SANDBOX_NOTREADY", pid: 0 });
    await pod.end();
  });

  test("a network that is gone fails StartSandbox", async () => {
    const pod = await TestPod.boot(driver());
    await pod.create({}, "/run/netns/nope-nope");
    const { message } = await failure(pod.call("StartSandbox"));
    expect(message).toMatch(/failed to enter the pod's net namespace at \/run\/netns\/nope-nope: .*no such file/);
    await pod.end();
  });
});

describe("a process of ours", () => {
  const shared = namespaces({ pid: NamespaceMode.POD });

  test("holds a shared pid namespace: process 1, kilobytes, nothing of the machine's to be found in it", async () => {
    const pod = await TestPod.run(driver(), shared, await network());
    const holder = await pod.pid();
    expect(holder).not.toBe(pod.bundle.shimPid());
    expect(readFileSync(`/proc/${holder}/status`, "utf8")).toMatch(/^NSpid:\t\d+\t1$/m);
    for (const kind of ["net", "ipc", "uts"]) {
      expect(namespaceOf(holder, kind)).toBe(namespaceOf(pod.bundle.shimPid() as number, kind));
    }
    expect(readMemory(holder).pssKiB).toBeLessThan(40);
    expect(readdirSync(`/proc/${holder}/root/`)).toEqual([]);
    expect(readdirSync(`/proc/${holder}/fd`)).toEqual([]);
    expect(readlinkSync(`/proc/${holder}/exe`)).toMatch(/memfd:/);

    const pidNamespace = `/proc/${holder}/ns/pid` as const;
    const [one, two] = [await container(pod, { pidNamespace }), await container(pod, { pidNamespace })];
    expect(await one.sh("tr '\\0' ' ' </proc/1/cmdline")).toMatch(/^runts-pod p /);
    // Root of a container can't look through it, and can't end it.
    expect(
      await one.sh("ls /proc/1/root 2>&1 || kill -9 1 || true; ls /proc/1/exe >/dev/null 2>&1 && echo seen"),
    ).not.toMatch(/bin|seen/);
    expect(isAlive(holder)).toBe(true);
    // An orphan comes to it, and is not left a zombie.
    await two.sh("(sh -c 'sleep 0.2 & exit' &) ; true");
    const states = "cat /proc/[0-9]*/stat 2>/dev/null | grep -c ' Z ' || true";
    await eventually("there are no zombies", async () => (await one.sh(states)) === "0\n");
    await remove(one);
    await remove(two);
    await pod.call("StopSandbox");
    expect(isAlive(holder)).toBe(false);
    await pod.end();
  });

  test("that is killed makes the sandbox not ready, and ends the wait for it", async () => {
    const pod = await TestPod.run(driver(), shared);
    const holder = await pod.pid();
    const one = await container(pod, { pidNamespace: `/proc/${holder}/ns/pid` });
    const waiting = pod.call("WaitSandbox");
    killProcess(holder, "SIGKILL");
    expect(await waiting).toMatchObject({ exitStatus: 137 });
    expect(await pod.call("SandboxStatus")).toMatchObject({ state: "SANDBOX_NOTREADY", pid: 0 });
    expect(await one.client.call("Wait", { id: one.id })).toMatchObject({ exitStatus: 137 });
    await one.client.call("Delete", { id: one.id });
    await pod.call("StopSandbox");
    await pod.end();
  });

  test("that is killed while the pod starts fails StartSandbox or ends the pod, and leaves nothing", async () => {
    const isHolder = ({ commandLine }: { commandLine: string[] }) =>
      commandLine[0] === "runts-pod" && commandLine[2] === driver().namespace;
    for (let round = 0; round < 10; round += 1) {
      const pod = await TestPod.boot(driver());
      await pod.create(shared);
      let isStarting = true;
      const starting = pod.call("StartSandbox").then(
        () => "started",
        () => "failed",
      );
      void starting.then(() => {
        isStarting = false;
      });
      while (isStarting) {
        for (const { pid } of listProcesses().filter(isHolder)) killIfThere(pid);
        await new Promise((resolve) => setImmediate(resolve));
      }
      if ((await starting) === "started") {
        for (const { pid } of listProcesses().filter(isHolder)) killIfThere(pid);
        expect(await pod.call("WaitSandbox")).toMatchObject({ exitStatus: 137 });
      }
      await pod.end();
      expect(listProcesses().filter((process) => isHolder(process) && process.state !== "Z")).toEqual([]);
    }
  });

  for (const [name, ofPod] of [
    ["with the network that CRI has made in it", true],
    ["on the machine's network", false],
  ] as const) {
    test(`holds a user namespace, ${name}`, async () => {
      const mapping = [{ containerId: 0, hostId: 300_000, length: 65_536 }];
      const userns = { mode: NamespaceMode.POD, uids: mapping, gids: mapping };
      const options = namespaces({ pid: NamespaceMode.POD, usernsOptions: userns });
      const netns = ofPod ? await network({ firstId: 300_000 }) : "";
      const pod = await TestPod.run(driver(), { hostname: "mapped", ...options }, netns);
      const holder = await pod.pid();
      const status = readFileSync(`/proc/${holder}/status`, "utf8");
      expect(status).toMatch(/^Uid:\t300000\t300000\t300000\t300000$/m);
      expect(readFileSync(`/proc/${holder}/uid_map`, "utf8").trim().split(/\s+/)).toEqual(["0", "300000", "65536"]);
      expect(namespaceOf(holder, "user")).not.toBe(host("user"));
      expect(namespaceOf(holder, "ipc")).not.toBe(host("ipc"));
      if (netns === "") expect(namespaceOf(holder, "net")).toBe(host("net"));
      else {
        expect(namespaceOf(holder, "net")).toBe(readlinkSync(netns));
        expect(namespaceOf(holder, "uts")).not.toBe(host("uts"));
      }
      // The shim stays where it was.
      for (const kind of ["net", "ipc", "uts", "user"]) {
        expect(namespaceOf(pod.bundle.shimPid() as number, kind)).toBe(host(kind));
      }
      await pod.end();
      expect(isAlive(holder)).toBe(false);
    });
  }
});

describe("a pod's files", () => {
  test("are in every container, written once, and gone with the pod", async () => {
    const dnsConfig = { servers: ["10.0.0.10", "1.1.1.1"], searches: ["a.local", "b.local"], options: ["ndots:5"] };
    const pod = await TestPod.run(driver(), { ...perContainer, hostname: "filed", dnsConfig }, await network());
    const [one, two] = [await container(pod), await container(pod, { readonlyRootfs: true })];
    expect(await one.sh("cat /etc/hostname /etc/resolv.conf")).toBe(
      "filed\nsearch a.local b.local\nnameserver 10.0.0.10\nnameserver 1.1.1.1\noptions ndots:5\n",
    );
    expect(await one.sh("cat /etc/hosts")).toBe(readFileSync("/etc/hosts", "utf8"));
    // Shared, and writable but in a container that is read-only.
    await one.sh("echo shared >/dev/shm/file; echo '10.1.1.1 other' >>/etc/hosts");
    expect(await two.sh("cat /dev/shm/file; tail -n 1 /etc/hosts; echo x >/etc/hosts || echo refused")).toBe(
      "shared\n10.1.1.1 other\nrefused\n",
    );
    const shm = await one.sh("grep ' /dev/shm ' /proc/self/mountinfo; df -k /dev/shm | tail -n 1; stat -c %a /dev/shm");
    // What the mount is, where "rw" asks for nothing else; runc 1.2 and later take the rest away, under CRI's own sandboxer too.
    expect(shm).toMatch(areNewer ? / rw,relatime / : / rw,nosuid,nodev,noexec/);
    expect(shm).toMatch(/\n\S+\s+65536 /);
    expect(shm).toMatch(/\n1777\n$/);
    await remove(one);
    await remove(two);
    const { path } = pod.bundle;
    expect(readdirSync(join(path, "work")).sort()).toEqual(["hostname", "hosts", "resolv.conf"]);
    for (const name of ["hostname", "hosts", "resolv.conf"]) {
      expect(statSync(join(path, "work", name)).mode & 0o777).toBe(0o644);
    }
    await pod.end();
    expect(existsSync(join(path, "shm"))).toBe(false);
    expect(readdirSync(join(path, "work"))).toEqual([]);
  });

  test("without a DNS configuration and a hostname are the machine's", async () => {
    const pod = await TestPod.run(driver(), perContainer);
    const one = await container(pod);
    expect(await one.sh("cat /etc/resolv.conf")).toBe(readFileSync("/etc/resolv.conf", "utf8"));
    expect(await one.sh("cat /etc/hostname")).toBe(readFileSync("/proc/sys/kernel/hostname", "utf8"));
    await remove(one);
    await pod.end();
  });

  test("have the SELinux label of the containers' mounts", async () => {
    const pod = await TestPod.run(driver(), perContainer);
    const bundle = driver().bundle({ config: JSON.stringify({ linux: { mountLabel: "u:o:t:s0" } }) });
    // What the shim does before the runtime is asked, which refuses a label on a machine without SELinux.
    addPodFiles(bundle.path, loadState(pod.bundle.path) as SandboxState);
    for (const name of ["work/hostname", "work/hosts", "work/resolv.conf", "shm"]) {
      const script = "import os, sys; print(os.getxattr(sys.argv[1], 'security.selinux').decode())";
      const { stdout } = await execa("python3", ["-c", script, join(pod.bundle.path, name)]);
      expect(stdout, name).toBe("u:o:t:s0");
    }
    await pod.end();
  });

  test("take nobody's place", async () => {
    const pod = await TestPod.run(driver(), perContainer);
    const own = join(pod.bundle.path, "own-hosts");
    writeFileSync(own, "mine\n");
    const one = await container(pod, {
      moreMounts: [{ destination: "/etc/hosts", type: "bind", source: own, options: ["bind", "ro"] }],
    });
    expect(await one.sh("cat /etc/hosts")).toBe("mine\n");
    await remove(one);
    await pod.end();
  });
});

describe("death", () => {
  for (const [name, config] of [
    ["of its own", perContainer],
    ["shared", namespaces({ pid: NamespaceMode.POD })],
  ] as const) {
    test(`kill -9 of the shim of a pod with pids ${name}: \`delete\` leaves nothing of it or of its containers`, async () => {
      const pod = await TestPod.run(driver(), config, await network());
      const holder = await pod.pid();
      const pidNamespace: BundleOptions["pidNamespace"] =
        holder === pod.bundle.shimPid() ? "private" : (`/proc/${holder}/ns/pid` as const);
      const options = { args: ["sh", "-c", "sleep 1001 & sleep 1002"], pidNamespace };
      const all = [await container(pod, options), await container(pod, options)];
      await all[0]?.sh("sleep 1003 >/dev/null 2>&1 &");
      await pod.bundle.killShim();
      // containerd may have removed a container's bundle by then.
      rmSync(all[1]?.bundle.path as string, { recursive: true });
      const { exitStatus, stderr, durationMs } = await pod.bundle.delete();
      expect({ exitStatus, stderr }).toEqual({ exitStatus: 137, stderr: "" });
      expect(durationMs).toBeLessThan(4000);
      for (const { pid } of all) expect(isAlive(pid)).toBe(false);
      // Process 1 of a namespace waits for the machine's to collect its own.
      await eventually("the holder has ended", () => !isAlive(holder));
      for (const { client } of all) client.close();
    });
  }

  test("`delete` ends a shim that containerd has given up, with all that it holds", async () => {
    const pod = await TestPod.run(driver(), namespaces({ pid: NamespaceMode.POD }), await network());
    const [shim, holder] = [pod.bundle.shimPid() as number, await pod.pid()];
    const one = await container(pod, { pidNamespace: `/proc/${holder}/ns/pid` });
    expect(await pod.bundle.delete()).toMatchObject({ exitStatus: 137, stderr: "" });
    for (const pid of [shim, one.pid]) expect(isAlive(pid)).toBe(false);
    await eventually("the holder has ended", () => !isAlive(holder));
    one.client.close();
  });

  test("kill -9 of the shim in the middle of a Create, whose bundle is gone: no command, process or cgroup is left", async () => {
    for (let delay = 0; delay < 60; delay += 6) {
      const pod = await TestPod.run(driver(), perContainer);
      const bundle = driver().bundle({ podPid: await pod.pid() });
      const tasks = await pod.tasks();
      const creating = tasks.call("Create", bundle.createRequest()).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await pod.bundle.killShim();
      await creating;
      // As containerd begins to remove it, while a runtime may still write into it.
      renameSync(bundle.path, `${bundle.path}.gone`);
      // It may say what it has found half made.
      await pod.bundle.delete();
      expect(driver().cgroups()).toEqual([]);
      tasks.close();
    }
  });

  test("SIGTERM: the shim leaves its pod to `delete`", async () => {
    const pod = await TestPod.run(driver(), namespaces({ pid: NamespaceMode.POD }), await network());
    const holder = await pod.pid();
    const one = await container(pod, { pidNamespace: `/proc/${holder}/ns/pid` });
    killProcess(pod.bundle.shimPid() as number, "SIGTERM");
    await pod.client.closed;
    expect((await pod.bundle.delete()).stderr).toBe("");
    await eventually("all have ended", () => !isAlive(holder) && !isAlive(one.pid));
    one.client.close();
  });

  for (const step of ["start", "CreateSandbox", "StartSandbox", "StopSandbox"] as const) {
    test(`kill -9 of the shim after ${step}`, async () => {
      const pod = await TestPod.boot(driver());
      if (step !== "start") await pod.create(namespaces({ pid: NamespaceMode.POD }), await network());
      if (step === "StartSandbox" || step === "StopSandbox") await pod.call("StartSandbox");
      if (step === "StopSandbox") await pod.call("StopSandbox");
      await pod.bundle.killShim();
      expect((await pod.bundle.delete()).stderr).toBe("");
    });
  }

  test("kill -9 at any moment of StartSandbox", { timeout: 60_000 }, async () => {
    for (let delay = 0; delay < 12; delay += 1) {
      const pod = await TestPod.boot(driver());
      await pod.create(namespaces({ pid: NamespaceMode.POD }), await network());
      const starting = pod.call("StartSandbox").catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await pod.bundle.killShim();
      await starting;
      expect((await pod.bundle.delete()).stderr).toBe("");
      const holders = () => listProcesses().filter(({ commandLine }) => commandLine.includes(pod.id));
      await eventually("no process is left", () => holders().length === 0);
    }
  });

  for (const [name, timeoutSecs, script, exitStatus] of [
    ["kills them", 0, "trap 'exit 7' TERM; while :; do sleep 0.05; done", 137],
    ["asks them first, where it is given time", 20, "trap 'exit 7' TERM; while :; do sleep 0.05; done", 7],
    ["kills those that do not listen", 1, "trap '' TERM; while :; do sleep 0.05; done", 137],
  ] as const) {
    test(`StopSandbox with running containers ${name}`, async () => {
      const pod = await TestPod.run(driver(), perContainer);
      const one = await container(pod, { args: ["sh", "-c", script] });
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = performance.now();
      await pod.call("StopSandbox", { timeoutSecs });
      expect(performance.now() - before).toBeLessThan(8000);
      expect(await one.client.call("Wait", { id: one.id })).toMatchObject({ exitStatus });
      await one.client.call("Delete", { id: one.id });
      one.client.close();
      await pod.end();
    });
  }

  test("ShutdownSandbox with running, paused and created containers leaves none of them", async () => {
    const pod = await TestPod.run(driver(), perContainer);
    const [running, paused] = [await container(pod), await container(pod)];
    await paused.client.call("Pause", { id: paused.id });
    const created = driver().bundle({ podPid: await pod.pid() });
    await running.client.call("Create", created.createRequest());
    await pod.end();
    for (const { pid } of [running, paused]) expect(isAlive(pid)).toBe(false);
  });
});
