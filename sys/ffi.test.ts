// What is done around each call, over an addon of our own.
import { beforeEach, describe, expect, test, vi } from "vitest";

const EINTR = 4;

/** Answers of the calls to come, and the calls that were made. */
let answers: { value: number; errnoCode: number }[] = [];
let calls: string[] = [];

const addon = {
  FFITypeTag: { Array: {} },
  open() {},
  load({ funcName }: { funcName: string }) {
    // Before a thread is made.
    if (funcName === "sigprocmask") return { value: 0, errnoCode: 0 };
    calls.push(funcName);
    return answers.shift() ?? { value: 0, errnoCode: 0 };
  },
};

async function freshFfi(): Promise<typeof import("./ffi.ts")> {
  vi.resetModules();
  vi.spyOn(process, "dlopen").mockImplementation((module) => {
    (module as { exports: unknown }).exports = addon;
  });
  return import("./ffi.ts");
}

beforeEach(() => {
  calls = [];
  answers = [{ value: -1, errnoCode: EINTR }];
});

describe("a call that a signal interrupted", () => {
  test("is repeated", async () => {
    const { libc, libcAside } = await freshFfi();
    expect(libc("fchdir", 3)).toBe(0);
    expect(calls).toEqual(["fchdir", "fchdir"]);
    answers = [{ value: -1, errnoCode: EINTR }];
    expect(await libcAside("umount2", "/nowhere", 0)).toBe(0);
    expect(calls.slice(2)).toEqual(["umount2", "umount2"]);
  });

  test("is not when it was close: the number may be somebody else's by then", async () => {
    const { libc, libcAside } = await freshFfi();
    expect(libc("close", 3)).toBe(-EINTR);
    expect(calls).toEqual(["close"]);
    answers = [{ value: -1, errnoCode: EINTR }];
    expect(await libcAside("close", 3)).toBe(-EINTR);
    expect(calls).toEqual(["close", "close"]);
  });
});
