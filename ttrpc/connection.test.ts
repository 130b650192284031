import { describe, expect, test } from "vitest";
import { bytePipe } from "../test/fixtures/byte-pipe.ts";
import { RawPeer, rawFrame, settled } from "../test/fixtures/raw-ttrpc.ts";
import { eventually } from "../test/helpers/eventually.ts";
import { Connection, type StreamOptions } from "./connection.ts";
import type { Frame } from "./frame.ts";

function start(options: StreamOptions = {}, onFrame: (frame: Frame) => void = () => {}) {
  const [near, far] = bytePipe({ highWaterMark: 100 });
  const lost: (Error | undefined)[] = [];
  const connection = new Connection(near, { onFrame, onLost: (cause) => lost.push(cause) }, options);
  return { connection, near, peer: new RawPeer(far), lost };
}

const frame = (streamId: number, bytes = 90) => rawFrame(streamId, 2, 0, Buffer.alloc(bytes));

describe("Connection", () => {
  test("keeps frames in order through a full stream, and counts those that wait (KF-112)", async () => {
    const { connection, peer } = start();
    for (let streamId = 1; streamId <= 5000; streamId++) connection.send(frame(streamId));
    expect(connection.queuedBytes).toBe(4999 * 100);
    await eventually(() => peer.frames.length === 5000);
    expect(peer.frames.every(({ streamId }, index) => streamId === index + 1)).toBe(true);
    expect(connection.queuedBytes).toBe(0);
  });

  test("unsend takes back what waits, and only that", async () => {
    const { connection, peer } = start();
    const frames = [frame(1), frame(3), frame(5)];
    for (const each of frames) connection.send(each);
    for (const each of frames.slice(0, 2)) connection.unsend(each);
    expect(connection.queuedBytes).toBe(100);
    await settled();
    expect(peer.frames.map(({ streamId }) => streamId)).toEqual([1, 5]);
  });

  test("pauses reading above the bound and resumes at half of it (KF-112)", async () => {
    const { connection, near, peer } = start({ maxQueuedBytes: 1000 });
    peer.stream.pause();
    for (let streamId = 0; streamId < 11; streamId++) connection.send(frame(streamId));
    expect(near.paused).toBe(false);
    connection.send(frame(11));
    expect(near.paused).toBe(true);
    peer.stream.resume();
    await eventually(() => !near.paused);
    expect(connection.queuedBytes).toBeLessThanOrEqual(500);
  });

  test("takes a few frames a turn, all of them in order, and what came before the end", async () => {
    const taken: number[] = [];
    const { peer, lost } = start({}, ({ streamId }) => taken.push(streamId));
    const streamIds = Array.from({ length: 1000 }, (_, index) => index);
    peer.write(Buffer.concat(streamIds.map((streamId) => frame(streamId))));
    peer.stream.end();
    const counts: number[] = [];
    while (lost.length === 0) {
      const before = taken.length;
      await new Promise((resolve) => setImmediate(resolve));
      counts.push(taken.length - before);
    }
    expect(Math.max(...counts)).toBeLessThanOrEqual(64);
    expect([taken, lost]).toEqual([streamIds, [undefined]]);
  });

  test("is lost once, whatever ends it first (KF-115)", async () => {
    const { connection, near, peer, lost } = start();
    peer.stream.reset();
    await settled();
    connection.close();
    await connection.finish(1000);
    expect(lost).toMatchObject([{ code: "ECONNRESET" }]);
    expect([connection.isOpen, near.destroyed]).toEqual([false, true]);
    connection.send(frame(1));
    expect(connection.queuedBytes).toBe(0);
  });

  test("ends, and nothing else does, when the receiver fails", async () => {
    const { peer, lost } = start({}, () => {
      throw new Error("receiver");
    });
    peer.write(frame(1), frame(3));
    await eventually(() => lost.length === 1);
    expect(lost).toMatchObject([{ message: "receiver" }]);
  });

  test("finish writes all that was sent before it ends (KF-034)", async () => {
    const { connection, peer, lost } = start();
    for (let streamId = 1; streamId <= 100; streamId++) connection.send(frame(streamId));
    await connection.finish(1000);
    await eventually(() => peer.ended);
    expect([peer.frames.length, lost]).toEqual([100, [undefined]]);
  });
});
