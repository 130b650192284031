// The shim is killed with -9: containerd's `delete` call of the executable cleans up after it.

import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { execWords, initPid, killShim, remove, runDetached, runWords, waitForStatus } from "../helpers/containers.ts";
import { EventRecorder } from "../helpers/events.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();

// What else is left (mounts, cgroups, sockets, bundles, …) useContainerd looks at after each test.
describe("when its shim is killed", () => {
  test("a running container ends and counts as killed (137)", async () => {
    const id = await runDetached(containerd());
    const pid = await initPid(containerd(), id);
    const recorder = await EventRecorder.start(containerd());
    try {
      await killShim(containerd(), id);
      const [exit] = await recorder.waitFor(id, ["/tasks/exit", "/tasks/delete"]);
      expect(exit?.fields).toMatchObject({ container_id: id, id, exit_status: 137, pid });
    } finally {
      await recorder.stop();
    }
    await eventually("the container's process has ended", () => !isAlive(pid));
    expect(await containerd().ctr.task(id)).toBeUndefined();
    await remove(containerd(), id);
  });

  test("a container with execs and background processes leaves none of them", async () => {
    const id = await runDetached(containerd(), ["sh", "-c", "sleep 1000 & sleep 1000 & wait"]);
    await containerd().ctr.run(...execWords(id, ["sleep", "1000"], { flags: ["--detach"] }));
    await killShim(containerd(), id);
    await remove(containerd(), id);
  });

  test("a paused container is cleaned up as well", async () => {
    const id = await runDetached(containerd());
    await containerd().ctr.run("tasks", "pause", id);
    await killShim(containerd(), id);
    await remove(containerd(), id);
  });

  test("a stopped container is cleaned up as well", async () => {
    const id = await runDetached(containerd(), ["true"]);
    await waitForStatus(containerd(), id, "STOPPED");
    await killShim(containerd(), id);
    await remove(containerd(), id);
  });

  test("the client that waits for the container gets an answer", async () => {
    const id = containerd().newId();
    const attached = containerd().ctr.start(runWords(containerd(), ["sleep", "1000"], { id }));
    await waitForStatus(containerd(), id, "RUNNING");
    await killShim(containerd(), id);
    expect((await attached).exitCode).not.toBe(0);
    await remove(containerd(), id);
  });

  test("the same container can be started again", async () => {
    const script = "[ -e /tmp/second ] && exit 6; touch /tmp/second; sleep 1000";
    const id = await runDetached(containerd(), ["sh", "-c", script]);
    const pid = await initPid(containerd(), id);
    await eventually("the first life has left its mark", () => existsSync(`/proc/${pid}/root/tmp/second`));
    await killShim(containerd(), id);
    expect((await containerd().ctr.try("tasks", "start", id)).exitCode).toBe(6);
    await remove(containerd(), id);
  });
});
