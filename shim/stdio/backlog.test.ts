import { expect, test, vi } from "vitest";
import { Backlog, fullBytes } from "./backlog.ts";
import { BatchMemory } from "./batch-memory.ts";

const turn = () => new Promise((resolve) => setImmediate(resolve));

function heldUp() {
  const batches: string[][] = [];
  const answers: ((error?: Error) => void)[] = [];
  const backlog = new Backlog<string>(
    (batch) =>
      new Promise((resolve, reject) => {
        batches.push(batch);
        answers.push((error) => (error === undefined ? resolve() : reject(error)));
      }),
  );
  const answer = async (error?: Error) => {
    answers.shift()?.(error);
    await turn();
  };
  return { backlog, batches, answer };
}

test("one batch is under way at a time, what is added meanwhile is the next", async () => {
  const { backlog, batches, answer } = heldUp();
  backlog.add(["a"], 1);
  backlog.add(["b"], 1);
  backlog.add(["c"], 1);
  expect(batches).toEqual([["a"]]);
  await answer();
  expect(batches).toEqual([["a"], ["b", "c"]]);
  await answer();
  backlog.add(["d"], 1);
  expect(batches.at(-1)).toEqual(["d"]);
});

test("a batch that fails does not stop the next", async () => {
  const stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  const { backlog, batches, answer } = heldUp();
  backlog.add(["a"], 1);
  backlog.add(["b"], 1);
  await answer(new Error("no"));
  expect(batches).toEqual([["a"], ["b"]]);
  stderr.mockRestore();
});

test("of two that always have more, each has its turn", async () => {
  const { backlog, batches, answer } = heldUp();
  const feed = (name: string) => {
    while (backlog.whenRoom(() => feed(name)) === undefined) backlog.add([name], fullBytes);
  };
  feed("a");
  feed("b");
  for (let n = 0; n < 5; n += 1) await answer();
  expect(batches.flat().slice(0, 6)).toEqual(["a", "a", "b", "a", "b", "a"]);
});

test("emptied gives up at its limit, and resolves when all is done", async () => {
  const { backlog, answer } = heldUp();
  backlog.add(["a"], 1);
  await backlog.emptied(20);
  let closed = false;
  backlog.whenEmpty(() => {
    closed = true;
  });
  expect(closed).toBe(false);
  const emptied = backlog.emptied(60_000);
  await answer();
  await emptied;
  expect(closed).toBe(true);
});

test("BatchMemory takes nothing after what had no place, or during a batch", () => {
  const memory = new BatchMemory(4);
  expect([memory.add(Buffer.from("abc")), memory.add(Buffer.from("de")), memory.add(Buffer.from("f"))]).toEqual([
    true,
    false,
    false,
  ]);
  expect(memory.take().toString()).toBe("abc");
  memory.giveBack();
  expect(memory.add(Buffer.from("g"))).toBe(true);
  expect(memory.take().toString()).toBe("g");
  expect(memory.add(Buffer.from("h"))).toBe(false);
});
