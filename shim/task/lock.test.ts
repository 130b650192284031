import { describe, expect, test } from "vitest";
import type { Caller } from "./environment.ts";
import { JointCaller } from "./joint-caller.ts";
import { Lock } from "./lock.ts";

const patient: Caller = { signal: new AbortController().signal, deadlineMs: undefined };

function caller(): { caller: Caller; leave: (reason: string) => void } {
  const controller = new AbortController();
  const leave = (reason: string) => controller.abort(new Error(reason));
  return { caller: { signal: controller.signal, deadlineMs: undefined }, leave };
}

function gate(): { open: () => void; fail: (error: Error) => void; passed: Promise<void> } {
  let open = () => {};
  let fail: (error: Error) => void = () => {};
  const passed = new Promise<void>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  return { open, fail, passed };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("Lock", () => {
  test("runs one after another, in order, and goes on after a failure", async () => {
    const lock = new Lock();
    const first = gate();
    const order: string[] = [];
    const runs = [
      lock.run(patient, async () => {
        await first.passed;
        order.push("a");
        throw new Error("a failed");
      }),
      lock.run(patient, async () => void order.push("b")),
      lock.run(patient, async () => void order.push("c")),
    ];
    await turn();
    expect(order).toEqual([]);
    first.open();
    await expect(runs[0]).rejects.toThrow("a failed");
    await Promise.all(runs.slice(1));
    await lock.run(patient, async () => void order.push("d"));
    expect(order).toEqual(["a", "b", "c", "d"]);
  });

  test("does not run what was given up, tells so at once, and keeps the others apart", async () => {
    const lock = new Lock();
    const first = gate();
    const order: string[] = [];
    const holder = lock.run(patient, async () => {
      await first.passed;
      order.push("a");
    });
    const { caller: impatient, leave } = caller();
    const second = lock.run(impatient, async () => void order.push("b"));
    const third = lock.run(patient, async () => void order.push("c"));
    leave("gone");
    await expect(second).rejects.toThrow("gone");
    await turn();
    expect(order).toEqual([]);
    first.open();
    await Promise.all([holder, third]);
    expect(order).toEqual(["a", "c"]);
  });

  test("does not run for one whose time is over when its turn comes", async () => {
    const lock = new Lock();
    const first = gate();
    const holder = lock.run(patient, () => first.passed);
    // Its timer has not fired.
    const late = lock.run({ ...patient, deadlineMs: performance.now() - 1 }, async () => expect.unreachable());
    first.open();
    await expect(late).rejects.toThrow("deadline exceeded");
    await holder;
  });
});

describe("JointCaller", () => {
  test("goes on for those who stay, and is given up with the last", async () => {
    const [one, two] = [caller(), caller()];
    const callers = new JointCaller(one.caller);
    const work = gate();
    const first = callers.join(one.caller, work.passed);
    const second = callers.join(two.caller, work.passed);
    one.leave("one is gone");
    await expect(first).rejects.toThrow("one is gone");
    expect(callers.signal.aborted).toBe(false);
    two.leave("two is gone");
    await turn();
    expect(callers.signal.aborted).toBe(true);
    work.fail(new Error("interrupted"));
    await expect(second).rejects.toThrow("interrupted");
  });

  test("has the time of the most patient one", async () => {
    const soon = { ...patient, deadlineMs: 10 };
    const callers = new JointCaller(soon);
    const work = gate();
    const joins = [callers.join(soon, work.passed)];
    expect(callers.deadlineMs).toBe(10);
    joins.push(callers.join({ ...patient, deadlineMs: 20 }, work.passed));
    expect(callers.deadlineMs).toBe(20);
    joins.push(callers.join(patient, work.passed));
    expect(callers.deadlineMs).toBeUndefined();
    work.open();
    await Promise.all(joins);
  });
});
