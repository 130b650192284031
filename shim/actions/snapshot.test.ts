// What must not meet: an upgrade that is wanted, and a sleep that has begun.
import { describe, expect, test } from "vitest";
import { NotQuiet } from "../../sys/saved.ts";
import { Snapshot, type SnapshotParts } from "./snapshot.ts";

const places = { directory: { fd: 0, purpose: "directory" }, wakers: [], former: undefined };

function snapshotOf(parts: Partial<Record<keyof SnapshotParts, unknown>> = {}): Snapshot {
  return new Snapshot({ reaper: { isFree: false }, listener: {}, ...parts } as unknown as SnapshotParts);
}

const why = (step: () => unknown): string => {
  try {
    step();
  } catch (error) {
    if (error instanceof NotQuiet) return error.message;
    throw error;
  }
  return "";
};

describe("Snapshot", () => {
  test("does not sleep while an upgrade looks for its program: nobody would hear of it", async () => {
    const snapshot = snapshotOf();
    let give = (_: Error) => {};
    const upgrade = snapshot.become(() => new Promise((_, reject) => (give = reject)), 1000);
    expect(why(() => snapshot.save("sleep", places))).toBe("an upgrade is under way");
    expect(why(() => snapshot.save("upgrade", places))).toBe("a process is being made");
    give(new Error("there is none"));
    await expect(upgrade).rejects.toThrow("there is none");
    expect(why(() => snapshot.save("sleep", places))).toBe("a process is being made");
  });

  test("sleeps when the last span was sent", () => {
    const tracing = { isIdle: false };
    const snapshot = snapshotOf({ tracing });
    expect(why(() => snapshot.save("sleep", places))).toBe("spans wait");
    tracing.isIdle = true;
    expect(why(() => snapshot.save("sleep", places))).toBe("a process is being made");
  });
});
