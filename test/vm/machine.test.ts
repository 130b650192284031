// What the guest of scripts/test-vm has to offer: if this fails, so will the rest.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { cgroupMode } from "../../cgroups/mode.ts";

test("the hierarchy of cgroups is the unified one, with every controller that we read", () => {
  expect(cgroupMode()).toBe("unified");
  const controllers = readFileSync("/sys/fs/cgroup/cgroup.controllers", "utf8").trim().split(" ");
  expect(controllers).toEqual(expect.arrayContaining(["cpu", "cpuset", "io", "memory", "hugetlb", "pids", "rdma"]));
});

test("AppArmor is in the kernel and enabled", () => {
  expect(readFileSync("/sys/module/apparmor/parameters/enabled", "utf8")).toBe("Y\n");
});
