// The room cgroups/ on the kernel's own cgroup v2, with every controller.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enableControllers } from "../../cgroups/enable-controllers.ts";
import { killAll } from "../../cgroups/kill.ts";
import { readMetrics } from "../../cgroups/metrics.ts";
import { watchOom } from "../../cgroups/oom.ts";
import { type Cgroup, cgroupExists, loadCgroup } from "../../cgroups/path.ts";
import { io } from "../../proto/gen/cgroups-v2.js";
import { eventually } from "../helpers/eventually.ts";
import { readCgroup, readCounters } from "./lanes.ts";

const root = "/sys/fs/cgroup";
const parent = join(root, "runts-test.slice");
const directory = join(parent, "inner");
const children: ChildProcess[] = [];

beforeEach(() => mkdirSync(directory, { recursive: true }));

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGKILL");
      await once(child, "exit");
    }
  }
  rmdirSync(directory);
  rmdirSync(parent);
});

/** A shell that runs `script` when it is in the cgroup. */
async function enter(script: string, cgroup = directory): Promise<{ child: ChildProcess; cgroup: Cgroup }> {
  const child = spawn("sh", ["-c", `read go; ${script}`], { stdio: ["pipe", "ignore", "ignore"] });
  children.push(child);
  const pid = child.pid as number;
  writeFileSync(join(cgroup, "cgroup.procs"), String(pid));
  const loaded = loadCgroup(pid);
  child.stdin?.end("\n");
  return { child, cgroup: loaded };
}

test("loadCgroup finds the directory of a process", async () => {
  const { cgroup } = await enter("exec sleep 1000");
  expect(cgroup).toEqual({ kind: "v2", root, path: directory });
  expect(cgroupExists(cgroup)).toBe(true);
});

test("enableControllers makes every controller of the root reach the cgroup", async () => {
  const { cgroup } = await enter("exec sleep 1000");
  enableControllers(cgroup);
  expect(readCgroup(directory, "cgroup.controllers")).toBe(readCgroup(root, "cgroup.controllers"));
  // Again is legal.
  enableControllers(cgroup);
});

test("readMetrics reads every group of figures", async () => {
  const { cgroup } = await enter("exec sleep 1000");
  enableControllers(cgroup);
  writeFileSync(join(directory, "memory.max"), String(64 << 20));
  writeFileSync(join(directory, "pids.max"), "20");
  const { typeUrl, value } = await readMetrics(cgroup);
  expect(typeUrl).toBe("io.containerd.cgroups.v2.Metrics");
  const metrics = io.containerd.cgroups.v2.Metrics.decode(value);
  expect([Number(metrics.pids?.current), Number(metrics.pids?.limit)]).toEqual([1, 20]);
  expect(Number(metrics.memory?.usageLimit)).toBe(64 << 20);
  expect(Number(metrics.cpu?.usageUsec)).toBeGreaterThan(0);
  expect(metrics.cpu?.psi?.some).toBeDefined();
  expect(metrics.memory?.psi?.full).toBeDefined();
  expect(metrics.io?.psi?.some).toBeDefined();
  expect(metrics.memoryEvents).toBeDefined();
  const sizes = readFileSync("/proc/meminfo", "utf8").includes("Hugepagesize:") ? ["2MB"] : [];
  expect(metrics.hugetlb.map(({ pagesize }) => pagesize)).toEqual(expect.arrayContaining(sizes));
  const { length } = Object.keys(readCounters(directory, "memory.stat"));
  expect(length).toBeGreaterThan(30);
});

test("watchOom reports each kill once, and the last one at stop", async () => {
  const kills: number[] = [];
  const total = () => kills.reduce((sum, count) => sum + count, 0);
  const hungry = "tail /dev/zero";
  const { cgroup, child } = await enter(`${hungry}; read go; exec ${hungry}`);
  enableControllers(cgroup);
  writeFileSync(join(directory, "memory.max"), String(16 << 20));
  const watch = watchOom(cgroup, (count) => kills.push(count));
  await once(child, "exit");
  // Nothing waits for the event loop's turn here.
  watch.stop();
  expect(total()).toBe(readCounters(directory, "memory.events").oom_kill);
  expect(total()).toBeGreaterThan(0);
});

test("watchOom wakes by itself, and ignores what went before", async () => {
  const first = await enter("exec tail /dev/zero");
  enableControllers(first.cgroup);
  writeFileSync(join(directory, "memory.max"), String(16 << 20));
  await once(first.child, "exit");
  const kills: number[] = [];
  const second = await enter("tail /dev/zero; exec sleep 1000");
  const before = readCounters(directory, "memory.events").oom_kill ?? 0;
  const watch = watchOom(second.cgroup, (count) => kills.push(count));
  await eventually("a second kill", () => (readCounters(directory, "memory.events").oom_kill ?? 0) > before);
  await eventually("the news of it", () => kills.length > 0);
  expect(kills).toEqual([1]);
  watch.stop();
});

test("killAll ends a frozen tree of cgroups", async () => {
  const below = join(directory, "below");
  mkdirSync(below);
  const { cgroup, child } = await enter("sleep 1000 & exec sleep 1000");
  const deep = await enter("exec sleep 1000", below);
  writeFileSync(join(directory, "cgroup.freeze"), "1");
  await eventually("all is frozen", () => readCounters(directory, "cgroup.events").frozen === 1);
  const exits = [once(child, "exit"), once(deep.child, "exit")];
  expect(await killAll(cgroup)).toBe(true);
  await Promise.all(exits);
  expect(readCounters(directory, "cgroup.events").populated).toBe(0);
  rmdirSync(below);
});
