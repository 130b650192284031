// The reaper over a kernel of our own: exits in any order, pids that are given out again as soon as they may be.
import { beforeEach, describe, expect, test, vi } from "vitest";
import { onIsolatedError } from "./isolate.ts";
import { type Exit, Reaper } from "./reaper.ts";

/** Children of this process as the kernel has them: a pid is free again when its zombie was collected. */
const kernel = vi.hoisted(() => ({
  children: new Map<number, { status: number | undefined }>(),
}));

vi.mock("./wait.ts", () => ({
  collectChild(pid: number) {
    const child = kernel.children.get(pid);
    if (child === undefined) return "not-a-child";
    if (child.status === undefined) return "running";
    kernel.children.delete(pid);
    return child.status;
  },
  peekEndedChild() {
    for (const [pid, { status }] of kernel.children) if (status !== undefined) return pid;
    return undefined;
  },
}));

function fork(pid: number): void {
  if (kernel.children.has(pid)) throw new Error(`${pid} is taken`);
  kernel.children.set(pid, { status: undefined });
}

function end(pid: number, status: number): void {
  const child = kernel.children.get(pid);
  if (child === undefined) throw new Error(`no child ${pid}`);
  child.status = status;
}

beforeEach(() => kernel.children.clear());

/** What a flood of signals asks for is done once, at the end of the turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("Reaper", () => {
  test("gives an exit to the process that had the pid then, not to the one that gets it next (KF-015)", () => {
    const reaper = new Reaper(() => false);
    const ends: string[] = [];
    fork(77);
    reaper.adopt(77, ({ status }) => {
      ends.push(`A ${status}`);
      // The pid is free from now on, and taken at once.
      fork(77);
      reaper.adopt(77, (exit) => ends.push(`B ${exit.status}`));
    });
    end(77, 3);
    reaper.collect();
    reaper.collect();
    expect(ends).toEqual(["A 3"]);
    expect(reaper.size).toBe(1);
    end(77, 4);
    reaper.collect();
    expect(ends).toEqual(["A 3", "B 4"]);
    expect(reaper.size).toBe(0);
  });

  test("finds an exit that came before the pid was known", () => {
    const reaper = new Reaper(() => false);
    const release = reaper.hold();
    fork(5);
    end(5, 9);
    reaper.collect();
    const exits: Exit[] = [];
    reaper.adopt(5, (exit) => exits.push(exit));
    release();
    expect(exits.map(({ status }) => status)).toEqual([9]);
  });

  test("collects nobody while it is paused: another image of the process may have to", () => {
    const reaper = new Reaper(() => false);
    const exits: Exit[] = [];
    for (const pid of [5, 6]) fork(pid);
    end(5, 9);
    const resume = reaper.pause();
    reaper.adopt(5, (exit) => exits.push(exit));
    const release = reaper.hold();
    reaper.collect();
    end(6, 0);
    release();
    expect([exits, kernel.children.size]).toEqual([[], 2]);
    resume();
    expect([exits.map(({ status }) => status), kernel.children.size]).toEqual([[9], 0]);
  });

  test("reports what is no child of ours as 255, never as success (KF-017)", () => {
    const exits: number[] = [];
    new Reaper(() => false).adopt(5, ({ status }) => exits.push(status));
    expect(exits).toEqual([255]);
  });

  test("finds an exit whose signal another one has displaced (KF-007)", async () => {
    const reaper = new Reaper(() => false);
    reaper.start();
    try {
      const exits: number[] = [];
      fork(5);
      reaper.adopt(5, ({ status }) => exits.push(status));
      process.emit("SIGIO", "SIGIO");
      await turn();
      expect(exits).toEqual([]);
      end(5, 3);
      process.emit("SIGIO", "SIGIO");
      await turn();
      expect(exits).toEqual([3]);
    } finally {
      reaper.stop();
    }
    expect(["SIGCHLD", "SIGIO", "SIGHUP", "SIGPIPE"].map((signal) => process.listenerCount(signal))).toEqual([
      0, 0, 0, 0,
    ]);
  });

  test.each(["SIGHUP", "SIGPIPE"] as const)("finds an exit by %s as well", async (signal) => {
    const reaper = new Reaper(() => false);
    reaper.start();
    try {
      const exits: number[] = [];
      fork(5);
      reaper.adopt(5, ({ status }) => exits.push(status));
      end(5, 3);
      process.emit(signal, signal);
      await turn();
      expect(exits).toEqual([3]);
    } finally {
      reaper.stop();
    }
  });

  test("tells the others when one that is told fails", () => {
    const errors: unknown[] = [];
    onIsolatedError((error) => errors.push(error));
    const reaper = new Reaper(() => false);
    const exits: number[] = [];
    for (const pid of [5, 6, 7]) {
      fork(pid);
      reaper.adopt(pid, () => {
        exits.push(pid);
        if (pid !== 7) throw new Error(`no descriptor for ${pid}`);
      });
    }
    for (const pid of [5, 6, 7]) end(pid, 0);
    reaper.collect();
    expect(exits).toEqual([5, 6, 7]);
    expect(errors.map(String)).toEqual(["Error: no descriptor for 5", "Error: no descriptor for 6"]);
    fork(8);
    end(8, 0);
    reaper.adopt(8, () => {
      throw new Error("at once");
    });
    expect([errors.length, reaper.size]).toEqual([3, 0]);
  });

  test("collects strangers, unless a process of ours may be among them, and never the engine's children (KF-108)", () => {
    const reaper = new Reaper((pid) => pid === 8);
    for (const pid of [6, 7]) {
      fork(pid);
      end(pid, 0);
    }
    const release = reaper.hold();
    reaper.collect();
    expect([...kernel.children.keys()]).toEqual([6, 7]);
    release();
    expect([...kernel.children.keys()]).toEqual([]);
    fork(8);
    end(8, 0);
    reaper.collect();
    expect([...kernel.children.keys()]).toEqual([8]);
  });

  test.each([1, 2, 3, 4, 5])(
    "random lives in eight pids: each process has its own exit, once, seed %i (KF-015)",
    (seed) => {
      let state = seed;
      const random = (below: number) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * below);
      };
      const reaper = new Reaper(() => false);
      const expected: string[] = [];
      const actual: string[] = [];
      const living = new Map<number, string>();
      let count = 0;
      for (let step = 0; step < 5000; step += 1) {
        const pid = 1 + random(8);
        const name = living.get(pid);
        if (random(5) === 0) {
          reaper.collect();
        } else if (name !== undefined) {
          const status = random(256);
          end(pid, status);
          expected.push(`${name} ${status}`);
          living.delete(pid);
        } else if (!kernel.children.has(pid)) {
          const fresh = `process ${++count}`;
          fork(pid);
          living.set(pid, fresh);
          // The pid of a child is known at the time of its adoption; it may have ended by then.
          const release = reaper.hold();
          if (random(4) === 0) {
            end(pid, 7);
            expected.push(`${fresh} 7`);
            living.delete(pid);
          }
          reaper.adopt(pid, ({ status }) => actual.push(`${fresh} ${status}`));
          release();
        }
      }
      reaper.collect();
      expect(actual.toSorted()).toEqual(expected.toSorted());
      expect(reaper.size).toBe(living.size);
    },
  );

  test("10,000 exits with processes adopted from within the news of others: no stall (KF-051)", () => {
    const reaper = new Reaper(() => false);
    let exits = 0;
    const adopt = (pid: number) => {
      fork(pid);
      reaper.adopt(pid, () => {
        exits += 1;
        // In groups of ten, so that one look finds many.
        if (exits < 9_991) adopt(pid + 10);
      });
    };
    for (let pid = 1; pid <= 10; pid += 1) adopt(pid);
    for (let round = 0; round < 1000; round += 1) {
      for (const pid of [...kernel.children.keys()]) end(pid, 0);
      reaper.collect();
    }
    expect([exits, reaper.size, kernel.children.size]).toEqual([10_000, 0, 0]);
  });
});
