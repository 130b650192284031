// A shim that lacks what it needs: disk, processes, memory. What can't be done fails, what has happened is told, and nothing is left.
// No descriptors: no-descriptors.test.ts; no daemon, and too much to do: plenty.test.ts.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { isSoak } from "../helpers/soak.ts";

const ours = describe.runIf(shimUnderTest.kind === "bun");
const isV1 = existsSync("/sys/fs/cgroup/memory");
const timeout = isSoak ? 3_600_000 : 60_000;

/** `path` is on a disk of its own while `body` runs, which can be filled. */
async function onSmallDisk(path: string, body: (disk: { fill(): void; free(): void }) => Promise<void>): Promise<void> {
  mkdirSync(path, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=512k,nr_inodes=200", "small", path]);
  const filler = join(path, "filler");
  const fill = () => {
    // Whole pages, until there is none.
    execFileSync("sh", ["-c", `cat /dev/zero >'${filler}' 2>/dev/null || :`]);
  };
  try {
    await body({ fill, free: () => rmSync(filler, { force: true }) });
  } finally {
    execFileSync("umount", ["--lazy", path]);
  }
}

/** A cgroup v1 of its own for the shim, removed when nobody is in it. */
async function inCgroup(
  controller: "memory" | "pids",
  { driver, pid }: { driver: ShimDriver; pid: number },
  body: (set: (file: string, value: number | string) => void, read: (file: string) => string) => Promise<void>,
): Promise<void> {
  // Not among the driver's own, which are its containers'.
  const path = `/sys/fs/cgroup/${controller}/runts-pressure-${driver.namespace}`;
  mkdirSync(path);
  writeFileSync(join(path, "cgroup.procs"), String(pid));
  try {
    await body(
      (file, value) => writeFileSync(join(path, file), String(value)),
      (file) => readFileSync(join(path, file), "utf8").trim(),
    );
  } finally {
    for (const each of readFileSync(join(path, "cgroup.procs"), "utf8").split("\n").filter(Boolean)) {
      writeFileSync(join(path, "..", "cgroup.procs"), each);
    }
    await eventually("the shim's cgroup is empty", () => {
      rmdirSync(path);
      return true;
    });
  }
}

const exitsWith3 = ["sh", "-c", "while [ ! -e /tmp/go ]; do sleep 0.01; done; exit 3"];

function letEnd({ pid }: TestContainer): void {
  writeFileSync(`/proc/${pid}/root/tmp/go`, "");
}

ours("with a full disk", () => {
  const driver = useDriver();

  test("under the bundle a Create fails, and works when there is room", async () => {
    await onSmallDisk(join(driver().directory, "bundles"), async ({ fill, free }) => {
      const bundle = driver().bundle({ args: exitsWith3 });
      const client = await driver().shim(bundle);
      fill();
      const request = bundle.createRequest();
      expect((await failure(client.call("Create", request))).message).toMatch(/no space left/);
      expect((await failure(client.call("State", { id: bundle.id }))).code).toBe(5);
      free();
      await client.call("Create", request);
      await driver().end(client, bundle);
      bundle.close();
    });
  });

  test("under the bundle an exit is told all the same, and everything is removed", async () => {
    await onSmallDisk(join(driver().directory, "bundles"), async ({ fill }) => {
      const container = await TestContainer.run(driver(), { args: exitsWith3 });
      fill();
      await failure(container.exec("e"));
      expect((await container.state()).status).toBe(2);
      letEnd(container);
      expect(await container.wait()).toBe(3);
      expect((await container.client.call("Delete", { id: container.id })).exitStatus).toBe(3);
      await driver().shutdown(container.client, container.bundle);
      const topics = driver()
        .events.topics(container.id)
        .filter((topic) => topic !== "exec-added");
      expect(topics).toEqual(["create", "start", "exit", "delete"]);
      expect(await container.bundle.delete()).toMatchObject({ pid: container.pid });
      container.bundle.close();
    });
  });

  test("under the runtime's state a Create fails and leaves nothing", async () => {
    const root = join(driver().directory, "small-runtime");
    await onSmallDisk(root, async ({ fill, free }) => {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      fill();
      await failure(client.call("Create", bundle.createRequest({ root })));
      free();
      await client.call("Create", bundle.createRequest({ root }));
      await driver().end(client, bundle);
      expect(readdirSync(join(root, driver().namespace))).toEqual([]);
    });
    rmdirSync(root);
  });
});

describe.runIf(shimUnderTest.kind === "bun" && isV1)("in a cgroup of its own", () => {
  const driver = useDriver();

  test("without room for a process: execs fail, exits are told, and all is well when there is room", async () => {
    const container = await TestContainer.run(driver(), { args: exitsWith3 });
    const running = await container.exec("before");
    const pid = container.bundle.shimPid() ?? 0;
    await inCgroup("pids", { driver: driver(), pid }, async (set, read) => {
      set("pids.max", read("pids.current"));
      for (const n of [1, 2, 3]) await failure(container.exec(`e${n}`));
      await container.kill(9, { execId: "before" });
      expect(await container.wait("before")).toBe(137);
      expect(isAlive(running)).toBe(false);
      letEnd(container);
      expect(await container.wait()).toBe(3);
      // The runtime can't be started to remove the container.
      await failure(container.client.call("Delete", { id: container.id }));
      set("pids.max", "max");
      expect((await container.client.call("Delete", { id: container.id })).exitStatus).toBe(3);
      await driver().shutdown(container.client, container.bundle);
    });
  });

  test("with less and less memory, until it can't live: `delete` tells the end", { timeout }, async () => {
    const container = await TestContainer.run(driver(), { args: exitsWith3 });
    const pid = container.bundle.shimPid() ?? 0;
    let execs = 0;
    await inCgroup("memory", { driver: driver(), pid }, async (set) => {
      for (let kib = 64 << 10; isAlive(pid) && kib >= 64; kib /= 2) {
        // What can't be reclaimed keeps the limit from being lowered.
        for (let attempt = 0; attempt < 3 && isAlive(pid); attempt += 1) {
          try {
            set("memory.limit_in_bytes", kib << 10);
          } catch {}
          execs += 1;
          const outcome = container.exec(`e${execs}`, ["true"]).catch(() => undefined);
          await Promise.race([outcome, container.client.closed, delay(3000)]);
        }
      }
      // It may live on with what it has, and be too poor to do anything.
      if (isAlive(pid)) await container.bundle.killShim();
      else await eventually("it is gone", () => !existsSync(`/proc/${pid}`) || !isAlive(pid));
    });
    container.client.close();
    expect(await container.bundle.delete()).toMatchObject({ pid: container.pid, exitStatus: 137 });
    expect(execs).toBeGreaterThan(0);
  });
});
