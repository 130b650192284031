import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listDirectory, makeDirectories } from "./directory.ts";
import { fileInfo } from "./file.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-directory-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

test("listDirectory names everything but . and .., in as many reads as it takes", () => {
  const names = Array.from({ length: 2000 }, (_, n) => `a-rather-long-name-of-a-file-${n}`);
  for (const name of names) writeFileSync(join(directory, name), "");
  mkdirSync(join(directory, "sub"));
  const entries = listDirectory(directory);
  expect(entries.map(({ name }) => name).sort()).toEqual([...names, "sub"].sort());
  expect(entries.filter(({ isDirectory }) => isDirectory)).toEqual([{ name: "sub", isDirectory: true }]);
  expect(() => listDirectory(join(directory, "nothing"))).toThrow("no such file or directory");
});

test("makeDirectories makes parents, and takes what is there", () => {
  makeDirectories(join(directory, "a/b/c"), 0o755);
  makeDirectories(join(directory, "a/b/c"), 0o755);
  expect(fileInfo(join(directory, "a/b/c"))?.type).toBe("directory");
  writeFileSync(join(directory, "file"), "");
  expect(() => makeDirectories(join(directory, "file"), 0o755)).toThrow("file exists");
  expect(() => makeDirectories(join(directory, "file/below"), 0o755)).toThrow("not a directory");
});
