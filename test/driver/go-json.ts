// What Go's encoding/json makes of a text, for comparison: known keys in whatever case, bytes that are no UTF-8 replaced one
// by one, numbers by their digits. What Go would not write (zero values, unknown keys) is left out.

import { textOfBytes } from "../../sys/byte-text.ts";
import { type JsonShape, utf8 } from "./odd-text.ts";

/** `bytes` as text, each byte that is of no character as U+FFFD. */
export function goText(bytes: Uint8Array): string {
  return textOfBytes(Buffer.from(bytes)).replace(/[\udc80-\udcff]/gu, "\ufffd");
}

interface Source {
  readonly source?: string;
}

/** Numbers are strings of their digits, distinguished by a sign in front. Throws SyntaxError. */
function parse(text: string): unknown {
  return JSON.parse(text, function (this: unknown, _key: string, value: unknown, context?: Source) {
    if (typeof value === "number") return `#${context?.source ?? value}`;
    return typeof value === "string" ? `"${value.toWellFormed()}` : value;
  } as (key: string, value: unknown) => unknown);
}

/** All of it, with the bytes of texts and numbers as they are, but for the outermost `terminal`, and keys in another case. */
export function readWhole(bytes: Uint8Array): unknown {
  const folded = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(folded);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [fold(keyOf(key)), folded(inner)]));
  };
  const whole = folded(parse(Buffer.from(bytes).toString("latin1"))) as Record<string, unknown> | null;
  if (whole !== null) delete whole.terminal;
  return whole ?? {};
}

/** Of two letters outside of ASCII the other case is in it. */
const keyOf = (key: string) => key.replaceAll(utf8("\u017f"), "s").replaceAll(utf8("\u212a"), "k");

/** Throws SyntaxError for what is no JSON. */
export function readAsGo(bytes: Uint8Array, shape: JsonShape): unknown {
  return pick(parse(goText(bytes)), shape) ?? {};
}

const fold = (key: string) => key.replaceAll("\u017f", "s").replaceAll("\u212a", "k").toLowerCase();

/** Undefined for what Go would leave out. */
function pick(value: unknown, shape: JsonShape): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof shape === "string")
    return value === '"' || value === "#0" || value === "#-0" || value === false ? undefined : value;
  if ("list" in shape) {
    const items = (value as unknown[]).map((item) => pick(item, shape.list) ?? zeroOf(shape.list));
    return items.length === 0 ? undefined : items;
  }
  const entries = Object.entries(value as object);
  const picked = entries.flatMap(([key, inner]) => {
    if ("map" in shape) return [[key.toWellFormed(), pick(inner, shape.map) ?? zeroOf(shape.map)] as const];
    const known =
      shape.fields[key] !== undefined ? key : Object.keys(shape.fields).find((name) => fold(name) === fold(key));
    const found = known === undefined ? undefined : pick(inner, shape.fields[known] as JsonShape);
    return found === undefined ? [] : [[known as string, found] as const];
  });
  return picked.length === 0 ? undefined : Object.fromEntries(picked);
}

function zeroOf(shape: JsonShape): unknown {
  return typeof shape === "string"
    ? shape === "string"
      ? '"'
      : shape === "boolean"
        ? false
        : "#0"
    : "list" in shape
      ? []
      : {};
}
