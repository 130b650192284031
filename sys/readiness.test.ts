import { writeSync } from "node:fs";
import { expect, test } from "vitest";
import { openPipe } from "./fd.ts";
import { readNow } from "./nonblocking.ts";
import { pollNow, watchReadiness } from "./readiness.ts";

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
