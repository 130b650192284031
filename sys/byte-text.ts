// Names that the kernel gives (of files, mounts, cgroups) as text that loses nothing. They are bytes, and need not be UTF-8: each
// byte that is none becomes a lone surrogate, U+DC80 to U+DCFF (Python's "surrogateescape"), and a byte again where text goes
// to the kernel (ffi.ts). In between a path is a string like any other.

const escaped = /([\u{dc80}-\u{dcff}])/u;
const replacement = "\ufffd";

/** Bytes of the well-formed UTF-8 sequence at `at`; 0 when there is none (Unicode 15, table 3-7). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  // An overlong form, a surrogate, or beyond U+10FFFF: the second byte tells.
  const least = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const most = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  for (let n = 1; n < length; n += 1) {
    const byte = bytes[at + n] ?? 0;
    if (byte < (n === 1 ? least : 0x80) || byte > (n === 1 ? most : 0xbf)) return 0;
  }
  return length;
}

/** The text of `bytes`. */
export function textOfBytes(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  if (!text.includes(replacement)) return text;
  let result = "";
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      result += bytes.toString("utf8", from, at) + String.fromCharCode(0xdc00 + (bytes[at] ?? 0));
      from = at + 1;
    }
    at += length || 1;
  }
  return result + bytes.toString("utf8", from);
}

/** The bytes of `text`, whether or not some are escaped. */
export function bytesOfText(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const parts = text.split(escaped);
  return Buffer.concat(
    parts.map((part, index) => (index % 2 === 0 ? Buffer.from(part) : Buffer.of(part.charCodeAt(0) & 0xff))),
  );
}

/** For node:fs, which takes a path as text or as bytes: `path`, or its bytes where text would not do. */
export function nodePath(path: string): string | Buffer {
  return path.isWellFormed() ? path : bytesOfText(path);
}
