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

const annotations = (config: string | Buffer) => {
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
    ['{"annotations":{"a":"1","b":"2"},"annotations":{"a":"3"}}', { a: "3", b: "2" }],
    ['{"annotations":{"a":"1"},"annotation\\u0073":{"b":"2"}, "x":{"annotations":{"c":"3"}}}', { a: "1", b: "2" }],
    ['{"annotations":{"a":"1"},"Annotations":null}', {}],
    ['{"annotation\u017f":{"a":"1"},"annotations":null}', {}],
    ['{"annotation\u017f":{"a":"1"}}', { a: "1" }],
    ['{"annotation\xc5\xbf":{"a":"1"}}', {}],
    ['{"annotations":{"a":"\\ud800x","\\udc80":"\\udcff"}}', { a: "\ufffdx", "\ufffd": "\ufffd" }],
  ])("takes the annotations of %s", (config, expected) => {
    expect(annotations(config)).toEqual(expected);
  });

  test("takes bytes that are no UTF-8 as Go does, one by one", () => {
    expect(annotations(Buffer.from('{"annotations":{"a":"\xe4\xb8","b":"\xc3\xa9"}}', "latin1"))).toEqual({
      a: "\ufffd\ufffd",
      b: "\u00e9",
    });
  });

  test("leaves it to the runtime to refuse what is of no use", () => {
    for (const part of ["1", "[]", "[null]", '"x"', '{"type":1}']) {
      const linux = `{"namespaces":${part},"cgroupsPath":${part}}`;
      const config = `{"process":{"apparmorProfile":${part},"selinuxLabel":${part}},"linux":${linux},"hooks":${part}}`;
      writeFileSync(join(bundle, "config.json"), config);
      expect(readSpec(bundle).privatePidNamespace).toBe(false);
      expect(readSpec(bundle).apparmorProfile).not.toBe("");
      expect(annotations(`{"process":${part},"linux":${part}}`)).toEqual({});
    }
  });

  test.each([
    '{"annotations":[]}',
    '{"annotations":[],"annotations":{}}',
    '{"annotations":{"a":1},"annotations":null}',
    '{"annotations":{"a":1,"a":"b"}}',
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
