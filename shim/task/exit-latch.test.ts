import { describe, expect, test } from "vitest";
import type { Exit } from "../../sys/reaper.ts";
import { ExitLatch } from "./exit-latch.ts";

const exit: Exit = { status: 7, at: { seconds: 1, nanos: 2 } };
const never = new AbortController();

describe("ExitLatch", () => {
  test("gives the first outcome to those who wait and to those who come later", async () => {
    const latch = new ExitLatch();
    const early = latch.wait(never);
    latch.open(exit);
    latch.open({ ...exit, status: 8 });
    expect([await early, await latch.wait(never)]).toEqual([exit, exit]);
  });

  test("lets a waiter go whose caller has left, before or meanwhile (KF-056)", async () => {
    const latch = new ExitLatch();
    await expect(latch.wait({ signal: AbortSignal.abort("gone") })).rejects.toBe("gone");
    const leaving = new AbortController();
    const wait = latch.wait(leaving);
    leaving.abort("left");
    await expect(wait).rejects.toBe("left");
    latch.open(exit);
  });

  test("10,000 exits, with waiters that come and go: each that stays is told (KF-051)", async () => {
    let told = 0;
    let left = 0;
    for (let n = 0; n < 10_000; n += 1) {
      const latch = new ExitLatch();
      const leaving = new AbortController();
      const waits = Array.from({ length: 3 }, (_, index) => latch.wait(index === n % 3 ? leaving : never));
      // One leaves: before the exit, after it, or when the news is on its way.
      if (n % 2 === 0) leaving.abort(new Error("left"));
      latch.open(exit);
      leaving.abort(new Error("left"));
      for (const result of await Promise.allSettled(waits)) {
        if (result.status === "fulfilled") told += 1;
        else left += 1;
      }
    }
    expect([told, left]).toEqual([25_000, 5000]);
  });
});
