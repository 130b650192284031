// Text and JSON as nobody writes them and anybody may: for properties. Bytes are texts with a character for each (latin1).

import fc from "fast-check";

/** Bytes of a text, as UTF-8. */
export const utf8 = (text: string): string => Buffer.from(text).toString("latin1");

const characters = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(..."abcXYZ019._-") },
  { weight: 3, arbitrary: fc.constantFrom(..." \"'\\$`;&|<>()*?[]{}~!#%=,:@^+") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("\t", "\n", "\r", "\u0001", "\u007f", "\u0085", "\u00a0", "\ufeff", "\u2028"),
  },
  { weight: 2, arbitrary: fc.constantFrom("é", "ß", "世", "\u{1f600}", "\ufffd", "\u{10ffff}", "e\u0301") },
);

/** Well-formed, without NUL. */
export const oddText = (maxLength = 20): fc.Arbitrary<string> => fc.string({ unit: characters, maxLength });

/** Of a file: no slash, not too long for a suffix, and nothing that a command line would take for a flag. */
export const oddName: fc.Arbitrary<string> = fc
  .string({ unit: characters, minLength: 1, maxLength: 24 })
  .filter((name) => !name.startsWith("-") && name !== "." && name !== "..");

/** Around what fits into the integers of others. */
const edges = [0n, 1n, 8n, 15n, 16n, 31n, 32n, 53n, 63n, 64n, 65n].flatMap((bits) => {
  const edge = bits === 0n ? 0n : 2n ** bits;
  return [edge - 1n, edge, edge + 1n, -edge, -edge - 1n].map(String);
});
const numberTexts = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...edges) },
  { weight: 4, arbitrary: fc.nat(70_000).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom("-0", "0.0", "1.0", "1e2", "1E+2", "1e-2", "-1.5", "1e400", "0e0", "9".repeat(400)),
  },
  { weight: 1, arbitrary: fc.constantFrom("01", "+1", ".5", "1.", "-", "0x1", "1e", "NaN", "Infinity", "1_0") },
);

const hex = (code: number, digits = 4): string => `\\u${code.toString(16).padStart(digits, "0")}`;
/** What may stand between the quotes of a JSON string, right and wrong. */
const stringParts = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(..."abc/=:. ").map(utf8) },
  { weight: 3, arbitrary: characters.filter((text) => !/["\\]/.test(text) && text >= " ").map(utf8) },
  { weight: 2, arbitrary: fc.constantFrom("\\n", '\\"', "\\\\", "\\/", "\\u00e9", "\\u0041", "\\uD83D\\uDE00") },
  {
    weight: 2,
    arbitrary: fc.constantFrom("\\u0000", "\\ud800", "\\udc80", "\\udcff", "\\udfff", "\\ud83dx", "\\ude00\\ud83d"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "\xe9",
      "\xff",
      "\x80",
      "\xc0\x80",
      "\xed\xa0\x80",
      "\xf5\x80\x80\x80",
      "\xe4\xb8",
      "\x7f",
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => hex(code)) },
);
const wrongParts = fc.constantFrom("\n", "\t", "\x01", "\\x", "\\u12g4", "\\U0041", "\\", "\\'");

export interface JsonOptions {
  /** How often, among about 100, something is there that is no JSON, or of another kind than it should be. */
  readonly wrong: number;
}

/** Text of a JSON string. */
export function jsonString({ wrong }: JsonOptions, maxLength = 12): fc.Arbitrary<string> {
  const part = fc.oneof(
    { weight: 100, arbitrary: stringParts },
    { weight: Math.ceil(wrong / 4), arbitrary: wrongParts },
  );
  return fc.array(wrong === 0 ? stringParts : part, { maxLength }).map((parts) => `"${parts.join("")}"`);
}

const space = fc.oneof(
  { weight: 12, arbitrary: fc.constant("") },
  { weight: 1, arbitrary: fc.constantFrom(" ", "\n", "\t", "\r\n", "  ") },
);

/** Anything; small. */
export function jsonValue(options: JsonOptions, depth = 3): fc.Arbitrary<string> {
  const flat = fc.oneof(
    jsonString(options, 4),
    options.wrong === 0 ? rightNumbers : numberTexts,
    fc.constantFrom("true", "false", "null", "{}", "[]"),
  );
  if (depth === 0) return flat;
  const inner = jsonValue(options, depth - 1);
  const deep = fc.integer({ min: 1, max: 60 }).map((levels) => "[".repeat(levels) + "]".repeat(levels));
  return fc.oneof(
    { weight: 6, arbitrary: flat },
    { weight: 1, arbitrary: deep },
    { weight: 1, arbitrary: fc.array(inner, { maxLength: 3 }).map((items) => `[${items.join(",")}]`) },
    {
      weight: 1,
      arbitrary: fc.array(fc.tuple(jsonString(options, 3), inner), { maxLength: 3 }).map(members),
    },
  );
}

const rightNumbers = numberTexts.filter((text) => /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text));

const members = (entries: readonly (readonly [string, string])[]) =>
  `{${entries.map(([key, value]) => `${key}:${value}`).join(",")}}`;

/** What a value should be, as in oci/shapes.ts. */
export type JsonShape =
  | string
  | { list: JsonShape }
  | { map: JsonShape }
  | { fields: Readonly<Record<string, JsonShape>> };

/** Integers by type; only the two that differ in size for each. */
function numbersFor(type: string, { wrong }: JsonOptions): fc.Arbitrary<string> {
  const bits = type === "int" || type === "uint" ? 64n : BigInt(/\d+$/.exec(type)?.[0] ?? "64");
  const [least, most] = type.startsWith("u") ? [0n, 2n ** bits - 1n] : [-(2n ** (bits - 1n)), 2n ** (bits - 1n) - 1n];
  const fitting = edges.filter((text) => BigInt(text) >= least && BigInt(text) <= most);
  const right = fc.oneof(fc.constantFrom(...fitting), fc.nat(200).map(String));
  return wrong === 0
    ? right
    : fc.oneof({ weight: 100, arbitrary: right }, { weight: 3 * wrong, arbitrary: numberTexts });
}

const swapCase = (key: string, at: number) => {
  const letter = key[at % key.length] ?? "";
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  return key.slice(0, at % key.length) + swapped + key.slice((at % key.length) + 1);
};

/** A key as it stands there: mostly itself, seldom in another case, or with an escape. */
const keyText = (key: string): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 20, arbitrary: fc.constant(`"${key}"`) },
    { weight: 1, arbitrary: fc.nat(20).map((at) => `"${swapCase(key, at)}"`) },
    { weight: 1, arbitrary: fc.nat(20).map((at) => escapeOne(key, at % key.length)) },
    { weight: 1, arbitrary: fc.constant(`"${utf8(key.replace(/s/, "\u017f").replace(/k/i, "\u212a"))}"`) },
  );

const escapeOne = (key: string, at: number) => `"${key.slice(0, at)}${hex(key.charCodeAt(at))}${key.slice(at + 1)}"`;

/** Text of a value of the shape, with unknown keys, and wrong at times. */
export function jsonOf(shape: JsonShape, options: JsonOptions): fc.Arbitrary<string> {
  const right = rightJson(shape, options);
  const withNull = { weight: 6, arbitrary: fc.constant("null") };
  const other = { weight: options.wrong, arbitrary: jsonValue(options, 1) };
  return fc.oneof({ weight: 100, arbitrary: right }, withNull, ...(options.wrong === 0 ? [] : [other]));
}

function rightJson(shape: JsonShape, options: JsonOptions): fc.Arbitrary<string> {
  if (shape === "string") return jsonString(options);
  if (shape === "boolean") return fc.constantFrom("true", "false");
  if (typeof shape === "string") return numbersFor(shape, options);
  if ("list" in shape) {
    return fc.array(jsonOf(shape.list, options), { maxLength: 4 }).map((items) => `[${items.join(",")}]`);
  }
  const unknown = fc.tuple(
    jsonString({ wrong: 0 }, 3).map((text) => text.replace('"', '"~')),
    jsonValue({ wrong: 0 }),
  );
  if ("map" in shape) {
    return fc.array(fc.tuple(jsonString(options, 3), jsonOf(shape.map, options)), { maxLength: 3 }).map(members);
  }
  const known = Object.entries(shape.fields).map(([key, inner]) => fc.tuple(keyText(key), jsonOf(inner, options)));
  const member = fc.oneof({ weight: 12, arbitrary: fc.oneof(...known) }, { weight: 2, arbitrary: unknown });
  return fc.tuple(fc.array(member, { maxLength: Math.min(8, known.length + 1) }), space).map(([entries, blank]) => {
    return `{${blank}${entries.map(([key, value]) => `${key}${blank}:${blank}${value}`).join(`,${blank}`)}${blank}}`;
  });
}

/** An object with much in it: up to some megabytes, and about as deep as Go goes. */
export const largeJson = fc.oneof(
  fc.record({ kind: fc.constantFrom("lists", "objects"), count: fc.integer({ min: 9_990, max: 10_010 }) }),
  fc.record({ kind: fc.constantFrom("entries", "keys"), count: fc.integer({ min: 1, max: 60_000 }) }),
  fc.record({ kind: fc.constantFrom("letters", "digits"), count: fc.integer({ min: 1, max: 3_500_000 }) }),
);
type LargeJson = typeof largeJson extends fc.Arbitrary<infer T> ? T : never;

/** Its text: under `key`, which is a list of strings, or under keys that nobody knows. */
export function textOfLarge({ kind, count }: LargeJson, key: string): string {
  const all = (text: (n: number) => string) => Array.from({ length: count }, (_, n) => text(n)).join(",");
  switch (kind) {
    case "lists":
      return `{"~":${"[".repeat(count)}${"]".repeat(count)}}`;
    case "objects":
      return `{"~":${'{"a":'.repeat(count)}1${"}".repeat(count)}}`;
    case "entries":
      return `{"${key}":[${all((n) => `"\\u00e9 ${n}\xff"`)}]}`;
    case "keys":
      return `{${all((n) => `"~${n}":${n}`)}}`;
    case "letters":
      return `{"${key}":["${"x".repeat(count)}"]}`;
    default:
      return `{"~":${"9".repeat(count)}}`;
  }
}
