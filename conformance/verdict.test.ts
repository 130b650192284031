// What is made of outcomes.

import { describe, expect, test } from "vitest";
import { parseIdentity } from "./driver/identity.ts";
import { literal } from "./expect.ts";
import { explainLines } from "./known-differences.ts";
import type { Row } from "./row.ts";
import type { Outcome } from "./runner.ts";
import { compare, judge } from "./verdict.ts";

const known = "stdout alone, no stderr: works";
const byChance = "Pids of a stopped task: none";
const row = (name: string, more: Partial<Row> = {}): Row => ({ name, contract: "x", check: async () => {}, ...more });
const outcome = (
  name: string,
  status: Outcome["status"],
  seen: readonly string[] = [],
  more: Partial<Row> = {},
): Outcome => ({
  ...{ row: row(name, more), status, reason: "", seen, durationMs: 0 },
});

const goText = (version: string) =>
  `/usr/bin/containerd-shim-runc-v2:\n  Version:  ${version}\n  Revision: x\n  Go version: go1.19\n\n`;
const go = parseIdentity("/x/containerd-shim-runc-v2", goText("1.6.20~ds1"));
const other = parseIdentity("/x/containerd-shim-mine-v1", "containerd-shim-mine-v1:\n  Version: 3\n");

describe("parseIdentity", () => {
  const cases = [
    ["a Go shim", goText("1.7.24"), { kind: "go", version: "1.7", name: "Go 1.7" }],
    ["one with a v in front", goText("v2.1.9"), { kind: "go", version: "2.1" }],
    [
      "runts",
      "containerd-shim-runts-v2:\n  Version:  0.1.0\n  Revision: \n  State:    1\n  Engine: bun 1.4.5\n\n",
      { kind: "runts", version: "0.1.0", engine: "bun 1.4.5" },
    ],
    [
      "another one made with Go",
      "containerd-shim-kata-v2:\n  Version: 3\n  Go version: go1\n",
      { kind: "other", version: "3" },
    ],
    ["nothing", "", { kind: "other", version: "", name: "shim" }],
  ] as const;
  test.each(cases)("knows %s", (_name, text, want) => {
    expect(parseIdentity("/x/shim", text)).toMatchObject(want);
  });
});

describe("judge", () => {
  const cases = [
    ["a failure that is known", known, "fail", "known fault"],
    ["one that is known and passes", known, "pass", "mended"],
    ["one that was skipped", known, "skipped", "skipped"],
    ["a failure that is not known", "another", "fail", "fail"],
  ] as const;
  test.each(cases)("takes %s for what it is", (_name, name, status, verdict) => {
    expect(judge(outcome(name, status), go, "runc").verdict).toBe(verdict);
  });

  test("knows nothing of another shim, and of another runtime's faults", () => {
    expect(judge(outcome(known, "fail"), other, "runc").verdict).toBe("fail");
    expect(judge(outcome(byChance, "fail"), go, "runc").verdict).toBe("fail");
    expect(judge(outcome(byChance, "fail"), go, "crun").verdict).toBe("known fault");
    expect(judge(outcome(byChance, "pass"), go, "crun").verdict).toBe("pass");
  });
});

describe("explainLines", () => {
  const cases = [
    ["files that some shims keep", ["- files of ID: address init.pid", "+ files of ID: init.pid"], true],
    ["an exec's pid file", ["- files of ID: address e.pid", "+ files of ID: address"], true],
    ["another file", ["- files of ID: address junk", "+ files of ID: init.pid"], false],
    ["a bundle without any file", ["- files of ID: address", "+ files of ID"], true],
    ["a file list that the other has not", ["- files of ID: address"], false],
    [
      "an end that is not known",
      ['- Delete(ID) → {"exitStatus":137,"exitedAt":"set"}', '+ Delete(ID) → {"exitedAt":"zero"}'],
      true,
    ],
    ["an event that one alone has told", ['+ event /tasks/start {"pid":"pid 1"}'], true],
    ["events that differ", ['- event /tasks/start {"pid":"pid 1"}', '+ event /tasks/start {"pid":0}'], false],
    ["an event and an answer", ["+ event /tasks/start {}", "- Start(ID) → {}"], false],
    ["another answer", ["- Start(ID) → {}", "+ Start(ID) → not answered"], false],
  ] as const;
  test.each(cases)("%s", (_name, lines, isKnown) => {
    expect(explainLines(lines) !== undefined).toBe(isKnown);
  });
});

test("literal: a path in a pattern is what it is", () => {
  for (const path of ["/tmp/a+b", "/tmp/a.b", "/tmp/(a)[b]{c}$d^e|f?g*h\\i"]) {
    expect(new RegExp(`^${literal(path)}$`).test(path)).toBe(true);
    expect(new RegExp(`^${literal(path)}$`).test(path.replace(/[.+]/, "x"))).toBe(!/[.+]/.test(path));
  }
});

describe("compare", () => {
  const judged = (each: Outcome, identity = other) => judge(each, identity, "runc");

  test("has the lines of each that the other has not", () => {
    const [first, second] = [judged(outcome("a", "pass", ["x", "y"])), judged(outcome("a", "pass", ["x", "z"]))];
    expect(compare(first, second)).toEqual({ lines: ["- y", "+ z"] });
    expect(compare(first, first)).toBeUndefined();
  });

  test("explains what a known fault, a missing feature or the row explains", () => {
    const plain = judged(outcome(known, "pass", ["x"]));
    expect(compare(plain, judged(outcome(known, "fail", ["y"]), go))?.explanation).toMatch(/differences/);
    expect(compare(plain, judged(outcome(known, "skipped")))?.explanation).toMatch(/has not/);
    const lenient = { mayDiffer: "because" };
    const pair = [outcome("a", "pass", ["x"], lenient), outcome("a", "pass", ["y"], lenient)] as const;
    expect(compare(judged(pair[0]), judged(pair[1]))?.explanation).toBe("because");
  });
});
