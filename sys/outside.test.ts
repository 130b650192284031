import { afterEach, beforeEach, expect, test, vi } from "vitest";

const pending: ((value: number) => void)[] = [];

vi.mock("./ffi.ts", async (original) => ({
  ...(await original<typeof import("./ffi.ts")>()),
  libcAside: () => new Promise<number>((resolve) => pending.push(resolve)),
}));

let callsOutside: () => number;
let outside: typeof import("./outside.ts").outside;

/** Of calls that were let begin. */
const answerOne = () => pending.shift()?.(0);
const turn = () => vi.advanceTimersByTimeAsync(0);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  ({ callsOutside, outside } = await import("./outside.ts"));
});

afterEach(async () => {
  while (pending.length > 0) {
    answerOne();
    await turn();
  }
  expect(callsOutside()).toBe(0);
  vi.useRealTimers();
});

test("calls that answer in time are four at once", async () => {
  const answers = Array.from({ length: 6 }, () => outside("access", "/", 0));
  await turn();
  expect(pending.length).toBe(4);
  answerOne();
  await turn();
  expect([pending.length, callsOutside()]).toEqual([4, 4]);
  answerOne();
  answerOne();
  await turn();
  expect(pending.length).toBe(3);
  while (pending.length > 0) answerOne();
  expect(await Promise.all(answers)).toEqual([0, 0, 0, 0, 0, 0]);
});

test("calls that hang keep nobody waiting, until there are 96", async () => {
  for (let n = 0; n < 200; n += 1) void outside("access", "/", 0);
  await turn();
  expect(pending.length).toBe(4);
  await vi.advanceTimersByTimeAsync(50);
  expect(pending.length).toBeGreaterThan(4);
  await vi.advanceTimersByTimeAsync(2000);
  expect(pending.length).toBe(96);
  answerOne();
  await turn();
  expect([pending.length, callsOutside()]).toEqual([96, 96]);
});
