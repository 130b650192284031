// OOM kills of real containers: told once each, before the exit that they cause, and without holding anybody up.

import { readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { execWords, remove, runDetached, runWords, waitForStatus } from "../helpers/containers.ts";
import { EventRecorder } from "../helpers/events.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

// A shell that doubles a string: 16 MiB are full after a moment, and nothing is written to a disk.
const eat = "s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";
const limit = 16 << 20;
const life = ["create", "start", "oom", "exit", "delete"];

// Without the ordering of 2.3 the older Go shims publish the exit first now and then.
const ordered = isOurs ? test : test.skip;

describeRuntimes("OOM kills", ({ driver, options: runc, name }) => {
  ordered("of an init whose first act it is come before its exit, 10 times (KF-085)", async () => {
    for (let round = 0; round < 10; round += 1) {
      const container = await TestContainer.run(driver(), { runc, memoryLimit: limit, args: ["sh", "-c", eat] });
      expect(await container.wait()).toBe(137);
      await container.end();
      expect(await container.events(5)).toEqual(life);
    }
  });

  ordered("that come before the runtime's start has ended are told after the start", async () => {
    const commands = new CommandDirectory();
    commands.script(name, `${name} "$@" || exit; case " $* " in *" start "*) sleep 0.5;; esac`);
    try {
      const slow = { ...runc, binaryName: join(commands.path, name) };
      const container = await TestContainer.run(driver(), { runc: slow, memoryLimit: limit, args: ["sh", "-c", eat] });
      expect(await container.wait()).toBe(137);
      await container.end();
      expect(await container.events(5)).toEqual(life);
    } finally {
      commands.remove();
    }
  });

  test("of a child are told while init goes on, one event for each (KF-084)", async () => {
    const program = `for i in 1 2 3; do sh -c '${eat}'; echo $?; sleep 0.5; done; exec sleep 1000`;
    const container = await TestContainer.run(driver(), { runc, memoryLimit: limit, args: ["sh", "-c", program] });
    expect(await container.events(5)).toEqual(["create", "start", "oom", "oom", "oom"]);
    await container.end();
    expect(await container.events(7)).toHaveLength(7);
  });

  ordered("of an exec come before the exit of that exec's container", async () => {
    const container = await TestContainer.run(driver(), { runc, memoryLimit: limit });
    await container.exec("hungry", ["sh", "-c", eat]);
    expect(await container.wait("hungry")).toBe(137);
    await container.end();
    const topics = await container.events(8);
    expect(topics.filter((topic) => topic === "oom")).toHaveLength(1);
    expect(topics.indexOf("oom")).toBeLessThan(topics.lastIndexOf("exit"));
  });

  test.runIf(isOurs)(
    "are watched through one descriptor for all containers, and none afterwards (KF-087)",
    async () => {
      const first = await TestContainer.run(driver(), { runc });
      const shim = first.bundle.shimPid();
      const watches = () =>
        readdirSync(`/proc/${shim}/fd`)
          .map((fd) => readLink(`/proc/${shim}/fd/${fd}`))
          .filter((target) => /eventfd|inotify/.test(target)).length;
      const before = watches();
      for (let round = 0; round < 5; round += 1) {
        const bundle = driver().bundle();
        await first.client.call("Create", bundle.createRequest(runc));
        await first.client.call("Start", { id: bundle.id });
        expect(watches()).toBe(before);
        await first.client.call("Kill", { id: bundle.id, signal: 9 });
        await first.client.call("Wait", { id: bundle.id });
        await first.client.call("Delete", { id: bundle.id });
      }
      expect(watches()).toBe(before);
      await first.end();
    },
  );

  test("do not exist for a container that is killed or ends by itself", async () => {
    const container = await TestContainer.run(driver(), { runc, memoryLimit: limit });
    await container.end();
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });

  test("of one container of a group are not told of the other (KF-089)", async () => {
    const first = await TestContainer.run(driver(), { runc, memoryLimit: limit });
    const bundle = driver().bundle({ memoryLimit: limit, args: ["sh", "-c", eat] });
    await first.client.call("Create", bundle.createRequest(runc));
    await first.client.call("Start", { id: bundle.id });
    await first.client.call("Wait", { id: bundle.id });
    await first.client.call("Delete", { id: bundle.id });
    await first.end();
    expect(await driver().events.waitFor(bundle.id, 5)).toHaveLength(5);
    expect(await first.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });

  test.runIf(isOurs)("that can't be delivered hold no exit up (KF-086)", async () => {
    const first = await TestContainer.run(driver(), { runc, memoryLimit: limit, args: ["sh", "-c", `read x; ${eat}`] });
    const other = driver().bundle({ args: ["sleep", "1000"] });
    let release: () => void = () => {};
    const stalled = new Promise<void>((resolve) => {
      release = resolve;
    });
    driver().events.treatment = ({ topic }) => (topic === "/tasks/oom" ? stalled : undefined);
    try {
      const { client } = first;
      await client.call("Create", other.createRequest(runc));
      await client.call("Start", { id: other.id });
      expect(await first.wait()).toBe(137);
      await client.call("Kill", { id: other.id, signal: 9 });
      const { exitStatus } = await client.call("Wait", { id: other.id }, { timeoutMs: 1000 });
      expect(exitStatus).toBe(137);
      await client.call("Delete", { id: other.id });
      release();
      expect(await driver().events.waitFor(other.id, 4)).toEqual(["create", "start", "exit", "delete"]);
    } finally {
      release();
      driver().events.treatment = () => {};
    }
    await first.end();
    expect((await first.events(5)).slice(0, 3)).toEqual(["create", "start", "oom"]);
  });
});

const containerd = useContainerd();

ordered("ctr events shows the OOM kill of a container with --memory-limit before its exit", async () => {
  const recorder = await EventRecorder.start(containerd());
  try {
    const id = containerd().newId();
    const words = runWords(containerd(), ["sh", "-c", eat], { id, flags: ["--rm", "--memory-limit", String(limit)] });
    expect((await containerd().ctr.try(...words)).exitCode).toBe(137);
    const topics = (
      await recorder.waitFor(
        id,
        life.map((topic) => `/tasks/${topic}`),
      )
    ).map(({ topic }) => topic);
    expect(topics).toEqual(life.map((topic) => `/tasks/${topic}`));
  } finally {
    await recorder.stop();
  }
});

test("an exec of ctr that is killed for its memory exits with 137", async () => {
  const id = await runDetached(containerd(), ["sleep", "1000"], { flags: ["--memory-limit", String(limit)] });
  expect((await containerd().ctr.try(...execWords(id, ["sh", "-c", eat]))).exitCode).toBe(137);
  await waitForStatus(containerd(), id, "RUNNING");
  await remove(containerd(), id);
});

function readLink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return ""; // closed meanwhile
  }
}
