import { describe, expect, test } from "vitest";
import { appendTables, insertIntoTable, NotUnderstood, parseToml } from "./toml-edit.ts";

describe("appendTables", () => {
  test("leaves what is there byte by byte, and quotes keys that need it", () => {
    const before = '# mine\nversion = 2 # two\n\n[grpc]\n\taddress="/x" \n';
    const after = appendTables(before, [
      { path: ["plugins", "io.containerd.grpc.v1.cri", "a"], values: { runtime_type: "io.x", ok: true, n: 3 } },
      { path: ["plugins", "b"], values: {}, comment: "why" },
    ]);
    expect(after).toBe(
      `${before}\n[plugins."io.containerd.grpc.v1.cri".a]\n  runtime_type = "io.x"\n  ok = true\n  n = 3\n\n# why\n[plugins.b]\n`,
    );
  });

  test.each([
    ["an empty file", "", '[a]\n  b = "c"\n'],
    ["a last line without an end", "x = 1", 'x = 1\n\n[a]\n  b = "c"\n'],
    ["lines that end as on Windows", "x = 1\r\n", 'x = 1\r\n\r\n[a]\r\n  b = "c"\r\n'],
    ["numbers beyond a double", "x = 9007199254740993\n", 'x = 9007199254740993\n\n[a]\n  b = "c"\n'],
    [
      "dates and nested lists",
      'x = 1979-05-27T07:32:00Z\ny = [[1, 2], ["a"]]\n',
      'x = 1979-05-27T07:32:00Z\ny = [[1, 2], ["a"]]\n\n[a]\n  b = "c"\n',
    ],
    ["a table array", "[[x]]\n y = 1\n[[x]]\n y = 2\n", '[[x]]\n y = 1\n[[x]]\n y = 2\n\n[a]\n  b = "c"\n'],
  ])("takes %s", (_name, before, after) => {
    expect(appendTables(before, [{ path: ["a"], values: { b: "c" } }])).toBe(after);
  });

  test.each([
    ["a file that is no TOML", "x = = 1\n", ["a"]],
    ["a table that is there", "[a]\nx = 1\n", ["a"]],
    ["a table that is written inline", "a = { x = 1 }\n", ["a", "b"]],
    ["a table made of dotted keys", "[t]\na.x = 1\n", ["t", "a"]],
    ["a list in its place", "a = [1]\n", ["a", "b"]],
  ])("refuses %s", (_name, before, path) => {
    expect(() => appendTables(before, [{ path, values: { b: "c" } }])).toThrow(NotUnderstood);
  });
});

describe("insertIntoTable", () => {
  const path = ["plugins", "io.x", "runc"];

  test.each([
    ["its header", '[plugins."io.x".runc]\n    a = 1\n', '[plugins."io.x".runc]\n    k = "v"\n    a = 1\n'],
    [
      "a header with blanks, single quotes and a comment",
      "[ plugins . 'io.x' . runc ] # c\na = 1\n",
      "[ plugins . 'io.x' . runc ] # c\nk = \"v\"\na = 1\n",
    ],
    ["an indented one, an empty table", '  [plugins."io.x".runc]\n', '  [plugins."io.x".runc]\n  k = "v"\n'],
    [
      "one among others like it",
      '[plugins."io.x".runc.options]\nb = 1\n[plugins."io.x".runc]\n\n  # first\n  a = 1\n',
      '[plugins."io.x".runc.options]\nb = 1\n[plugins."io.x".runc]\n  k = "v"\n\n  # first\n  a = 1\n',
    ],
    [
      "lines that end as on Windows",
      '[plugins."io.x".runc]\r\na = 1\r\n',
      '[plugins."io.x".runc]\r\nk = "v"\r\na = 1\r\n',
    ],
  ])("finds %s", (_name, before, after) => {
    expect(insertIntoTable(before, path, "k", "v")).toBe(after);
    expect(parseToml(after)).toMatchObject({ plugins: { "io.x": { runc: { k: "v" } } } });
  });

  test.each([
    ["a table without a header of its own", '[plugins."io.x"]\nrunc = { a = 1 }\n'],
    ["a key that is there", '[plugins."io.x".runc]\nk = "w"\n'],
    ["a header in a text of several lines", `x = """\n[plugins."io.x".runc]\n"""\n[plugins."io.x"]\nrunc.a = 1\n`],
  ])("refuses %s", (_name, before) => {
    expect(() => insertIntoTable(before, path, "k", "v")).toThrow(NotUnderstood);
  });
});
