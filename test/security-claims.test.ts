// Each claim of docs/security.md names tests that show it, which are there.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const project = dirname(import.meta.dirname);

interface Claim {
  readonly text: string;
  readonly tests: readonly string[];
}

/** The rows of the tables whose second column is called "shown by". */
function claimsIn(page: string): Claim[] {
  let isClaims = false;
  return page.split("\n").flatMap((line) => {
    if (!line.startsWith("|")) {
      isClaims = false;
      return [];
    }
    if (line === "| claim | shown by |") isClaims = true;
    if (!isClaims || line === "| claim | shown by |" || line === "|-|-|") return [];
    const [, text = "", shown = ""] = /^\| (.*) \| (.*) \|$/.exec(line) ?? [];
    return [{ text, tests: [...shown.matchAll(/`([^`]+)`/g)].map(([, path = ""]) => path) }];
  });
}

describe("docs/security.md", () => {
  const claims = claimsIn(readFileSync(join(project, "docs/security.md"), "utf8"));

  test("claims something", () => {
    expect(claims.length).toBeGreaterThan(20);
  });

  test.each(claims)("$text", ({ text, tests }) => {
    expect(text).not.toBe("");
    expect(tests).not.toEqual([]);
    const missing = tests.filter((path) => !path.endsWith(".test.ts") || !existsSync(join(project, path)));
    expect(missing).toEqual([]);
  });
});

test("claimsIn reads the tables of claims, and no other", () => {
  const page =
    "| who | why |\n|-|-|\n| a | b |\n\n| claim | shown by |\n|-|-|\n| c | `x.test.ts`, `y.test.ts` |\n| d | |\n\n| e | f |";
  expect(claimsIn(page).slice(0, 1)).toEqual([{ text: "c", tests: ["x.test.ts", "y.test.ts"] }]);
  expect(claimsIn(page).at(-1)?.tests).toEqual([]);
});
