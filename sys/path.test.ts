import { describe, expect, test } from "vitest";
import { absolutePath, cleanPath, findExecutable, joinPath, parentOf } from "./path.ts";

// What Go's path.Clean and path.Join give.
describe("cleanPath", () => {
  for (const [path, clean] of [
    ["", "."],
    [".", "."],
    ["/", "/"],
    ["//a///b/", "/a/b"],
    ["a/./b/../c", "a/c"],
    ["/..", "/"],
    ["/../a/../../b", "/b"],
    ["../a/..", ".."],
    ["../../a", "../../a"],
    ["a/..", "."],
    ["/run/containerd/containerd.sock/k8s.io/x", "/run/containerd/containerd.sock/k8s.io/x"],
  ] as const) {
    test(`${JSON.stringify(path)} is ${clean}`, () => expect(cleanPath(path)).toBe(clean));
  }
});

test("joinPath leaves empty parts out and cleans the rest", () => {
  expect(joinPath("", "", "")).toBe("");
  expect(joinPath("", "a", "", "/b/")).toBe("a/b");
  expect(joinPath("/run/x.sock", "ns", "../other")).toBe("/run/x.sock/other");
});

test("parentOf and absolutePath", () => {
  expect(["/a/b", "/a", "/", "a/b", "a"].map(parentOf)).toEqual(["/a", "/", "/", "a", "."]);
  expect(absolutePath("/a/../b")).toBe("/b");
  expect(absolutePath("../x")).toBe(joinPath(process.cwd(), "../x"));
});

test("findExecutable looks through PATH, and takes a name with a slash as it is", () => {
  expect(findExecutable("sh", "/nowhere:/bin")).toBe("/bin/sh");
  expect(findExecutable("/bin/sh", "")).toBe("/bin/sh");
  expect(findExecutable("etc", "/")).toBeUndefined();
  expect(findExecutable("passwd", "/etc")).toBeUndefined();
  expect(findExecutable("/nowhere/sh")).toBeUndefined();
});
