import { describe, expect, test } from "vitest";
import { applyEdits, checkJson, type Shape } from "./json.ts";
import { linuxResources, ProcessSpec } from "./request-objects.ts";

const fields = {
  text: "string",
  flag: "boolean",
  small: "uint16",
  large: "uint64",
  signed: "int64",
  list: { list: "string" },
  map: { map: "string" },
  inner: { fields: { text: "string" } },
} as const satisfies Record<string, Shape>;

const check = (json: string) => checkJson(Buffer.from(json), fields, "x");

describe("checkJson", () => {
  test.each([
    "{}",
    ' {\n"text" :\t"a\\u00e9\\"\\\\\\n" , "flag":true,"list":[ ],"map":{ } , "inner" : {"text":""} }\r\n',
    '{"text":null,"flag":null,"small":null,"list":null,"map":null,"inner":null}',
    '{"list":[null,"a"],"map":{"a":null}}',
    '{"small":65535,"large":18446744073709551615,"signed":-9223372036854775808}',
    '{"unknown":[1.5e-7,-0,{"a":[{}],"a":{"b":[[]]}},true,false,null,"x"],"text":"y"}',
  ])("takes %s", (json) => {
    expect(check(json)).toBeDefined();
  });

  test.each([
    ["", /end of JSON/],
    ["{", /end of JSON/],
    ['{"text":"a', /end of JSON/],
    ['{"text":"a"}x', /invalid character "x"/],
    ["{}{}", /invalid character "{"/],
    ["[]", /x is a list, not an object/],
    ["7", /x is a number, not an object/],
    ["nul", /invalid character/],
    ['{"text":1}', /x\.text is a number, not a string/],
    ['{"text":{}}', /x\.text is an object, not a string/],
    ['{"flag":"true"}', /x\.flag is a string, not a boolean/],
    ['{"list":["a",2]}', /x\.list\[1\] is a number, not a string/],
    ['{"list":{}}', /x\.list is an object, not a list/],
    ['{"map":{"k":1}}', /x\.map\.k is a number, not a string/],
    ['{"inner":[]}', /x\.inner is a list, not an object/],
    ['{"small":65536}', /x\.small is 65536, which is no uint16/],
    ['{"small":-1}', /x\.small is -1, which is no uint16/],
    ['{"small":1.0}', /no uint16/],
    ['{"small":1e2}', /no uint16/],
    ['{"large":18446744073709551616}', /no uint64/],
    [`{"large":${"9".repeat(1_000_000)}}`, /no uint64/],
    ['{"signed":"5"}', /x\.signed is a string, not a number of type int64/],
    ['{"small":01}', /invalid character/],
    ['{"unknown":01}', /invalid character/],
    ['{"unknown":.5}', /invalid character/],
    ['{"unknown":1.}', /invalid character/],
    ['{"unknown":-}', /invalid character/],
    ['{"unknown":[1,]}', /invalid character/],
    ['{"unknown":[1}', /invalid character/],
    ['{"unknown":{"a"}}', /invalid character/],
    ['{"unknown":{"a":1,}}', /invalid character/],
    ['{"unknown":{1:1}}', /invalid character/],
    ['{"unknown":tru}', /invalid character/],
    ['{"text":"a",}', /invalid character/],
    ['{"text" "a"}', /invalid character/],
    ['{"text":"\\x"}', /invalid character/],
    ['{"text":"\\u12g4"}', /invalid character/],
    ['{"text":"a\nb"}', /invalid character/],
    ['{"text":"a","text":"b"}', /x\.text is there twice/],
    ['{"text":"a","TEXT":"b"}', /x\.text is there twice/],
    ['{"text":"a","t\\u0065xt":"b"}', /x\.text is there twice/],
    ["\ufeff{}", /invalid character/],
  ])("refuses %s", (json, message) => {
    expect(() => check(json)).toThrow(SyntaxError);
    expect(() => check(json)).toThrow(message);
  });

  test("refuses more than 10,000 levels, its own included, whatever the stack", () => {
    const nested = (depth: number) => `{"unknown":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
    expect(() => check(`{"inner":${nested(10_000)}}`)).toThrow(/nested too deeply/);
    expect(check(`{"inner":${nested(9_999)}}`)).toBeDefined();
    expect(check(nested(10_000))).toBeDefined();
    for (const depth of [10_001, 40_000, 1_000_000]) expect(() => check(nested(depth))).toThrow(/nested too deeply/);
    expect(() => check(`{"unknown":${"[".repeat(40_000)}`)).toThrow(/nested too deeply/);
  });

  test("agrees with the engine's parser about every change of one byte", () => {
    const json = Buffer.from('{"unknown":[1.5e+3,"a\\n",{"b":true},null,-0.0]}');
    for (let at = 0; at < json.length; at += 1) {
      for (const byte of ' "\\{}[],:0e.-tx\u0001') {
        const changed = Buffer.from(json);
        changed.write(byte, at, "latin1");
        const accepts = (parse: () => unknown) => {
          try {
            return parse() !== 0;
          } catch {
            return false;
          }
        };
        const text = changed.toString("latin1");
        const theirs = accepts(() => {
          if (typeof JSON.parse(text) !== "object" || Array.isArray(JSON.parse(text))) throw new Error("no object");
        });
        expect([text, accepts(() => checkJson(changed, fields, "x"))]).toEqual([text, theirs]);
      }
    }
  });

  test("tells where values are, and which keys are to be written otherwise", () => {
    const bytes = Buffer.from('{"TEXT": "a", "other":1, "Inner":{"Text":"b"}, "flag" :true }');
    const found = checkJson(bytes, fields, "x");
    const at = (key: string) => {
      const { start, end } = found?.values.get(key) ?? { start: 0, end: 0 };
      return bytes.toString("utf8", start, end);
    };
    expect([at("text"), at("inner"), at("flag")]).toEqual(['"a"', '{"Text":"b"}', "true"]);
    expect(applyEdits(bytes, found?.keyEdits ?? []).toString()).toBe(
      '{"text": "a", "other":1, "inner":{"text":"b"}, "flag" :true }',
    );
  });

  test("takes keys of the engine's own objects for unknown ones", () => {
    expect(check('{"__proto__":1,"constructor":2,"toString":[3]}')?.values.size).toBe(0);
  });
});

describe("ProcessSpec", () => {
  const bytesOf = (json: string, terminal: boolean) =>
    new ProcessSpec(Buffer.from(json)).withTerminal(terminal).toString();

  test.each([
    ["{}", '{"terminal":true}'],
    ["{ }", '{"terminal":true }'],
    ['{"cwd":"/"}', '{"terminal":true,"cwd":"/"}'],
    ['{"cwd":"/","terminal": false}', '{"cwd":"/","terminal": true}'],
    ['{"Terminal":null}', '{"terminal":true}'],
    ['{"Cwd":"/"}', '{"terminal":true,"cwd":"/"}'],
    [
      '{"rlimits":[{"type":"RLIMIT_CORE","hard":18446744073709551615,"soft":9007199254740993}],"x":1e400}',
      '{"terminal":true,"rlimits":[{"type":"RLIMIT_CORE","hard":18446744073709551615,"soft":9007199254740993}],"x":1e400}',
    ],
  ])("sets terminal in %s and changes nothing else", (json, expected) => {
    expect(bytesOf(json, true)).toBe(expected);
    expect(bytesOf(json, false)).toBe(expected.replace("true", "false"));
  });

  test("keeps bytes that are no UTF-8", () => {
    const json = Buffer.from('{"env":["X=\xe9\xff"]}', "latin1");
    expect(new ProcessSpec(json).withTerminal(false).toString("latin1")).toBe(
      '{"terminal":false,"env":["X=\xe9\xff"]}',
    );
  });

  test.each(["", "null", "[]", '"x"', '{"args":[1,2]}', '{"user":{"uid":"5"}}', '{"user":{"uid":-1}}'])(
    "refuses %s",
    (json) => {
      expect(() => new ProcessSpec(Buffer.from(json))).toThrow(SyntaxError);
    },
  );
});

describe("linuxResources", () => {
  test.each([
    ["null", "{}"],
    ["{}", "{}"],
    ['{"memory":{"limit":-1},"pids":{"limit":9223372036854775807},"new":[1.0]}', undefined],
    ['{"MEMORY":{"Limit":5}}', '{"memory":{"limit":5}}'],
    ['{"unified":{"memory.max":"1"}}', undefined],
  ])("passes %s on", (json, expected = json) => {
    expect(linuxResources(Buffer.from(json)).toString()).toBe(expected);
  });

  test.each(['{"cpu":{"shares":-1}}', '{"memory":{"limit":"64"}}', '{"unified":{"memory.max":1}}', "[]", ""])(
    "refuses %s",
    (json) => {
      expect(() => linuxResources(Buffer.from(json))).toThrow(SyntaxError);
    },
  );
});
