// containerd is killed with -9 and comes back: the containers did not notice.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import { TaskClient } from "../../conformance/driver/task-client.ts";
import { patternCommand, patternCrc, Reader } from "../driver/stdio-client.ts";
import { execWords, initPid, remove, runDetached, waitForStatus } from "../helpers/containers.ts";
import { daemonUnderTest } from "../helpers/daemon-under-test.ts";
import { EventRecorder } from "../helpers/events.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd({ debug: true });

// Ends with code 5 as soon as the file /tmp/go is there.
const waitForGo = ["sh", "-c", "until [ -e /tmp/go ]; do sleep 0.02; done; exit 5"];

/** Since 1.7 containerd takes a task without processes for a leak when it loads it, and deletes it. */
const forgetsEnded = daemonUnderTest.generation !== "1.6";

describe("after a crash and restart of containerd", () => {
  test("running containers are listed and can be entered, killed and deleted", async () => {
    const { ctr } = containerd();
    const ids = [await runDetached(containerd()), await runDetached(containerd())];
    const before = await ctr.tasks();
    await containerd().crash();
    await containerd().boot();
    expect(await ctr.tasks()).toEqual(before);
    for (const id of ids) {
      const exec = await ctr.try(...execWords(id, ["sh", "-c", "echo still here; exit 7"]));
      expect(exec).toMatchObject({ exitCode: 7, stdout: "still here\n" });
      await ctr.run("tasks", "kill", "--signal", "KILL", id);
      await waitForStatus(containerd(), id, "STOPPED");
      expect((await ctr.try("tasks", "rm", id)).stderr).toContain("exit code 137");
      await remove(containerd(), id);
    }
  });

  test("an exit that happened meanwhile is delivered", async () => {
    const id = await runDetached(containerd(), waitForGo);
    const pid = await initPid(containerd(), id);
    await containerd().crash();
    writeFileSync(`/proc/${pid}/root/tmp/go`, "");
    await eventually("the container has ended", () => !isAlive(pid));
    await containerd().boot();
    if (forgetsEnded) {
      expect(await containerd().ctr.task(id)).toBeUndefined();
    } else {
      await waitForStatus(containerd(), id, "STOPPED");
      expect((await containerd().ctr.try("tasks", "rm", id)).stderr).toContain("exit code 5");
    }
    await remove(containerd(), id);
  });

  test("an exit event of meanwhile reaches the new containerd", async () => {
    const id = await runDetached(containerd(), waitForGo);
    const pid = await initPid(containerd(), id);
    await containerd().crash();
    writeFileSync(`/proc/${pid}/root/tmp/go`, "");
    await eventually("the container has ended", () => !isAlive(pid));
    const before = containerd().log().length;
    await containerd().boot();
    // Not by `ctr events`: the event may be there before anybody could subscribe.
    await eventually("the exit event is forwarded", () =>
      /event forwarded.*topic=\/tasks\/exit/.test(containerd().log().slice(before)),
    );
    await remove(containerd(), id);
  });

  test("a stream goes on: not a byte of 32 MiB is lost or doubled", async () => {
    const bytes = 32 << 20;
    const id = await runDetached(containerd());
    // Past the daemon, which would not let its client live through this: an exec with a FIFO of ours.
    const shim = await TaskClient.connect(containerd().shimSocket(id));
    const stdout = join(containerd().fifoDirectory, "stream");
    makeFifo(stdout);
    const reader = new Reader(stdout);
    const command = ["sh", "-c", `sleep 0.5; ${patternCommand(bytes)}`];
    const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value: ociProcess(command) };
    await shim.call("Exec", { id, execId: "stream", stdout, spec });
    await shim.call("Start", { id, execId: "stream" });
    reader.pause();
    await containerd().crash();
    reader.resume();
    await eventually("the stream is under way", () => reader.bytes > 0);
    reader.pause();
    await containerd().boot();
    reader.resume();
    await shim.call("Wait", { id, execId: "stream" });
    await shim.call("Delete", { id, execId: "stream" });
    expect(await reader.toEnd()).toEqual({ bytes, crc: patternCrc(bytes) });
    shim.close();
    await containerd().ctr.run("tasks", "kill", "--signal", "KILL", id);
    await waitForStatus(containerd(), id, "STOPPED");
    await remove(containerd(), id);
  });

  test("an exec that began before ends with its code after", async () => {
    const id = await runDetached(containerd());
    const pid = await initPid(containerd(), id);
    const recorder = await EventRecorder.start(containerd());
    await containerd().ctr.run(...execWords(id, waitForGo, { execId: "long", flags: ["--detach"] }));
    await recorder.stop();
    await containerd().crash();
    await containerd().boot();
    const after = await EventRecorder.start(containerd());
    try {
      writeFileSync(`/proc/${pid}/root/tmp/go`, "");
      const [exit] = await after.waitFor(id, ["/tasks/exit"]);
      expect(exit?.fields).toMatchObject({ container_id: id, id: "long", exit_status: 5 });
    } finally {
      await after.stop();
    }
    await remove(containerd(), id);
  });
});
