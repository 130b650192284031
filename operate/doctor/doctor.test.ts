import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { checkDocker } from "./docker.ts";
import { attempt, renderFindings } from "./doctor.ts";
import type { Finding } from "./finding.ts";

const screen = { colors: picocolors.createColors(false), width: undefined, isTerminal: false };
const finding = (check: string, what: string, more: Partial<Finding> = {}): Finding => ({
  check,
  level: "warning",
  what,
  why: "because",
  mend: "do it",
  ...more,
});

test("a look that fails is a finding, and a directory in a file's place is none that ends all looks", () => {
  const [found] = attempt("Docker", () => checkDocker("/"));
  expect(found).toMatchObject({
    check: "not-looked",
    level: "warning",
    what: expect.stringMatching(/^Docker .*EISDIR/),
  });
  expect(checkDocker("/proc/self/stat")).toMatchObject([{ check: "docker-configuration", level: "problem" }]);
  expect(checkDocker("/nowhere")).toEqual([]);
});

describe("renderFindings", () => {
  test("says what, why and what mends it, and how many there are", () => {
    const findings = [
      finding("a", "one", { level: "problem" }),
      finding("b", "two", { fix: () => {} }),
      finding("n", "so", { level: "note" }),
    ];
    expect(renderFindings(findings, new Map(), screen)).toBe(
      "· so\n✗ one\n    why   because\n    mend  do it\n! two\n    why   because\n    mend  do it\n" +
        "1 problem, 1 warning; runts doctor --fix mends 1 of them",
    );
  });

  test("shows three of a kind", () => {
    const findings = Array.from({ length: 5 }, (_, at) => finding("a", `number ${at}`));
    const text = renderFindings([...findings, finding("b", "other")], new Map(), screen);
    expect(text).toContain("number 2");
    expect(text).not.toContain("number 3");
    expect(text).toMatch(/and 2 more like it[\s\S]*other/);
    expect(text).toMatch(/0 problems, 6 warnings$/);
  });

  test("tells what was mended, and what could not be", () => {
    const [done, failed] = [finding("a", "one", { fix: () => {} }), finding("b", "two", { fix: () => {} })];
    const mended = new Map([
      [done, "mended"],
      [failed, "no permission"],
    ]);
    const text = renderFindings([done, failed], mended, screen);
    expect(text).toMatch(/one\n.*\n {4}mended\n/);
    expect(text).toMatch(/two\n.*\n {4}not mended: no permission\n {4}mend {2}do it/);
    expect(text).not.toMatch(/--fix/);
  });

  test("says so when there is nothing", () => {
    expect(renderFindings([], new Map(), screen)).toBe("nothing to mend");
  });
});
