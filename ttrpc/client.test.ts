import { describe, expect, test } from "vitest";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { bytePipe, type PipeOptions } from "../test/fixtures/byte-pipe.ts";
import { RawPeer, rawFrame, settled } from "../test/fixtures/raw-ttrpc.ts";
import { eventually } from "../test/helpers/eventually.ts";
import { type CallOptions, Client } from "./client.ts";
import { FrameType, maxDataBytes } from "./frame.ts";
import { empty } from "./method.ts";
import { ClosedError, Code } from "./status.ts";

function start(options: PipeOptions = {}) {
  const [near, far] = bytePipe(options);
  const client = new Client(near);
  const call = (value = "", callOptions: CallOptions = {}) =>
    client.call("s", "m", ttrpc.KeyValue, ttrpc.KeyValue, { value }, callOptions).then((answer) => answer.value);
  return { client, near, call, peer: new RawPeer(far) };
}

function responseFrame(streamId: number, value: string, type: number = FrameType.response): Buffer {
  const payload = ttrpc.KeyValue.encode({ value }).finish();
  return rawFrame(streamId, type, 0, ttrpc.Response.encode({ payload }).finish());
}

function requests(peer: RawPeer) {
  return peer.frames.map(({ streamId, type, flags, data }) => ({
    streamId,
    type,
    flags,
    ...ttrpc.Request.decode(data),
  }));
}

describe("Client.call", () => {
  test("numbers its streams 1, 3, 5 and takes answers in any order", async () => {
    const { call, peer, client } = start();
    const calls = [call("a"), call("b"), call("c")];
    await settled();
    expect(requests(peer).map(({ streamId, type, flags }) => [streamId, type, flags])).toEqual([
      [1, 1, 0],
      [3, 1, 0],
      [5, 1, 0],
    ]);
    peer.write(responseFrame(5, "C"), responseFrame(1, "A"), responseFrame(3, "B"));
    expect(await Promise.all(calls)).toEqual(["A", "B", "C"]);
    expect(client.pendingCount).toBe(0);
  });

  test("takes an answer that came before the deadline to a process that stood still until after it", async () => {
    const { call, peer } = start();
    const answer = call("a", { timeoutMs: 30 });
    await settled();
    peer.write(responseFrame(1, "A"));
    // Nothing is read in between, as in a system call that hangs.
    const until = performance.now() + 60;
    while (performance.now() < until);
    expect(await answer).toBe("A");
  });

  test("takes an answer without data as an empty message (KF-117)", async () => {
    const { call, peer } = start();
    const answer = call();
    peer.write(rawFrame(1, FrameType.response, 0, Buffer.alloc(0)));
    expect(await answer).toBe("");
  });

  test.each([
    [5000, 5e9],
    [0.0000001, 1],
    [1.5, 1.5e6],
    [Number.POSITIVE_INFINITY, 2 ** 63 - 1024],
  ])("tells the peer a timeout of %d ms as %d ns (KF-125)", async (timeoutMs, nano) => {
    const { call, peer, client } = start();
    const answer = call("", { timeoutMs }).catch(() => {});
    await settled();
    expect(Number(requests(peer)[0]?.timeoutNano)).toBe(nano);
    client.close();
    await answer;
  });

  test.each([0, -1])("with %i ms left fails without a request", async (timeoutMs) => {
    const { call, peer } = start();
    await expect(call("", { timeoutMs })).rejects.toMatchObject({ code: Code.deadlineExceeded });
    await settled();
    expect(peer.frames).toEqual([]);
  });

  test("fails at its timeout though the peer reads nothing (KF-124)", async () => {
    const { call, peer, client } = start();
    peer.stream.pause();
    const large = call("x".repeat(100_000)).catch((error: unknown) => error);
    const beforeMs = performance.now();
    await expect(call("", { timeoutMs: 100 })).rejects.toMatchObject({
      code: Code.deadlineExceeded,
      message: "context deadline exceeded",
    });
    const tookMs = performance.now() - beforeMs;
    expect(tookMs).toBeGreaterThanOrEqual(100);
    client.close();
    expect(await large).toBeInstanceOf(ClosedError);
  });

  test("given up before the peer would read leaves nothing in the queue (KF-112)", async () => {
    const { call, peer, near } = start();
    peer.stream.pause();
    const first = call("x".repeat(100_000));
    for (let round = 0; round < 20; round++) {
      const calls = Array.from({ length: 50 }, () => call("y".repeat(1000), { timeoutMs: 1 }));
      await Promise.allSettled(calls);
    }
    expect(near.mostBytesInFlight).toBeLessThan(120_000);
    peer.stream.resume();
    await eventually(() => peer.frames.length === 1);
    peer.write(responseFrame(1, "first"));
    expect(await first).toBe("first");
    await settled();
    expect(peer.frames).toHaveLength(1);
  });

  test("reads answers while its own requests can't be written (KF-112)", async () => {
    const { call, peer } = start();
    peer.stream.pause();
    const calls = Array.from({ length: 100 }, (_, index) => call("x".repeat(10_000) + index));
    for (let index = 0; index < 100; index++) peer.write(responseFrame(index * 2 + 1, String(index)));
    expect(await Promise.all(calls)).toEqual(calls.map((_, index) => String(index)));
  });

  test("ignores the answer to a call that was given up, and goes on", async () => {
    const { call, peer, client } = start();
    const controller = new AbortController();
    const given = call("", { signal: controller.signal });
    const reason = new Error("enough");
    controller.abort(reason);
    await expect(given).rejects.toBe(reason);
    const next = call();
    peer.write(
      responseFrame(1, "late"),
      responseFrame(2, "even"),
      responseFrame(99, "no such"),
      responseFrame(3, "next"),
    );
    expect(await next).toBe("next");
    await expect(call("", { signal: controller.signal })).rejects.toBe(reason);
    expect(client.pendingCount).toBe(0);
  });

  test("carries the peer's status, unknown numbers as unknown", async () => {
    const { call, peer } = start();
    const failures = [call(), call(), call()].map((answer) => answer.catch((error: unknown) => error));
    const statuses = [{ code: 5, message: "n" }, { code: 77, message: "m" }, { code: 14 }];
    for (const [index, status] of statuses.entries())
      peer.write(rawFrame(index * 2 + 1, FrameType.response, 0, ttrpc.Response.encode({ status }).finish()));
    expect(await Promise.all(failures)).toMatchObject([
      { code: Code.notFound, message: "n" },
      { code: Code.unknown, message: "m" },
      { code: Code.unavailable, message: "" },
    ]);
  });

  test("fails alone when its answer is broken", async () => {
    const { call, peer } = start();
    const calls = [call(), call(), call(), call()].map((answer) => answer.catch((error: unknown) => error));
    peer.write(
      rawFrame(1, FrameType.response, 0, Buffer.from("0aff", "hex")),
      responseFrame(3, "", FrameType.data),
      rawFrame(5, FrameType.response, 0, ttrpc.Response.encode({ payload: Buffer.from("0aff", "hex") }).finish()),
      responseFrame(7, "ignored", 9),
      responseFrame(7, "fine"),
    );
    expect(await Promise.all(calls)).toMatchObject([
      { code: Code.internal },
      { code: Code.unknown },
      { code: Code.internal },
      "fine",
    ]);
  });

  test("with a request over the limit fails without sending it, with an answer over it fails alone (KF-116)", async () => {
    const { call, peer } = start();
    await expect(call("x".repeat(maxDataBytes))).rejects.toMatchObject({
      code: Code.resourceExhausted,
      message: expect.stringMatching(/^message length 41943\d\d exceed maximum message size of 4194304$/),
    });
    const large = call();
    peer.write(rawFrame(1, FrameType.response, 0, Buffer.alloc(maxDataBytes + 1)));
    await expect(large).rejects.toMatchObject({ code: Code.resourceExhausted });
    const next = call();
    peer.write(responseFrame(3, "next"));
    expect(await next).toBe("next");
  });

  test("rejects when the message can't be encoded, and leaves no trace", async () => {
    const { client } = start();
    const unfit = {
      encode: () => {
        throw new Error("unfit");
      },
    };
    await expect(client.call("s", "m", unfit, empty, undefined)).rejects.toThrow("unfit");
    expect(client.pendingCount).toBe(0);
  });
});

describe("Client after the end", () => {
  const ends: [string, (started: ReturnType<typeof start>) => void][] = [
    ["close", ({ client }) => client.close()],
    ["the peer's end", ({ peer }) => peer.stream.end()],
    ["a reset", ({ peer }) => peer.stream.reset()],
  ];
  test.each(ends)("by %s: pending and later calls fail as closed (KF-124)", async (_name, end) => {
    const started = start();
    const { client, call, near } = started;
    const pending = [call("", { timeoutMs: 60_000 }), call("", { signal: new AbortController().signal })];
    const results = Promise.allSettled(pending);
    end(started);
    await client.closed;
    for (const result of await results)
      expect(result.status === "rejected" && result.reason).toMatchObject({
        name: "ClosedError",
        message: "ttrpc: closed",
      });
    await expect(call()).rejects.toBeInstanceOf(ClosedError);
    expect([client.pendingCount, near.destroyed]).toEqual([0, true]);
    client.close();
  });

  const answer = responseFrame(1, "answer");
  test.each(Array.from({ length: answer.length }, (_, at) => at))(
    "cut at byte %i of the answer (KF-115)",
    async (at) => {
      const { client, call, peer } = start();
      const pending = expect(call()).rejects.toBeInstanceOf(ClosedError);
      await settled();
      peer.write(answer.subarray(0, at));
      peer.stream.destroy();
      await pending;
      await client.closed;
      expect(client.pendingCount).toBe(0);
    },
  );
});
