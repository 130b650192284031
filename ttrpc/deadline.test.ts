import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DeadlineTimer } from "./deadline.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each([0, 1, 1000, 2 ** 31 - 1, 2 ** 31, 2 ** 33])(
  "DeadlineTimer expires after %i ms, not before (KF-125)",
  (ms) => {
    const expire = vi.fn();
    new DeadlineTimer(performance.now() + ms, expire);
    vi.advanceTimersByTime(Math.max(ms - 1, 0));
    expect(expire).toHaveBeenCalledTimes(ms === 0 ? 1 : 0);
    vi.advanceTimersByTime(2);
    expect(expire).toHaveBeenCalledTimes(1);
  },
);

test("DeadlineTimer never expires at infinity, nor once cleared", () => {
  const expire = vi.fn();
  const never = new DeadlineTimer(Number.POSITIVE_INFINITY, expire);
  const cleared = new DeadlineTimer(performance.now() + 5, expire);
  cleared.clear();
  vi.advanceTimersByTime(2 ** 33);
  expect(expire).not.toHaveBeenCalled();
  never.clear();
  expect(vi.getTimerCount()).toBe(0);
});
