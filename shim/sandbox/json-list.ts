// The elements of a JSON list where they lie.
import type { Span } from "../../oci/json.ts";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openers: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const closers: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/** Of the list at `list`, which was checked (oci/json.ts) and is not empty. White space is part of the elements. */
export function elementsOf(bytes: Uint8Array, list: Span): Span[] {
  const elements: Span[] = [];
  let start = list.start + 1;
  let depth = 0;
  let inString = false;
  for (let at = start; at < list.end; at += 1) {
    const byte = bytes[at] as number;
    if (inString) {
      if (byte === backslash) at += 1;
      else if (byte === quote) inString = false;
    } else if (byte === quote) inString = true;
    else if (openers.has(byte)) depth += 1;
    else if (closers.has(byte) && depth > 0) depth -= 1;
    else if (depth === 0 && (byte === comma || closers.has(byte))) {
      elements.push({ start, end: at });
      start = at + 1;
    }
  }
  return elements;
}
