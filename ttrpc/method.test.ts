import { describe, expect, test } from "vitest";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { startClient } from "../test/fixtures/ttrpc-service.ts";
import { eventually } from "../test/helpers/eventually.ts";
import type { Call } from "./call.ts";
import { lateMethod } from "./method.ts";
import { Code, type Status, TtrpcError } from "./status.ts";

const { KeyValue } = ttrpc;

describe("lateMethod", () => {
  test("is given the request's bytes, and writes its answer itself", async () => {
    const { server, client } = startClient();
    server.register("late", {
      Echo: lateMethod(async (request) => {
        const { key, value } = KeyValue.decode(request);
        return (writer) => KeyValue.encode({ key: value, value: key }, writer);
      }),
      Nothing: lateMethod(async () => (writer) => writer),
    });
    expect(await client.call("late", "Echo", KeyValue, KeyValue, { key: "a", value: "b" })).toMatchObject({
      key: "b",
      value: "a",
    });
    expect(await client.call("late", "Nothing", KeyValue, KeyValue, {})).toMatchObject({ key: "", value: "" });
  });

  test("fails as its handler does", async () => {
    const { server, client } = startClient();
    server.register("late", { Fail: lateMethod(() => Promise.reject(new TtrpcError(Code.notFound, "no such code"))) });
    await expect(client.call("late", "Fail", KeyValue, KeyValue, {})).rejects.toMatchObject({
      code: Code.notFound,
      message: expect.stringContaining("no such code"),
    });
  });
});

describe("Server's trace", () => {
  const traced: [Call, Status | undefined][] = [];
  const trace = (call: Call, failure: Status | undefined) => traced.push([call, failure]);

  test("tells each call that has ended, with its request and its failure", async () => {
    const { client } = startClient({ trace });
    await client.call("test", "Echo", KeyValue, KeyValue, { key: "a" });
    await client.call("test", "Big", KeyValue, KeyValue, { value: String(5 << 20) }).catch(() => {});
    await client.call("test", "UntilAborted", KeyValue, KeyValue, {}, { timeoutMs: 30 }).catch(() => {});
    await eventually(() => traced.length === 3);
    expect(traced.map(([{ method }, failure]) => [method, failure?.code])).toEqual([
      ["Echo", undefined],
      ["Big", undefined],
      ["UntilAborted", Code.deadlineExceeded],
    ]);
    expect(traced[0]?.[0].message).toMatchObject({ key: "a" });
  });
});
