// Bytes that are nearly right: what a fuzzer makes of real ones. All of it follows from one number.

/** Numbers from a seed, the same each time (mulberry32). */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 ≤ n < 2^32. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  }

  /** 0 ≤ n < `end`. */
  below(end: number): number {
    return end <= 1 ? 0 : this.next() % end;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }
}

/** No input is longer: what costs too much for this does so for four megabytes as well. */
export const maxInputBytes = 256 * 1024;

const oddBytes = [0x00, 0x01, 0x0a, 0x0b, 0x1b, 0x20, 0x22, 0x5c, 0x7b, 0x7f, 0x80, 0xc0, 0xfe, 0xff];
const oddLengths = [0, 1, 9, 10, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 4 << 20, (4 << 20) + 1, 65_536];
const oddWords = [
  ...[
    "",
    "-1",
    "0",
    "1e999",
    "1e-999",
    "99999999999999999999",
    "4294967295",
    "null",
    "true",
    "{}",
    "[]",
    "[[[[",
    "{{{{",
  ],
  ...[
    "__proto__",
    "constructor",
    "toString",
    "../",
    "/",
    "//",
    "%",
    "%2",
    "%00",
    "\0",
    "\u001b[2J",
    "\u009b",
    "\u2028",
  ],
  ...['"', "'", "\\u0000", "\\ud800", "=", "&", ";", ":", "\r\n", "\n\n", "max", "\ufeff"],
].map((word) => Buffer.from(word));

type Change = (bytes: Buffer, random: Random, others: readonly Uint8Array[]) => Buffer;

const changes: readonly Change[] = [
  (bytes, random) => changed(bytes, random, (byte) => byte ^ (1 << random.below(8))),
  (bytes, random) => changed(bytes, random, () => random.pick(oddBytes)),
  (bytes, random) => changed(bytes, random, () => random.below(256)),
  (bytes, random) => spliced(bytes, random, Buffer.from([random.pick(oddBytes)])),
  (bytes, random) => spliced(bytes, random, random.pick(oddWords)),
  (bytes, random) =>
    spliced(bytes, random, Buffer.from(Array.from({ length: random.below(16) }, () => random.below(256)))),
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  (bytes, random) => bytes.subarray(random.below(bytes.length + 1)),
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    const piece = bytes.subarray(from, to);
    const times = random.below(8) > 0 ? 2 : 1 + random.below(Math.max(2, Math.floor(65_536 / (piece.length + 1))));
    return Buffer.concat([bytes.subarray(0, from), ...Array.from({ length: times }, () => piece), bytes.subarray(to)]);
  },
  (bytes, random) => {
    if (bytes.length < 4) return bytes;
    const copy = Buffer.from(bytes);
    copy.writeUInt32BE(random.pick(oddLengths), random.below(bytes.length - 3));
    return copy;
  },
  (bytes, random, others) => {
    const [from, to] = range(bytes, random);
    const other = Buffer.from(random.pick(others));
    const [start, end] = range(other, random);
    return Buffer.concat([bytes.subarray(0, from), other.subarray(start, end), bytes.subarray(to)]);
  },
];

/** One of `seeds` with up to eight changes; now and then as it is, or nothing but noise. */
export function mutate(random: Random, seeds: readonly Uint8Array[]): Buffer {
  if (random.below(50) === 0) return Buffer.from(Array.from({ length: random.below(300) }, () => random.below(256)));
  let bytes: Buffer = Buffer.from(random.pick(seeds));
  const count = random.below(9);
  for (let n = 0; n < count; n += 1) {
    bytes = random.pick(changes)(bytes, random, seeds);
    if (bytes.length > maxInputBytes) bytes = bytes.subarray(0, maxInputBytes);
  }
  return bytes;
}

function changed(bytes: Buffer, random: Random, change: (byte: number) => number): Buffer {
  if (bytes.length === 0) return bytes;
  const copy = Buffer.from(bytes);
  const at = random.below(copy.length);
  copy[at] = change(copy[at] as number);
  return copy;
}

function spliced(bytes: Buffer, random: Random, piece: Uint8Array): Buffer {
  const at = random.below(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
}

function range(bytes: Uint8Array, random: Random): [number, number] {
  const from = random.below(bytes.length + 1);
  return [from, from + random.below(Math.min(64, bytes.length - from) + 1)];
}
