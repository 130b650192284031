// The rows and the known faults as data: what they cite is there.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { catalogue, chooseRows, subjectOf } from "./catalogue.ts";
import { knownDifferences } from "./known-differences.ts";
import { knownFaults } from "./known-faults.ts";

const project = dirname(import.meta.dirname);
const rows = Object.values(catalogue).flat();
const failures = readFileSync(join(project, "docs/known-failures.md"), "utf8");

/** A sentence about a citation that leads nowhere: `KF-001`, or a page, alone, with a section or with words of it. */
function wrongCitation(text: string): string[] {
  if (/^KF-\d+$/.test(text)) return failures.includes(`| ${text} |`) ? [] : [`${text} is not listed`];
  const {
    path = "",
    section,
    words,
  } = /^(?<path>\S+\.md)(?: (?<section>[\d.]+)|: (?<words>.+))?$/.exec(text)?.groups ?? {};
  if (!existsSync(join(project, path))) return [`${text}: no such page`];
  const page = readFileSync(join(project, path), "utf8");
  if (section !== undefined && !new RegExp(`^#+ ${section.replaceAll(".", "\\.")}\\.? `, "m").test(page)) {
    return [`${text}: no such section`];
  }
  const [, invariant] = /^invariant (\d+)$/.exec(words ?? "") ?? [];
  if (invariant !== undefined)
    return new RegExp(`^${invariant}\\. `, "m").test(page) ? [] : [`${text}: no such invariant`];
  return words === undefined || page.toLowerCase().includes(words.toLowerCase()) ? [] : [`${text}: no such words`];
}

describe("the catalogue", () => {
  test("has no two rows of one name", () => {
    const names = rows.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) < at)).toEqual([]);
  });

  test("cites what is written", () => {
    expect(rows.flatMap(({ contract }) => wrongCitation(contract))).toEqual([]);
  });

  test("is chosen from by subject and name, whatever the case", () => {
    expect(chooseRows({ filter: "TERMINALS:" })).toEqual(catalogue.terminals);
    expect(chooseRows({ filter: "no such row" })).toEqual([]);
    expect(chooseRows({ quick: true }).some(({ slow }) => slow)).toBe(false);
    expect(chooseRows({})).toHaveLength(rows.length);
    expect(subjectOf(chooseRows({ filter: "resizepty: the window" })[0] as (typeof rows)[number])).toBe("terminals");
  });
});

describe("known faults", () => {
  test("are of rows that are there", () => {
    const names = new Set(rows.map(({ name }) => name));
    expect(knownFaults.map(({ row }) => row).filter((row) => !names.has(row))).toEqual([]);
  });

  test("are listed once for each shim and runtime", () => {
    const keys = knownFaults.flatMap(({ row, go, runtime = "both" }) =>
      go.map((version) => `${row} ${version} ${runtime}`),
    );
    expect(keys.filter((key, at) => keys.indexOf(key) < at)).toEqual([]);
  });

  test("cite what is written", () => {
    expect(knownFaults.flatMap(({ fault }) => wrongCitation(fault))).toEqual([]);
  });
});

// In pieces: the whole repository's citations are looked at by test/references.test.ts.
const docs = "docs";
test("known differences cite what is written", () => {
  const cited = knownDifferences.map(({ why }) => why).filter((why) => why.startsWith("docs/"));
  expect(cited.flatMap(wrongCitation)).toEqual([]);
});

test.each([
  `KF-${999}`,
  `${docs}/nowhere.md`,
  `${docs}/contract/wire.md 77`,
  `${docs}/differences.md: xyzzy`,
  `${docs}/known-failures.md: invariant ${77}`,
])("wrongCitation finds %s", (text) => {
  expect(wrongCitation(text)).toHaveLength(1);
});
