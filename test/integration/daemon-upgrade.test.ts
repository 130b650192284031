// The daemon is replaced by another generation on the same root and state: the containers did not notice.

import { existsSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, inject, test } from "vitest";
import { execWords, initPid, remove, runDetached, waitForStatus } from "../helpers/containers.ts";
import { daemonOf, daemonUnderTest, type Generation } from "../helpers/daemon-under-test.ts";
import { describeLeftovers, removeLeftovers, settle, takeBaseline } from "../helpers/leftovers.ts";
import { PrivateContainerd } from "../helpers/private-containerd.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";

interface Path {
  generations: readonly [Generation, ...Generation[]];
  /** How a daemon goes: killed with -9, or told to stop. */
  end: "crash" | "shutDown";
}

const paths: Path[] = [
  { generations: ["1.6", "1.7", "2.1"], end: "crash" },
  { generations: ["1.6", "2.1"], end: "crash" },
  { generations: ["2.1", "1.7"], end: "crash" },
  { generations: ["1.6", "1.7", "2.1", "1.7", "1.6"], end: "shutDown" },
  { generations: ["2.1", "1.6"], end: "crash" },
];

const baseline = takeBaseline();
let containerd: PrivateContainerd | undefined;

function current(): PrivateContainerd {
  if (containerd === undefined) throw new Error("containerd is not running");
  return containerd;
}

async function checkExec(id: string, generation: Generation): Promise<void> {
  const exec = await current().ctr.try(...execWords(id, ["sh", "-c", `echo ${generation}; exit 7`]));
  expect(exec).toMatchObject({ exitCode: 7, stdout: `${generation}\n` });
}

async function killAndDelete(id: string): Promise<void> {
  const { ctr } = current();
  await ctr.run("tasks", "kill", "--signal", "KILL", id);
  await waitForStatus(current(), id, "STOPPED");
  expect((await ctr.try("tasks", "rm", id)).stderr).toContain("exit code 137");
  await remove(current(), id);
}

/** It does not depend on the daemon under test, so once is enough. */
describe.runIf(daemonUnderTest.generation === "1.6" && isOurs)("a daemon that is replaced", () => {
  beforeEach(() => {
    containerd = undefined;
  });
  afterEach(async () => {
    const left = await settle(current(), { baseline });
    if (left.length > 0) await removeLeftovers(current(), baseline);
    await current().stop();
    expect(describeLeftovers(left), "left behind by this test").toBe("");
  });

  test.each(paths)("by $generations ($end) keeps its containers", async ({ generations, end }) => {
    const [first, ...later] = generations;
    containerd = await PrivateContainerd.start({
      shim: shimUnderTest,
      daemon: daemonOf(first),
      imageArchive: inject("imageArchive"),
    });
    // One to kill under each of the later daemons.
    const ids = await Promise.all(later.map(() => runDetached(current())));
    for (const [index, generation] of later.entries()) {
      const before = await containerd.ctr.tasks();
      await containerd[end]();
      await containerd.bootAs(daemonOf(generation));
      expect(await containerd.ctr.run("version")).toMatch(new RegExp(`Version: +v?${generation.replace(".", "\\.")}`));
      expect(await containerd.ctr.tasks()).toEqual(before);
      for (const id of ids.slice(index)) await checkExec(id, generation);
      await killAndDelete(ids[index] as string);
      // The new daemon and the shim's executable go on as if nothing had been.
      const fresh = await runDetached(containerd);
      await checkExec(fresh, generation);
      await killAndDelete(fresh);
    }
  });

  test("cleans up after a container whose shim was killed in between", async () => {
    containerd = await PrivateContainerd.start({
      shim: shimUnderTest,
      daemon: daemonOf("1.6"),
      imageArchive: inject("imageArchive"),
    });
    const id = await runDetached(containerd);
    const pid = await initPid(containerd, id);
    const shim = containerd.shimPid(id);
    await containerd.crash();
    killProcess(shim, "SIGKILL");
    await containerd.bootAs(daemonOf("2.1"));
    expect(await containerd.ctr.task(id)).toBeUndefined();
    expect(isAlive(pid)).toBe(false);
    expect(existsSync(containerd.shimSocket(id))).toBe(false);
    expect((await containerd.ctr.try("tasks", "start", "--detach", id)).exitCode).toBe(0);
    await remove(containerd, id);
  });
});
