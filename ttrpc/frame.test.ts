import { describe, expect, test } from "vitest";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { rawFrame } from "../test/fixtures/raw-ttrpc.ts";
import {
  encodeAnswer,
  encodeFailure,
  encodeRequest,
  type Frame,
  FrameReader,
  limitAnswer,
  maxDataBytes,
} from "./frame.ts";
import { empty } from "./method.ts";

function readAll(reader: FrameReader): Frame[] {
  const frames: Frame[] = [];
  for (let frame = reader.next(); frame !== undefined; frame = reader.next()) frames.push(frame);
  return frames;
}

/** A small generator with a seed, so that a failure can be repeated. */
function randomInts(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe("FrameReader", () => {
  const bytes = Buffer.concat([
    rawFrame(1, 1, 0, Buffer.from("first")),
    rawFrame(3, 2, 0, Buffer.alloc(0)),
    rawFrame(0xffff_fffd, 0xff, 0xff, Buffer.from("last")),
  ]);

  test.each(Array.from({ length: bytes.length }, (_, at) => at))("joins frames cut at byte %i (KF-115)", (at) => {
    const reader = new FrameReader();
    const frames: Frame[] = [];
    for (const part of [bytes.subarray(0, at), bytes.subarray(at)]) {
      reader.push(part);
      frames.push(...readAll(reader));
    }
    expect(frames.map(({ streamId, type, flags, data }) => [streamId, type, flags, String(data)])).toEqual([
      [1, 1, 0, "first"],
      [3, 2, 0, ""],
      [0xffff_fffd, 0xff, 0xff, "last"],
    ]);
  });

  test("keeps what was pushed but not taken", () => {
    const reader = new FrameReader();
    reader.push(bytes.subarray(0, 20));
    expect(reader.next()?.streamId).toBe(1);
    reader.push(bytes.subarray(20));
    expect(readAll(reader).map((frame) => frame.streamId)).toEqual([3, 0xffff_fffd]);
  });

  test("takes data of exactly the limit and throws away one byte more (KF-116)", () => {
    const reader = new FrameReader();
    reader.push(rawFrame(1, 1, 0, Buffer.alloc(maxDataBytes, 7)));
    expect(reader.next()?.data?.length).toBe(maxDataBytes);
    const oversize = rawFrame(3, 1, 0, Buffer.alloc(maxDataBytes + 1));
    for (let at = 0; at < oversize.length; at += 65536) reader.push(oversize.subarray(at, at + 65536));
    reader.push(rawFrame(5, 1, 0, Buffer.from("next")));
    expect(readAll(reader)).toMatchObject([
      { streamId: 3, length: maxDataBytes + 1, data: undefined },
      { streamId: 5, length: 4 },
    ]);
  });

  test("allocates for data that has come, not for what is announced (KF-116)", () => {
    const before = process.memoryUsage().arrayBuffers;
    const readers = Array.from({ length: 500 }, (_, index) => {
      const reader = new FrameReader();
      reader.push(rawFrame(1, 1, 0, Buffer.from("x"), index % 2 === 0 ? maxDataBytes : 0xffff_ffff));
      expect(reader.next()).toBeUndefined();
      return reader;
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 << 20);
    expect(readers).toHaveLength(500);
  });

  test.each([1, 2, 3, 4])("finds the same frames however they are cut, seed %i (KF-120)", (seed) => {
    const random = randomInts(seed);
    const sent = Array.from({ length: 500 }, () => {
      const data = Buffer.alloc(random(8) === 0 ? random(200_000) : random(40), random(256));
      return { streamId: random(2 ** 32), type: random(256), flags: random(256), data };
    });
    const wire = Buffer.concat(sent.map(({ streamId, type, flags, data }) => rawFrame(streamId, type, flags, data)));
    const reader = new FrameReader();
    const received: Frame[] = [];
    for (let at = 0; at < wire.length; ) {
      const end = at + (random(4) === 0 ? random(100_000) : random(30));
      reader.push(wire.subarray(at, end));
      at = Math.min(end, wire.length);
      // At times frames are left for later, as a paused connection does.
      if (random(5) > 0) received.push(...readAll(reader));
    }
    received.push(...readAll(reader));
    expect(received.length).toBe(sent.length);
    for (const [index, frame] of received.entries()) {
      const expected = sent[index];
      expect([frame.streamId, frame.type, frame.flags]).toEqual([expected?.streamId, expected?.type, expected?.flags]);
      expect(Buffer.compare(frame.data as Uint8Array, expected?.data as Buffer)).toBe(0);
    }
  });
});

describe("encoders", () => {
  test("encodeAnswer leaves an empty payload out (KF-117)", () => {
    const header = "00000000000000070200";
    expect(Buffer.from(encodeAnswer(7, empty, undefined)).toString("hex")).toBe(header);
    expect(Buffer.from(encodeAnswer(7, ttrpc.KeyValue, {})).toString("hex")).toBe(header);
  });

  test.each([0, 1, 100, 127, 128, 129, 20_000, 3_000_000])(
    "encodeAnswer equals ttrpc.Response for %i bytes",
    (size) => {
      const message = { key: "k", value: "x".repeat(size) };
      const data = ttrpc.Response.encode({ payload: ttrpc.KeyValue.encode(message).finish() }).finish();
      expect(Buffer.compare(encodeAnswer(5, ttrpc.KeyValue, message), rawFrame(5, 2, 0, data))).toBe(0);
    },
  );

  test("encodeFailure makes the text valid UTF-8, for Go refuses it otherwise", () => {
    const frame = encodeFailure(1, { code: 2, message: "bad \ud800 half, good 😀" });
    const { status } = ttrpc.Response.decode(frame.subarray(10));
    expect(status?.message).toBe("bad \ufffd half, good 😀");
  });

  test.each([0, -1, Number.NaN, 1.5])("encodeFailure never sends code %d", (code) => {
    const { status } = ttrpc.Response.decode(encodeFailure(1, { code, message: "m" }).subarray(10));
    expect(status?.code).toBe(2);
  });

  test("limitAnswer replaces a frame over the limit, and only that (KF-116)", () => {
    const fits = rawFrame(9, 2, 0, Buffer.alloc(maxDataBytes));
    expect(limitAnswer(9, fits)).toBe(fits);
    const { status } = ttrpc.Response.decode(
      limitAnswer(9, rawFrame(9, 2, 0, Buffer.alloc(maxDataBytes + 1))).subarray(10),
    );
    expect(status).toMatchObject({ code: 8, message: "message length 4194305 exceed maximum message size of 4194304" });
  });

  test("encodeRequest leaves defaults out (KF-117)", () => {
    const frame = encodeRequest(1, {
      service: "s",
      method: "m",
      payload: new Uint8Array(),
      timeoutNano: 0,
      metadata: [],
    });
    expect(Buffer.from(frame).toString("hex")).toBe("000000060000000101000a017312016d");
  });
});
