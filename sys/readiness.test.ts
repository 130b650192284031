import { writeSync } from "node:fs";
import { expect, test } from "vitest";
import { O_RDONLY, openFd, openPipe } from "./fd.ts";
import { readNow } from "./nonblocking.ts";
import { pollNow } from "./poll.ts";
import { watch, watchReadiness } from "./readiness.ts";

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

test("watchReadiness tells when there is something to read, and when the last writer is gone", async () => {
  const { read, write } = openPipe("test");
  const seen: string[] = [];
  const unwatch = watchReadiness(read, (ready) => {
    const buffer = Buffer.alloc(16);
    const count = readNow(read, buffer);
    seen.push(
      typeof count === "number" ? `${buffer.toString("latin1", 0, count)}${ready.hangup ? " end" : ""}` : count,
    );
  });
  writeSync(write.number, "one");
  await turn();
  write.close();
  await turn();
  unwatch();
  read.close();
  expect(seen).toEqual(["one", " end"]);
});

test("a readiness signal after the last watch has ended does not end the process", async () => {
  const { read, write } = openPipe("test");
  watchReadiness(read, () => {})();
  expect(process.listenerCount("SIGIO")).toBe(1);
  writeSync(write.number, "late");
  await turn();
  read.close();
  write.close();
});

test("pollNow says that nobody reads a pipe", () => {
  const { read, write } = openPipe("test");
  expect(pollNow(write)).toMatchObject({ writable: true, error: false });
  read.close();
  expect(pollNow(write).error).toBe(true);
  write.close();
});

test("a signal has only those looked at that changed", async () => {
  const pipes = Array.from({ length: 20 }, () => openPipe("test"));
  const calls = new Array<number>(20).fill(0);
  const ends = pipes.map(({ read }, index) =>
    watchReadiness(read, () => {
      calls[index] = (calls[index] ?? 0) + 1;
      readNow(read, Buffer.alloc(16));
    }),
  );
  await turn();
  calls.fill(0);
  writeSync(pipes[3]?.write.number as number, "x");
  await turn();
  expect(calls).toEqual(calls.map((_, index) => (index === 3 ? 1 : 0)));
  for (const end of ends) end();
  for (const { read, write } of pipes) for (const fd of [read, write]) fd.close();
});

test("a paused watch is not called, and its descriptor sends no signal", async () => {
  const { read, write } = openPipe("test");
  let calls = 0;
  let signals = 0;
  const count = () => {
    signals += 1;
  };
  const watched = watch(read, () => {
    calls += 1;
  });
  await turn();
  watched.pause();
  process.on("SIGIO", count);
  calls = 0;
  writeSync(write.number, "x");
  await turn();
  expect([calls, signals]).toEqual([0, 0]);
  watched.resume();
  writeSync(write.number, "x");
  await turn();
  expect([calls, signals]).toEqual([1, 1]);
  process.off("SIGIO", count);
  watched.end();
  for (const fd of [read, write]) fd.close();
});

test("a busy descriptor is read without signals, until it is quiet, and with them after that", async () => {
  const { read, write } = openPipe("test");
  let signals = 0;
  const count = () => {
    signals += 1;
  };
  const buffer = Buffer.alloc(1 << 16);
  let received = 0;
  const end = watchReadiness(read, () => {
    for (;;) {
      const bytes = readNow(read, buffer);
      if (typeof bytes !== "number" || bytes === 0) return "busy";
      received += bytes;
    }
  });
  process.on("SIGIO", count);
  for (let n = 0; n < 100; n += 1) {
    writeSync(write.number, "x".repeat(100));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  expect(received).toBeGreaterThan(5000);
  expect(signals).toBeLessThan(50);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(received).toBe(10_000);
  const before = signals;
  writeSync(write.number, "x");
  await turn();
  expect([received, signals]).toEqual([10_001, before + 1]);
  process.off("SIGIO", count);
  end();
  for (const fd of [read, write]) fd.close();
});

test("one descriptor can be watched twice", async () => {
  const { read, write } = openPipe("test");
  const seen: string[] = [];
  const first = watchReadiness(read, () => seen.push("first"));
  const second = watchReadiness(read, () => seen.push("second"));
  await turn();
  seen.length = 0;
  writeSync(write.number, "x");
  await turn();
  expect(seen.toSorted()).toEqual(["first", "second"]);
  first();
  seen.length = 0;
  writeSync(write.number, "x");
  await turn();
  expect(seen).toEqual(["second"]);
  second();
  for (const fd of [read, write]) fd.close();
});

test("what the kernel can't watch is taken for ready", () => {
  const file = openFd("/proc/self/exe", O_RDONLY, "test");
  watchReadiness(file, () => {})();
  file.close();
});
