import { describe, expect, test } from "vitest";
import { advice } from "./inspect-text.ts";
import type { ShimReport, StreamReport } from "./report.ts";

const fine: Pick<ShimReport, "calls" | "commands" | "containers" | "queuedEvents" | "oldestEventAgeMs"> = {
  calls: [],
  commands: [],
  containers: [],
  queuedEvents: 0,
  oldestEventAgeMs: 0,
};

const stdout: StreamReport = {
  stream: "stdout",
  target: "/fifo",
  kind: "fifo",
  waiting: 65_536,
  capacity: 65_536,
  others: [],
  client: null,
};

const withStream = (stream: Partial<StreamReport>) => ({
  ...fine,
  containers: [
    {
      id: "c",
      name: null,
      bundle: "/b",
      group: "c",
      runtime: "runc",
      pid: 1,
      state: "running",
      exitStatus: null,
      uptimeMs: 1,
      execs: [],
      processes: [{ process: "init", pid: 1, state: "running", streams: [{ ...stdout, ...stream }] }],
    },
  ],
});

describe("advice", () => {
  test.each([
    ["nothing where all is well", fine, []],
    [
      "the end of a runtime's command that takes long",
      { ...fine, commands: [{ pid: 7, command: "runc --root /r --log /b/log.json exec c", ageMs: 12_000 }] },
      [/kill 7$/],
    ],
    [
      "nothing for a short one",
      { ...fine, commands: [{ pid: 7, command: "runc --log /b/log.json exec c", ageMs: 900 }] },
      [],
    ],
    ["nothing for a logging binary", { ...fine, commands: [{ pid: 7, command: "/usr/bin/logger", ageMs: 1e6 }] }, []],
    ["a reader for a full output", withStream({}), [/stdout of init is full/]],
    ["nothing for a full output that is read", withStream({ others: ["containerd 1"] }), []],
    ["nothing for an output with room", withStream({ waiting: 4096 }), []],
    ["nothing for a full stdin", withStream({ stream: "stdin" }), []],
    [
      "the client's end of a copied one",
      withStream({ others: ["shim 1"], client: { path: "/f", waiting: 65_536, capacity: 65_536, others: [] } }),
      [/is full/],
    ],
    [
      "a look at containerd for old events",
      { ...fine, queuedEvents: 2, oldestEventAgeMs: 60_000 },
      [/containerd takes no events/],
    ],
  ] as const)("is %s", (_name, shim, expected) => {
    const given = advice(shim);
    expect(given).toHaveLength(expected.length);
    for (const [at, pattern] of expected.entries()) expect(given[at]).toMatch(pattern);
  });
});
