import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseMountLine } from "../sys/mount.ts";
import { enableControllers } from "./enable-controllers.ts";
import { joinCgroup } from "./join.ts";
import { killAll } from "./kill.ts";
import { readMetrics } from "./metrics.ts";
import { type Cgroup, CgroupError, loadCgroup } from "./path.ts";

const work = mkdtempSync(join(tmpdir(), "cgroup-kill-"));
afterAll(() => rmSync(work, { recursive: true }));

function directory(path: string, files: Record<string, string> = {}): string {
  const full = join(work, path);
  mkdirSync(full, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(full, name), text);
  return full;
}

const freezer = "/sys/fs/cgroup/freezer";
const live = process.getuid?.() === 0 && existsSync(join(freezer, "cgroup.procs"));

function ended(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("exit", (_, signal) => resolve(signal)));
}

test.skipIf(!live)("killAll ends a tree of v1, frozen or not (needs root and cgroup v1)", async () => {
  const own = join(freezer, `cgroup-kill-${process.pid}`);
  const inner = join(own, "inner");
  for (const path of [own, inner]) mkdirSync(path);
  const cgroup: Cgroup = {
    kind: "v1",
    controllers: new Map([["freezer", own]]),
    mountPoints: new Map([["freezer", freezer]]),
  };
  try {
    for (const state of ["THAWED", "FROZEN"]) {
      const children = [own, inner].map((path) => {
        const child = spawn("sleep", ["60"]);
        writeFileSync(join(path, "cgroup.procs"), String(child.pid));
        return child;
      });
      const signals = children.map(ended);
      writeFileSync(join(own, "freezer.state"), state);
      expect(await killAll(cgroup)).toBe(true);
      expect(await Promise.all(signals)).toEqual(["SIGKILL", "SIGKILL"]);
    }
  } finally {
    for (const path of [inner, own]) rmdirSync(path);
  }
  expect(await killAll(cgroup)).toBe(true);
});

const unified = ["/sys/fs/cgroup/unified", "/sys/fs/cgroup"].find((path) =>
  existsSync(join(path, "cgroup.controllers")),
);
const liveV2 = process.getuid?.() === 0 && unified !== undefined;

test.skipIf(!liveV2)("killAll ends a tree of v2 (needs root and a cgroup v2 mount)", async () => {
  const root = unified ?? "";
  const name = `cgroup-kill-${process.pid}`;
  const path = join(root, name);
  mkdirSync(join(path, "inner"), { recursive: true });
  try {
    const children = [`/${name}`, `/${name}/inner`].map((cgroup) => {
      const child = spawn("sleep", ["60"]);
      joinCgroup(cgroup, child.pid ?? 0, { root, mode: "unified" });
      return child;
    });
    const signals = children.map(ended);
    const cgroup = loadCgroup(children[0]?.pid ?? 0, { root, mode: "unified" });
    expect(cgroup).toEqual({ kind: "v2", root, path });
    expect((await readMetrics(cgroup)).value.length).toBeGreaterThan(10);
    expect(await killAll(cgroup)).toBe(true);
    expect(await Promise.all(signals)).toEqual(["SIGKILL", "SIGKILL"]);
  } finally {
    for (const directory of [join(path, "inner"), path]) rmdirSync(directory);
  }
});

test("killAll refuses the root of a hierarchy and a cgroup with this process in it", async () => {
  const path = directory("v2/self", { "cgroup.procs": `${process.pid}\n` });
  const root = join(work, "v2");
  await expect(killAll({ kind: "v2", root, path })).rejects.toThrow(CgroupError);
  await expect(killAll({ kind: "v2", root, path: root })).rejects.toThrow(CgroupError);
  const mountPoints = new Map([["pids", root]]);
  await expect(killAll({ kind: "v1", controllers: new Map([["pids", root]]), mountPoints })).rejects.toThrow(
    CgroupError,
  );
});

test("killAll refuses what loadCgroup finds for a process in the root cgroups", async () => {
  const file = join(directory("roots"), "membership");
  writeFileSync(file, "3:pids:/\n2:freezer:/\n1:name=systemd:/\n0::/\n");
  const mounts = ["pids", "freezer", "name=systemd"]
    .map((name) => parseMountLine(`1 2 0:3 / ${directory(`roots/${name}`)} rw - cgroup cgroup rw,${name}`))
    .filter((mount) => mount !== undefined);
  const root = join(work, "roots");
  await expect(killAll(loadCgroup(1, { file, mounts, mode: "hybrid" }))).rejects.toThrow(CgroupError);
  await expect(killAll(loadCgroup(1, { file, root, mode: "unified" }))).rejects.toThrow(CgroupError);
});

test("killAll of v2 writes cgroup.kill, and signals where there is none", async () => {
  const root = join(work, "v2");
  const path = directory("v2/new", { "cgroup.kill": "", "cgroup.procs": "" });
  expect(await killAll({ kind: "v2", root, path })).toBe(true);
  expect(readFileSync(join(path, "cgroup.kill"), "utf8")).toBe("1");

  const child = spawn("sleep", ["60"]);
  const old = directory("v2/old", { "cgroup.procs": `0\n${child.pid}\n` });
  const signal = ended(child);
  expect(await killAll({ kind: "v2", root, path: old }, { attempts: 2, intervalMs: 1 })).toBe(false);
  expect(await signal).toBe("SIGKILL");
});

test("joinCgroup writes the pid into the cgroup of v2", () => {
  const path = directory("join/a/b", { "cgroup.procs": "" });
  joinCgroup("/a/b", 4711, { root: join(work, "join"), mode: "unified" });
  expect(readFileSync(join(path, "cgroup.procs"), "utf8")).toBe("4711");
});

for (const path of ["a", "/a/../b", "/a/", "/a//b", "/sys/fs/cgroup/a", "/./a", ""]) {
  test(`joinCgroup refuses ${JSON.stringify(path)}`, () => {
    expect(() => joinCgroup(path, 1, { root: work, mode: "unified" })).toThrow(
      `failed to load cgroup ${path}: invalid group path`,
    );
  });
}

test("joinCgroup says what failed", () => {
  expect(() => joinCgroup("/missing", 1, { root: work, mode: "unified" })).toThrow(
    "failed to join cgroup /missing: no such file or directory",
  );
  expect(() => joinCgroup("/missing", 1, { mode: "legacy", mounts: [] })).toThrow(
    "failed to load cgroup /missing: cgroup deleted",
  );
});

test("joinCgroup joins every hierarchy of v1 that has the cgroup", () => {
  const mounts = ["memory", "pids", "cpu"]
    .map((name) => parseMountLine(`1 2 0:3 / ${directory(`v1/${name}`)} rw - cgroup cgroup rw,${name}`))
    .filter((mount) => mount !== undefined);
  for (const name of ["memory", "pids"]) directory(`v1/${name}/shims`, { "cgroup.procs": "" });
  joinCgroup("/shims", 12, { mode: "hybrid", mounts });
  for (const name of ["memory", "pids"]) {
    expect(readFileSync(join(work, "v1", name, "shims", "cgroup.procs"), "utf8")).toBe("12");
  }
});

test("joinCgroup leaves no hierarchy of v1 upwards", () => {
  const mounts = [parseMountLine(`1 2 0:3 / ${directory("out/pids")} rw - cgroup cgroup rw,pids`)].filter(
    (mount) => mount !== undefined,
  );
  directory("out/shims", { "cgroup.procs": "" });
  directory("out/pids/out/shims", { "cgroup.procs": "" });
  expect(() => joinCgroup("/../shims", 13, { mode: "hybrid", mounts })).toThrow("cgroup deleted");
  joinCgroup("/../out/shims", 13, { mode: "hybrid", mounts });
  expect(readFileSync(join(work, "out/shims/cgroup.procs"), "utf8")).toBe("");
  expect(readFileSync(join(work, "out/pids/out/shims/cgroup.procs"), "utf8")).toBe("13");
});

test("enableControllers writes where something is missing, in ancestors only", () => {
  const root = directory("enable", {
    "cgroup.controllers": "cpu io memory\n",
    "cgroup.subtree_control": "cpu io memory\n",
  });
  directory("enable/pod", { "cgroup.subtree_control": "cpu\n" });
  const path = directory("enable/pod/c", { "cgroup.subtree_control": "" });
  enableControllers({ kind: "v2", root, path });
  const control = (at: string) => readFileSync(join(at, "cgroup.subtree_control"), "utf8");
  expect([control(root), control(join(root, "pod")), control(path)]).toEqual([
    "cpu io memory\n",
    "+cpu +io +memory",
    "",
  ]);
});

test("enableControllers throws the last failure and tries the others", () => {
  const root = directory("delegated", { "cgroup.controllers": "memory\n" });
  directory("delegated/a", { "cgroup.subtree_control": "" });
  const path = directory("delegated/a/b");
  expect(() => enableControllers({ kind: "v2", root, path })).toThrow("no such file or directory");
  expect(readFileSync(join(root, "a", "cgroup.subtree_control"), "utf8")).toBe("+memory");
});
