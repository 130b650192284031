import picocolors from "picocolors";
import { describe, expect, test } from "vitest";
import { formatBytes, formatDuration, renderTable, type Screen, screenOf, shrink } from "./terminal.ts";

const plain: Screen = { colors: picocolors.createColors(false), width: undefined, isTerminal: false };

test("a terminal that does not know its size is one without an edge", () => {
  expect(screenOf({ isTTY: true, columns: 0 }).width).toBeUndefined();
});

describe("renderTable", () => {
  const columns = [{ title: "ID", mayShrink: true }, { title: "PID", align: "right" }, { title: "STATE" }] as const;

  test("aligns, leaves out empty columns and trailing blanks", () => {
    expect(
      renderTable(
        columns,
        [
          ["a", "1", ""],
          ["bcd", "22", ""],
        ],
        plain,
      ),
    ).toBe("ID   PID\na      1\nbcd   22");
  });

  test("cuts what may be cut to the terminal's width, and nothing without one", () => {
    const rows = [["a-very-long-identifier-indeed", "1", "running"]];
    const lines = renderTable(columns, rows, { ...plain, width: 30 }).split("\n");
    expect(lines.every((line) => line.length <= 30)).toBe(true);
    expect(lines[1]).toMatch(/^a-very.*…\s+1 {2}running$/);
    expect(renderTable(columns, rows, plain)).toContain("a-very-long-identifier-indeed");
  });

  test("does not count colours", () => {
    const colors = picocolors.createColors(true);
    const coloured = renderTable(
      columns,
      [
        ["a", "1", colors.red("running")],
        ["b", "2", "x"],
      ],
      { ...plain, colors },
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are such.
    const bare = coloured.replace(/\x1b\[\d+m/g, "");
    expect(bare).toBe("ID  PID  STATE\na     1  running\nb     2  x");
  });
});

test("shrink takes from the widest that may shrink, down to a rest", () => {
  expect(shrink([10, 20, 5], [true, true, false], 29)).toEqual([10, 10, 5]);
  expect(shrink([10, 20, 5], [false, false, false], 10)).toEqual([10, 20, 5]);
  expect(shrink([30, 30], [true, true], 4)).toEqual([6, 6]);
});

test.each([
  [999, "0s"],
  [61_000, "1m1s"],
  [3_600_000 * 5 + 60_000 * 7, "5h7m"],
  [86_400_000 * 12 + 3_600_000 * 4, "12d4h"],
  [-5, "0s"],
])("formatDuration(%d) is %s", (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

test.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1536, "1.5 KiB"],
  [5 * 1024 ** 3, "5.0 GiB"],
])("formatBytes(%d) is %s", (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});

describe("screenOf", () => {
  test("has neither colour nor width for what is piped", () => {
    const { colors, width, isTerminal } = screenOf({ columns: 80 });
    expect([colors.red("x"), width, isTerminal]).toEqual(["x", undefined, false]);
  });

  test("has no colour with NO_COLOR", () => {
    const before = process.env.NO_COLOR;
    process.env.NO_COLOR = "1";
    try {
      expect(screenOf({ isTTY: true, columns: 80 }).colors.red("x")).toBe("x");
    } finally {
      if (before === undefined) delete process.env.NO_COLOR;
      else process.env.NO_COLOR = before;
    }
    expect(screenOf({ isTTY: true, columns: 80 }).width).toBe(80);
  });
});
