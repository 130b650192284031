// `runts ps`, `inspect` and `top` beside a real containerd, which may be down.

import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { TestPod } from "../../conformance/driver/sandbox-client.ts";
import type { ShimReport } from "../../operate/report.ts";
import type { ShimView } from "../../operate/snapshot.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep, isAsleep } from "../helpers/asleep.ts";
import { execWords, initPid, remove, runDetached } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, readProcess } from "../helpers/processes.ts";
import { runts, runtsJson } from "../helpers/runts.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerdWithStuckExec } from "../helpers/stuck-exec.ts";

const containerd = useContainerdWithStuckExec();

/** Ours and Go's. */
const runtimes = [
  ["runts", shimUnderTest.runtime],
  ["go", "io.containerd.runc.v2"],
] as const;

async function shimOf(id: string, ...words: string[]): Promise<ShimView> {
  const shims = await runtsJson<ShimView[]>(["ps", "--namespace", containerd().namespace, ...words]);
  const found = shims.find(({ containers }) => containers.some((container) => container.id === id));
  if (found === undefined) throw new Error(`no shim with ${id} among ${JSON.stringify(shims)}`);
  return found;
}

describe.runIf(isOurs)("runts", () => {
  test.each(runtimes)(
    "ps finds a %s shim, its container and its execs, also while containerd is down",
    async (kind, runtime) => {
      const id = await runDetached(containerd(), ["sleep", "1000"], { runtime });
      await containerd().ctr.run(...execWords(id, ["sleep", "1000"], { execId: "looked-at", flags: ["--detach"] }));
      const pid = await initPid(containerd(), id);
      const before = await shimOf(id);
      await containerd().crash();
      const after = await shimOf(id);
      await containerd().boot();
      for (const shim of [before, after]) {
        expect(shim).toMatchObject({
          pid: containerd().shimPid(id),
          kind,
          namespace: containerd().namespace,
          containerd: containerd().address,
          socket: containerd().shimSocket(id),
          isReplaced: false,
          containers: [{ id, pid, state: "running", runtime: "runc", execs: [{ id: "looked-at", state: "running" }] }],
        });
        expect(shim.privateKiB).toBeGreaterThan(500);
        expect(shim.pssKiB).toBeGreaterThan(500);
        expect(readProcess(shim.containers[0]?.execs[0]?.pid ?? 0)?.commandLine).toEqual(["sleep", "1000"]);
      }
      expect(before.queuedEvents).toBe(kind === "runts" ? 0 : null);
      await remove(containerd(), id);
    },
  );

  test.each(runtimes)("ps tells states of a %s shim's containers without asking it", async (_kind, runtime) => {
    const id = await runDetached(containerd(), ["sleep", "1000"], { runtime });
    await containerd().ctr.run("tasks", "pause", id);
    expect((await shimOf(id, "--no-ask")).containers[0]?.state).toBe("paused");
    await containerd().ctr.run("tasks", "resume", id);
    await containerd().ctr.run("tasks", "kill", "--signal", "KILL", id);
    await eventually("it is stopped", async () => (await shimOf(id, "--no-ask")).containers[0]?.state === "stopped");
    await remove(containerd(), id);
  });

  test("ps shows what is queued while containerd is away", async () => {
    const id = await runDetached(containerd(), ["sleep", "1000"]);
    const pid = await initPid(containerd(), id);
    await containerd().crash();
    killProcess(pid, "SIGKILL");
    const shim = await eventually("the exit is queued", async () => {
      const found = await shimOf(id);
      return found.queuedEvents === 1 && found;
    });
    expect(shim.containers[0]).toMatchObject({ state: "stopped", exitStatus: 137 });
    await containerd().boot();
    // Since 1.7 containerd removes what has ended while it was away, and the shim with it.
    await eventually("it was sent", async () => {
      const shims = await runtsJson<ShimView[]>(["ps", "--namespace", containerd().namespace]);
      return shims.every(({ queuedEvents }) => queuedEvents === 0);
    });
    await remove(containerd(), id);
  });

  test("inspect answers while an exec hangs in the runtime, and says how to end it", async () => {
    const id = await runDetached(containerd());
    const exec = containerd().ctr.start(execWords(id, ["true"], { execId: "stuck" }));
    exec.stdin.end();
    const report = await eventually("the runtime's command is seen", async () => {
      const [found] = await runtsJson<ShimReport[]>(["inspect", id, "--namespace", containerd().namespace]);
      return found !== undefined && found.commands.length > 0 && found;
    });
    expect(report.calls).toContainEqual(expect.objectContaining({ method: "Start", id, execId: "stuck" }));
    const [command] = report.commands;
    expect(command?.command).toMatch(/ --log .* exec /);
    const text = (await runts(["inspect", id])).stdout;
    expect(text).toMatch(/calls under way/);
    expect(text).toContain(String(command?.pid));
    killProcess(command?.pid ?? 0, "SIGTERM");
    expect((await exec).exitCode).not.toBe(0);
    await remove(containerd(), id);
  });

  test.each(runtimes)("inspect shows a %s container's output that nobody reads", async (kind, runtime) => {
    const id = await runDetached(containerd(), ["sh", "-c", "yes"], { runtime });
    const stream = await eventually("its stdout is full", async () => {
      const [report] = await runtsJson<ShimReport[]>(["inspect", id]);
      const stdout = report?.containers[0]?.processes[0]?.streams.find((one) => one.stream === "stdout");
      const end = kind === "runts" ? stdout : stdout?.client;
      return end?.waiting !== undefined && end.waiting === end.capacity && stdout;
    });
    expect(stream.kind).toBe(kind === "runts" ? "fifo" : "pipe");
    expect((kind === "runts" ? stream : stream.client)?.others).toEqual([]);
    expect((await runts(["inspect", id])).stdout).toMatch(/stdout of init is full and nobody reads it/);
    await remove(containerd(), id);
  });

  test("inspect finds a container by the beginning of its id and by pids, and says when there is none", async () => {
    const id = await runDetached(containerd());
    const pid = await initPid(containerd(), id);
    for (const name of [id.slice(0, -2), String(pid), String(containerd().shimPid(id))]) {
      const [report] = await runtsJson<ShimReport[]>(["inspect", name]);
      expect(report?.containers[0]?.id).toBe(id);
    }
    expect(await runts(["inspect", "no-such-container"])).toMatchObject({
      exitCode: 3,
      stdout: "",
      stderr: "runts: no container or shim no-such-container; runts ps lists them",
    });
    await remove(containerd(), id);
  });

  test("top shows shims by their use of the processor, once where nobody looks", async () => {
    const id = await runDetached(containerd());
    const { exitCode, stdout } = await runts(["top", "--interval", "0.2", "--namespace", containerd().namespace]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/shims 1, containers 1, PSS of all shims/);
    expect(stdout).toMatch(new RegExp(`${containerd().shimPid(id)} .*${id} .*%`));
    await remove(containerd(), id);
  });

  test("inspecting leaves nothing open in the shim", async () => {
    const id = await runDetached(containerd());
    const count = async () => (await runtsJson<ShimReport[]>(["inspect", id]))[0]?.descriptors.length;
    await count();
    const before = await count();
    for (let round = 0; round < 5; round += 1) await count();
    // The last question's own connection may still be there.
    await eventually("no more than before", async () => ((await count()) ?? 0) <= (before ?? 0));
    expect(isAlive(containerd().shimPid(id))).toBe(true);
    await remove(containerd(), id);
  });
});

describe.runIf(shimUnderTest.kind === "bun")("a shim that sleeps", () => {
  const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "1" } });

  test("is not woken by ps and doctor, and is by inspect", async () => {
    const container = await TestContainer.run(driver());
    const { id } = container;
    const pid = container.bundle.shimPid() ?? 0;
    await fallsAsleep(pid);
    const [shim] = await runtsJson<ShimView[]>(["ps", "--namespace", driver().namespace]);
    expect(shim).toMatchObject({
      pid,
      kind: "runts",
      isAsleep: true,
      calls: null,
      silence: "not asked: it sleeps",
      containers: [{ id, state: "running" }],
    });
    expect((await runts(["ps", "-n", driver().namespace])).stdout).toMatch(/asleep$/m);
    expect((await runts(["doctor", id])).stdout).toMatch(/nothing to mend$/);
    expect(isAsleep(pid)).toBe(true);
    // Stopped in its sleep it is no longer one that wakes up when it is called.
    killProcess(pid, "SIGSTOP");
    await eventually("it is stopped", () => readProcess(pid)?.state === "T");
    expect((await runts(["ps", "-n", driver().namespace])).stdout).toMatch(/asleep no answer: it is stopped/);
    expect(await runts(["doctor", id])).toMatchObject({ exitCode: 4, stdout: expect.stringContaining("kill -CONT") });
    expect(await runts(["upgrade", "--running", id])).toMatchObject({
      exitCode: 1,
      stdout: expect.stringContaining("it is stopped"),
    });
    killProcess(pid, "SIGCONT");
    const [report] = await runtsJson<ShimReport[]>(["inspect", id]);
    expect(report).toMatchObject({ pid, silence: null, queuedEvents: 0 });
    await container.end();
  });

  test("is a pod without a pause container, among its containers, awake and asleep", async () => {
    const pod = await TestPod.run(driver());
    const [shim, holder] = [pod.bundle.shimPid() ?? 0, await pod.pid()];
    const bundle = driver().bundle({ podPid: holder });
    const tasks = await pod.tasks();
    const { pid } = await tasks.call("Create", bundle.createRequest());
    await tasks.call("Start", { id: bundle.id });
    const look = async () => (await runtsJson<ShimView[]>(["ps", "--namespace", driver().namespace]))[0];
    const containers = [
      { id: pod.id, pid: holder, state: "running", group: pod.id },
      { id: bundle.id, pid, state: "running", group: pod.id },
    ];
    expect(await look()).toMatchObject({ pid: shim, isAsleep: false, containers });
    await fallsAsleep(shim);
    expect(await look()).toMatchObject({ pid: shim, isAsleep: true, containers });
    expect((await runts(["inspect", bundle.id])).stdout).toContain(pod.id);
    await tasks.call("Kill", { id: bundle.id, signal: 9 });
    await tasks.call("Wait", { id: bundle.id });
    await tasks.call("Delete", { id: bundle.id });
    await pod.call("StopSandbox");
    expect(await look()).toMatchObject({ containers: [{ id: pod.id, state: "stopped" }] });
    tasks.close();
    await pod.end();
  });
});
