import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { openDescriptors } from "../sys/fd.ts";
import { watchOom } from "./oom.ts";
import type { Cgroup } from "./path.ts";

/** Without what tells of all of them. */
const watching = () => openDescriptors().filter((line) => !line.endsWith(" readiness"));

/** An inotify instance stays for a second, in case it is used again. */
const nothingIsOpen = () => expect.poll(watching, { timeout: 5000 }).toEqual([]);

const work = mkdtempSync(join(tmpdir(), "cgroup-oom-"));
afterAll(() => rmSync(work, { recursive: true }));

let fixtures = 0;

function writeEvents(directory: string, oom: number, kills: number): void {
  const file = join(directory, "memory.events");
  const text = `low 0\nhigh 0\nmax 9\noom ${oom}\noom_kill ${kills}\noom_group_kill 0\n`;
  writeFileSync(file, text, { flag: existsSync(file) ? "r+" : "w" });
}

/** A stand-in for a cgroup v2: an ordinary file can be watched like memory.events. */
function fixture(): { cgroup: Cgroup; path: string; set: (oom: number, kills: number) => void } {
  fixtures += 1;
  const path = join(work, String(fixtures));
  mkdirSync(path);
  const set = (oom: number, kills: number) => writeEvents(path, oom, kills);
  set(0, 0);
  return { cgroup: { kind: "v2", root: work, path }, path, set };
}

test("watchOom of v2 reports increases of oom_kill only (KF-084)", async () => {
  const { cgroup, set } = fixture();
  const counts: number[] = [];
  const watch = watchOom(cgroup, (count) => counts.push(count));
  set(5, 0);
  await sleep(50);
  expect(counts).toEqual([]);
  set(7, 2);
  await expect.poll(() => counts).toEqual([2]);
  set(8, 3);
  await expect.poll(() => counts).toEqual([2, 1]);
  watch.stop();
  watch.stop();
  expect(counts).toEqual([2, 1]);
  await nothingIsOpen();
});

test("stop() reports what nobody woke it for, at once and once (KF-085)", () => {
  const { cgroup, set } = fixture();
  const counts: number[] = [];
  const watch = watchOom(cgroup, (count) => counts.push(count));
  set(1, 1);
  watch.stop();
  expect(counts).toEqual([1]);
  set(2, 2);
  watch.stop();
  expect(counts).toEqual([1]);
});

test("watchOom leaves what was counted before alone, and finds what came before the watch was told", async () => {
  const { cgroup, set } = fixture();
  set(4, 4);
  const counts: number[] = [];
  const watch = watchOom(cgroup, (count) => counts.push(count));
  await sleep(20);
  expect(counts).toEqual([]);
  set(5, 5);
  await expect.poll(() => counts).toEqual([1]);
  watch.stop();
});

test("watchOom is silent about a cgroup that vanishes (KF-088)", async () => {
  const { cgroup, path } = fixture();
  const watch = watchOom(cgroup, () => expect.unreachable());
  rmSync(path, { recursive: true });
  await sleep(50);
  watch.stop();
  watchOom(cgroup, () => expect.unreachable()).stop();
  watchOom({ kind: "v1", controllers: new Map([["memory", path]]), mountPoints: new Map() }, () =>
    expect.unreachable(),
  ).stop();
  watchOom({ kind: "v1", controllers: new Map(), mountPoints: new Map() }, () => expect.unreachable()).stop();
  await nothingIsOpen();
});

describe("when systemd removes the scope", () => {
  /** A slice with one container, both counting nothing yet. */
  function scope({ below = "" } = {}) {
    const { path: slice, set: setSlice } = fixture();
    const directory = join(slice, "runts-some.scope");
    const path = join(directory, below);
    mkdirSync(path, { recursive: true });
    const set = (oom: number, kills: number) => writeEvents(path, oom, kills);
    set(0, 0);
    setSlice(3, 3);
    const counts: number[] = [];
    const watch = watchOom({ kind: "v2", root: work, path }, (count) => counts.push(count));
    return { counts, watch, set, setSlice, remove: () => rmSync(directory, { recursive: true }) };
  }

  /** As long as news may take to arrive. */
  const settle = () => sleep(50);

  for (const below of ["", "container"]) {
    test(`stop() reports the kill that nobody had looked at: ${below || "the scope itself"} (KF-085)`, async () => {
      const { counts, watch, set, setSlice, remove } = scope({ below });
      set(1, 1);
      setSlice(4, 4);
      remove();
      watch.stop();
      watch.stop();
      expect(counts).toEqual([1]);
      await nothingIsOpen();
    });
  }

  test("a wake-up that comes after it reports the kill, and stop() not again", async () => {
    const { counts, watch, set, setSlice, remove } = scope();
    set(1, 1);
    setSlice(4, 4);
    remove();
    await expect.poll(() => counts).toEqual([1]);
    watch.stop();
    expect(counts).toEqual([1]);
  });

  test("a kill that was seen is not reported again, whenever the slice counts it", async () => {
    for (const sliceFirst of [true, false]) {
      const { counts, watch, set, setSlice, remove } = scope();
      if (sliceFirst) setSlice(4, 4);
      set(1, 1);
      await expect.poll(() => counts).toEqual([1]);
      setSlice(4, 4);
      set(2, 1);
      remove();
      watch.stop();
      expect(counts).toEqual([1]);
    }
  });

  test("a neighbour's kill is not the container's (KF-088, KF-089)", async () => {
    const { counts, watch, setSlice, remove } = scope();
    setSlice(4, 4);
    remove();
    await settle();
    watch.stop();
    expect(counts).toEqual([]);
  });

  test("a neighbour's kill before the last look is not the container's", async () => {
    const { counts, watch, set, setSlice, remove } = scope();
    setSlice(4, 4);
    set(1, 0);
    await settle();
    remove();
    watch.stop();
    expect(counts).toEqual([]);
  });

  test("a change without a kill in the slice is none", async () => {
    const { counts, watch, set, remove } = scope();
    set(1, 0);
    remove();
    watch.stop();
    expect(counts).toEqual([]);
  });

  test("a kill whose news the kernel held back and dropped is reported", async () => {
    const { counts, watch, set, setSlice, remove } = scope();
    set(1, 0);
    await settle();
    setSlice(4, 4);
    remove();
    watch.stop();
    expect(counts).toEqual([1]);
  });
});

test("a thousand watches of v2 share one inotify instance and leave none (KF-087)", async () => {
  const watches = Array.from({ length: 1000 }, () => watchOom(fixture().cgroup, () => {}));
  expect(watching()).toHaveLength(1);
  for (const watch of watches) watch.stop();
  await nothingIsOpen();
});

test("two watches of one cgroup end separately", async () => {
  const { cgroup, set } = fixture();
  const counts: string[] = [];
  const first = watchOom(cgroup, () => counts.push("first"));
  const second = watchOom(cgroup, () => counts.push("second"));
  first.stop();
  set(1, 1);
  await expect.poll(() => counts).toEqual(["second"]);
  second.stop();
  await nothingIsOpen();
});

const memoryRoot = "/sys/fs/cgroup/memory";
const live = process.getuid?.() === 0 && existsSync(join(memoryRoot, "cgroup.event_control"));
const limit = 16 << 20;

async function inMemoryCgroups(count: number, f: (directories: string[]) => Promise<void>): Promise<void> {
  const directories = Array.from({ length: count }, (_, at) => join(memoryRoot, `cgroup-oom-${process.pid}-${at}`));
  try {
    for (const directory of directories) {
      mkdirSync(directory);
      writeFileSync(join(directory, "memory.limit_in_bytes"), String(limit));
      const swap = join(directory, "memory.memsw.limit_in_bytes");
      if (existsSync(swap)) writeFileSync(swap, String(limit));
    }
    await f(directories);
  } finally {
    for (const directory of directories) if (existsSync(directory)) rmdirSync(directory);
  }
}

/** Runs a process in the cgroup that eats memory until it is killed. */
async function eatMemory(directory: string): Promise<NodeJS.Signals | null> {
  const script = `echo $$ > ${directory}/cgroup.procs && exec tail /dev/zero`;
  const child = spawn("sh", ["-c", script], { stdio: "ignore" });
  return new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
}

function v1(directory: string): Cgroup {
  return { kind: "v1", controllers: new Map([["memory", directory]]), mountPoints: new Map([["memory", memoryRoot]]) };
}

test.skipIf(!live)(
  "watchOom of v1 reports a real kill once, to its own cgroup (needs root and cgroup v1)",
  async () => {
    await inMemoryCgroups(2, async ([first = "", second = ""]) => {
      const counts: string[] = [];
      const watches = [
        watchOom(v1(first), (count) => counts.push(`first ${count}`)),
        watchOom(v1(second), (count) => counts.push(`second ${count}`)),
      ];
      expect(watching()).toHaveLength(1);
      expect(await eatMemory(first)).toBe("SIGKILL");
      await expect.poll(() => counts).toEqual(["first 1"]);
      expect(await eatMemory(second)).toBe("SIGKILL");
      await expect.poll(() => counts).toEqual(["first 1", "second 1"]);
      expect(await eatMemory(second)).toBe("SIGKILL");
      await expect.poll(() => counts).toEqual(["first 1", "second 1", "second 1"]);
      watches[0]?.stop();
      // Removing a cgroup signals the eventfd too.
      rmdirSync(first);
      await sleep(100);
      for (const watch of watches) watch.stop();
      expect(counts).toHaveLength(3);
    });
    await nothingIsOpen();
  },
);

test.skipIf(!live)("stop() finds the kill of v1 that ended the container (needs root and cgroup v1)", async () => {
  await inMemoryCgroups(1, async ([directory = ""]) => {
    for (let round = 0; round < 10; round += 1) {
      const counts: number[] = [];
      const watch = watchOom(v1(directory), (count) => counts.push(count));
      expect(await eatMemory(directory)).toBe("SIGKILL");
      watch.stop();
      expect(counts).toEqual([1]);
    }
  });
  await nothingIsOpen();
});

test.skipIf(!live)(
  "watchOom of v1 counts kills in cgroups that the container made (needs root and cgroup v1)",
  async () => {
    await inMemoryCgroups(1, async ([directory = ""]) => {
      const inner = join(directory, "inner");
      mkdirSync(inner);
      try {
        let kills = 0;
        const watch = watchOom(v1(directory), (count) => {
          kills += count;
        });
        expect(await eatMemory(inner)).toBe("SIGKILL");
        await expect.poll(() => kills).toBe(1);
        watch.stop();
        expect(readFileSync(join(directory, "memory.oom_control"), "utf8")).toContain("under_oom 0");
      } finally {
        rmdirSync(inner);
      }
    });
    await nothingIsOpen();
  },
);
