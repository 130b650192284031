import { describe, expect, test } from "vitest";
import { checkKernel } from "./kernel.ts";

const fine: Readonly<Record<string, string>> = {
  "/proc/sys/fs/file-nr": "1000\t0\t9223372036854775807",
  "/proc/loadavg": "0.1 0.1 0.1 1/300 999",
  "/proc/sys/kernel/pid_max": "4194304",
  "/proc/key-users": "    0:    12 11/11 10/200 250/20000\n 1000: 1 1/1 190/200 1/2",
  "/proc/sys/fs/inotify/max_user_instances": "8192",
};

const findingsWith = (changes: Readonly<Record<string, string>>) =>
  checkKernel((path) => ({ ...fine, ...changes })[path], "unified").filter(({ level }) => level !== "note");

describe("checkKernel", () => {
  test.each([
    ["nothing where all is well", {}, []],
    ["files that run out", { "/proc/sys/fs/file-nr": "950 0 1000" }, ["open-files"]],
    [
      "threads that run out",
      { "/proc/loadavg": "1 1 1 3/32000 5", "/proc/sys/kernel/pid_max": "32768" },
      ["processes"],
    ],
    ["root's keys that run out", { "/proc/key-users": "    0:    12 11/11 195/200 250/20000" }, ["keyrings"]],
    ["few inotify instances", { "/proc/sys/fs/inotify/max_user_instances": "128" }, ["inotify"]],
    ["nothing of what can't be read", { "/proc/loadavg": "", "/proc/key-users": "", "/proc/sys/fs/file-nr": "" }, []],
  ])("finds %s", (_name, changes, expected) => {
    const found = findingsWith(changes as Record<string, string>);
    expect(found.map(({ check }) => check)).toEqual(expected);
    for (const { why, mend } of found)
      expect([why, mend].every((text) => text !== undefined && text !== "")).toBe(true);
  });

  test("finds nothing wrong with few inotify instances where no container takes one", () => {
    const read = (path: string) => ({ ...fine, "/proc/sys/fs/inotify/max_user_instances": "128" })[path];
    expect(checkKernel(read, "hybrid").map(({ check }) => check)).toEqual(["kernel", "cgroups"]);
  });

  test("tells the kernel and its cgroups", () => {
    const notes = checkKernel((path) => fine[path]).filter(({ level }) => level === "note");
    expect(notes.map(({ check }) => check)).toEqual(["kernel", "cgroups"]);
  });
});
