import { readSync, writeSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Fd, openDescriptors, openPipe, setPipeSize } from "../../sys/fd.ts";
import { pollNow } from "../../sys/poll.ts";
import { Copy } from "./copy.ts";
import type { CopyOptions } from "./copy-options.ts";

// The faults of real ends, on demand: short reads and writes, "not now", a reader that is gone.
const faults = { random: undefined as (() => number) | undefined, unreadAfter: Number.POSITIVE_INFINITY, written: 0 };

vi.mock("../../sys/nonblocking.ts", async (original) => {
  const real = await original<typeof import("../../sys/nonblocking.ts")>();
  const short = (length: number) => Math.max(1, Math.floor((faults.random?.() ?? 1) * length));
  return {
    ...real,
    readNow: (fd: Fd, buffer: Buffer) => real.readNow(fd, buffer.subarray(0, short(buffer.length))),
    writeNow: (fd: Fd, bytes: Buffer) => {
      if (faults.written >= faults.unreadAfter) return "unread";
      if (faults.random !== undefined && faults.random() < 0.1) {
        // The caller waits for the sink's signal, which comes when this byte is read.
        return real.writeNow(fd, bytes.subarray(0, 1));
      }
      const count = real.writeNow(fd, bytes.subarray(0, short(bytes.length)));
      if (typeof count === "number") faults.written += count;
      return count;
    },
  };
});

/** A generator of the same numbers for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

afterEach(() => {
  Object.assign(faults, { random: undefined, unreadAfter: Number.POSITIVE_INFINITY, written: 0 });
  expect(openDescriptors().filter((line) => line.includes("test"))).toEqual([]);
});

interface Ends {
  readonly input: Fd;
  readonly source: Fd;
  readonly sink: Fd;
  readonly output: Fd;
  readonly copy: Copy;
}

function pipeline(options: CopyOptions = {}): Ends {
  const first = openPipe("test source");
  const second = openPipe("test sink");
  for (const { write } of [first, second]) setPipeSize(write, 4096);
  const copy = new Copy(first.read, second.write, options);
  return { input: first.write, source: first.read, sink: second.write, output: second.read, copy };
}

/** Feeds `bytes` into a copy in pieces of random length and returns what comes out at the end. */
async function carry(ends: Ends, bytes: Buffer, random: () => number): Promise<Buffer> {
  const { input, source, sink, output, copy } = ends;
  let ended = false;
  copy.start(() => {
    ended = true;
    source.close();
    sink.close();
  });
  const received: Buffer[] = [];
  const buffer = Buffer.alloc(1 << 16);
  let sent = 0;
  let free = 4096;
  for (;;) {
    if (sent < bytes.length && free > 0) {
      const length = Math.min(bytes.length - sent, free, 1 + Math.floor(random() * 2000));
      sent += writeSync(input.number, bytes, sent, length);
      free = 0;
    } else if (sent === bytes.length && input.isOpen) input.close();
    await sleep(0);
    const count = readOrNothing(output, buffer);
    if (count === 0 && ended) break;
    if (count > 0) received.push(Buffer.from(buffer.subarray(0, count)));
    free = 4096;
    if (!input.isOpen) continue;
    // One piece at a time: a blocking write into a full pipe would wait for a copy in this same process.
    await sleep(0);
    free = sourceIsEmpty(source) ? 2000 : 0;
  }
  output.close();
  return Buffer.concat(received);
}

function sourceIsEmpty(source: Fd): boolean {
  if (!source.isOpen) return false;
  return !pollNow(source).readable;
}

function readOrNothing(fd: Fd, buffer: Buffer): number {
  const ready = pollNow(fd);
  if (!ready.readable) return 0;
  return readSync(fd.number, buffer);
}

describe("Copy", () => {
  for (const seed of [1, 2, 3]) {
    test(`carries every byte over ends with short reads and writes (seed ${seed})`, async () => {
      const random = seeded(seed);
      const bytes = Buffer.from(Array.from({ length: 60_000 }, () => Math.floor(random() * 256)));
      faults.random = seeded(seed + 100);
      expect((await carry(pipeline(), bytes, random)).equals(bytes)).toBe(true);
    });
  }

  test("carries every byte by splice", async () => {
    const random = seeded(7);
    const bytes = Buffer.from(Array.from({ length: 60_000 }, () => Math.floor(random() * 256)));
    expect((await carry(pipeline({ splice: true }), bytes, random)).equals(bytes)).toBe(true);
  });

  test("puts a hundred lines, one after the other, into a pipe of sixteen pages that nobody reads (splice)", async () => {
    const [first, second] = [openPipe("test source"), openPipe("test sink")];
    const copy = new Copy(first.read, second.write, { splice: true });
    copy.start(() => {});
    for (let line = 0; line < 100; line += 1) {
      writeSync(first.write.number, "line\n");
      await expect.poll(() => pollNow(first.read).readable, { interval: 1 }).toBe(false);
    }
    const buffer = Buffer.alloc(1000);
    expect(buffer.toString("latin1", 0, readSync(second.read.number, buffer))).toBe("line\n".repeat(100));
    copy.stop();
    for (const fd of [first.read, first.write, second.read, second.write]) fd.close();
  });

  test("carries what came before an end of file at any byte", async () => {
    for (let length = 0; length <= 40; length += 1) {
      const bytes = Buffer.from("0123456789".repeat(4)).subarray(0, length);
      expect((await carry(pipeline(), bytes, seeded(length))).toString()).toBe(bytes.toString());
    }
  });

  test("goes on reading when the sink's reader is gone", async () => {
    const { input, source, sink, output, copy } = pipeline();
    output.close();
    let ended = false;
    copy.start(() => {
      ended = true;
    });
    for (let n = 0; n < 20; n += 1) {
      writeSync(input.number, Buffer.alloc(4096));
      await vi.waitFor(() => expect(pollNow(source).readable).toBe(false));
    }
    expect(ended).toBe(false);
    input.close();
    await vi.waitFor(() => expect(ended).toBe(true));
    source.close();
    sink.close();
  });

  for (const splice of [false, true]) {
    test(`ends when the sink's reader is gone, if asked to (splice: ${splice})`, async () => {
      const { input, source, sink, output, copy } = pipeline({ splice, whenUnread: "end" });
      output.close();
      let ended = false;
      copy.start(() => {
        ended = true;
      });
      writeSync(input.number, "x");
      await vi.waitFor(() => expect(ended).toBe(true));
      for (const fd of [input, source, sink]) fd.close();
    });

    test(`stops at a full sink, with one chunk in memory at most (splice: ${splice})`, async () => {
      const { input, source, sink, output, copy } = pipeline({ splice });
      copy.start(() => {});
      let sent = 0;
      for (let n = 0; n < 200 && (pollNow(input).writable as boolean); n += 1) {
        sent += writeSync(input.number, Buffer.alloc(4096));
        await sleep(1);
      }
      expect(sent).toBeLessThan(200 * 4096);
      copy.stop();
      for (const fd of [input, source, sink, output]) fd.close();
    });
  }

  test("ended() gives up at its limit", async () => {
    const { input, source, sink, output, copy } = pipeline();
    copy.start(() => {});
    const before = performance.now();
    await copy.ended(50);
    expect(performance.now() - before).toBeGreaterThan(40);
    copy.stop();
    await copy.ended(50_000);
    for (const fd of [input, source, sink, output]) fd.close();
  });

  test("a consumer gets everything", async () => {
    const { read, write } = openPipe("test source");
    const got: string[] = [];
    const copy = new Copy(read, { consume: (bytes) => got.push(bytes.toString()) });
    let ended = false;
    copy.start(() => {
      ended = true;
    });
    writeSync(write.number, "hello");
    write.close();
    await vi.waitFor(() => expect(ended).toBe(true));
    expect(got.join("")).toBe("hello");
    read.close();
  });

  for (const splice of [false, true]) {
    test(`drained() waits for the owner's last bytes, and for others no longer than told (splice: ${splice})`, async () => {
      const { input, source, sink, output, copy } = pipeline({ splice });
      copy.start(() => {});
      // The sink takes 4096; the rest stays in the source and here.
      writeSync(input.number, Buffer.alloc(4096));
      await vi.waitFor(() => expect(pollNow(source).readable).toBe(false));
      writeSync(input.number, Buffer.alloc(4000));
      copy.sourceOwnerEnded();
      let drained = false;
      const done = copy.drained(5000, 50).then(() => {
        drained = true;
      });
      await sleep(150);
      expect(drained).toBe(false);
      const buffer = Buffer.alloc(8192);
      let received = 0;
      while (received < 8096) {
        received += readOrNothing(output, buffer);
        await sleep(1);
      }
      await done;
      // Another writer has the source open still.
      const before = performance.now();
      await copy.drained(5000, 50);
      expect(performance.now() - before).toBeLessThan(1000);
      copy.stop();
      for (const fd of [input, source, sink, output]) fd.close();
    });
  }

  test("drained() gives up at its limit", async () => {
    const { input, source, sink, output, copy } = pipeline();
    copy.start(() => {});
    writeSync(input.number, Buffer.alloc(4096));
    await vi.waitFor(() => expect(pollNow(source).readable).toBe(false));
    writeSync(input.number, Buffer.alloc(4000));
    copy.sourceOwnerEnded();
    const before = performance.now();
    await copy.drained(200, 50);
    expect(performance.now() - before).toBeGreaterThan(180);
    copy.stop();
    for (const fd of [input, source, sink, output]) fd.close();
  });
});
