// What differs from run to run does not show.

import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { Code, TtrpcError } from "../ttrpc/status.ts";
import { Recorder } from "./recorder.ts";

const call = (recorder: Recorder, method: string, request: object, outcome: Promise<unknown>, timeoutMs = 1000) =>
  recorder.onCall({ service: "s", method, request, timeoutMs, outcome });

test("Recorder names pids in their order, says whether a time is set, and keeps the order of the calls", async () => {
  const recorder = new Recorder();
  recorder.begin();
  let answer = (_: unknown) => {};
  call(recorder, "Wait", { id: "c" }, new Promise((resolve) => (answer = resolve)));
  call(recorder, "Start", { id: "c" }, Promise.resolve({ pid: 77 }));
  call(
    recorder,
    "State",
    { id: "c", execId: "e" },
    Promise.resolve({ pid: 78, exitedAt: { seconds: -62_135_596_800 } }),
  );
  answer({ exitStatus: 3, exitedAt: { seconds: 1_700_000_000 } });
  await setImmediate();
  const event = {
    namespace: "ns",
    topic: "/tasks/start",
    containerId: "c",
    atMs: 0,
    fields: { containerId: "c", pid: 77 },
  };
  expect(recorder.lines([event], ["files of ns: x"], [["ns", "NS"]])).toEqual([
    'Wait(c) → {"exitStatus":3,"exitedAt":"set"}',
    'Start(c) → {"pid":"pid 1"}',
    'State(e) → {"pid":"pid 2","exitedAt":"zero"}',
    'event /tasks/start {"namespace":"NS","containerId":"c","pid":"pid 1"}',
    "files of NS: x",
  ]);
});

test("Recorder tells a refusal from a call that nobody has answered", async () => {
  const recorder = new Recorder();
  recorder.begin();
  const refusal = new TtrpcError(Code.notFound, "container not created: not found");
  call(recorder, "Kill", { id: "c" }, Promise.reject(refusal));
  call(recorder, "Pids", { id: "c" }, Promise.reject(new TtrpcError(Code.deadlineExceeded, "late")), 0);
  call(recorder, "Wait", { id: "c" }, new Promise(() => {}));
  await setImmediate();
  expect(recorder.nameOf(refusal)).toBe("Kill(c)");
  expect(recorder.late).toBe("Pids(c): no answer within 0 s");
  expect(recorder.pending).toEqual(["Wait(c)"]);
  expect(recorder.lines([], [], [])).toEqual([
    "Kill(c) → it failed with code 5: container not created: not found",
    "Pids(c) → no answer within 0 s",
    "Wait(c) → not answered",
  ]);
  recorder.begin();
  expect(recorder.lines([], [], [])).toEqual([]);
});
