import { describe, expect, test } from "vitest";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { RawPeer, rawFrame, requestFrame, settled } from "../test/fixtures/raw-ttrpc.ts";
import { echoed, echoFrame, failed, start, startClient, startRaw } from "../test/fixtures/ttrpc-service.ts";
import { eventually } from "../test/helpers/eventually.ts";
import { Flag, FrameType, maxDataBytes } from "./frame.ts";
import { type CallContext, type Encoder, empty, method } from "./method.ts";
import { Code, TtrpcError } from "./status.ts";

/** Frames at the server, and the answers that the Go server gives to them. */
const conversations: { name: string; frames: Buffer[]; answers: ReturnType<typeof failed>[] }[] = [
  { name: "a unary call", frames: [echoFrame(1, "a")], answers: [echoed(1, "a")] },
  {
    name: "ids with gaps",
    frames: [echoFrame(7, "a"), echoFrame(101, "b")],
    answers: [echoed(7, "a"), echoed(101, "b")],
  },
  {
    name: "an even id (KF-120)",
    frames: [echoFrame(2, "a"), echoFrame(1, "b")],
    answers: [failed(2, 3, "StreamID must be odd for client initiated streams"), echoed(1, "b")],
  },
  {
    name: "an id used before (KF-120)",
    frames: [echoFrame(5, "a"), echoFrame(5, "b"), echoFrame(3, "c"), echoFrame(7, "d")],
    answers: [
      echoed(5, "a"),
      failed(5, 3, "StreamID cannot be re-used and must increment"),
      failed(3, 3, "StreamID cannot be re-used and must increment"),
      echoed(7, "d"),
    ],
  },
  {
    name: "data for no stream (KF-120)",
    frames: [rawFrame(9, FrameType.data, Flag.remoteClosed | Flag.noData, Buffer.alloc(0)), echoFrame(1, "a")],
    answers: [failed(9, 3, "StreamID is no longer active"), echoed(1, "a")],
  },
  {
    name: "data after the answer (KF-120)",
    frames: [echoFrame(1, "a"), rawFrame(1, FrameType.data, 0, Buffer.from("x"))],
    answers: [echoed(1, "a"), failed(1, 3, "StreamID is no longer active")],
  },
  {
    name: "unknown types, ignored without using the id up (KF-120)",
    frames: [
      rawFrame(1, 9, 0, Buffer.from("x")),
      rawFrame(1, FrameType.response, 0, Buffer.alloc(0)),
      echoFrame(1, "a"),
    ],
    answers: [echoed(1, "a")],
  },
  {
    name: "an unknown type on an even id",
    frames: [rawFrame(4, 9, 0, Buffer.alloc(0))],
    answers: [failed(4, 3, "StreamID must be odd for client initiated streams")],
  },
  {
    name: "streaming flags on a unary method (KF-120)",
    frames: [echoFrame(1, "a", Flag.remoteOpen), echoFrame(3, "b", Flag.remoteClosed), echoFrame(5, "c", 0xff)],
    answers: [echoed(1, "a"), echoed(3, "b"), echoed(5, "c")],
  },
  {
    name: "a request with no data at all (KF-117, KF-119)",
    frames: [rawFrame(1, FrameType.request, 0, Buffer.alloc(0))],
    answers: [failed(1, 12, "service ")],
  },
  {
    name: "an unknown service (KF-119)",
    frames: [requestFrame(1, { service: "containerd.task.v3.Task", method: "Echo" })],
    answers: [failed(1, 12, "service containerd.task.v3.Task")],
  },
  {
    name: "an unknown method (KF-119)",
    frames: [
      requestFrame(1, { service: "test", method: "Missing" }),
      requestFrame(3, { service: "test", method: "constructor" }),
      requestFrame(5, { service: "test" }),
    ],
    answers: [failed(1, 12, "method Missing"), failed(3, 12, "method constructor"), failed(5, 12, "method ")],
  },
  {
    name: "an empty request and an empty answer (KF-117)",
    frames: [requestFrame(1, { service: "test", method: "Nothing" })],
    answers: [failed(1, 0, "")],
  },
];

describe("Server answers", () => {
  test.each(conversations)("$name", async ({ frames, answers }) => {
    const { peer, server } = startRaw();
    peer.write(...frames);
    await settled();
    expect(peer.answers()).toEqual(answers);
    expect(peer.frames.every(({ type, flags }) => type === FrameType.response && flags === 0)).toBe(true);
    expect([server.callCount, server.connectionCount, peer.ended]).toEqual([0, 1, false]);
  });

  test("a request that is none, with code 3", async () => {
    const { peer } = startRaw();
    peer.write(rawFrame(1, FrameType.request, 0, Buffer.from("0aff", "hex")), echoFrame(3, "a"));
    await settled();
    const [broken, next] = peer.answers();
    expect(broken).toMatchObject({ streamId: 1, code: 3 });
    expect(broken?.message).toMatch(/^unmarshal request error: ./);
    expect(next).toEqual(echoed(3, "a"));
  });

  test.each(["0aff", "0a02c328", "ff"])("a payload that does not parse (%s), with code 13", async (hex) => {
    const { peer, fixture } = startRaw();
    peer.write(requestFrame(1, { service: "test", method: "Echo", payload: Buffer.from(hex, "hex") }));
    await settled();
    expect(peer.answers()).toMatchObject([{ streamId: 1, code: 13 }]);
    expect(peer.answers()[0]?.message).toMatch(/^ttrpc: error unmarshalling payload: ./);
    expect(fixture.contexts).toEqual([]);
  });

  test("with zero data bytes where the message is empty (KF-117)", async () => {
    const { peer } = startRaw();
    peer.write(
      requestFrame(1, { service: "test", method: "Nothing" }),
      requestFrame(3, { service: "test", method: "Echo" }),
    );
    await settled();
    expect(peer.frames.map(({ length }) => length)).toEqual([0, 0]);
  });

  test("nothing to data while the call is in progress, so that its own answer stays the only one (KF-120)", async () => {
    const { peer, fixture } = startRaw();
    peer.write(
      requestFrame(1, { service: "test", method: "Wait" }, Flag.remoteOpen),
      rawFrame(1, FrameType.data, 0, Buffer.from("x")),
      rawFrame(1, FrameType.data, Flag.remoteClosed, Buffer.alloc(0)),
    );
    await settled();
    expect(peer.frames).toEqual([]);
    fixture.waiting[0]?.({ value: "done" });
    await settled();
    expect(peer.answers()).toEqual([echoed(1, "done")]);
  });

  test("calls in the order in which they finish, with one that blocks not delaying others", async () => {
    const { client, fixture } = startClient();
    const wait = client.call("test", "Wait", ttrpc.KeyValue, ttrpc.KeyValue, {});
    const echo = await client.call("test", "Echo", ttrpc.KeyValue, ttrpc.KeyValue, { value: "quick" });
    expect(echo.value).toBe("quick");
    fixture.waiting[0]?.({ value: "slow" });
    expect((await wait).value).toBe("slow");
  });

  test("under every name of a service, and refuses a name twice", async () => {
    const { server, client, fixture } = startClient();
    server.register("other", fixture.service);
    expect(() => server.register("other", fixture.service)).toThrow("already registered");
    const answer = await client.call("other", "Echo", ttrpc.KeyValue, ttrpc.KeyValue, { value: "a" });
    expect(answer.value).toBe("a");
  });

  test("messages over the limit with code 8, and the connection goes on (KF-116)", { timeout: 20_000 }, async () => {
    const { peer, near } = startRaw();
    peer.write(rawFrame(1, FrameType.request, 0, Buffer.alloc(maxDataBytes + 1)));
    // The id was not used up, as in Go.
    peer.write(echoFrame(1, "next"));
    await settled();
    expect(peer.answers()).toEqual([
      failed(1, 8, "message length 4194305 exceed maximum message size of 4194304"),
      echoed(1, "next"),
    ]);
    expect(near.destroyed).toBe(false);
  });

  test("an answer over the limit becomes code 8 (KF-116)", async () => {
    const { client } = startClient();
    const call = (bytes: number) =>
      client
        .call("test", "Big", ttrpc.KeyValue, ttrpc.KeyValue, { value: String(bytes) })
        .then(({ value }) => value.length);
    await expect(call(maxDataBytes)).rejects.toMatchObject({
      code: Code.resourceExhausted,
      message: "message length 4194314 exceed maximum message size of 4194304",
    });
    await expect(call(maxDataBytes - 10)).resolves.toBe(maxDataBytes - 10);
  });
});

describe("Server survives handlers (KF-118)", () => {
  const thrown: [string, () => unknown, number, string][] = [
    [
      "throw an Error",
      () => {
        throw new Error("e");
      },
      2,
      "e",
    ],
    [
      "throw a string",
      () => {
        throw "s";
      },
      2,
      "s",
    ],
    [
      "throw undefined",
      () => {
        throw undefined;
      },
      2,
      "undefined",
    ],
    [
      "throw what has no text",
      () => {
        throw Object.create(null);
      },
      2,
      "unknown error",
    ],
    [
      "throw a TtrpcError",
      () => {
        throw new TtrpcError(Code.notFound, "n");
      },
      5,
      "n",
    ],
    [
      "throw lone surrogates",
      () => {
        throw new Error("\udc00");
      },
      2,
      "\ufffd",
    ],
    ["reject", () => Promise.reject(new Error("r")), 2, "r"],
    ["reject with nothing", () => Promise.reject(), 2, "undefined"],
    ["return undefined", () => undefined, 2, "ttrpc: marshal called with nil"],
    ["return null", () => Promise.resolve(null), 2, "ttrpc: marshal called with nil"],
    [
      "return a thenable that throws",
      () => ({
        // biome-ignore lint/suspicious/noThenProperty: a foreign promise that misbehaves is the case
        then() {
          throw new Error("t");
        },
      }),
      2,
      "t",
    ],
  ];
  test.each(thrown)("that %s: one answer each", async (_name, handle, code, message) => {
    const { server, far } = start();
    const handler = handle as () => ttrpc.KeyValue.$Properties;
    server.register("bad", { Do: method(ttrpc.KeyValue, ttrpc.KeyValue, handler) });
    const peer = new RawPeer(far);
    peer.write(requestFrame(1, { service: "bad", method: "Do" }), echoFrame(3, "alive"));
    await settled();
    expect(peer.answers()).toHaveLength(2);
    expect(peer.answers()).toEqual(expect.arrayContaining([failed(1, code, message), echoed(3, "alive")]));
    expect(server.callCount).toBe(0);
  });

  test("that return what can't be encoded: code 13", async () => {
    const { server, far } = start();
    const unfit: Encoder<ttrpc.KeyValue.$Properties> = {
      encode: () => {
        throw new Error("unfit");
      },
    };
    server.register("bad", { Do: method(ttrpc.KeyValue, unfit, () => ({ value: "v" })) });
    const peer = new RawPeer(far);
    peer.write(requestFrame(1, { service: "bad", method: "Do" }));
    await settled();
    expect(peer.answers()).toEqual([failed(1, 13, "ttrpc: error marshalling response: unfit")]);
  });

  test("when toStatus itself fails or says ok", async () => {
    const logged: string[] = [];
    const { server, far } = start({
      toStatus: (error) => {
        if (error === "ok") return { code: 0, message: "lies" };
        throw new Error("toStatus");
      },
      log: (message) => logged.push(message),
    });
    server.register("bad", {
      Do: method(ttrpc.KeyValue, empty, ({ value }) => {
        throw value;
      }),
    });
    const peer = new RawPeer(far);
    const payload = ttrpc.KeyValue.encode({ value: "ok" }).finish();
    peer.write(
      requestFrame(1, { service: "bad", method: "Do" }),
      requestFrame(3, { service: "bad", method: "Do", payload }),
    );
    await settled();
    expect(peer.answers()).toEqual([failed(1, 2, ""), failed(3, 2, "lies")]);
    expect(logged).toHaveLength(1);
  });

  test("that answer after the deadline: one late answer", async () => {
    const { peer, fixture } = startRaw();
    peer.write(requestFrame(1, { service: "test", method: "Wait", timeoutNano: 1 }));
    await eventually(() => fixture.aborted.length === 1);
    fixture.waiting[0]?.({ value: "late" });
    await settled();
    expect(peer.answers()).toEqual([echoed(1, "late")]);
  });
});

describe("CallContext", () => {
  function context(timeoutNano: unknown, methodName = "Wait") {
    const started = startRaw();
    started.peer.write(requestFrame(1, { service: "test", method: methodName, timeoutNano: timeoutNano as number }));
    return {
      ...started,
      context: async () => {
        await eventually(() => started.fixture.contexts.length === 1);
        return started.fixture.contexts[0] as CallContext;
      },
    };
  }

  test("timeout_nano 0: no deadline (KF-125)", async () => {
    const { deadlineMs, signal } = await context(0).context();
    expect([deadlineMs, signal.aborted]).toEqual([undefined, false]);
  });

  test.each([1, -1])("timeout_nano %i: at once (KF-125)", async (nano) => {
    const { fixture } = context(nano);
    await eventually(() => fixture.aborted.length === 1);
    expect(fixture.aborted[0]).toMatchObject({ code: Code.deadlineExceeded, message: "context deadline exceeded" });
  });

  test("timeout_nano 1e9: after one second (KF-125)", async () => {
    const { fixture, context: take } = context(1e9);
    const { deadlineMs } = await take();
    expect((deadlineMs as number) - performance.now()).toBeGreaterThan(900);
    const beforeMs = performance.now();
    await eventually(() => fixture.aborted.length === 1);
    expect(performance.now() - beforeMs).toBeGreaterThan(900);
    expect(performance.now()).toBeGreaterThanOrEqual(deadlineMs as number);
  });

  test("timeout_nano 2^63-1: never, and no timer overflow (KF-125)", async () => {
    const { context: take } = context({ low: -1, high: 0x7fffffff });
    const { deadlineMs, signal } = await take();
    expect(deadlineMs).toBeCloseTo(9223372036854.775 + performance.now(), -4);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(signal.aborted).toBe(false);
  });

  test("signal asked for after the deadline is aborted already", async () => {
    const { context: take } = context(1, "Echo");
    const late = await take();
    // Echo has returned: nothing is to be stopped any more, and no timer may be left behind.
    expect(late.signal.aborted).toBe(false);
  });

  test("metadata and names are those of the request", async () => {
    const { peer, fixture } = startRaw();
    const metadata = [{ key: "containerd-namespace-ttrpc", value: "k8s.io" }, { key: "traceparent" }, { value: "v" }];
    peer.write(requestFrame(1, { service: "test", method: "Echo", metadata }));
    await settled();
    const entries = fixture.contexts[0]?.metadata.map(({ key, value }) => [key, value]);
    expect(entries).toEqual([
      ["containerd-namespace-ttrpc", "k8s.io"],
      ["traceparent", ""],
      ["", "v"],
    ]);
    expect(fixture.contexts[0]).toMatchObject({ service: "test", method: "Echo" });
  });

  test("onAnswered comes after the answer was written, and once", async () => {
    const { server, near, peer } = startRaw();
    const seen: unknown[] = [];
    server.register("hook", {
      Do: method(empty, empty, (_request, context) => {
        context.onAnswered(() => seen.push(near.bytesInFlight));
        context.onAnswered(() => {
          throw new Error("listener");
        });
      }),
    });
    peer.write(requestFrame(1, { service: "hook", method: "Do" }), echoFrame(3, "alive"));
    await settled();
    expect(seen).toEqual([10]);
    expect(peer.answers()).toEqual([failed(1, 0, ""), echoed(3, "alive")]);
  });
});
