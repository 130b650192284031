import { describe, expect, test } from "vitest";
import { nearestOf, unknownKeys } from "./option-keys.ts";

describe("unknownKeys", () => {
  test.each([
    ["nothing of what is known", { BinaryName: "crun", Stdio: "pipes", TaskApiVersion: 3, ConfigPath: "/x" }, []],
    ["a letter too few", { BinaryNam: "crun" }, ["BinaryNam is no option and is ignored: is BinaryName meant?"]],
    ["another case", { systemdcgroup: true }, ["systemdcgroup is no option and is ignored: is SystemdCgroup meant?"]],
    ["the .proto's name", { binary_name: "crun" }, ["binary_name is no option and is ignored: is BinaryName meant?"]],
    ["what is like nothing", { Colour: 1 }, ["Colour is no option and is ignored"]],
    [
      "a table of them",
      { options: { BinaryName: "x" } },
      ["the table [options] is ignored: its keys belong at the top"],
    ],
    ["a table of something else", { extra: { x: 1 } }, ["extra is no option and is ignored"]],
  ])("tells %s", (_name, table, expected) => {
    expect(unknownKeys(table)).toEqual(expected);
  });
});

test("unknownKeys names the first of very many, and none at length", () => {
  const table = Object.fromEntries(Array.from({ length: 50_000 }, (_, n) => [`Key${n}${"x".repeat(100)}`, n]));
  const sentences = unknownKeys(table);
  expect(sentences).toHaveLength(17);
  expect(sentences.at(-1)).toBe("49984 more keys are no options and are ignored");
  expect(Math.max(...sentences.map((text) => text.length))).toBeLessThan(120);
});

test("nearestOf finds none where all are far", () => {
  expect(nearestOf("Rot", ["Root", "IoUid"])).toBe("Root");
  expect(nearestOf("X", ["Root", "IoUid"])).toBeUndefined();
});
