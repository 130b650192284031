// What a server keeps, gives up and hands over: lost clients, load, close, and all of it over real sockets.

import { mkdtemp, rm } from "node:fs/promises";
import { connect, createServer, type Server as NetServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import { containerd } from "../proto/gen/task.js";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { bytePipe } from "../test/fixtures/byte-pipe.ts";
import { RawPeer, rawFrame, requestFrame, settled } from "../test/fixtures/raw-ttrpc.ts";
import { echoed, echoFrame, start, startClient, startRaw } from "../test/fixtures/ttrpc-service.ts";
import { eventually } from "../test/helpers/eventually.ts";
import { sized, soakTimeout } from "../test/helpers/soak.ts";
import { Client } from "./client.ts";
import { Flag, FrameType } from "./frame.ts";
import { empty, method } from "./method.ts";
import type { Server } from "./server.ts";
import { ClosedError, Code } from "./status.ts";

describe("Server loses a client", () => {
  const request = requestFrame(3, { service: "test", method: "Wait", metadata: [{ key: "k", value: "v" }] });

  test.each(Array.from({ length: request.length + 1 }, (_, at) => at))(
    "cut at byte %i of a request: nothing remains, handlers are cancelled (KF-115)",
    async (at) => {
      for (const end of ["destroy", "reset"] as const) {
        const { server, peer, near, fixture } = startRaw();
        peer.write(requestFrame(1, { service: "test", method: "Wait" }), request.subarray(0, at));
        await eventually(
          () => near.listenerCount("data") > 0 && fixture.waiting.length === (at === request.length ? 2 : 1),
        );
        peer.stream[end]();
        await eventually(() => server.connectionCount === 0);
        expect(near.destroyed).toBe(true);
        expect(fixture.aborted).toHaveLength(fixture.waiting.length);
        expect(fixture.aborted[0]).toMatchObject({ code: Code.canceled });
        // Still running, and said to be.
        expect(server.callCount).toBe(fixture.waiting.length);
        for (const answer of fixture.waiting) answer({ value: "nobody reads this" });
        await eventually(() => server.callCount === 0);
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
    await eventually(() => fixture.waiting.length === 1);
    far.destroy();
    await eventually(() => server.connectionCount === 0);
    expect(ask()?.reason).toMatchObject({ code: Code.canceled });
  });

  test("one connection's end leaves the others alone", async () => {
    const { server, peer, fixture } = startRaw();
    const [near, far] = bytePipe();
    server.serve(near);
    const client = new Client(far);
    const wait = client.call("test", "Wait", ttrpc.KeyValue, ttrpc.KeyValue, {});
    await eventually(() => fixture.waiting.length === 1);
    peer.stream.reset();
    await eventually(() => server.connectionCount === 1);
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
    await eventually(() => server.connectionCount === 1);
  });
});

describe("Server under load", () => {
  const calls = sized(30_000, 2_000_000);
  test(`${calls} calls, some given up, some cut off, leave nothing behind (KF-114)`, soakTimeout, async () => {
    const { server, fixture, client: first } = startClient();
    const connect = () => {
      const [near, far] = bytePipe();
      server.serve(near);
      return new Client(far);
    };
    let client = first;
    let heapBefore = 0;
    const seen = { ok: 0, givenUp: 0, cutOff: 0 };
    for (let done = 0; done < calls; done += 100) {
      // Every hundredth round of them loses its connection.
      const isCut = done % 10_000 === 5000;
      const round = Array.from({ length: 100 }, (_, index) => {
        const giveUp = new AbortController();
        const name = index % 10 === 9 || isCut ? "UntilAborted" : index % 2 === 0 ? "Echo" : "EchoLater";
        const value = `${done}.${index}`;
        const call = client.call(
          "test",
          name,
          ttrpc.KeyValue,
          ttrpc.KeyValue,
          { value },
          {
            // The server gives up as well.
            timeoutMs: name === "UntilAborted" && !isCut ? 5 : 10_000,
            signal: giveUp.signal,
          },
        );
        if (index % 20 === 19 && !isCut) giveUp.abort(new Error("given up"));
        return call.then((answer) => {
          expect(answer.value).toBe(value);
          return "ok" as const;
        });
      });
      if (isCut) {
        client.close();
        client = connect();
      }
      for (const result of await Promise.allSettled(round)) {
        if (result.status === "fulfilled") seen.ok += 1;
        else if (result.reason instanceof ClosedError) seen.cutOff += 1;
        else seen.givenUp += 1;
      }
      fixture.contexts.length = 0;
      if (done === 10_000) heapBefore = await heapInUse();
    }
    expect(seen).toEqual({ ok: calls * 0.891, givenUp: calls * 0.099, cutOff: calls * 0.01 });
    await eventually(() => server.callCount === 0);
    expect([server.connectionCount, client.pendingCount, server.describeCalls()]).toEqual([1, 0, []]);
    expect((await heapInUse()) / heapBefore).toBeLessThan(1.05);
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
    await eventually(() => peer.frames.length === 10_000);
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
    await eventually(() => peer.frames.length === 5000);
  });

  test("a client that goes away unread takes its answers with it (KF-112, KF-115)", async () => {
    const { server, peer, near } = startRaw({ maxQueuedBytes: 50_000 });
    peer.stream.pause();
    for (let index = 0; index < 2000; index++) peer.write(echoFrame(index * 2 + 1, "x".repeat(100)));
    await eventually(() => near.paused);
    peer.stream.reset();
    await eventually(() => server.connectionCount === 0);
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
    await eventually(() => peer.stream.bytesInFlight === 0);
    await settled();
    expect([near.destroyed, server.connectionCount, server.callCount]).toEqual([false, 1, 0]);
    expect(peer.frames.length).toBeLessThanOrEqual(3000);
    expect(fixture.contexts.length).toBeGreaterThan(0);
  });

  test("unread stream data does not delay unary calls (KF-113)", async () => {
    const { peer, fixture } = startRaw();
    peer.write(requestFrame(1, { service: "test", method: "Wait" }, Flag.remoteOpen));
    await eventually(() => fixture.waiting.length === 1);
    const data = rawFrame(1, FrameType.data, 0, Buffer.alloc(1000));
    peer.write(...Array.from({ length: 10_000 }, () => data), echoFrame(3, "quick"));
    await eventually(() => peer.frames.length === 1);
    expect(peer.answers()).toEqual([echoed(3, "quick")]);
  });
});

describe("Server.describeCalls", () => {
  test("names what is in progress and since when (KF-137)", async () => {
    const { server, client, fixture } = startClient();
    const wait = client.call("test", "Wait", ttrpc.KeyValue, ttrpc.KeyValue, {});
    await eventually(() => fixture.waiting.length === 1);
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
    await eventually(() => peer.ended);
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
    await eventually(() => fixture.waiting.length === 1);
    const closed = server.close();
    peer.write(echoFrame(3, "too late"));
    await closed;
    expect(fixture.aborted).toMatchObject([{ code: Code.canceled }]);
    fixture.waiting[0]?.({ value: "too late" });
    await eventually(() => peer.ended && server.callCount === 0);
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
      await eventually(() => server.callCount === 0);
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
    await eventually(() => server.describeCalls().length === 1);
    other.close();
    await waitingEnds;
    await eventually(() => server.callCount === 0 && server.connectionCount === 2);
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
    // Header, payload field, value field, each with its two-byte length.
    const answerBytes = 10 + 3 + 3 + value.length;
    await eventually(() => received === 10_000 * answerBytes);
    socket.destroy();
    await eventually(() => server.callCount === 0);
  });
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

async function heapInUse(): Promise<number> {
  // Timers of calls that were given up end first.
  await new Promise((resolve) => setTimeout(resolve, 50));
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
