// Edits of a TOML file that leave every other byte as it is. Text is put in by lines, and a parser has the last word: what the file
// says afterwards must be what it said before with the additions, and nothing else; or the edit is refused.
import { isDeepStrictEqual } from "node:util";
import { parse } from "smol-toml";

export type TomlValue = string | boolean | number;

export interface NewTable {
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, TomlValue>>;
  /** Lines above it, without the #. */
  readonly comment?: string;
}

/** The file is written in a way that this does not understand. */
export class NotUnderstood extends Error {
  override readonly name = "NotUnderstood";
}

type Table = { [key: string]: unknown };

/** Throws NotUnderstood with the parser's reason. */
export function parseToml(text: string): Table {
  try {
    return parse(text, { integersAsBigInt: true }) as Table;
  } catch (error) {
    throw new NotUnderstood((error as Error).message.split("\n")[0] ?? "", { cause: error });
  }
}

/** What is at `path`; undefined when nothing is. */
export function lookUp(table: Table, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, key) => (isTable(value) ? value[key] : undefined), table);
}

/** Puts tables at the end of the file. Throws NotUnderstood. */
export function appendTables(text: string, tables: readonly NewTable[]): string {
  const newline = newlineOf(text);
  const blocks = tables.map(({ path, values, comment }) =>
    [
      ...(comment === undefined ? [] : comment.split("\n").map((line) => `# ${line}`)),
      `[${path.map(quoteKey).join(".")}]`,
      ...Object.entries(values).map(([key, value]) => `  ${assignment(key, value)}`),
    ].join(newline),
  );
  const gap = text === "" ? "" : text.endsWith("\n") ? newline : newline + newline;
  const result = `${text}${gap}${blocks.join(newline + newline)}${newline}`;
  const expected = parseToml(text);
  for (const { path, values } of tables) addTo(expected, path, values);
  return checked(result, expected);
}

/** Puts one assignment into a table that has a header of its own, as its first. Throws NotUnderstood. */
export function insertIntoTable(text: string, path: readonly string[], key: string, value: TomlValue): string {
  const lines = text.split("\n");
  const at = lines.findIndex((line) => isHeaderOf(line, path));
  if (at < 0) throw new NotUnderstood(`the table ${path.join(".")} has no header of its own`);
  const next = lines.slice(at + 1).find((line) => /^\s*[^\s#[]/.test(line));
  const indent = /^\s*/.exec(next ?? "  ")?.[0] ?? "  ";
  const isCarriageReturned = lines[at]?.endsWith("\r") === true;
  lines.splice(at + 1, 0, `${indent}${assignment(key, value)}${isCarriageReturned ? "\r" : ""}`);
  const expected = parseToml(text);
  addTo(expected, path, { [key]: value });
  return checked(lines.join("\n"), expected);
}

function checked(result: string, expected: Table): string {
  if (!isDeepStrictEqual(plain(parseToml(result)), plain(expected))) {
    throw new NotUnderstood("with the additions it would say something else");
  }
  return result;
}

/** Adds assignments; a key that is there already has another value then, which is no addition. */
function addTo(root: Table, path: readonly string[], values: Readonly<Record<string, TomlValue>>): void {
  let table = root;
  for (const key of path) {
    table[key] ??= {};
    const next = table[key];
    if (!isTable(next)) throw new NotUnderstood(`${path.join(".")} is no table`);
    table = next;
  }
  for (const [key, value] of Object.entries(values)) {
    if (Object.hasOwn(table, key)) throw new NotUnderstood(`${path.join(".")} has a ${key} already`);
    table[key] = typeof value === "number" ? BigInt(value) : value;
  }
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Without the parser's prototypes; the order of keys means nothing. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  return isTable(value) ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)])) : value;
}

function isHeaderOf(line: string, path: readonly string[]): boolean {
  if (!/^\s*\[[^[]/.test(line)) return false;
  try {
    let table: unknown = parse(line.trimEnd());
    for (const key of path) {
      if (!isTable(table) || Object.keys(table).length !== 1 || !Object.hasOwn(table, key)) return false;
      table = table[key];
    }
    return isTable(table) && Object.keys(table).length === 0;
  } catch {
    return false;
  }
}

function quoteKey(key: string): string {
  return /^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key);
}

/** JSON's strings and booleans are TOML's. */
function assignment(key: string, value: TomlValue): string {
  return `${quoteKey(key)} = ${JSON.stringify(value)}`;
}

function newlineOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
