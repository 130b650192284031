import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readPidFile, removePidFile } from "./pid-file.ts";

const directory = mkdtempSync(join(tmpdir(), "runts-pid-file-"));
afterAll(() => rmSync(directory, { recursive: true }));
const file = join(directory, "init.pid");

test.each([
  ["12", 12],
  ["4194304", 4_194_304],
])("readPidFile reads %s", (text, pid) => {
  writeFileSync(file, text);
  expect(readPidFile(file)).toBe(pid);
});

test.each([
  ["", "invalid syntax"],
  ["0", "invalid syntax"],
  ["-1", "invalid syntax"],
  ["12\n", "invalid syntax"],
  ["4194305", "value out of range"],
])("readPidFile refuses %j", (text, why) => {
  writeFileSync(file, text);
  expect(() => readPidFile(file)).toThrow(why);
});

test("removePidFile removes what is there, and what runc was killed over, of this name alone", () => {
  const names = ["init.pid", ".init.pid", "other.pid", ".other.pid", "..init.pid"];
  for (const name of names) writeFileSync(join(directory, name), "1");
  removePidFile(file);
  expect(readdirSync(directory).sort()).toEqual(["..init.pid", ".other.pid", "other.pid"]);
  removePidFile(file);
});
