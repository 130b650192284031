// Pods as the shim sees them: containers that share one by an annotation, each with a `start`, a bundle and a fate of its
// own. That `start` finds the pod's shim is in start.test.ts; terminals of one pod are in stdio-terminal.test.ts.

import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import { type Bundle, type BundleOptions, type RuncOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import type { TaskClient } from "../../conformance/driver/task-client.ts";
import { Code } from "../../ttrpc/status.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { execWords, remove, runDetached } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, listProcesses } from "../helpers/processes.ts";
import { runtimePath } from "../helpers/runtimes-under-test.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

type MemberOptions = BundleOptions & { runc?: RuncOptions; files?: Record<string, string> };

const running = 2;
const life = ["create", "start", "exit", "delete"];
// A shell that doubles a string: 16 MiB are full after a moment, and nothing is written to a disk.
const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";

/** The sandbox container has the pod's id, as CRI's has. */
class Pod {
  readonly driver: ShimDriver;
  readonly id: string;
  readonly #annotations: Record<string, string>;
  readonly #runc: RuncOptions;

  constructor(driver: ShimDriver, { annotation = "io.kubernetes.cri.sandbox-id", runc = {} as RuncOptions } = {}) {
    this.driver = driver;
    this.id = driver.newId("pod");
    this.#annotations = { [annotation]: this.id };
    this.#runc = runc;
  }

  sandbox(options: MemberOptions = {}): Promise<TestContainer> {
    return this.run({ id: this.id, ...options });
  }

  /** start, Create, Start of one more container. */
  run(options: MemberOptions = {}): Promise<TestContainer> {
    return TestContainer.run(this.driver, { annotations: this.#annotations, runc: this.#runc, ...options });
  }

  bundle(options: MemberOptions = {}): Bundle {
    return this.driver.bundle({ annotations: this.#annotations, ...options });
  }

  request(bundle: Bundle, options: RuncOptions = {}) {
    return bundle.createRequest({ ...this.#runc, ...options });
  }

  /** Pids of the shims of this driver's world: there should be one for each pod. */
  shims(): number[] {
    return listProcesses()
      .filter(({ state, commandLine }) => state !== "Z" && commandLine.includes(this.driver.containerdAddress))
      .map(({ pid }) => pid);
  }
}

/** What the daemon does when a container is removed. The shim stays for the others. */
async function removeMember(container: { client: TaskClient; id: string }): Promise<number> {
  const { client, id } = container;
  await client.call("Kill", { id, signal: 9, all: true }).catch(() => undefined);
  return removeEnded(container);
}

/** The same of a container that ends by itself. */
async function removeEnded({ client, id }: { client: TaskClient; id: string }): Promise<number> {
  await client.call("Wait", { id });
  const { exitStatus } = await client.call("Delete", { id });
  // One that was asked before may have gone by itself.
  await client.call("Shutdown", { id }).catch(() => undefined);
  return exitStatus;
}

/** Removes the last container of a pod, with which the shim leaves. */
async function removeLast(container: TestContainer): Promise<void> {
  await removeMember(container);
  await container.client.closed;
}

/** Tells a shim without a container to leave. Go's now and then leaves before it has answered (KF-034). */
async function dismiss(client: TaskClient): Promise<void> {
  await client.call("Shutdown", { id: "" }).catch((error) => {
    if (isOurs) throw error;
  });
  await client.closed;
}

describeRuntimes("a pod", ({ driver, options: runc }) => {
  test.each(["io.containerd.runc.v2.group", "io.kubernetes.cri.sandbox-id"])(
    "by %s has one shim, until the last of its containers is deleted",
    async (annotation) => {
      const pod = new Pod(driver(), { annotation, runc });
      const sandbox = await pod.sandbox();
      const shim = sandbox.bundle.shimPid();
      const members = [await pod.run({ args: ["sh", "-c", "exit 3"] }), await pod.run(), await pod.run()];
      expect(pod.shims()).toEqual([shim]);
      const [ended, second, third] = members as [TestContainer, TestContainer, TestContainer];
      expect(await ended.wait()).toBe(3);
      expect(await removeMember(ended)).toBe(3);
      expect(await removeMember(second)).toBe(137);
      expect((await third.state()).status).toBe(running);
      expect(await removeMember(third)).toBe(137);
      expect((await sandbox.state()).status).toBe(running);
      await removeLast(sandbox);
      for (const { id } of [sandbox, ...members]) expect(await driver().events.waitFor(id, 4)).toEqual(life);
    },
  );

  test("whose sandbox leaves first has its shim until the workload has left (KF-028)", async () => {
    const pod = new Pod(driver(), { runc });
    const sandbox = await pod.sandbox();
    const member = await pod.run();
    await removeMember(sandbox);
    rmSync(sandbox.bundle.path, { recursive: true });
    expect((await member.state()).status).toBe(running);
    await removeLast(member);
  });

  test("with the sandbox's pid namespace ends with the sandbox, each container by itself", async () => {
    const pod = new Pod(driver(), { runc });
    const sandbox = await pod.sandbox();
    const pidNamespace = `/proc/${sandbox.pid}/ns/pid` as const;
    const members = [await pod.run({ pidNamespace }), await pod.run({ pidNamespace })];
    await members[0]?.exec("e");
    killProcess(sandbox.pid, "SIGKILL");
    for (const container of [...members, sandbox]) {
      expect(await container.wait()).toBe(137);
      expect(await removeMember(container)).toBe(137);
    }
    expect(await driver().events.waitFor(sandbox.id, 4)).toEqual(life);
    expect(await driver().events.waitFor(members[1]?.id ?? "", 4)).toEqual(life);
    expect(await driver().events.waitFor(members[0]?.id ?? "", 7)).toEqual([
      "create",
      "start",
      "exec-added",
      "exec-started",
      "exit",
      "exit",
      "delete",
    ]);
  });

  test("goes on when the bundle that the shim was started in is gone", async () => {
    const pod = new Pod(driver(), { runc });
    const first = await pod.sandbox();
    const shim = first.bundle.shimPid() as number;
    const second = await pod.run();
    await removeMember(first);
    rmSync(first.bundle.path, { recursive: true });
    expect(await second.exec("e", ["sh", "-c", "exit 5"]).then(() => second.wait("e"))).toBe(5);

    // What a container can be made of, all of it in the deleted directory.
    const third = await pod.run({ args: ["sh", "-c", "echo third; exec sleep 1000"] });
    await eventually("its output", () => third.stdout.text === "third\n");
    const logger = new LoggingBinary(driver(), `${ready}; cat <&3 >$d/out & cat <&4 >/dev/null; wait`);
    const logged = pod.bundle({ args: ["echo", "logged"] });
    const client = await driver().shim(logged);
    await client.call("Create", { ...pod.request(logged), stdout: logger.uri(), stderr: logger.uri() });
    await client.call("Start", { id: logged.id });
    await removeEnded({ client, id: logged.id });
    await eventually("the logging binary has it", () => logger.file("out") === "logged\n");
    const terminal = pod.bundle({ args: ["tty"], terminal: true });
    const output = terminal.output();
    await client.call("Create", { ...pod.request(terminal), stdout: output.path, terminal: true });
    await client.call("Start", { id: terminal.id });
    await eventually("the terminal's output", () => output.text === "/dev/pts/0\r\n");
    await removeEnded({ client, id: terminal.id });

    // What can be asked of one.
    const { id } = third;
    const resources = { value: Buffer.from(JSON.stringify({ memory: { limit: 64 << 20, swap: 64 << 20 } })) };
    await client.call("Update", { id, resources });
    expect((await client.call("Stats", { id })).stats?.value?.length).toBeGreaterThan(0);
    expect(await third.pids()).toEqual([third.pid]);
    await client.call("Pause", { id });
    await client.call("Resume", { id });
    expect(pod.shims()).toEqual([shim]);
    await removeMember(second);
    await removeLast(third);
  });

  test("has its containers cleaned up by `delete` when its shim is killed, the first one's bundle gone", async () => {
    const pod = new Pod(driver(), { runc });
    const first = await pod.sandbox();
    const members = [await pod.run(), await pod.run()];
    await removeMember(first);
    rmSync(first.bundle.path, { recursive: true });
    await first.bundle.killShim();
    for (const { bundle, pid } of members) {
      expect((await bundle.delete()).exitStatus).toBe(137);
      expect(isAlive(pid)).toBe(false);
    }
    rmSync(first.bundle.socket, { force: true });
  });

  test("of six that start at once, the sandbox among them, has one shim and six lives (KF-144)", async () => {
    const pod = new Pod(driver(), { runc });
    const containers = await Promise.all([pod.sandbox(), ...Array.from({ length: 5 }, () => pod.run())]);
    // A `start` that lost the race has not left a shim.
    await eventually("one shim", () => pod.shims().length === 1);
    for (const container of containers) expect((await container.state()).status).toBe(running);
    await Promise.all(containers.map(removeMember));
    await eventually("the shim has left", () => pod.shims().length === 0);
    for (const { id } of containers) expect(await driver().events.waitFor(id, 4)).toEqual(life);
  });

  test("is not harmed by a container that fails, in whatever way (KF-145)", async () => {
    const pod = new Pod(driver(), { runc });
    const good = await pod.sandbox();
    const { client } = good;
    let probes = 0;
    const probe = async () => {
      probes += 1;
      expect((await good.state()).status).toBe(running);
      await good.exec(`probe-${probes}`, ["sh", "-c", "exit 6"]);
      expect(await good.wait(`probe-${probes}`)).toBe(6);
    };
    /** A Create that fails, and what the daemon does then. */
    const refused = async (options: MemberOptions, request: object = {}) => {
      const bundle = pod.bundle(options);
      const connection = await driver().shim(bundle);
      const { code } = await failure(connection.call("Create", { ...pod.request(bundle), ...request }));
      await connection.call("Shutdown", { id: bundle.id });
      await bundle.delete().catch(() => undefined);
      return code;
    };

    // Before there is a process.
    await expect(driver().shim(driver().bundle({ config: "{" }))).rejects.toThrow(/^start: exit 1/);
    await probe();
    expect(await refused({ args: ["nope"] })).toBe(Code.unknown);
    expect(await refused({ rootfs: "/nope" })).toBe(Code.unknown);
    expect(await refused({}, { rootfs: [{ type: "nope", source: "/nope" }] })).toBe(Code.unknown);
    expect(await refused({}, { stdout: "/nope/stdout", stderr: "/nope/stderr" })).toBe(Code.unknown);
    await probe();
    const again = await failure(client.call("Create", pod.request(good.bundle)));
    // The Go shim leaves it to the runtime.
    expect(again.code).toBe(isOurs ? Code.alreadyExists : Code.unknown);
    expect((await failure(client.call("Start", { id: "nobody" }))).code).toBe(Code.notFound);
    await probe();

    // While it runs, and by its end.
    const member = await pod.run();
    expect((await failure(member.exec("bad", ["nope"]))).code).toBe(Code.unknown);
    expect((await failure(client.call("Delete", { id: member.id }))).message).toBe("cannot delete a running process");
    await client.call("Pause", { id: member.id });
    await probe();
    await client.call("Kill", { id: member.id, signal: 9 });
    expect(await removeMember(member)).toBe(137);
    await probe();
    const failing = await pod.run({ args: ["sh", "-c", "exit 1"] });
    expect(await failing.wait()).toBe(1);
    const hungry = await pod.run({ args: ["sh", "-c", eat], memoryLimit: 16 << 20 });
    expect(await hungry.wait()).toBe(137);
    await probe();
    await removeMember(hungry);
    await removeMember(failing);
    expect((await driver().events.waitFor(hungry.id, 5)).toSorted()).toEqual([...life, "oom"].toSorted());
    await probe();

    await removeLast(good);
    const probed = Array.from({ length: probes }, () => ["exec-added", "exec-started", "exit"]).flat();
    expect(await good.events(4 + probed.length)).toEqual(["create", "start", ...probed, "exit", "delete"]);
  });
});

describe("a pod with two runtimes", () => {
  // What crun before 1.9 needs.
  const driver = useDriver({ withHugetlb: true });

  test("has each of its containers in the right one, with a state directory of its own", async () => {
    const pod = new Pod(driver());
    const roots = ["runc", "crun"].map((name) => join(driver().directory, `root-${name}`));
    const sandbox = await pod.sandbox({ runc: { binaryName: "runc", root: roots[0] as string } });
    const member = await pod.run({ runc: { binaryName: "crun", root: roots[1] as string } });
    const state = (root: number, id: string, file: string) =>
      existsSync(join(roots[root] as string, driver().namespace, id, file));
    expect([state(0, sandbox.id, "state.json"), state(1, member.id, "status")]).toEqual([true, true]);
    for (const container of [sandbox, member]) {
      await container.exec("e", ["sh", "-c", "exit 4"]);
      expect(await container.wait("e")).toBe(4);
    }
    await removeMember(member);
    await removeLast(sandbox);
    expect([state(0, sandbox.id, ""), state(1, member.id, "")]).toEqual([false, false]);
  });
});

describe("a pod", () => {
  const driver = useDriver();

  test("of the same name in another namespace of the daemon has another shim (KF-144)", async () => {
    const { executable, path } = shimUnderTest;
    const other = await ShimDriver.start({ executable, path: [...path, ...runtimePath] });
    try {
      const pod = new Pod(driver());
      const annotations = { "io.kubernetes.cri.sandbox-id": pod.id };
      const here = pod.bundle({ id: pod.id });
      const there = other.bundle({ id: pod.id, annotations });
      const clients = [await driver().shim(here), await other.shim(there)] as const;
      expect(here.socket).not.toBe(there.socket);
      expect(here.shimPid()).not.toBe(there.shimPid());
      for (const client of clients) await dismiss(client);
      expect(await other.settle()).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  test("whose shim leaves while a container is added has a shim, that one or another, 12 times", async () => {
    const pod = new Pod(driver());
    for (let round = 0; round < 12; round += 1) {
      const first = pod.bundle({ id: round === 0 ? pod.id : driver().newId() });
      const leaving = await driver().shim(first);
      const late = pod.bundle();
      const [, started] = await Promise.allSettled([
        delay(2 * round).then(() => dismiss(leaving)),
        driver().shim(late),
      ]);
      // The address may be that of the one that leaves; whoever asks again gets one that answers.
      const client = started.status === "fulfilled" ? started.value : undefined;
      const answers = await client?.call("Connect", { id: late.id }).catch(() => undefined);
      const last = client !== undefined && answers !== undefined ? client : await driver().shim(late);
      await last.call("Connect", { id: late.id });
      await dismiss(last);
      await eventually("no shim is left", () => pod.shims().length === 0);
    }
  });

  test.runIf(isOurs)(
    "is not harmed by 30 lives of a container whose runtime fails in turn at everything (KF-145)",
    async () => {
      const fair = new FakeRuntime(driver());
      const foul = new FakeRuntime(driver());
      const pod = new Pod(driver());
      const good = await pod.sandbox({ runc: fair.options });
      const faults = [
        ["create", { status: 1, error: "no" }],
        ["create", { failAfter: 1 }],
        ["create", { die: 9 }],
        ["start", { status: 1, error: "no" }],
        ["start", { failAfter: 1 }],
        ["exec", { status: 1 }],
        ["exec", { die: 7 }],
        ["pause", { status: 1 }],
        ["kill", { status: 1, error: "no" }],
        ["delete", { status: 1, error: "no" }],
      ] as const;
      for (let round = 0; round < 30; round += 1) {
        const [verb, behaviour] = faults[round % faults.length] as (typeof faults)[number];
        foul.set(verb, behaviour);
        const bundle = pod.bundle();
        const client = await driver().shim(bundle);
        const { id } = bundle;
        const calls = [
          () => client.call("Create", bundle.createRequest(foul.options)),
          () => client.call("Start", { id }),
          () => client.call("Exec", { id, execId: "e", spec: { value: ociProcess(["true"]) } }),
          () => client.call("Start", { id, execId: "e" }),
          () => client.call("Pause", { id }),
          // All: the fake container has no pid namespace that would end with init.
          () => client.call("Kill", { id, signal: 9, all: true }),
          () => client.call("Delete", { id }),
        ];
        for (const call of calls) await call().catch(() => undefined);
        foul.set(verb);
        // By now it is gone, or can be ended.
        for (const call of calls.slice(-2)) await call().catch(() => undefined);
        await client.call("Wait", { id }).catch(() => undefined);
        await client.call("Delete", { id }).catch(() => undefined);
        expect((await failure(client.call("State", { id }))).code, `after a fault in ${verb}`).toBe(Code.notFound);
        await client.call("Shutdown", { id });
        await bundle.delete();
        client.close();
        expect((await good.state()).status).toBe(running);
      }
      expect(pod.shims()).toHaveLength(1);
      await removeLast(good);
      expect(await good.events(4)).toEqual(life);
    },
  );
});

describe("a pod of ctr", () => {
  const containerd = useContainerd();

  test.each(["io.containerd.runc.v2.group", "io.kubernetes.cri.sandbox-id"])(
    "by --annotation %s outlives a crash of containerd and the removal of its first container",
    async (annotation) => {
      const group = containerd().newId("pod");
      const flags = ["--annotation", `${annotation}=${group}`];
      const first = await runDetached(containerd(), ["sleep", "1000"], { flags });
      const shim = containerd().shimPid(first);
      const second = await runDetached(containerd(), ["sleep", "1000"], { flags });
      await containerd().crash();
      await containerd().boot();
      await remove(containerd(), first);
      const third = await runDetached(containerd(), ["sleep", "1000"], { flags });
      for (const id of [second, third]) {
        const exec = await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 7"]));
        expect(exec.exitCode).toBe(7);
      }
      const { address } = containerd();
      const shims = listProcesses().filter(
        ({ commandLine, pid }) => commandLine.includes(address) && commandLine.includes("-id") && isAlive(pid),
      );
      expect(shims.map(({ pid }) => pid)).toEqual([shim]);
      await remove(containerd(), second);
      await remove(containerd(), third);
      await eventually("the shim has left", () => !isAlive(shim));
    },
  );
});
