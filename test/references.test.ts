// What the files of the repository cite is in the repository: known failures by number, pages and their sections.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

const project = dirname(import.meta.dirname);
const listPath = "docs/known-failures.md";

/** Path to text. */
type Files = ReadonlyMap<string, string>;

/** As .gitignore says, and what is generated. */
const ignored = /^(node_modules|dist|\.cache|\.git|proto\/gen|package-lock\.json)$|\.log$/;

/** The repository's files, but for this one, whose examples cite what does not exist. Of what is no text only the name. */
function readRepository(directory = "", files = new Map<string, string>()): Files {
  for (const entry of readdirSync(join(project, directory), { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (ignored.test(path) || ignored.test(entry.name) || path === "test/references.test.ts") continue;
    if (entry.isDirectory()) readRepository(path, files);
    else if (entry.isFile()) {
      const text = readFileSync(join(project, path), "utf8");
      files.set(path, text.includes("\0") ? "" : text);
    }
  }
  return files;
}

/** A row of the list: number and test files. */
const rowPattern = /^\| (?<number>KF-\d+) \|.*\| (?<tests>[^|]*) \|$/gm;

/** Sentences about the list of known failures and the citations of its numbers and invariants, each in want of the other. */
function findWrongNumbers(files: Files): string[] {
  const list = files.get(listPath) ?? "";
  const rows = [...list.matchAll(rowPattern)].map(({ groups }) => groups as { number: string; tests: string });
  const listed = new Set(rows.map(({ number }) => number));
  const invariants = new Set([...list.matchAll(/^(\d+)\. /gm)].map(([, number]) => number));
  const cited = new Set<string>();
  const wrong = rows
    .filter(({ number }, at) => rows.findIndex((row) => row.number === number) < at)
    .map(({ number }) => `${listPath}: ${number} is there twice`);
  for (const [path, text] of files) {
    if (path === listPath) continue;
    for (const [number] of text.matchAll(/\bKF-\d+/g)) {
      cited.add(number);
      if (!listed.has(number)) wrong.push(`${path}: ${number} is not in ${listPath}`);
    }
    for (const [, number] of text.matchAll(/\binvariants? (\d+)/gi)) {
      if (!invariants.has(number)) wrong.push(`${path}: invariant ${number} is not in ${listPath}`);
    }
  }
  for (const { number, tests } of rows) {
    if (!cited.has(number)) wrong.push(`${listPath}: nobody cites ${number}`);
    for (const [, path = ""] of tests.matchAll(/`([^`]*)`/g)) {
      if (!files.has(path)) wrong.push(`${listPath}: ${number} names ${path}, which does not exist`);
    }
  }
  return wrong;
}

const pagePattern =
  /(?<![\w/.-])(?<path>(?:[\w.-]+\/)*[\w-]+\.md)(?: (?<sections>\d+(?:\.\d+)*(?:, \d+(?:\.\d+)+)*))?/g;
const linkPattern = /\]\((?<path>[^)#\s]+)/g;

/** Sentences about pages that are cited and not there, or have not the section. */
function findWrongPages(files: Files): string[] {
  const names = [...files.keys()];
  const wrong: string[] = [];
  const check = (from: string, path: string, section: string | undefined) => {
    const text =
      files.get(path) ?? (names.some((name) => name.startsWith(`${path.replace(/\/$/, "")}/`)) ? "" : undefined);
    if (text === undefined) wrong.push(`${from}: ${path} does not exist`);
    else if (section !== undefined && !headings(text).has(section)) wrong.push(`${from}: ${path} has no ${section}`);
  };
  for (const [from, text] of files) {
    const isPage = from.endsWith(".md");
    for (const { groups } of text.matchAll(pagePattern)) {
      const { path, sections } = groups as { path: string; sections?: string };
      // A citation begins in docs/ or gives a section; a bare name is a file of whatever bundle or project.
      if (!path.startsWith("docs/") && sections === undefined && !/^spec\/|^design\.md$/.test(path)) continue;
      const page = isPage && !path.includes("/") ? join(dirname(from), path) : path;
      for (const section of sections?.split(", ") ?? [undefined]) check(from, page, section);
    }
    // Files in docs/ that are no pages.
    for (const [path] of text.matchAll(/(?<![\w/.-])docs\/[\w./-]*\w\.(?!md\b)\w+/g)) check(from, path, undefined);
    if (!isPage) continue;
    for (const { groups, index } of text.matchAll(linkPattern)) {
      const { path } = groups as { path: string };
      if (/^[a-z]+:/.test(path)) continue;
      const section = /^[^)]*\) (\d+(?:\.\d+)*)/.exec(text.slice(index))?.[1];
      check(from, normalize(join(dirname(from), path)), path.endsWith(".md") ? section : undefined);
    }
  }
  return wrong;
}

/** Numbers of a page's sections. */
function headings(text: string): Set<string> {
  return new Set([...text.matchAll(/^#+ (\d+(?:\.\d+)*)\.? /gm)].map(([, number]) => number as string));
}

/** Numbers of the lines of prose that are longer than `limit`. */
function findLongLines(text: string, limit = 120): number[] {
  let inCode = false;
  return text.split("\n").flatMap((line, at) => {
    if (line.startsWith("```")) inCode = !inCode;
    return !inCode && !line.startsWith("|") && line.length > limit ? [at + 1] : [];
  });
}

const commandPattern = /vitest run --project \w+\s+(?<path>[\w./-]+)(?: -t '(?<words>[^']*)')?/g;

/** Vitest's commands in pages that would run nothing. */
function findWrongCommands(files: Files): string[] {
  const tests = [...files].filter(([path]) => path.endsWith(".test.ts"));
  return [...files]
    .filter(([page]) => page.endsWith(".md"))
    .flatMap(([page, text]) =>
      [...text.matchAll(commandPattern)]
        .filter(({ groups: { path = "", words = "" } = {} }) => {
          return !tests.some(([test, code]) => test.includes(path) && code.includes(words));
        })
        .map(([command]) => `${page}: ${command}`),
    );
}

const files = readRepository();
const pages = [...files].filter(([path]) => /^docs\/.*\.md$|^README\.md$/.test(path));

describe("the repository", () => {
  test("lists every known failure and invariant that it cites, and no other", () => {
    expect(findWrongNumbers(files)).toEqual([]);
  });

  test("has every page and section that it cites", () => {
    expect(findWrongPages(files)).toEqual([]);
  });

  test("has the tests that its pages tell to run", () => {
    expect(findWrongCommands(files)).toEqual([]);
  });

  test("has every page of docs/ in docs/README.md", () => {
    const index = files.get("docs/README.md") ?? "";
    const isMissing = (path: string) =>
      /^docs\/(?!README)/.test(path) && !index.includes(`(${path.slice("docs/".length)})`);
    expect(pages.map(([path]) => path).filter(isMissing)).toEqual([]);
  });

  for (const [path, text] of pages) {
    test(`${path} has no line of prose over 120 characters`, () => {
      expect(findLongLines(text)).toEqual([]);
    });
  }
});

const list = "1. A rule.\n\n| KF-001 | seen | `a.test.ts` |\n| KF-002 | seen | – |\n";
const page = "# A page\n\n## 1. One\n\n### 1.10 Ten\n";

/** A repository in which all is well, with `changes`. */
function repository(changes: Record<string, string>): Files {
  const fine = {
    [listPath]: list,
    "docs/contract/x.md": page,
    "docs/a.svg": "",
    "a.test.ts": "KF-001, KF-002 (invariant 1)",
    "a.ts": "docs/contract/x.md 1, docs/contract/x.md 1.10, docs/a.svg, README.md 2",
    "README.md":
      "[x](docs/contract/x.md) 1.10, [c](docs/contract/), options.md, https://example.org/docs/b.md\n## 2. Two\n",
  };
  return new Map(Object.entries({ ...fine, ...changes }));
}

describe("findWrongNumbers", () => {
  test.each([
    ["all that is well", {}, 0],
    ["a number that is not listed", { "b.ts": "KF-003" }, 1],
    ["an invariant that is not listed", { "b.ts": "Invariant 2" }, 1],
    ["a number that nobody cites", { [listPath]: `${list}| KF-004 | seen | – |\n` }, 1],
    ["a number that is listed twice", { [listPath]: `${list}| KF-002 | seen | – |\n` }, 1],
    ["a test that does not exist", { [listPath]: list.replace("a.test", "b.test") }, 1],
    ["a list that is gone", { [listPath]: "" }, 3],
  ])("reports %s", (_name, changes, count) => {
    expect(findWrongNumbers(repository(changes as Record<string, string>))).toHaveLength(count);
  });
});

describe("findWrongPages", () => {
  test.each([
    ["all that is well", {}, 0],
    ["a page that does not exist", { "b.ts": "(docs/nowhere.md)" }, 1],
    ["a file that does not exist", { "b.ts": "docs/b.svg" }, 1],
    ["a section that does not exist", { "b.ts": "docs/contract/x.md 1.1" }, 1],
    ["the second of two sections", { "b.ts": "docs/contract/x.md 1.10, 1.1" }, 1],
    ["a section of no page", { "b.ts": "wire.md 1.1" }, 1],
    ["a page of somewhere else", { "b.ts": "spec/wire.md and design.md" }, 2],
    ["a link to nowhere", { "docs/b.md": "[b](contract/y.md)" }, 1],
    ["a link to a section that does not exist", { "docs/b.md": "[b](contract/x.md) 2.1" }, 1],
  ])("reports %s", (_name, changes, count) => {
    expect(findWrongPages(repository(changes as Record<string, string>))).toHaveLength(count);
  });
});

describe("findWrongCommands", () => {
  const files = { "test/a/run.test.ts": 'test("gives back", …)', "shim/a.test.ts": 'test("else", …)' };
  test.each([
    ["a test by its file and a part of its name", "vitest run --project integration run.test -t 'back'", 0],
    ["a test of another file", "vitest run --project integration run.test -t 'else'", 1],
    ["files by a part of their path", "vitest run --project unit shim/a", 0],
    ["a file that does not exist", "vitest run --project unit shim/b", 1],
  ])("reports %s: %i", (_name, command, count) => {
    expect(findWrongCommands(new Map(Object.entries({ ...files, "README.md": `npx ${command}` })))).toHaveLength(count);
  });
});

test("findLongLines leaves tables and code alone", () => {
  const long = "x".repeat(11);
  expect(findLongLines(`${long}\n| ${long}\n\`\`\`\n${long}\n\`\`\`\n${long.slice(1)}\n${long}`, 10)).toEqual([1, 7]);
});
