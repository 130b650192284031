// Output for people: colour where it is wanted, tables that fit the terminal. What is piped gets neither colour nor a cut.
import { stripVTControlCharacters } from "node:util";
import Table from "cli-table3";
import picocolors from "picocolors";
import { writeOut } from "../sys/stdout.ts";
import { printableJson } from "./printable.ts";

export interface Screen {
  readonly colors: ReturnType<typeof picocolors.createColors>;
  /** Columns; undefined where lines may be of any length, as on a terminal that has not been told its size. */
  readonly width: number | undefined;
  readonly isTerminal: boolean;
}

/** Of stdout. NO_COLOR (https://no-color.org) turns colours off. */
export function screenOf(stream: { readonly isTTY?: boolean; readonly columns?: number } = process.stdout): Screen {
  const isTerminal = stream.isTTY === true;
  const hasColor = isTerminal && (process.env.NO_COLOR ?? "") === "" && process.env.TERM !== "dumb";
  return { colors: picocolors.createColors(hasColor), width: (isTerminal && stream.columns) || undefined, isTerminal };
}

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** It is cut when the terminal is too narrow; others are not. */
  readonly mayShrink?: boolean;
}

const gap = 2;
const narrowest = 6;

/** Rows of cells under their columns' titles. A column without anything in it is left out. */
export function renderTable(columns: readonly Column[], rows: readonly (readonly string[])[], screen: Screen): string {
  const shown = columns.map((_, at) => at).filter((at) => rows.some((row) => (row[at] ?? "") !== ""));
  const natural = shown.map((at) =>
    Math.max(lengthOf(columns[at]?.title ?? ""), ...rows.map((row) => lengthOf(row[at] ?? ""))),
  );
  const widths = shrink(
    natural,
    shown.map((at) => columns[at]?.mayShrink === true),
    screen.width,
  );
  const table = new Table({
    head: shown.map((at) => screen.colors.dim(columns[at]?.title ?? "")),
    colWidths: widths.map((width, at) => width + (at === widths.length - 1 ? 0 : gap)),
    colAligns: shown.map((at) => columns[at]?.align ?? "left"),
    chars: noBorders,
    style: { "padding-left": 0, "padding-right": gap, head: [], border: [], compact: true },
  });
  // The last column has no padding of its own, and its width must allow for what the library takes.
  table.options.colWidths = widths.map((width) => width + gap);
  table.push(...rows.map((row) => shown.map((at) => row[at] ?? "")));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

const noBorders = Object.fromEntries(
  [
    ...["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ...["left", "left-mid", "mid", "mid-mid", "right", "right-mid", "middle"],
  ].map((name) => [name, ""]),
);

function lengthOf(text: string): number {
  return stripVTControlCharacters(text).length;
}

/** The widest of those that may shrink gives first. */
export function shrink(
  natural: readonly number[],
  mayShrink: readonly boolean[],
  available: number | undefined,
): number[] {
  const widths = [...natural];
  const total = () => widths.reduce((sum, width) => sum + width, 0) + gap * (widths.length - 1);
  while (available !== undefined && total() > available) {
    const widest = widths.reduce(
      (best, width, at) => (mayShrink[at] === true && width > (widths[best] ?? 0) && width > narrowest ? at : best),
      -1,
    );
    if (widest < 0) break;
    widths[widest] = (widths[widest] as number) - 1;
  }
  return widths;
}

/** `12s`, `5m12s`, `3h5m`, `12d4h`. */
export function formatDuration(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  if (seconds < 60) return `${seconds}s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}m${seconds % 60}s`;
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? `${hours}h${minutes % 60}m` : `${Math.floor(hours / 24)}d${hours % 24}h`;
}

/** `512 B`, `12.3 KiB`, `4.0 MiB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const units = ["KiB", "MiB", "GiB", "TiB"];
  let value = bytes / 1024;
  let unit = 0;
  for (; value >= 1024 && unit < units.length - 1; unit += 1) value /= 1024;
  return `${value.toFixed(1)} ${units[unit]}`;
}

export function printLine(text = ""): void {
  writeOut(`${text}\n`);
}

/** For programs; and for whoever looks at it on a terminal. */
export function printJson(value: unknown): void {
  printLine(printableJson(JSON.stringify(value, undefined, 2)));
}
