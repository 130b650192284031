// Answers of `start` as each containerd reads them (docs/contract/shim-cli.md 2.2).

import { expect, test } from "vitest";
import { containerd } from "../../proto/gen/bootstrap.js";
import { generations, readAnswer } from "./dialects.ts";

const address = "unix:///run/containerd/s/abc";
const { BootstrapResult } = containerd.runtime.bootstrap.v1;
const answers = {
  plain: Buffer.from(address),
  "plain with a newline": Buffer.from(`${address}\n`),
  "JSON 2": Buffer.from(JSON.stringify({ version: 2, address, protocol: "ttrpc" })),
  "JSON 3": Buffer.from(JSON.stringify({ version: 3, address, protocol: "ttrpc" })),
  protobuf: Buffer.from(BootstrapResult.encode({ version: 3, address, protocol: "ttrpc" }).finish()),
  junk: Buffer.from(`warning: x\n${address}`),
  "half of JSON": Buffer.from('{"version":3'),
  "no path": Buffer.from("unix://relative"),
  nothing: Buffer.alloc(0),
} as const;

const taken: Record<keyof typeof answers, string> = {
  plain: "1.6 1.7 2.1 2.3",
  "plain with a newline": "1.6 1.7 2.1 2.3",
  "JSON 2": "1.7 2.1 2.3",
  "JSON 3": "2.1 2.3",
  protobuf: "2.3",
  junk: "",
  "half of JSON": "",
  "no path": "",
  nothing: "",
};

test.each(Object.keys(answers) as (keyof typeof answers)[])("%s is taken by those that know it", (name) => {
  const takers = generations.filter((generation) => {
    try {
      return readAnswer(answers[name], generation).address === address;
    } catch {
      return false;
    }
  });
  expect(takers.join(" ")).toBe(taken[name]);
});
