import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { meaningOf, RuncError } from "./errors.ts";
import { isLogOf, lastLoggedError, takeLog } from "./log.ts";

let directory = "";
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-log-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

describe("meaningOf", () => {
  test.each([
    ["os: process already finished", "process-gone"],
    ["container not running", "process-gone"],
    ["no such process", "process-gone"],
    ["kill: No such process", "process-gone"],
    ["container does not exist", "no-such-container"],
    ['container "x" does not exist: No such file', "no-such-container"],
    ["permission denied", "other"],
    ["", "other"],
  ])("of %j is %s", (text, meaning) => {
    expect(meaningOf(text)).toBe(meaning);
  });
});

describe("lastLoggedError", () => {
  const read = (content: string | Buffer) => {
    const path = join(directory, "log.json");
    writeFileSync(path, content);
    return lastLoggedError(path);
  };
  const line = (level: string, msg: string) => `${JSON.stringify({ level, msg, time: "t" })}\n`;

  test("is the last of several errors, trimmed (KF-096)", () => {
    const text = line("error", "a") + line("error", " b \n") + line("warning", "c");
    expect(read(text)).toEqual({ kind: "found", message: "b" });
  });

  test("is found in a record of several lines, as crun 1.28 writes it", () => {
    const record = (level: string, msg: string) => `${JSON.stringify({ msg, level, time: "t" }, undefined, 2)}\n`;
    const text = record("error", "a") + record("error", "executable file `}` not found") + record("debug", "c");
    expect(read(text)).toEqual({ kind: "found", message: "executable file `}` not found" });
  });

  test("is looked for near the end only, from the first whole record on", () => {
    const padding = line("debug", "x".repeat(1000)).repeat(1000);
    expect(read(line("error", "a") + padding)).toEqual({ kind: "none" });
    expect(read(padding + line("error", "b") + line("debug", "c"))).toEqual({ kind: "found", message: "b" });
    expect(read("x".repeat(1 << 20))).toEqual({ kind: "none" });
    expect(read(line("error", "x".repeat(1 << 20)))).toEqual({ kind: "none" });
  });

  test("of a log that is a FIFO or a directory can't be read, and nobody waits", () => {
    const path = join(directory, "fifo");
    execFileSync("mkfifo", [path]);
    expect(lastLoggedError(path).kind).toBe("unreadable");
    expect(lastLoggedError(directory).kind).toBe("unreadable");
  });

  test.each([
    ["an empty log", "", "none"],
    ["a log without errors", line("info", "a"), "none"],
    ["broken JSON", "{", "unreadable"],
    ["text that is no JSON", "{oops}\n", "unreadable"],
    ["an error before broken JSON", `${line("error", "a")}{`, "found"],
    [
      "bytes that are no UTF-8",
      Buffer.concat([Buffer.from('{"level":"error","msg":"'), Buffer.from([0xff]), Buffer.from('"}\n')]),
      "found",
    ],
  ])("copes with %s", (_name, content, kind) => {
    expect(read(content).kind).toBe(kind);
  });

  test("says in Go's words why a log can't be read", () => {
    const path = join(directory, "missing");
    expect(lastLoggedError(path)).toEqual({ kind: "unreadable", why: `open ${path}: no such file or directory` });
  });
});

describe("takeLog", () => {
  test("gives each command a file of its own, and removes it", () => {
    const first = takeLog(directory);
    const second = takeLog(directory);
    expect([first.path, second.path]).toEqual([join(directory, "log.json"), join(directory, "log-2.json")]);
    for (const { path } of [first, second]) {
      expect(isLogOf(directory, path)).toBe(true);
      writeFileSync(path, "");
    }
    first.remove();
    expect(readdirSync(directory)).toEqual(["log-2.json"]);
    expect(takeLog(directory).path).toBe(first.path);
    second.remove();
    second.remove();
    expect(readdirSync(directory)).toEqual([]);
    expect(isLogOf(directory, join(directory, "work/log.json"))).toBe(false);
  });
});

describe("RuncError.describe", () => {
  const raw = "runc did not terminate successfully: exit status 1";
  test.each([
    [{ kind: "found", message: "why" } as const, "P: why"],
    [{ kind: "none" } as const, `P: ${raw}`],
    [{ kind: "unreadable", why: "x" } as const, `P: unable to retrieve OCI runtime error (x): ${raw}`],
  ])("of %j", (logged, text) => {
    expect(new RuncError("create", { raw, logged, killed: false }).describe("P")).toBe(text);
  });
});
