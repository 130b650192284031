import { describe, expect, test } from "vitest";
import { editDockerConfig } from "./docker-config.ts";
import { NotUnderstood } from "./toml-edit.ts";

const wish = { name: "runts", runtimeType: "io.containerd.runts.v2" };

describe("editDockerConfig", () => {
  test.each([
    [
      "no file",
      "",
      '{\n  "runtimes": {\n    "runts": {\n      "runtimeType": "io.containerd.runts.v2"\n    }\n  }\n}\n',
    ],
    [
      "comments, and its indentation",
      '{\n    // ours\n    "debug": true\n}\n',
      '{\n    // ours\n    "debug": true,\n    "runtimes": {\n        "runts": {\n            "runtimeType": "io.containerd.runts.v2"\n        }\n    }\n}\n',
    ],
    [
      "other runtimes, and tabs",
      '{\n\t"runtimes": {\n\t\t"crun": { "path": "/usr/bin/crun" }\n\t}\n}',
      '{\n\t"runtimes": {\n\t\t"crun": { "path": "/usr/bin/crun" },\n\t\t"runts": {\n\t\t\t"runtimeType": "io.containerd.runts.v2"\n\t\t}\n\t}\n}',
    ],
    [
      "comments behind the last property",
      '{\n  "debug": true // why\n  /* end */\n}\n',
      '{\n  "debug": true, // why\n  /* end */\n  "runtimes": {\n    "runts": {\n      "runtimeType": "io.containerd.runts.v2"\n    }\n  }\n}\n',
    ],
    [
      "an empty object of runtimes",
      '{"runtimes":{}}',
      '{"runtimes":{\n    "runts": {\n      "runtimeType": "io.containerd.runts.v2"\n    }\n  }}',
    ],
  ])("takes %s", (_name, before, after) => {
    expect(editDockerConfig(before, wish)).toBe(after);
    expect(editDockerConfig(after, wish)).toBe(after);
  });

  test.each([
    ["what is no JSON", '{ "debug": tru }'],
    ["a list", "[]"],
    ["runtimes that are none", '{ "runtimes": [] }'],
    ["a comma too many", '{ "debug": true, }'],
    ["another runtime of the name", '{ "runtimes": { "runts": { "path": "/x" } } }'],
  ])("refuses %s", (_name, before) => {
    expect(() => editDockerConfig(before, wish)).toThrow(NotUnderstood);
  });
});
