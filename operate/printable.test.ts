import { describe, expect, test } from "vitest";
import { printable, printableAll, printableJson } from "./printable.ts";

describe("printable", () => {
  test.each([
    ["plain, é and 漢", "plain, é and 漢"],
    ["\u001b]0;title\u0007", "\\x1b]0;title\\x07"],
    ["a\nb\r\tc\u0000", "a\\x0ab\\x0d\\x09c\\x00"],
    ["\u009b2J\u007f", "\\x9b2J\\x7f"],
    ["exe.\u202egnp\u2066\u2028", "exe.\\u202egnp\\u2066\\u2028"],
  ])("writes out what a terminal would obey in %j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test("cuts what nobody reads", () => {
    expect(printable("漢".repeat(100_000))).toBe(`${"漢".repeat(1024)}…`);
  });

  test("goes through all texts of a plain value", () => {
    const value = { a: ["\u001b", 5, null, { b: "x\ny" }], c: true };
    expect(printableAll(value)).toEqual({ a: ["\\x1b", 5, null, { b: "x\\x0ay" }], c: true });
  });
});

test("printableJson says the same, in characters that a terminal shows", () => {
  const value = { name: "\u009b2J\u202e\u001b[m\u007f", list: ["a\nb"] };
  const json = printableJson(JSON.stringify(value, undefined, 2));
  expect(JSON.parse(json)).toEqual(value);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(json.replaceAll("\n", "")).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
});
