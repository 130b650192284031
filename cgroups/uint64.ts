// Counters of the kernel: 64 bits, of which a JavaScript number holds 53 exactly.

/**
 * A uint64 for the wire: a number up to 2^53, above it the two halves that protobufjs takes as well. The generated
 * types know numbers only, hence the name: nothing may calculate with it.
 */
export type Uint64 = number;

function wide(value: bigint): Uint64 {
  if (value <= BigInt(Number.MAX_SAFE_INTEGER)) return Number(value);
  const halves = { low: Number(value & 0xffff_ffffn) | 0, high: Number(value >> 32n) | 0, unsigned: true };
  return halves as unknown as Uint64;
}

/** 2^64 - 1: what `max` becomes. */
export const maxUint64: Uint64 = wide(2n ** 64n - 1n);

const digits = /^\d{1,20}$/;

/** Decimal digits to a uint64; undefined for anything else. */
export function parseUint64(text: string): Uint64 | undefined {
  if (!digits.test(text)) return undefined;
  if (text.length <= 15) return Number(text);
  const value = BigInt(text);
  return value < 2n ** 64n ? wide(value) : undefined;
}

/** `text` times `factor`, exact. */
export function parseUint64Times(text: string, factor: number): Uint64 | undefined {
  if (!digits.test(text)) return undefined;
  const product = Number(text) * factor;
  return Number.isSafeInteger(product) ? product : wide(BigInt.asUintN(64, BigInt(text) * BigInt(factor)));
}
