import { describe, expect, test } from "vitest";
import { configureLog } from "../base/log.ts";
import { Batches } from "./batches.ts";
import type { Span } from "./span.ts";

const span = (name: string): Span => ({
  ...{ name, traceId: "1", spanId: "2", parent: undefined, kind: "internal" },
  ...{ startedMs: 0, endedMs: 1, attributes: {}, error: undefined },
});
const limits = { maxQueued: 4, maxBatch: 2, delayMs: 5 };
const names = (spans: readonly Span[]) => spans.map(({ name }) => name).join();

describe("Batches", () => {
  test("sends what has gathered after a while, and a full batch at once, in order and one at a time", async () => {
    const sent: string[] = [];
    let under = 0;
    const batches = new Batches(
      async () => async (spans) => {
        under += 1;
        expect(under).toBe(1);
        await new Promise((resolve) => setTimeout(resolve, 1));
        under -= 1;
        sent.push(names(spans));
      },
      { limits },
    );
    for (const name of ["a", "b", "c"]) batches.add(span(name));
    await batches.flush(1000);
    expect(sent).toEqual(["a,b", "c"]);
    batches.add(span("d"));
    await expect.poll(() => sent).toEqual(["a,b", "c", "d"]);
    expect(batches.lost).toBe(0);
  });

  test("keeps no more than it may while nothing is taken, and counts the rest", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const lostThen: number[] = [];
    const batches = new Batches(
      async () => async (_spans, lost) => {
        await held;
        lostThen.push(lost);
      },
      { limits },
    );
    for (const name of "abcdefghij") batches.add(span(name));
    // Four in the queue, of which two may be under way already.
    expect(batches.lost).toBe(6);
    await new Promise((resolve) => setTimeout(resolve, 1));
    const beganMs = performance.now();
    await batches.flush(20);
    expect(performance.now() - beganMs).toBeLessThan(500);
    release();
    await batches.flush(1000);
    expect(lostThen).toEqual([6, 6]);
  });

  test("counts a batch that was refused, and those of an exporter that can't be loaded", async () => {
    configureLog({ fd: -1 });
    const refused = new Batches(async () => async () => Promise.reject(new Error("no")), { limits });
    const unloaded = new Batches(() => Promise.reject(new Error("no")), { limits });
    for (const batches of [refused, unloaded]) {
      for (const name of "abc") batches.add(span(name));
      await batches.flush(1000);
      expect(batches.lost).toBe(3);
    }
    configureLog({ fd: 2 });
  });
});
