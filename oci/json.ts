// JSON of others, checked where it lies: its bytes are passed on and never written again by way of this engine's numbers.
//
// Strict as Go's encoding/json, whose reading is what callers know, except that a known key given twice is refused:
// runtimes differ in which of the two they take.

import { closeBrace, closeBracket, colon, JsonTokens, openBrace, openBracket, quote } from "./json-tokens.ts";

/** What a value has to be. null is accepted for everything, as Go does, and unknown keys of an object may hold anything. */
export type Shape =
  | "string"
  | "boolean"
  | "int"
  | "int32"
  | "int64"
  | "uint"
  | "uint16"
  | "uint32"
  | "uint64"
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly fields: Readonly<Record<string, Shape>> };

/** Bytes `start` to `end`, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text that takes the place of a span. */
export interface Edit extends Span {
  readonly text: string;
}

export interface CheckedObject {
  /** Values of the outermost object, by key. */
  readonly values: ReadonlyMap<string, Span>;
  /** Where the first key would go. */
  readonly begin: number;
  /** Keys in another case, which Go takes for the known ones and others ignore: to be written as they should be. */
  readonly keyEdits: readonly Edit[];
}

const integerLimits: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int: [-(2n ** 63n), 2n ** 63n - 1n],
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint: [0n, 2n ** 64n - 1n],
  uint16: [0n, 2n ** 16n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

/**
 * Checks that `bytes` are one JSON object of the shape `fields`, called `name` in the error. Throws SyntaxError for broken JSON,
 * for another shape and for more than 10,000 levels. Returns undefined for null.
 */
export function checkJson(
  bytes: Buffer,
  fields: Readonly<Record<string, Shape>>,
  name: string,
): CheckedObject | undefined {
  return new Checker(bytes).run(fields, name);
}

/**
 * `bytes` with `edits` made, which must not overlap; of two that begin at the same place, what is put in comes before what
 * is replaced.
 */
export function applyEdits(bytes: Buffer, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return bytes;
  const parts: Buffer[] = [];
  let at = 0;
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(bytes.subarray(at, start), Buffer.from(text));
    at = end;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

export interface Member extends Span {
  /** With a character for each byte, but those that were escaped. */
  readonly key: string;
  readonly keySpan: Span;
}

/** Each member of the object at `from`, those with a key that was there before included; none of null. Throws SyntaxError. */
export function membersAt(bytes: Buffer, from = 0): Member[] {
  const tokens = new JsonTokens(bytes);
  const members: Member[] = [];
  tokens.at = from;
  tokens.depth = 1;
  if (tokens.peek() !== openBrace) return members;
  tokens.at += 1;
  if (tokens.peek() === closeBrace) return members;
  do {
    tokens.peek();
    const keyStart = tokens.at;
    tokens.string();
    const [keySpan, key] = [{ start: keyStart, end: tokens.at }, tokens.stringSince(keyStart)];
    tokens.expect(colon);
    tokens.peek();
    const start = tokens.at;
    tokens.skip();
    members.push({ key, keySpan, start, end: tokens.at });
  } while (!tokens.endOfMembers(closeBrace));
  return members;
}

/** Where the value of the first `key` begins, wherever that is. */
export function firstValueOf(bytes: Buffer, key: string): number {
  const quoted = Buffer.from(`"${key}"`);
  const tokens = new JsonTokens(bytes);
  tokens.at = bytes.indexOf(quoted) + quoted.length;
  tokens.expect(colon);
  tokens.peek();
  return tokens.at;
}

class Checker extends JsonTokens {
  readonly #keyEdits: Edit[] = [];
  #begin = 0;

  run(fields: Readonly<Record<string, Shape>>, name: string): CheckedObject | undefined {
    const first = this.peek();
    const values = new Map<string, Span>();
    this.depth = 1;
    if (first === openBrace) this.#object(fields, undefined, name, values);
    else if (first === 0x6e) this.literal();
    else throw new SyntaxError(`${name} is ${this.kind()}, not an object`);
    const begin = this.#begin;
    if (!Number.isNaN(this.peek())) throw this.broken();
    return first === openBrace ? { values, begin, keyEdits: this.#keyEdits } : undefined;
  }

  #value(shape: Shape, path: string): void {
    const first = this.peek();
    if (first === 0x6e) this.literal();
    else if (shape === "string") {
      if (first !== quote) throw this.#mismatch(path, "a string");
      this.string();
    } else if (shape === "boolean") {
      if (first !== 0x74 && first !== 0x66) throw this.#mismatch(path, "a boolean");
      this.literal();
    } else if (typeof shape === "string") this.#integer(shape, path);
    else {
      this.depth += 1;
      this.#members(shape, path);
      this.depth -= 1;
    }
  }

  #members(shape: Exclude<Shape, string>, path: string): void {
    const isList = "list" in shape;
    const first = this.peek();
    if (first !== (isList ? openBracket : openBrace)) throw this.#mismatch(path, isList ? "a list" : "an object");
    if (isList) this.#list(shape.list, path);
    else if ("fields" in shape) this.#object(shape.fields, undefined, path);
    else this.#object(undefined, shape.map, path);
  }

  #integer(type: string, path: string): void {
    if (this.kind() !== "a number") throw this.#mismatch(path, `a number of type ${type}`);
    const start = this.at;
    this.number();
    checkInteger(this.text.slice(start, this.at), type, path);
  }

  /** `fields` and the type of all `others`, which are skipped without one. */
  #object(
    fields: Readonly<Record<string, Shape>> | undefined,
    others: Shape | undefined,
    path: string,
    values?: Map<string, Span>,
  ): void {
    this.at += 1;
    if (values !== undefined) this.#begin = this.at;
    const seen = new Set<string>();
    if (this.peek() === closeBrace) {
      this.at += 1;
      return;
    }
    for (;;) {
      if (this.peek() !== quote) throw this.broken();
      const keyStart = this.at;
      this.string();
      const written = this.stringSince(keyStart);
      const key = fields === undefined ? written : (knownKey(fields, written) ?? written);
      if (key !== written) this.#keyEdits.push({ start: keyStart, end: this.at, text: JSON.stringify(key) });
      const shape = fields !== undefined && Object.hasOwn(fields, key) ? fields[key] : others;
      this.expect(colon);
      this.peek();
      const start = this.at;
      if (shape === undefined) this.skip();
      else {
        if (seen.has(key)) throw new SyntaxError(`${path}.${key} is there twice`);
        seen.add(key);
        this.#value(shape, `${path}.${key}`);
        values?.set(key, { start, end: this.at });
      }
      if (this.endOfMembers(closeBrace)) return;
    }
  }

  #list(shape: Shape, path: string): void {
    this.at += 1;
    if (this.peek() === closeBracket) {
      this.at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      // Most lists are of strings, and most strings are strings.
      if (shape === "string" && this.peek() === quote) this.string();
      else this.#value(shape, `${path}[${index}]`);
      if (this.endOfMembers(closeBracket)) return;
    }
  }

  #mismatch(path: string, wanted: string): SyntaxError {
    return new SyntaxError(`${path} is ${this.kind()}, not ${wanted}`);
  }
}

/** Go's choice: the exact key, else one that differs in case only. */
function knownKey(fields: Readonly<Record<string, Shape>>, written: string): string | undefined {
  if (Object.hasOwn(fields, written)) return written;
  const lower = foldBytes(written);
  return Object.keys(fields).find((key) => key.toLowerCase() === lower);
}

/** Two letters outside of ASCII have one of it as their other case: U+017F (s) and U+212A (k). */
export function foldCase(key: string): string {
  return key.replaceAll("\u017f", "s").replaceAll("\u212a", "k").toLowerCase();
}

/** As `foldCase`, for a key with a character for each byte, but those that were escaped. */
export function foldBytes(key: string): string {
  return foldCase(key.replaceAll("\xc5\xbf", "s").replaceAll("\xe2\x84\xaa", "k"));
}

function checkInteger(text: string, type: string, path: string): void {
  const [least, most] = integerLimits[type] as readonly [bigint, bigint];
  if (/^-?[0-9]+$/.test(text)) {
    // Most are small; and a number of a million digits need not become one.
    if (text.length <= 4 && !text.startsWith("-")) return;
    const value = text.length <= 20 ? BigInt(text) : undefined;
    if (value !== undefined && value >= least && value <= most) return;
  }
  const shown = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  throw new SyntaxError(`${path} is ${shown}, which is no ${type}`);
}
