import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Server as NetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { containerd } from "../proto/gen/task.js";
import { google, ttrpc } from "../proto/gen/ttrpc.js";
import { bytePipe, type PipeOptions } from "../test/fixtures/byte-pipe.ts";
import { RawPeer, rawFrame, requestFrame, settled, until } from "../test/fixtures/raw-ttrpc.ts";
import { Client } from "./client.ts";
import { Flag, FrameType, maxDataBytes } from "./frame.ts";
import { type CallContext, type Encoder, empty, method, type Service } from "./method.ts";
import { Server, type ServerOptions } from "./server.ts";
import { ClosedError, Code, TtrpcError } from "./status.ts";

/** A service whose methods show each way in which a call can go. */
class Fixture {
  readonly contexts: CallContext[] = [];
  readonly aborted: unknown[] = [];
  readonly waiting: ((answer: ttrpc.KeyValue.$Properties) => void)[] = [];
  readonly service: Service = {
    Echo: method(ttrpc.KeyValue, ttrpc.KeyValue, (request, context) => {
      this.contexts.push(context);
      return { key: request.key, value: request.value };
    }),
    EchoLater: method(ttrpc.KeyValue, ttrpc.KeyValue, async ({ key, value }) => ({ key, value })),
    Wait: method(ttrpc.KeyValue, ttrpc.KeyValue, (_request, context) => {
      this.contexts.push(context);
      const { signal } = context;
      if (signal.aborted) this.aborted.push(signal.reason);
      else signal.addEventListener("abort", () => this.aborted.push(signal.reason));
      return new Promise((resolve) => this.waiting.push(resolve));
    }),
    UntilAborted: method(ttrpc.KeyValue, empty, (_request, context) => {
      return new Promise((_resolve, reject) => {
        context.signal.addEventListener("abort", () => reject(context.signal.reason));
      });
    }),
    Nothing: method(empty, empty, () => {}),
    Big: method(ttrpc.KeyValue, ttrpc.KeyValue, ({ value }) => ({ value: "x".repeat(Number(value)) })),
  };
}

function start(options: Partial<ServerOptions> & PipeOptions = {}) {
  const fixture = new Fixture();
  const server = new Server({
    toStatus: (error) => ({ code: 2, message: error instanceof Error ? error.message : String(error) }),
    ...options,
  });
  server.register("test", fixture.service);
  const [near, far] = bytePipe(options);
  server.serve(near);
  return { server, fixture, near, far };
}

function startRaw(options: Partial<ServerOptions> & PipeOptions = {}) {
  const started = start(options);
  return { ...started, peer: new RawPeer(started.far) };
}

function startClient(options: Partial<ServerOptions> & PipeOptions = {}) {
  const started = start(options);
  return { ...started, client: new Client(started.far) };
}

function echoFrame(streamId: number, value: string, flags = 0): Buffer {
  const payload = ttrpc.KeyValue.encode({ value }).finish();
  return requestFrame(streamId, { service: "test", method: "Echo", payload }, flags);
}

function echoed(streamId: number, value: string) {
  return {
    streamId,
    code: 0,
    message: "",
    payload: Buffer.from(ttrpc.KeyValue.encode({ value }).finish()).toString("hex"),
  };
}

function failed(streamId: number, code: number, message: string) {
  return { streamId, code, message, payload: "" };
}

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
    await until(() => fixture.aborted.length === 1);
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
        await until(() => started.fixture.contexts.length === 1);
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
    const beforeMs = performance.now();
    await until(() => fixture.aborted.length === 1);
    expect(performance.now() - beforeMs).toBeLessThan(50);
    expect(fixture.aborted[0]).toMatchObject({ code: Code.deadlineExceeded, message: "context deadline exceeded" });
  });

  test("timeout_nano 1e9: after one second (KF-125)", async () => {
    const { fixture, context: take } = context(1e9);
    const { deadlineMs } = await take();
    expect((deadlineMs as number) - performance.now()).toBeGreaterThan(900);
    const beforeMs = performance.now();
    await until(() => fixture.aborted.length === 1);
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

describe("Server loses a client", () => {
  const request = requestFrame(3, { service: "test", method: "Wait", metadata: [{ key: "k", value: "v" }] });

  test.each(Array.from({ length: request.length + 1 }, (_, at) => at))(
    "cut at byte %i of a request: nothing remains, handlers are cancelled (KF-115)",
    async (at) => {
      for (const end of ["destroy", "reset"] as const) {
        const { server, peer, near, fixture } = startRaw();
        peer.write(requestFrame(1, { service: "test", method: "Wait" }), request.subarray(0, at));
        await until(() => near.listenerCount("data") > 0 && fixture.waiting.length === (at === request.length ? 2 : 1));
        peer.stream[end]();
        await until(() => server.connectionCount === 0);
        expect(near.destroyed).toBe(true);
        expect(fixture.aborted).toHaveLength(fixture.waiting.length);
        expect(fixture.aborted[0]).toMatchObject({ code: Code.canceled });
        // Still running, and said to be.
        expect(server.callCount).toBe(fixture.waiting.length);
        for (const answer of fixture.waiting) answer({ value: "nobody reads this" });
        await until(() => server.callCount === 0);
        expect(peer.frames).toEqual([]);
      }
    },
  );

  test("signal asked for after the loss is aborted already", async () => {
    const { server, far, fixture } = start();
    let ask: () => AbortSignal | undefined = () => undefined;
    server.register("late", {
      Do: method(empty, empty, (_request, context) => {
        ask = () => context.signal;
        return new Promise((resolve) => fixture.waiting.push(() => resolve()));
      }),
    });
    const peer = new RawPeer(far);
    peer.write(requestFrame(1, { service: "late", method: "Do", timeoutNano: 1e9 }));
    await until(() => fixture.waiting.length === 1);
    far.destroy();
    await until(() => server.connectionCount === 0);
    expect(ask()?.reason).toMatchObject({ code: Code.canceled });
  });

  test("one connection's end leaves the others alone", async () => {
    const { server, peer, fixture } = startRaw();
    const [near, far] = bytePipe();
    server.serve(near);
    const client = new Client(far);
    const wait = client.call("test", "Wait", ttrpc.KeyValue, ttrpc.KeyValue, {});
    await until(() => fixture.waiting.length === 1);
    peer.stream.reset();
    await until(() => server.connectionCount === 1);
    expect(fixture.aborted).toEqual([]);
    fixture.waiting[0]?.({ value: "fine" });
    expect((await wait).value).toBe("fine");
  });

  test("a stream that had ended before serve is let go (KF-115)", async () => {
    const { server } = start();
    const [near, far] = bytePipe();
    far.on("error", () => {});
    near.on("error", () => {});
    far.reset();
    await settled();
    server.serve(near);
    await until(() => server.connectionCount === 1);
  });
});

describe("Server under load", () => {
  test("20,000 calls leave nothing behind (KF-114)", { timeout: 30_000 }, async () => {
    const { server, client, fixture } = startClient();
    for (let round = 0; round < 200; round++) {
      const calls = Array.from({ length: 100 }, (_, index) => {
        const name = index % 2 === 0 ? "Echo" : "EchoLater";
        return client.call(
          "test",
          name,
          ttrpc.KeyValue,
          ttrpc.KeyValue,
          { value: `${round}.${index}` },
          { timeoutMs: 10_000 },
        );
      });
      const answers = await Promise.all(calls);
      expect(answers.map(({ value }) => value)).toEqual(answers.map((_, index) => `${round}.${index}`));
      fixture.contexts.length = 0;
    }
    expect([server.callCount, client.pendingCount, server.describeCalls()]).toEqual([0, 0, []]);
  });

  test("10,000 requests before the first read: memory is bounded, every answer arrives (KF-112)", async () => {
    const maxQueuedBytes = 200_000;
    const { server, peer, near, fixture } = startRaw({ maxQueuedBytes });
    peer.stream.pause();
    const value = "x".repeat(100);
    for (let index = 0; index < 10_000; index++) peer.write(echoFrame(index * 2 + 1, value));
    await settled();
    expect(near.paused).toBe(true);
    // Requests of one chunk may still be answered after the bound; here a chunk is one request.
    expect(fixture.contexts.length).toBeLessThan(3000);
    expect(near.mostBytesInFlight).toBeLessThan(maxQueuedBytes);
    peer.stream.resume();
    await until(() => peer.frames.length === 10_000);
    expect(peer.frames.map(({ streamId }) => streamId)).toEqual(peer.frames.map((_, index) => index * 2 + 1));
    expect([server.callCount, near.paused]).toEqual([0, false]);
  });

  test("one chunk full of requests is not answered past the bound either (KF-112)", async () => {
    const { peer, near, fixture } = startRaw({ maxQueuedBytes: 50_000 });
    peer.stream.pause();
    peer.write(Buffer.concat(Array.from({ length: 5000 }, (_, index) => echoFrame(index * 2 + 1, "x".repeat(100)))));
    await settled();
    expect([near.paused, fixture.contexts.length < 700]).toEqual([true, true]);
    peer.stream.resume();
    await until(() => peer.frames.length === 5000);
  });

  test("a client that goes away unread takes its answers with it (KF-112, KF-115)", async () => {
    const { server, peer, near } = startRaw({ maxQueuedBytes: 50_000 });
    peer.stream.pause();
    for (let index = 0; index < 2000; index++) peer.write(echoFrame(index * 2 + 1, "x".repeat(100)));
    await until(() => near.paused);
    peer.stream.reset();
    await until(() => server.connectionCount === 0);
    expect(server.callCount).toBe(0);
  });

  test.each([1, 2, 3])("random frames in random chunks: no throw, no growth, seed %i (KF-120)", async (seed) => {
    let state = seed;
    const random = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const { server, peer, near, fixture } = startRaw({ chunkBytes: () => 1 + random(50) });
    for (let index = 0; index < 3000; index++) {
      const streamId = random(1000) === 0 ? random(2 ** 32) : index + random(40);
      const type = random(3) === 0 ? random(256) : 1 + random(3);
      const bodies = [
        Buffer.alloc(random(30), random(256)),
        ttrpc.Request.encode({ service: "test", method: ["Echo", "EchoLater", "None"][random(3)] as string }).finish(),
      ];
      peer.write(rawFrame(streamId >>> 0, type, random(256), bodies[random(2)] as Uint8Array));
    }
    await until(() => peer.stream.bytesInFlight === 0);
    await settled();
    expect([near.destroyed, server.connectionCount, server.callCount]).toEqual([false, 1, 0]);
    expect(peer.frames.length).toBeLessThanOrEqual(3000);
    expect(fixture.contexts.length).toBeGreaterThan(0);
  });

  test("unread stream data does not delay unary calls (KF-113)", async () => {
    const { peer, fixture } = startRaw();
    peer.write(requestFrame(1, { service: "test", method: "Wait" }, Flag.remoteOpen));
    await until(() => fixture.waiting.length === 1);
    const data = rawFrame(1, FrameType.data, 0, Buffer.alloc(1000));
    peer.write(...Array.from({ length: 10_000 }, () => data), echoFrame(3, "quick"));
    await until(() => peer.frames.length === 1);
    expect(peer.answers()).toEqual([echoed(3, "quick")]);
  });
});

describe("Server.describeCalls", () => {
  test("names what is in progress and since when (KF-137)", async () => {
    const { server, client, fixture } = startClient();
    const wait = client.call("test", "Wait", ttrpc.KeyValue, ttrpc.KeyValue, {});
    await until(() => fixture.waiting.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const [call, ...others] = server.describeCalls();
    expect([call?.service, call?.method, others]).toEqual(["test", "Wait", []]);
    expect(call?.ageMs).toBeGreaterThan(15);
    fixture.waiting[0]?.({});
    await wait;
    expect(server.describeCalls()).toEqual([]);
  });
});

describe("Server.close", () => {
  test("1,000 times: the answer to the call that closes arrives before the end (KF-034)", {
    timeout: 30_000,
  }, async () => {
    for (let round = 0; round < 1000; round++) {
      const { server, client } = startClient();
      let closing: Promise<void> | undefined;
      const close = () => {
        closing = server.close();
      };
      server.register("control", {
        Shutdown: method(empty, empty, round % 2 === 0 ? close : (_request, context) => context.onAnswered(close)),
      });
      await client.call("control", "Shutdown", empty, empty, undefined);
      await client.closed;
      await closing;
      expect(server.connectionCount).toBe(0);
    }
  });

  test("flushes what a slow reader has not taken yet (KF-034)", async () => {
    const { server, peer } = startRaw();
    peer.stream.pause();
    for (let index = 0; index < 1000; index++) peer.write(echoFrame(index * 2 + 1, "x".repeat(100)));
    await settled();
    const closed = server.close();
    await settled();
    peer.stream.resume();
    await closed;
    await until(() => peer.ended);
    expect(peer.frames).toHaveLength(1000);
  });

  test("does not wait longer than asked for a client that never reads", async () => {
    const { server, peer, near } = startRaw({ flushTimeoutMs: 50 });
    peer.stream.pause();
    peer.write(echoFrame(1, "unread"));
    await settled();
    const beforeMs = performance.now();
    await server.close();
    expect(performance.now() - beforeMs).toBeLessThan(500);
    expect([near.destroyed, server.connectionCount]).toEqual([true, 0]);
  });

  test("stops handlers, drops their answers and takes no call more", async () => {
    const { server, peer, fixture } = startRaw();
    peer.write(requestFrame(1, { service: "test", method: "Wait" }));
    await until(() => fixture.waiting.length === 1);
    const closed = server.close();
    peer.write(echoFrame(3, "too late"));
    await closed;
    expect(fixture.aborted).toMatchObject([{ code: Code.canceled }]);
    fixture.waiting[0]?.({ value: "too late" });
    await until(() => peer.ended && server.callCount === 0);
    expect(peer.frames).toEqual([]);
    expect(fixture.contexts).toHaveLength(1);
  });

  test("twice, and serve afterwards, is legal (KF-121)", async () => {
    const { server } = start();
    expect(server.close()).toBe(server.close());
    const [near, far] = bytePipe();
    server.serve(near);
    const client = new Client(far);
    await client.closed;
    await server.close();
    expect([near.destroyed, server.connectionCount]).toEqual([true, 0]);
  });

  test("at random moments settles everything (KF-121)", { timeout: 30_000 }, async () => {
    for (let round = 0; round < 300; round++) {
      const { server, client } = startClient();
      const calls = Array.from({ length: 5 }, (_, index) =>
        client.call("test", index % 2 ? "EchoLater" : "UntilAborted", ttrpc.KeyValue, empty, { value: "a" }),
      );
      for (let turn = round % 7; turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
      const closed = server.close();
      const results = await Promise.allSettled(calls);
      await closed;
      for (const result of results) if (result.status === "rejected") expect(result.reason).toBeInstanceOf(ClosedError);
      await until(() => server.callCount === 0);
      expect([server.connectionCount, client.pendingCount]).toEqual([0, 0]);
    }
  });
});

describe("over a real unix socket", () => {
  let listener: NetServer | undefined;
  let directory: string | undefined;

  afterEach(async () => {
    listener?.close();
    if (directory !== undefined) await rm(directory, { recursive: true });
  });

  async function listen(server: Server): Promise<string> {
    directory = await mkdtemp(join(tmpdir(), "runts-ttrpc-"));
    const path = join(directory, "s");
    listener = createServer((socket) => server.serve(socket));
    await new Promise<void>((resolve) => listener?.listen(path, resolve));
    return path;
  }

  test("calls, large messages, shutdown and the end of connections", { timeout: 20_000 }, async () => {
    const { server } = start();
    server.register("task", {
      State: method(containerd.task.v2.StateRequest, containerd.task.v2.StateResponse, ({ id }) => ({ id, pid: 42 })),
    });
    const path = await listen(server);
    const client = new Client(connect(path));
    const { StateRequest, StateResponse } = containerd.task.v2;
    expect(await client.call("task", "State", StateRequest, StateResponse, { id: "a" })).toMatchObject({
      id: "a",
      pid: 42,
    });
    const calls = Array.from({ length: 20 }, (_, index) => {
      const value = String.fromCharCode(97 + index).repeat(400_000);
      return client
        .call("test", "Echo", ttrpc.KeyValue, ttrpc.KeyValue, { value })
        .then((answer) => answer.value === value);
    });
    expect(await Promise.all(calls)).toEqual(calls.map(() => true));
    await expect(client.call("test", "None", empty, empty, undefined)).rejects.toMatchObject({
      code: Code.unimplemented,
    });

    const other = new Client(connect(path));
    const waiting = other.call("test", "UntilAborted", ttrpc.KeyValue, empty, {});
    const waitingEnds = expect(waiting).rejects.toBeInstanceOf(ClosedError);
    await until(() => server.describeCalls().length === 1);
    other.close();
    await waitingEnds;
    await until(() => server.callCount === 0 && server.connectionCount === 2);
    await server.close();
    await client.closed;
    expect(server.connectionCount).toBe(0);
  });

  test("10,000 requests before the first read (KF-112)", { timeout: 20_000 }, async () => {
    const { server } = start({ maxQueuedBytes: 300_000 });
    const path = await listen(server);
    const socket: Socket = connect(path);
    socket.pause();
    const value = "x".repeat(200);
    for (let index = 0; index < 10_000; index++) socket.write(echoFrame(index * 2 + 1, value));
    await new Promise((resolve) => setTimeout(resolve, 200));
    // The server has stopped reading: the rest of the requests waits on the client's side.
    expect(socket.writableLength).toBeGreaterThan(500_000);
    let received = 0;
    socket.on("data", (chunk) => {
      received += chunk.length;
    });
    socket.resume();
    const answerBytes = 10 + google.rpc.Status.encode({ message: "" }).finish().length + 205 + 1;
    await until(() => received >= 10_000 * answerBytes - 10_000);
    socket.destroy();
    await until(() => server.callCount === 0);
  });
});
