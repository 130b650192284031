import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { lastLoggedError, meaningOf, RuncError } from "./errors.ts";

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
  const read = (content: string | Buffer, from = 0) => {
    const path = join(directory, "log.json");
    writeFileSync(path, content);
    return lastLoggedError(path, from);
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

  test("does not look at what was there before the call", () => {
    const before = line("error", "old");
    expect(read(before, Buffer.byteLength(before))).toEqual({ kind: "none" });
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
