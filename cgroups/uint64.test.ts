import { expect, test } from "vitest";
import { maxUint64, parseUint64, parseUint64Times } from "./uint64.ts";

/** The value as protobufjs will write it. */
function exact(value: unknown): bigint | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "number") return BigInt(value);
  const { low, high } = value as { low: number; high: number };
  return (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
}

for (const text of [
  "0",
  "7",
  "999999999999999",
  "9007199254740991",
  "9007199254740992",
  "9007199254740993",
  "9223372036854771712",
  "18446744073709551615",
]) {
  test(`parseUint64 keeps ${text}`, () => expect(exact(parseUint64(text))).toBe(BigInt(text)));
}

for (const text of ["", "-1", "1.5", "max", "0x10", "1e3", " 1", "18446744073709551616", "99999999999999999999"]) {
  test(`parseUint64 refuses ${JSON.stringify(text)}`, () => expect(parseUint64(text)).toBeUndefined());
}

test("maxUint64 is 2^64 - 1", () => expect(exact(maxUint64)).toBe(2n ** 64n - 1n));

test("parseUint64Times is exact above 2^53", () => {
  expect(parseUint64Times("123", 10_000_000)).toBe(1_230_000_000);
  expect(exact(parseUint64Times("900719926", 10_000_001))).toBe(900719926n * 10_000_001n);
  expect(parseUint64Times("x", 2)).toBeUndefined();
});
