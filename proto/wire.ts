// Protobuf's wire format, for the few messages that `start` reads and writes: loading protobufjs and generated code would
// cost it a quarter of its time. Everything else uses the generated code; a test holds the two against each other.

/** A field as it stands on the wire. Fixed-width values are skipped: no message read here has one. */
export interface WireField {
  readonly number: number;
  readonly value: Uint8Array | bigint;
}

/** The fields of a message in order. Throws RangeError for anything that is no message. */
export function readFields(bytes: Uint8Array): WireField[] {
  const fields: WireField[] = [];
  let at = 0;
  const readVarint = (): bigint => {
    let result = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      result |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, result);
    }
    throw new RangeError("invalid varint");
  };
  const skip = (count: number): number => {
    const from = at;
    at += count;
    if (count < 0 || at > bytes.length) throw new RangeError("truncated message");
    return from;
  };
  while (at < bytes.length) {
    const tag = readVarint();
    const number = Number(tag >> 3n);
    if (number === 0 || tag > 0xffffffffn) throw new RangeError("invalid tag");
    switch (Number(tag & 7n)) {
      case 0:
        fields.push({ number, value: readVarint() });
        break;
      case 1:
        skip(8);
        break;
      case 2: {
        const from = skip(Number(readVarint()));
        fields.push({ number, value: bytes.subarray(from, at) });
        break;
      }
      case 5:
        skip(4);
        break;
      default:
        throw new RangeError("invalid wire type");
    }
  }
  return fields;
}

/** Last value of a bytes or message field; empty when absent. */
export function bytesField(fields: readonly WireField[], number: number): Uint8Array {
  const value = fields.findLast((field) => field.number === number)?.value;
  return value instanceof Uint8Array ? value : new Uint8Array(0);
}

/** Last value of a string field; empty when absent. Throws TypeError when it is not UTF-8. */
export function stringField(fields: readonly WireField[], number: number): string {
  return new TextDecoder("utf-8", { fatal: true }).decode(bytesField(fields, number));
}

/** Last value of an int32 or enum field; 0 when absent. */
export function intField(fields: readonly WireField[], number: number): number {
  const value = fields.findLast((field) => field.number === number)?.value;
  return typeof value === "bigint" ? Number(BigInt.asIntN(32, value)) : 0;
}

/** A message of positive integers, strings and messages, by field number; zero values and empty strings are left out. */
export function writeFields(
  fields: readonly (readonly [number: number, value: number | string | Uint8Array])[],
): Uint8Array {
  const parts: Uint8Array[] = [];
  for (const [number, value] of fields) {
    if (typeof value === "string") {
      const text = Buffer.from(value);
      if (text.length > 0) parts.push(varint(number * 8 + 2), varint(text.length), text);
    } else if (typeof value === "object") {
      parts.push(varint(number * 8 + 2), varint(value.length), value);
    } else if (value !== 0) {
      parts.push(varint(number * 8), varint(value));
    }
  }
  return Buffer.concat(parts);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 128);
  bytes.push(rest);
  return Uint8Array.from(bytes);
}
