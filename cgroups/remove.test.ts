import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MountEntry } from "../sys/mount.ts";
import { endCgroup } from "./remove.ts";

// Plain directories: rmdir(2) needs no cgroup, and one without cgroup.procs has no processes.
let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "runts-cgroup-"));
});
afterEach(() => rmSync(root, { recursive: true }));

function hierarchy(name: string, type: string): MountEntry {
  const mountPoint = join(root, name);
  mkdirSync(mountPoint, { recursive: true });
  return { root: "/", mountPoint, type, superOptions: [name] } as unknown as MountEntry;
}

describe("endCgroup", () => {
  test("removes the cgroup and those below it from every v1 hierarchy", async () => {
    const mounts = [hierarchy("pids", "cgroup"), hierarchy("memory", "cgroup"), hierarchy("unified", "cgroup2")];
    for (const { mountPoint } of mounts) mkdirSync(join(mountPoint, "ns/id/below"), { recursive: true });
    await endCgroup("/ns/id", { kill: true, root, mode: "hybrid", mounts });
    for (const { mountPoint } of mounts) {
      expect(existsSync(join(mountPoint, "ns/id"))).toBe(false);
      expect(existsSync(join(mountPoint, "ns"))).toBe(true);
    }
  });

  test("removes it from the unified hierarchy", async () => {
    mkdirSync(join(root, "ns/id"), { recursive: true });
    await endCgroup("/ns/id", { kill: false, root, mode: "unified", mounts: [] });
    expect(existsSync(join(root, "ns/id"))).toBe(false);
  });

  test.each(["", "/", "//", "system.slice:runc:id", "relative/path"])(
    "leaves everything alone for %j",
    async (path) => {
      mkdirSync(join(root, "relative/path"), { recursive: true });
      await endCgroup(path, { kill: true, root, mode: "unified", mounts: [] });
      expect(existsSync(join(root, "relative/path"))).toBe(true);
    },
  );

  test("takes absence for success", async () => {
    await endCgroup("/ns/nobody", { kill: true, root, mode: "unified", mounts: [] });
  });
});
