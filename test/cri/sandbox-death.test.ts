// Pods of our shim, when something is killed: the daemon in the middle of anything, the holder of a pod's pids, a shim.

import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killIfThere, killProcess, listProcesses } from "../helpers/processes.ts";
import { sized } from "../helpers/soak.ts";
import { sandboxer } from "./cri-config.ts";
import { Pod } from "./pod.ts";
import { removePods, untilReady, useCri } from "./use-cri.ts";

const cri = useCri();

/** Shims and holders of this daemon. */
const ours = () =>
  listProcesses().filter(
    ({ commandLine, state }) =>
      state !== "Z" &&
      ((commandLine.includes(cri().containerd.address) && !commandLine.includes("delete")) ||
        (commandLine[0] === "runts-pod" && cri().containerd.ids.includes(commandLine[3] ?? ""))),
  );

test("a pod whose process 1 was killed is known to have ended, and can be removed", async () => {
  const pod = await Pod.run(cri(), { namespaces: { pid: "POD" } });
  const one = await pod.start();
  const [pid] = /\d+/.exec(await one.sh("grep NSpid /proc/1/status")) ?? [];
  expect(pid).toBe("1");
  const { info } = await cri().client.call("PodSandboxStatus", { podSandboxId: pod.id, verbose: true });
  killProcess((JSON.parse(info.info as string) as { pid: number }).pid, "SIGKILL");
  expect(await one.exited()).toMatchObject({ exitCode: 137 });
  await eventually("the pod is known to have ended", async () => (await pod.status()).state === "SANDBOX_NOTREADY");
  await expect(pod.start(undefined, { name: "late" })).rejects.toThrow();
  await pod.remove();
});

test("pods of every kind outlive the daemon's kill -9, and are stopped and removed by the next one", async () => {
  const mapping = [{ containerId: 0, hostId: 200_000, length: 65_536 }];
  const kinds = [
    {},
    { namespaces: { pid: "POD" as const } },
    {
      handler: "as-runc" as const,
      namespaces: { usernsOptions: { mode: "POD" as const, uids: mapping, gids: mapping } },
    },
  ].slice(0, sandboxer === "shim" ? 3 : 2);
  const pods = await Promise.all(kinds.map((options) => Pod.run(cri(), options)));
  const containers = await Promise.all(pods.map((pod) => pod.start(undefined, { name: "before" })));
  const pids = await Promise.all(containers.map((container) => container.pid()));
  await cri().containerd.crash();
  expect(pids.every(isAlive)).toBe(true);
  await cri().containerd.boot();
  await untilReady(cri());
  for (const [n, pod] of pods.entries()) {
    expect(await pod.status()).toMatchObject({ state: "SANDBOX_READY" });
    const before = containers[n] as (typeof containers)[0];
    expect(await before.pid()).toBe(pids[n]);
    const after = await pod.start(undefined, { name: "after" });
    await before.sh("echo shared >/dev/shm/file");
    expect(await after.sh("cat /dev/shm/file; hostname")).toBe(`shared\n${pod.config.hostname}\n`);
  }
  // Once more, with the pods stopped in the meantime.
  await pods[0]?.stop();
  await cri().containerd.crash();
  await cri().containerd.boot();
  await untilReady(cri());
  expect(await pods[0]?.status()).toMatchObject({ state: "SANDBOX_NOTREADY" });
  expect(await pods[1]?.status()).toMatchObject({ state: "SANDBOX_READY" });
  for (const pod of pods) await pod.remove();
  expect(pids.some(isAlive)).toBe(false);
});

test("a shim that was killed while the daemon was away leaves nothing", async () => {
  const pods = [await Pod.run(cri()), await Pod.run(cri(), { namespaces: { pid: "POD" } })];
  const containers = await Promise.all(pods.map((pod) => pod.start(["sh", "-c", "sleep 1001 & sleep 1002"])));
  const pids = await Promise.all(containers.map((container) => container.pid()));
  const shims = pods.map(({ id }) => cri().containerd.shimPid(id));
  await cri().containerd.crash();
  for (const pid of shims) killProcess(pid, "SIGKILL");
  await cri().containerd.boot();
  await untilReady(cri());
  for (const pod of pods) {
    await eventually("the pod is known to have ended", async () => (await pod.status()).state === "SANDBOX_NOTREADY");
  }
  for (const pod of pods) await pod.remove();
  await eventually("its processes are gone", () => !pids.some(isAlive));
});

test("the daemon is killed in the middle of RunPodSandbox, CreateContainer and their ends", {
  timeout: 180_000,
}, async () => {
  for (let round = 0; round < 8; round += 1) {
    const life = (async () => {
      const pod = await Pod.run(cri(), round % 2 === 0 ? {} : { namespaces: { pid: "POD" } });
      const container = await pod.start(["sh", "-c", "exit 3"]);
      await container.exited();
      await pod.remove();
    })().catch(() => undefined);
    await delay(40 + round * 70);
    await cri().containerd.crash();
    await life;
    await cri().containerd.boot();
    await untilReady(cri());
    await removePods(cri());
    await eventually("no shim is left", () => ours().filter(({ pid }) => pid !== cri().containerd.pid).length === 0, {
      // One that no daemon knows of is patient with the next one (shim/actions/abandoned.ts).
      timeoutMs: 45_000,
    });
  }
});

if (sandboxer === "shim") {
  test("shims and holders are killed at random, and nothing of their pods is left", { timeout: 180_000 }, async () => {
    const until = performance.now() + sized(10_000, 60_000);
    let [killed, lives] = [0, 0];
    const killer = (async () => {
      while (performance.now() < until) {
        const all = ours().filter(({ pid }) => pid !== cri().containerd.pid);
        const one = all[Math.floor(Math.random() * all.length)];
        if (one !== undefined) killIfThere(one.pid);
        killed += one === undefined ? 0 : 1;
        await delay(150 + Math.random() * 400);
      }
    })();
    const live = async (worker: number) => {
      for (let round = worker; performance.now() < until; round += 1) {
        const pod = await Pod.run(cri(), round % 2 === 0 ? {} : { namespaces: { pid: "POD" } }).catch(() => undefined);
        try {
          const job = await pod?.start(["sh", "-c", "sleep 1001 & echo x >/dev/shm/a; exit 3"]);
          await job?.exited();
          await pod?.start(undefined, { name: "second" });
          lives += 1;
        } catch {
          // Its shim was killed.
        }
        await pod?.remove().catch(() => undefined);
      }
    };
    await Promise.all(Array.from({ length: 4 }, (_, worker) => live(worker)));
    await killer;
    expect(killed).toBeGreaterThan(5);
    expect(lives).toBeGreaterThan(0);
    // containerd forgets the bundle of a task whose shim went while it was started, until it starts itself again.
    await cri().containerd.crash();
    await cri().containerd.boot();
    await untilReady(cri());
    await removePods(cri());
  });
}
