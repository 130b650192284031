import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MountEntry } from "../sys/mount.ts";
import { endCgroup } from "./remove.ts";
import { cgroupDirectories, missingDirectories } from "./spec-path.ts";

// Plain directories: rmdir(2) needs no cgroup, and one without cgroup.procs has no processes.
let root = "";
const children: ChildProcess[] = [];
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "runts-cgroup-"));
});
afterEach(() => {
  rmSync(root, { recursive: true });
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

function hierarchy(name: string, type: string): MountEntry {
  const mountPoint = join(root, name);
  mkdirSync(mountPoint, { recursive: true });
  return { root: "/", mountPoint, type, superOptions: [name] } as unknown as MountEntry;
}

function sleeper(): ChildProcess & { pid: number } {
  const child = spawn("sleep", ["1000"]);
  children.push(child);
  return child as ChildProcess & { pid: number };
}

const none = { isOurs: () => false };

describe("cgroupDirectories", () => {
  test("are one in each v1 hierarchy and in v2 beside them", () => {
    const mounts = [hierarchy("pids", "cgroup"), hierarchy("memory", "cgroup"), hierarchy("unified", "cgroup2")];
    const expected = mounts.map(({ mountPoint }) => `${mountPoint}/ns/id`);
    expect(cgroupDirectories("/ns/id", { root, mode: "hybrid", mounts })).toEqual(expected);
    mkdirSync(join(root, "memory/ns/id"), { recursive: true });
    expect(missingDirectories("/ns/id", { root, mode: "hybrid", mounts })).toEqual([expected[0], expected[2]]);
  });

  test.each([
    ["/../../../x", "/x"],
    ["/a/../../x", "/x"],
    ["/ns//./id/", "/ns/id"],
    ["/..x/id", "/..x/id"],
  ])("of %j lie in the hierarchy", (path, inside) => {
    expect(cgroupDirectories(path, { root, mode: "unified" })).toEqual([`${root}${inside}`]);
    const mounts = [hierarchy("pids", "cgroup")];
    expect(cgroupDirectories(path, { root, mode: "hybrid", mounts })).toEqual([`${root}/pids${inside}`]);
  });

  test.each(["", "/", "//", "/..", "/a/..", "system.slice:runc:id", "relative/path", "../x"])(
    "of %j are none",
    (path) => {
      expect(cgroupDirectories(path, { root, mode: "unified", mounts: [] })).toEqual([]);
    },
  );
});

describe("endCgroup", () => {
  test("removes the cgroups and those below them", async () => {
    const directories = ["pids", "memory"].map((name) => join(root, name, "ns/id"));
    for (const path of directories) mkdirSync(join(path, "below"), { recursive: true });
    await endCgroup(directories, none);
    for (const path of directories) {
      expect(existsSync(path)).toBe(false);
      expect(existsSync(join(path, ".."))).toBe(true);
    }
  });

  test("takes absence for success", async () => {
    await endCgroup([join(root, "nobody")], none);
  });

  test("kills what is ours and nothing else", async () => {
    const [ours, other] = [sleeper(), sleeper()];
    writeFileSync(join(root, "cgroup.procs"), `${ours.pid}\n${other.pid}\n`);
    const ended = once(ours, "exit");
    await expect(endCgroup([root], { isOurs: (pid) => pid === ours.pid, attempts: 2 })).rejects.toThrow(
      "is in use by others",
    );
    expect((await ended)[1]).toBe("SIGKILL");
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
    expect(existsSync(root)).toBe(true);
  });

  test("leaves a cgroup of others as it is, with what is below", async () => {
    const other = sleeper();
    writeFileSync(join(root, "cgroup.procs"), `${other.pid}\n`);
    mkdirSync(join(root, "below"));
    await expect(endCgroup([root], { ...none, attempts: 2 })).rejects.toThrow("is in use by others");
    expect(existsSync(join(root, "below"))).toBe(true);
    expect([other.exitCode, other.signalCode]).toEqual([null, null]);
  });
});
