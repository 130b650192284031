import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parseMountLine } from "../sys/mount.ts";
import { readHugePageSizes } from "./huge-pages.ts";
import { CgroupError, loadCgroup, parseMemberships } from "./path.ts";

const work = mkdtempSync(join(tmpdir(), "cgroup-path-"));
afterAll(() => rmSync(work, { recursive: true }));

function directory(...parts: string[]): string {
  const path = join(work, ...parts);
  mkdirSync(path, { recursive: true });
  return path;
}

function membershipFile(text: string): string {
  const path = join(work, `membership-${readdirSync(work).length}`);
  writeFileSync(path, text);
  return path;
}

const table: [string, string, ReturnType<typeof parseMemberships>][] = [
  ["v2", "0::/a/b\n", [{ controllers: [], path: "/a/b" }]],
  ["the root cgroup", "0::/\n", [{ controllers: [], path: "/" }]],
  [
    "v1",
    "9:cpu,cpuacct:/docker/x\n1:name=systemd:/\n",
    [
      { controllers: ["cpu", "cpuacct"], path: "/docker/x" },
      { controllers: ["systemd"], path: "/" },
    ],
  ],
  [
    "hybrid",
    "3:memory:/m\n0::/u\n",
    [
      { controllers: ["memory"], path: "/m" },
      { controllers: [], path: "/u" },
    ],
  ],
  ["colons", "4:memory:/a:b/cri:c:d\n", [{ controllers: ["memory"], path: "/a:b/cri:c:d" }]],
  ["systemd's slices", "0::/system.slice/runc-x.scope\n", [{ controllers: [], path: "/system.slice/runc-x.scope" }]],
  ["spaces", "0::/a b (deleted)\n", [{ controllers: [], path: "/a b (deleted)" }]],
  ["an empty file", "", []],
];
for (const [name, text, expected] of table) {
  test(`parseMemberships reads ${name}`, () => expect(parseMemberships(text)).toEqual(expected));
}

for (const text of ["0:/a", "x::/a", "0::a", "::", "0:memory"]) {
  test(`parseMemberships refuses ${text}`, () => expect(() => parseMemberships(text)).toThrow(CgroupError));
}

test("loadCgroup finds the directory of v2", () => {
  const path = directory("v2", "kube:pods", "c 1");
  const file = membershipFile("0::/kube:pods/c 1\n");
  const root = join(work, "v2");
  expect(loadCgroup(1, { root, mode: "unified", file })).toEqual({ kind: "v2", root, path });
});

for (const [name, text] of [
  ["without a line for v2", "3:memory:/a\n"],
  ["that is outside of the namespace", "0::/../../x\n"],
  ["that is gone", "0::/gone (deleted)\n"],
  ["of an empty file", ""],
] as const) {
  test(`loadCgroup refuses a cgroup ${name}`, () => {
    const file = membershipFile(text);
    expect(() => loadCgroup(1, { root: join(work, "v2"), mode: "unified", file })).toThrow(CgroupError);
    expect(() => loadCgroup(1, { root: work, mode: "legacy", mounts: [], file })).toThrow(CgroupError);
  });
}

test("loadCgroup follows the mount roots of v1 and skips what is not there", () => {
  const mount = (root: string, at: string, options: string) =>
    parseMountLine(`1 2 0:3 ${root} ${at} rw - cgroup cgroup rw,${options}`);
  const mounts = [
    mount("/docker/x", directory("v1", "memory"), "memory"),
    mount("/", directory("v1", "cpu,cpuacct"), "cpu,cpuacct"),
    mount("/docker/y", directory("v1", "elsewhere"), "pids"),
    mount("/", directory("v1", "systemd"), "xattr,name=systemd"),
    mount("/", directory("v1", "freezer"), "freezer"),
  ].filter((entry) => entry !== undefined);
  directory("v1", "memory", "sub");
  directory("v1", "cpu,cpuacct", "docker", "x", "sub");
  const paths = ["2:memory", "3:cpu,cpuacct", "4:pids", "5:name=systemd", "6:freezer", "7:rdma"];
  const file = membershipFile(
    `${paths.map((start) => `${start}:${start.startsWith("5") ? "/" : "/docker/x/sub"}`).join("\n")}\n`,
  );
  const cgroup = loadCgroup(1, { mode: "hybrid", mounts, file });
  const v1 = join(work, "v1");
  expect(cgroup.kind === "v1" && Object.fromEntries(cgroup.controllers)).toEqual({
    memory: join(v1, "memory", "sub"),
    cpu: join(v1, "cpu,cpuacct", "docker", "x", "sub"),
    cpuacct: join(v1, "cpu,cpuacct", "docker", "x", "sub"),
    systemd: join(v1, "systemd"),
  });
});

test.each([
  ["/", "/../beside"],
  ["/..", "/../.."],
  ["/in", "/in/../../beside"],
])("loadCgroup does not leave a v1 mount of %s upwards for %s", (root, path) => {
  const at = directory("leave", "memory");
  directory("leave", "beside");
  const mounts = [parseMountLine(`1 2 0:3 ${root} ${at} rw - cgroup cgroup rw,memory`)].filter(
    (entry) => entry !== undefined,
  );
  const file = membershipFile(`2:memory:${path}\n`);
  expect(() => loadCgroup(1, { mode: "hybrid", mounts, file })).toThrow(CgroupError);
});

test("loadCgroup takes a cgroup for one whose name begins with two dots", () => {
  const path = directory("v2", "..x");
  const file = membershipFile("0::/..x\n");
  expect(loadCgroup(1, { root: join(work, "v2"), mode: "unified", file })).toMatchObject({ path });
});

test("loadCgroup says when there is no such process", () => {
  expect(() => loadCgroup(0x7fff_ffff)).toThrow("no such file or directory");
});

test("loadCgroup loads the cgroup of this process", () => {
  expect(["v1", "v2"]).toContain(loadCgroup(process.pid).kind);
});

test("readHugePageSizes spells sizes as the kernel's file names do", () => {
  for (const size of ["64", "2048", "32768", "1048576", "16777216"]) directory("huge", `hugepages-${size}kB`);
  expect(readHugePageSizes(join(work, "huge")).sort()).toEqual(["16GB", "1GB", "2MB", "32MB", "64KB"]);
  expect(readHugePageSizes(join(work, "missing"))).toEqual([]);
});
