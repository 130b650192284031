import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readSpec } from "./spec.ts";

let bundle = "";
beforeEach(() => {
  bundle = mkdtempSync(join(tmpdir(), "runts-spec-"));
});
afterEach(() => rmSync(bundle, { recursive: true }));

const annotations = (config: string) => {
  writeFileSync(join(bundle, "config.json"), config);
  return readSpec(bundle).annotations;
};

// As the Go shim's `start` reads them.
describe("readSpec", () => {
  test.each([
    ["{}", {}],
    ["null", {}],
    ['{"annotations":null}', {}],
    ['{"annotations":{"a":"b","c":null}}', { a: "b", c: "" }],
    ['{"Annotations":{"a":"b"}}', { a: "b" }],
    ['{"annotations":{"a":"1","b":"2"},"ANNOTATIONS":{"a":"3"}}', { a: "3", b: "2" }],
  ])("takes the annotations of %s", (config, expected) => {
    expect(annotations(config)).toEqual(expected);
  });

  test.each([
    '{"annotations":[]}',
    '{"Annotations":[]}',
    '{"annotations":"a"}',
    '{"annotations":{"a":1}}',
    "[]",
    "1",
    "",
    "{}x",
  ])("refuses %s", (config) => {
    expect(() => annotations(config)).toThrow(SyntaxError);
  });
});
