// Frames, and what both sides of a connection make of them.

import { ttrpc } from "../../proto/gen/ttrpc.js";
import { Client } from "../../ttrpc/client.ts";
import { FrameReader, headerBytes, maxDataBytes } from "../../ttrpc/frame.ts";
import { empty } from "../../ttrpc/method.ts";
import { bytePipe } from "../fixtures/byte-pipe.ts";
import { RawPeer, rawFrame, requestFrame, settled } from "../fixtures/raw-ttrpc.ts";
import { echoed, echoFrame, start } from "../fixtures/ttrpc-service.ts";
import { check, type Target } from "./fuzz.ts";

interface Cut {
  readonly frames: string[];
  readonly rest: string;
}

/** The frames in `bytes`, given in pieces of `size`. */
function cut(bytes: Uint8Array, size: number): Cut {
  const reader = new FrameReader();
  const frames: string[] = [];
  for (let at = 0; at < bytes.length; at += size) {
    reader.push(bytes.subarray(at, at + size));
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      const { streamId, type, flags, length, data } = frame;
      check(data === undefined ? length > maxDataBytes : data.length === length, "a frame has not its length");
      frames.push([streamId, type, flags, length, data && Buffer.from(data).toString("base64")].join());
    }
  }
  const unread = reader.unread();
  check((unread?.length ?? 0) <= bytes.length, "more is unread than was given");
  return { frames, rest: unread === undefined ? "none" : Buffer.from(unread).toString("base64") };
}

const status = { code: 5, message: "no such thing: not found" };
const answer = (streamId: number, response: ttrpc.Response.$Properties) =>
  rawFrame(streamId, 2, 0, ttrpc.Response.encode(response).finish());
const call = (streamId: number, method: string, payload = new Uint8Array(0)) =>
  requestFrame(streamId, {
    ...{ service: "test", method, payload, timeoutNano: 1e9 },
    metadata: [{ key: "traceparent", value: "00-0123456789abcdef0123456789abcdef-0123456789abcdef-01" }],
  });

const requestSeeds = [
  echoFrame(1, "hello"),
  Buffer.concat([echoFrame(1, "a"), echoFrame(3, "b"), call(5, "EchoLater"), call(7, "Nothing"), echoFrame(9, "")]),
  Buffer.concat([
    call(1, "Wait"),
    rawFrame(1, 3, 1, Buffer.from("data")),
    call(3, "UntilAborted"),
    echoFrame(3, "again"),
  ]),
  Buffer.concat([echoFrame(2, "even"), echoFrame(0, "none"), requestFrame(1, { service: "no", method: "No" })]),
  Buffer.concat([rawFrame(1, 1, 0, Buffer.alloc(40), 0xffff_ffff), echoFrame(3, "x")]),
  // Groups in groups: fields that nobody knows are skipped as deep as they go.
  rawFrame(1, 1, 0, Buffer.alloc(60_000, 0x0b)),
  rawFrame(5, 1, 2, Buffer.alloc(0)),
];

const frames: Target = {
  name: "frames",
  seeds: requestSeeds,
  run(input) {
    const whole = cut(input, Math.max(1, input.length));
    for (const size of [1, 3, headerBytes, 1000]) {
      const { frames, rest } = cut(input, Math.max(size, Math.ceil(input.length / 2000)));
      check(
        frames.join("\n") === whole.frames.join("\n") && rest === whole.rest,
        `pieces of ${size} give other frames`,
      );
    }
  },
};

const server: Target = {
  name: "server",
  seeds: requestSeeds,
  async run(input) {
    const { server, far, fixture } = start();
    const peer = new RawPeer(far);
    peer.write(input);
    const [near, other] = bytePipe();
    server.serve(near);
    const good = new RawPeer(other);
    good.write(echoFrame(1, "good"));
    await settled();
    check(JSON.stringify(good.answers()) === JSON.stringify([echoed(1, "good")]), "a good client has no answer");
    for (const { type, data } of peer.frames) {
      check(type === 2, "the server sends something else than a response");
      ttrpc.Response.decode(data);
    }
    for (const end of [far, other]) end.end();
    // A few frames have their turn at once, and there may be thousands.
    for (let turn = 0; turn < 1000 && server.connectionCount + server.callCount > 0; turn += 1) {
      for (const resolve of fixture.waiting.splice(0)) resolve({});
      await settled();
    }
    check(server.connectionCount === 0, "a connection is left");
    check(server.callCount === 0, "a call is left");
  },
};

const client: Target = {
  name: "client",
  seeds: [
    answer(1, {}),
    answer(1, { status }),
    answer(1, { payload: ttrpc.KeyValue.encode({ key: "k", value: "v" }).finish() }),
    Buffer.concat([answer(3, { status }), answer(1, {}), answer(1, {}), answer(2, {}), answer(0, { status })]),
    rawFrame(1, 3, 1, Buffer.from("data")),
    rawFrame(1, 2, 0, Buffer.alloc(20), 5 << 20),
    rawFrame(1, 2, 0, Buffer.alloc(60_000, 0x0b)),
  ],
  async run(input) {
    const [near, far] = bytePipe();
    const calling = new Client(near);
    const calls = [1, 2].map((n) =>
      calling.call("test", `M${n}`, empty, ttrpc.KeyValue, undefined).then(
        () => "answered",
        (error: unknown) => (error instanceof Error ? error.name : "not an error"),
      ),
    );
    far.write(input);
    await settled();
    far.end();
    for (const outcome of await Promise.all(calls)) {
      check(["answered", "TtrpcError", "ClosedError"].includes(outcome), `a call ends with ${outcome}`);
    }
    await calling.closed;
    check(calling.pendingCount === 0, "a call is left");
  },
};

export const ttrpcTargets: readonly Target[] = [frames, server, client];
