import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { SysError } from "../../sys/errno.ts";
import type { Fd } from "../../sys/fd.ts";
import { openLogFile, parseOptions } from "./log-file.ts";
import { formatRecord, formatTime } from "./log-format.ts";
import { LineCutter, maxPieceBytes } from "./log-lines.ts";
import type { OutputTargets } from "./output-targets.ts";
import type { Consumer } from "./sink.ts";
import { parseStdioUri } from "./uri.ts";

const limits = vi.hoisted(() => ({ longestWrite: Number.POSITIVE_INFINITY, failing: false }));

vi.mock("../../sys/outside.ts", async (original) => {
  const real = await original<typeof import("../../sys/outside.ts")>();
  return {
    ...real,
    writeOutside: async (file: Fd, bytes: Buffer) => {
      if (limits.failing && bytes.length < 100) throw new SysError("write", "ENOSPC", file.purpose);
      return await real.writeOutside(file, bytes.subarray(0, limits.longestWrite));
    },
  };
});

let directory = "";

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "runts-log-"));
});

afterEach(() => {
  Object.assign(limits, { longestWrite: Number.POSITIVE_INFINITY, failing: false });
  rmSync(directory, { recursive: true });
});

function cut(chunks: readonly Buffer[]): { text: string; end: string; bytes: number }[] {
  const pieces: { text: string; end: string; bytes: number }[] = [];
  const cutter = new LineCutter((piece, end) =>
    pieces.push({ text: piece.toString("latin1"), end, bytes: piece.length }),
  );
  for (const chunk of chunks) cutter.push(chunk);
  cutter.end();
  return pieces;
}

describe("LineCutter", () => {
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ["a line", ["abc\n"], ["abc line"]],
    ["empty lines", ["\n\n"], [" line", " line"]],
    ["a line in three chunks", ["a", "b", "c\nd\n"], ["abc line", "d line"]],
    ["no newline at the end", ["a\nb"], ["a line", "b stream"]],
    ["nothing", [], []],
    ["a chunk that ends with its line", ["a\n", "b\n"], ["a line", "b line"]],
  ];
  for (const [name, chunks, want] of cases) {
    test(`cuts ${name}`, () => {
      expect(cut(chunks.map((chunk) => Buffer.from(chunk))).map(({ text, end }) => `${text} ${end}`)).toEqual(want);
    });
  }

  for (const length of [maxPieceBytes - 1, maxPieceBytes, maxPieceBytes + 1, 3 * maxPieceBytes, 100_000]) {
    for (const chunkLength of [7, 4096, 65_536]) {
      test(`hands out a line of ${length} bytes in pieces, from chunks of ${chunkLength}`, () => {
        const line = Buffer.alloc(length, "0123456789");
        const input = Buffer.concat([line, Buffer.from("\nnext\n")]);
        const chunks: Buffer[] = [];
        for (let at = 0; at < input.length; at += chunkLength) chunks.push(input.subarray(at, at + chunkLength));
        const pieces = cut(chunks);
        expect(pieces.pop()).toMatchObject({ text: "next", end: "line" });
        expect(pieces.map(({ text }) => text).join("")).toBe(line.toString());
        expect(pieces.map(({ end }) => end)).toEqual([...pieces.slice(1).map(() => "partial"), "line"]);
        expect(pieces.every(({ bytes }) => bytes <= maxPieceBytes)).toBe(true);
        expect(pieces.length).toBe(Math.max(1, Math.ceil(length / maxPieceBytes)));
      });
    }
  }

  test("does not cut a character in two", () => {
    const line = `x${"€".repeat(20_000)}`;
    const pieces = cut([Buffer.from(`${line}\n`)]);
    const texts = pieces.map(({ text }) => Buffer.from(text, "latin1").toString("utf8"));
    expect(texts.join("")).toBe(line);
    expect(texts.some((text) => text.includes("\ufffd"))).toBe(false);
  });
});

describe("formatRecord", () => {
  const piece = { bytes: Buffer.from('a "b"'), stream: "stdout", time: "2026-01-02T03:04:05.6Z" } as const;
  const cases = [
    ["raw", "line", 'a "b"\n'],
    ["raw", "partial", 'a "b"'],
    ["raw", "stream", 'a "b"'],
    ["json", "line", '{"log":"a \\"b\\"\\n","stream":"stdout","time":"2026-01-02T03:04:05.6Z"}\n'],
    ["json", "partial", '{"log":"a \\"b\\"","stream":"stdout","time":"2026-01-02T03:04:05.6Z"}\n'],
    ["cri", "line", '2026-01-02T03:04:05.6Z stdout F a "b"\n'],
    ["cri", "partial", '2026-01-02T03:04:05.6Z stdout P a "b"\n'],
    ["cri", "stream", '2026-01-02T03:04:05.6Z stdout F a "b"\n'],
  ] as const;
  for (const [format, end, want] of cases) {
    test(`${format}, end of ${end}`, () => {
      expect(formatRecord(format, { ...piece, end }).toString()).toBe(want);
    });
  }
});

test.each([
  [{ seconds: 0, nanos: 0 }, "1970-01-01T00:00:00Z"],
  [{ seconds: 1_700_000_000, nanos: 120_000_000 }, "2023-11-14T22:13:20.12Z"],
  [{ seconds: 1_700_000_000, nanos: 1 }, "2023-11-14T22:13:20.000000001Z"],
])("formatTime(%j) is %s", (moment, want) => {
  expect(formatTime(moment)).toBe(want);
});

describe("parseOptions", () => {
  test.each([
    ["", undefined],
    ["unknown=1", undefined],
    ["format=cri", { format: "cri", maxBytes: undefined, maxFiles: 5 }],
    ["max-size=10m", { format: "raw", maxBytes: 10 * 1024 * 1024, maxFiles: 5 }],
    ["max-size=2G&max-file=1", { format: "raw", maxBytes: 2 * 1024 ** 3, maxFiles: 1 }],
    ["max-size=64KiB&format=json", { format: "json", maxBytes: 65_536, maxFiles: 5 }],
  ])("%s", (query, want) => {
    expect(parseOptions(parseStdioUri(`file:///x?${query}`).parameters)).toEqual(want);
  });

  test.each(["format=xml", "max-size=0", "max-size=x", "max-size=-1", "max-file=0", "max-file=1.5"])(
    "%s is refused",
    (query) => {
      expect(() => parseOptions(parseStdioUri(`file:///x?${query}`).parameters)).toThrow(/^invalid /);
    },
  );
});

function sinkOf(targets: OutputTargets): Consumer {
  return targets.stdout?.sink as Consumer;
}

/** As a copy does it. */
async function feed(sink: Consumer, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve) => {
    if (sink.whenRoom?.(resolve) !== "full") resolve();
  });
  sink.consume(bytes);
}

async function end(targets: OutputTargets): Promise<void> {
  await targets.drain?.(10_000);
  targets.close();
}

/** All files of a rotated log, oldest first. */
function readAll(path: string): string[] {
  const files: string[] = [];
  for (let n = 50; n >= 1; n -= 1) if (existsSync(`${path}.${n}`)) files.push(readFileSync(`${path}.${n}`, "utf8"));
  return [...files, readFileSync(path, "utf8")];
}

describe("a rotated log file", () => {
  for (const longestWrite of [Number.POSITIVE_INFINITY, 1000]) {
    for (const format of ["raw", "json", "cri"]) {
      test(`${format}: all files together are the input, writes of up to ${longestWrite} bytes (KF-076)`, async () => {
        limits.longestWrite = longestWrite;
        const path = join(directory, "x.log");
        const targets = await openLogFile(parseStdioUri(`file://${path}?max-size=64k&max-file=50&format=${format}`));
        const lines = Array.from({ length: 20_000 }, (_, n) => `line ${n} ${"x".repeat(n % 50)}`);
        const input = Buffer.from(`${lines.join("\n")}\n`);
        const sink = sinkOf(targets);
        for (let at = 0; at < input.length; at += 9973) await feed(sink, input.subarray(at, at + 9973));
        targets.stdout?.ended();
        await end(targets);
        const files = readAll(path);
        expect(files.length).toBeGreaterThan(5);
        for (const file of files) {
          expect(file.length).toBeLessThanOrEqual(65_536);
          expect(file.endsWith("\n")).toBe(true);
        }
        const records = files.join("").split("\n").slice(0, -1);
        const texts = records.map((record) => {
          if (format === "raw") return record;
          if (format === "cri") return record.split(" ").slice(3).join(" ");
          return (JSON.parse(record) as { log: string }).log.slice(0, -1);
        });
        expect(texts).toEqual(lines);
      });
    }
  }

  test("keeps as many files as it is told", async () => {
    const path = join(directory, "x.log");
    const targets = await openLogFile(parseStdioUri(`file://${path}?max-size=1k&max-file=3`));
    for (let n = 0; n < 1000; n += 1) await feed(sinkOf(targets), Buffer.from(`line ${n}\n`));
    await end(targets);
    expect([1, 2, 3].map((n) => existsSync(`${path}.${n}`))).toEqual([true, true, false]);
    expect(readFileSync(path, "utf8").endsWith("line 999\n")).toBe(true);
  });

  test("has the pieces of a long line in one file (KF-075)", async () => {
    const path = join(directory, "x.log");
    const targets = await openLogFile(parseStdioUri(`file://${path}?max-size=64k&max-file=50&format=cri`));
    const sink = targets.stdout?.sink as Consumer;
    for (let n = 0; n < 40; n += 1) await feed(sink, Buffer.from(`${String(n % 10).repeat(40_000)}\n`));
    await end(targets);
    for (const file of readAll(path)) {
      const tags = file
        .split("\n")
        .slice(0, -1)
        .map((record) => record.split(" ")[2]);
      expect(tags.join("")).toMatch(/^(PPF)+$/);
    }
  });

  test("cuts an endless line in bounded memory (KF-075)", async () => {
    const path = join(directory, "x.log");
    const targets = await openLogFile(parseStdioUri(`file://${path}?max-size=1m&max-file=2&format=cri`));
    const chunk = Buffer.alloc(65_536, "x");
    const before = process.memoryUsage().rss;
    for (let n = 0; n < 1600; n += 1) await feed(sinkOf(targets), chunk);
    expect(process.memoryUsage().rss - before).toBeLessThan(64 << 20);
    await end(targets);
    for (const file of readAll(path)) expect(file.length).toBeLessThan((2 << 20) + 100_000);
  });

  test("leaves no torn record when the disk is full, and goes on when it no longer is (KF-081)", async () => {
    const path = join(directory, "x.log");
    const targets = await openLogFile(parseStdioUri(`file://${path}?format=json`));
    const sink = targets.stdout?.sink as Consumer;
    const written = () => targets.drain?.(10_000);
    await feed(sink, Buffer.from("one\n"));
    await written();
    // The first part of the record is written, the rest is refused.
    Object.assign(limits, { longestWrite: 150, failing: true });
    await feed(sink, Buffer.from(`${"two ".repeat(30)}\n`));
    await written();
    Object.assign(limits, { longestWrite: Number.POSITIVE_INFINITY, failing: false });
    await feed(sink, Buffer.from("three\n"));
    await end(targets);
    const logs = readFileSync(path, "utf8")
      .trimEnd()
      .split("\n")
      .map((record) => (JSON.parse(record) as { log: string }).log);
    expect(logs).toEqual(["one\n", "three\n"]);
  });
});
