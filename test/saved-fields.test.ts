// What a shim takes along when it sleeps or is upgraded (shim/actions/shim-state.ts): every field of every object that has a
// `save` is in what it saves, or stands here with the reason why not. A new field fails this test until somebody has decided.

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const project = dirname(import.meta.dirname);

/** By file and class. */
const notCarried: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "shim/task/container.ts Container": {
    bundle: "one of #parts",
    "#environment": "the shim's own",
    "#deletion": "a reason to wait",
    "#parts": "its fields are, one by one",
  },
  "shim/task/init-process.ts InitProcess": {
    id: "the container's",
    onOomKill: "set by the order of exits",
    "#runtime": "the container's",
    "#environment": "the shim's own",
    "#kill": "made of the others",
    lock: "a reason to wait",
  },
  "shim/task/exec-process.ts ExecProcess": {
    "#environment": "the shim's own",
    "#options": "the container's, but for the specification",
    lock: "a reason to wait",
  },
  "shim/task/exit-order.ts ExitOrder": {
    "#init": "the container's",
    "#reaper": "the shim's own",
    "#privatePidNamespace": "the container's",
    "#liveExecs": "counted anew",
    "#killingAll": "a reason to wait, as #kills",
  },
  "shim/task/exit-latch.ts ExitLatch": { "#waiters": "calls, which are made anew" },
  "shim/task/freeze.ts Freeze": {
    "#id": "the container's",
    "#life": "the container's",
    "#cgroup": "the container's",
    "#runtime": "the container's",
  },
  "shim/task/init-cgroup.ts InitCgroup": { "#options": "made of the container's", "#finding": "a reason to wait" },
  "shim/task/task-service.ts TaskService": {
    "#environment": "the shim's own",
    "#owner": "the shim's own",
    methods: "code",
  },
  "shim/sandbox/sandbox-service.ts SandboxService": {
    "#options": "the shim's own",
    "#turn": "calls under way, which are a reason to wait",
    methods: "code",
  },
  "shim/sandbox/sandbox.ts Sandbox": {
    "#environment": "the shim's own",
    "#isStopping": "a call under way, which is a reason to wait; then the state says it",
    "#waiters": "calls, which are made anew",
    "#holderEnd": "waited for anew",
  },
  "shim/stdio/client-fifo.ts OutputFifo": { "#watch": "begun anew", "#timer": "a reason to wait" },
  "shim/stdio/copied-input.ts CopiedInput": { childEnd: "a reason to wait" },
  "shim/stdio/copy.ts Copy": {
    "#source": "its owner's",
    "#options": "its owner's",
    "#sourceWatch": "begun anew",
    "#turn": "begun anew",
    "#relaying": "taken back",
    "#progress": "it saves itself",
  },
  "shim/stdio/copy-progress.ts CopyProgress": {
    onEnd: "its owner's; a Delete that waits is a reason to wait",
    "#onOwnersEnd": "a Delete that waits is a reason to wait",
  },
  "shim/stdio/direct.ts FifoIo": { consoleSocket: "nothing", "#child": "a reason to wait" },
  "shim/stdio/pipes.ts PipeIo": { consoleSocket: "nothing", "#child": "a reason to wait" },
  "shim/stdio/pipes.ts CopiedOutput": { childEnd: "a reason to wait", "#target": "saved beside it" },
  "shim/stdio/logger-io.ts LoggerIo": { consoleSocket: "nothing" },
  "shim/stdio/terminal.ts TerminalIo": { childStdio: "nothing", "#socket": "there is none after the start" },
  "shim/stdio/process-io.ts NullIo": { childStdio: "nothing", consoleSocket: "nothing" },
  "shim/events/outbox.ts Publisher": {
    publish: "code",
    "#path": "in the environment",
    "#namespace": "on the command line",
    "#client": "dials anew",
    "#sending": "begun anew",
    "#held": "only for an upgrade",
    "#release": "only for an upgrade",
    "#soon": "begun anew",
    "#wake": "begun anew",
    "#stopped": "the shim is leaving: a call that is under way",
  },
  "cgroups/oom-v2.ts ScopeCounter": { "#outside": "follows from the directory", "#onOom": "its owner's" },
  "ttrpc/server.ts Server": {
    "#services": "code",
    "#options": "code",
    "#held": "only for an upgrade",
  },
  "ttrpc/server-connection.ts ServerConnection": {
    ...{ "#services": "code", "#options": "code", "#owner": "the server" },
    sinceMs: "as if it had just come: it has time for a Create",
    firstService: "a client's, until it says otherwise: whoever looks on is soon gone",
  },
  "ttrpc/call.ts Call": {
    message: "decoded anew from the payload",
    startedMs: "the time that is left goes along",
    "#ended": "it has an answer",
    "#controller": "made anew",
    "#timer": "made anew",
    "#answeredListeners": "of the handler, which runs anew",
    "#metadata": "by its name without #",
  },
  "sys/stream-bun-socket.ts Stream": {
    "#socket": "parked, or a reason to wait",
    "#listeners": "its owner's",
    "#onFlushed": "a reason to wait, as #ending",
  },
  "sys/parking.ts ParkedDescriptor": { "#endWatch": "begun anew" },
  "shim/actions/asleep.ts Sleepiness": {
    "#variableMs": "in the environment",
    "#fallAsleep": "code",
    "#timer": "begun anew",
  },
  "shim/actions/snapshot.ts Snapshot": { "#fallingAsleep": "it is over, or what this is asked for" },
};

interface Found {
  readonly name: string;
  readonly fields: readonly string[];
  readonly save: string;
}

function classesWithSave(file: string): Found[] {
  const text = readFileSync(join(project, file), "utf8");
  return text.split(/^(?=(?:export )?(?:abstract )?class )/m).flatMap((part) => {
    const name = /^(?:export )?(?:abstract )?class (\w+)/.exec(part)?.[1];
    const body = part.split(/^}/m)[0] ?? "";
    const save = /^ {2}save\([\s\S]*?^ {2}}/m.exec(body)?.[0];
    if (name === undefined || save === undefined) return [];
    const fields = [...body.matchAll(/^ {2}(?:readonly )?(#?\w+)[?!]?(?::| =)(?! *=>)/gm)].map(
      (match) => match[1] as string,
    );
    return [{ name: `${file} ${name}`, fields: [...new Set(fields)], save }];
  });
}

const classes = ["shim", "cgroups", "ttrpc", "sys"]
  .flatMap((room) =>
    readdirSync(join(project, room), { recursive: true, encoding: "utf8" }).map((name) => join(room, name)),
  )
  .filter((file) => file.endsWith(".ts") && !/\.(test|d)\.ts$/.test(file))
  .flatMap(classesWithSave);

describe("every field is taken along, or there is a reason why not", () => {
  test.each(classes)("$name", ({ name, fields, save }) => {
    const reasons = notCarried[name] ?? {};
    const isSaved = (field: string) => new RegExp(`this\\.${field}\\b`).test(save);
    expect(fields.filter((field) => !isSaved(field) && reasons[field] === undefined)).toEqual([]);
  });
});

test("what has a reason is a field, of a class that has a save", () => {
  const known = new Map(classes.map(({ name, fields }) => [name, fields]));
  const wrong = Object.entries(notCarried).flatMap(([name, reasons]) =>
    Object.keys(reasons)
      .filter((field) => known.get(name)?.includes(field) !== true)
      .map((field) => `${name} ${field}`),
  );
  expect(wrong).toEqual([]);
});

test("they are found", () => {
  expect(classes.length).toBeGreaterThan(25);
});
