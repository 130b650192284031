import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { eventually } from "../test/helpers/eventually.ts";
import { isAlive } from "../test/helpers/processes.ts";
import { askProgram } from "./ask-program.ts";

const directory = mkdtempSync(join(tmpdir(), "runts-ask-"));
afterAll(() => rmSync(directory, { recursive: true }));

function script(text: string): string {
  const file = join(directory, "program");
  writeFileSync(file, `#!/bin/sh\n${text}\n`);
  chmodSync(file, 0o755);
  return file;
}

test("askProgram gives what it says and how it ended", () => {
  const answer = askProgram(script('echo "$1"; echo no >&2; exit 3'), ["word"], { timeoutMs: 5000 });
  expect(answer).toMatchObject({ stdout: "word\n", stderr: "no\n", status: 3, isTimeout: false });
});

test.each([
  ["that does not answer", "sleep 1000 & echo $! >pid; trap '' TERM; wait", true],
  ["that does not end to answer", "sleep 1000 & echo $! >pid; exec yes", false],
])("askProgram ends one %s, and its children", async (_name, text, isTimeout) => {
  const answer = askProgram(script(`cd ${directory}; ${text}`), [], { timeoutMs: 300 });
  expect(answer).toMatchObject({ isTimeout, signal: "SIGKILL" });
  const child = Number(readFileSync(join(directory, "pid"), "utf8"));
  await eventually("its child has ended", () => !isAlive(child));
});

test("askProgram says of one that is not there why", () => {
  expect(askProgram(join(directory, "none"), [], { timeoutMs: 300 }).error).toMatchObject({ code: "ENOENT" });
});
