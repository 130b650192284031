// dockerd or containerd ends and comes back under running containers, with Docker's live-restore.

import { existsSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useDocker } from "../helpers/use-docker.ts";

const docker = useDocker({ configuration: { "live-restore": true } });

const awaitFile = (path: string) => `until [ -e ${path} ]; do sleep 0.02; done`;
// Writes while nobody is there, then ends with 5 as it is told.
const program = [
  "echo before",
  awaitFile("/down"),
  "for n in 1 2 3 4 5 6 7 8 9; do echo down $n; done",
  "touch /written",
  awaitFile("/end"),
  "echo after",
  "exit 5",
].join("; ");
const down = Array.from({ length: 9 }, (_, n) => `down ${n + 1}`);

/** A file in the container, which needs no daemon. */
function touch(pid: number, path: string): void {
  writeFileSync(`/proc/${pid}/root${path}`, "");
}

async function logs(id: string): Promise<string[]> {
  return (await docker().run("logs", id)).replaceAll("\r", "").split("\n");
}

async function runUntilLine(flags: readonly string[], script = program): Promise<{ id: string; pid: number }> {
  const id = await docker().runDetached(["sh", "-c", script], flags);
  await eventually("the first line", async () => (await logs(id))[0] === "before");
  return { id, pid: await docker().pid(id) };
}

describe.each([
  ["killed with -9", () => docker().crash()],
  ["ended in an orderly way", () => docker().shutDown()],
])("dockerd is %s and started again", (_name, leave) => {
  test.each([
    ["without a terminal", []],
    ["with a terminal", ["--tty"]],
  ])("a running container %s keeps its process, its output and its exit code (KF-067)", async (_kind, flags) => {
    const { id, pid } = await runUntilLine(flags);
    await leave();
    touch(pid, "/down");
    await eventually("it wrote to nobody", () => existsSync(`/proc/${pid}/root/written`));
    await docker().boot();
    expect(await docker().pid(id)).toBe(pid);
    expect(await docker().run("exec", id, "echo", "here")).toBe("here");
    await eventually("what it wrote meanwhile", async () => (await logs(id)).length === 10);
    await docker().run("exec", id, "touch", "/end");
    expect(await docker().run("wait", id)).toBe("5");
    expect(await logs(id)).toEqual(["before", ...down, "after"]);
    await docker().remove(id);
  });
});

/**
 * How often dockerd has closed the FIFO of a container that had ended before its own reader had opened it (containerd's client cancels
 * the stdio of what it deletes): on a busy machine one time in twenty. No shim can help it.
 */
const readersGivenUp = () => docker().log().split("reading from a closed fifo").length - 1;

describe("while dockerd is down", () => {
  test.each([
    ["without a terminal", []],
    ["with a terminal", ["--tty"]],
  ])(
    "a container %s ends: its exit code and last output are there afterwards (KF-009, KF-059)",
    async (_kind, flags) => {
      const all = ["before", ...down, "after"];
      for (let attempt = 0; ; attempt += 1) {
        const before = readersGivenUp();
        const { id, pid } = await runUntilLine(flags);
        await docker().crash();
        for (const path of ["/down", "/end"]) touch(pid, path);
        await eventually("it has ended", () => !isAlive(pid));
        await docker().boot();
        await eventually("docker knows", async () => (await docker().inspect(id, ".State.Running")) === false);
        expect(await docker().inspect(id, ".State")).toMatchObject({ Status: "exited", ExitCode: 5 });
        // dockerd says that it has ended before it has read all of it. The Go shim has thrown it away by then.
        const isRead = async () => readersGivenUp() > before || (await logs(id)).length >= all.length;
        if (isOurs) await eventually("it was read", isRead).catch(() => undefined);
        const found = await logs(id);
        await docker().remove(id);
        if (isOurs && found.length < all.length && readersGivenUp() > before && attempt < 4) continue;
        if (isOurs) expect(found).toEqual(all);
        return;
      }
    },
  );

  test("one with --restart=always ends, and is started again afterwards", async () => {
    const { id, pid } = await runUntilLine(["--restart=always"], "echo before; exec sleep 1000");
    await docker().crash();
    killProcess(pid, "SIGKILL");
    await eventually("it has ended", () => !isAlive(pid));
    await docker().boot();
    const again = await eventually("it runs again", async () => {
      const now = await docker().pid(id);
      return now !== 0 && now !== pid ? now : undefined;
    });
    expect(isAlive(again)).toBe(true);
    await docker().remove(id);
  });
});

test("containerd is killed with -9 and started again: containers run, are entered, end and are removed", async () => {
  const { id, pid } = await runUntilLine([]);
  await docker().containerd.crash();
  touch(pid, "/down");
  await docker().containerd.boot();
  // dockerd notices the new one in its own time.
  await eventually("an exec works", async () => (await docker().try("exec", id, "true")).exitCode === 0);
  expect(await docker().pid(id)).toBe(pid);
  touch(pid, "/end");
  expect(await docker().run("wait", id)).toBe("5");
  expect(await logs(id)).toEqual(["before", ...down, "after"]);
  await docker().remove(id);
});
