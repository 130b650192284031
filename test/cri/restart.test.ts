// containerd is killed with -9 and comes back under running pods; and a pod loses its shim.

import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { killShim } from "../helpers/containers.ts";
import { daemonUnderTest, isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { Pod } from "./pod.ts";
import { untilReady, useCri } from "./use-cri.ts";

const cri = useCri();

async function restart(meanwhile: () => Promise<void> | void = () => {}): Promise<void> {
  const { containerd } = cri();
  await containerd.crash();
  await meanwhile();
  await containerd.boot();
  await untilReady(cri());
}

/** Says its next line when the file /tmp/<line> is there. */
const speaker =
  "for word in before meanwhile after end; do until [ -e /tmp/$word ]; do sleep 0.02; done; echo $word; done";

/** From outside: there may be no daemon to ask for an exec. */
const touch = (pid: number, file: string) => writeFileSync(`/proc/${pid}/root/tmp/${file}`, "");

test("KF-067: running pods are ready, listed and entered as before; their logs have no gap", async () => {
  const pods = [await Pod.run(cri()), await Pod.run(cri(), { handler: "as-runc" })];
  const speakers = await Promise.all(pods.map((pod) => pod.start(["sh", "-c", `${speaker}; exit 4`])));
  const idle = await Promise.all(pods.map((pod) => pod.start(undefined, { name: "idle" })));
  const pids = await Promise.all(speakers.map((container) => container.pid()));
  for (const [n, container] of speakers.entries()) {
    touch(pids[n] as number, "before");
    await eventually("it has spoken", () => container.logged("stdout") === "before\n");
  }
  await restart(() => {
    for (const pid of pids) touch(pid, "meanwhile");
  });

  const { items } = await cri().client.call("ListPodSandbox", {});
  expect(items.map(({ state }) => state)).toEqual(["SANDBOX_READY", "SANDBOX_READY"]);
  const { containers } = await cri().client.call("ListContainers", {});
  expect(containers.map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => "CONTAINER_RUNNING"));
  expect(await Promise.all(speakers.map((container) => container.pid()))).toEqual(pids);
  for (const container of [...speakers, ...idle]) {
    expect(await container.exec(["sh", "-c", "echo still here; exit 3"])).toMatchObject({
      stdout: "still here\n",
      exitCode: 3,
    });
  }
  for (const [n, container] of speakers.entries()) {
    touch(pids[n] as number, "after");
    await eventually("the log is complete", () => container.logged("stdout") === "before\nmeanwhile\nafter\n");
    touch(pids[n] as number, "end");
    expect(await container.exited()).toMatchObject({ exitCode: 4 });
  }
  // A container that is made now joins its pod's shim.
  const late = await (pods[0] as Pod).start(["sh", "-c", "exit 6"], { name: "late" });
  expect(await late.exited()).toMatchObject({ exitCode: 6 });
  await Promise.all(pods.map((pod) => pod.remove()));
});

test("a terminal is attached to again", async () => {
  const pod = await Pod.run(cri());
  const container = await pod.start(["sh"], { stdin: true, tty: true });
  const before = await container.attach({ tty: true });
  before.send("name=kept; echo $name already\r");
  await before.see(/\nkept already\r\n/);
  await restart();
  await before.closed;
  const after = await container.attach({ tty: true });
  after.send("echo $name still\r");
  await after.see(/\nkept still\r\n/);
  after.send("exit 5\r");
  expect(await container.exited()).toMatchObject({ exitCode: 5 });
  await pod.remove();
});

test("an exit of meanwhile is known, and the pod goes on", async () => {
  const pod = await Pod.run(cri());
  const ended = await pod.start(["sh", "-c", "until [ -e /tmp/go ]; do sleep 0.02; done; echo gone; exit 5"]);
  const neighbour = await pod.start(undefined, { name: "neighbour" });
  const pid = await ended.pid();
  await restart(async () => {
    touch(pid, "go");
    await eventually("the container has ended", () => !isAlive(pid));
  });
  // Since 1.7 containerd takes a task without processes for a leak when it loads it, and does not ask for its exit code.
  const forgets = daemonUnderTest.generation !== "1.6";
  expect(await ended.exited()).toMatchObject(forgets ? { reason: "Unknown", exitCode: 255 } : { exitCode: 5 });
  expect(await pod.status()).toMatchObject({ state: "SANDBOX_READY" });
  expect(await neighbour.sh("echo still here")).toBe("still here\n");
  await pod.remove();
});

// The 2.1 Go shim's `delete` leaves the pod's containers running (the 1.6 one does not).
if (isOurs || !isContainerd2) {
  test("KF-037: a pod whose shim was killed is known to have ended, and can be removed", async () => {
    const pod = await Pod.run(cri());
    const containers = [await pod.start(undefined, { name: "one" }), await pod.start(undefined, { name: "two" })];
    const pids = await Promise.all(containers.map((container) => container.pid()));
    const other = await Pod.run(cri());
    const bystander = await other.start();
    await killShim(cri().containerd, pod.id);
    for (const container of containers) {
      const { exitCode } = await container.exited();
      // 255 says that CRI does not know: it does not wait for the `delete` of a shim that it can't ask any more.
      expect([137, 255]).toContain(exitCode);
    }
    await eventually("the pod is known to have ended", async () => (await pod.status()).state === "SANDBOX_NOTREADY");
    await eventually("its processes are gone", () => !pids.some(isAlive));
    expect(await bystander.sh("echo still here")).toBe("still here\n");
    await pod.remove();
    await other.remove();
  });
}
