// Cuts a stream into lines, with bounded memory: a long line comes in pieces (KF-075).

/** Bytes of a piece at most, as in Docker and in Kubernetes' containerd. */
export const maxPieceBytes = 16 * 1024;

const newline = 0x0a;

/**
 * Receives a piece without its newline. `partial`: the line goes on, or (at the end of the stream) has no newline. The
 * bytes are lent for the call.
 */
export type OnPiece = (piece: Buffer, end: "line" | "partial" | "stream") => void;

export class LineCutter {
  /** The beginning of a line that is not complete; up to `maxPieceBytes`. */
  #rest: Buffer;
  readonly #onPiece: OnPiece;

  /** `rest`: what an earlier one had of a line without an end. */
  constructor(onPiece: OnPiece, rest: Buffer = Buffer.alloc(0)) {
    this.#onPiece = onPiece;
    this.#rest = rest;
  }

  get rest(): Buffer {
    return this.#rest;
  }

  push(bytes: Buffer): void {
    let from = 0;
    while (from < bytes.length) {
      const found = bytes.indexOf(newline, from);
      const end = found < 0 ? bytes.length : found;
      from = this.#takeLinePart(bytes, from, end);
      if (found < 0) {
        if (from < end) this.#rest = Buffer.concat([this.#rest, bytes.subarray(from, end)]);
        return;
      }
      this.#emit(bytes.subarray(from, end), "line");
      from = end + 1;
    }
  }

  /** The stream has ended: hands out what has no newline. */
  end(): void {
    if (this.#rest.length > 0) this.#emit(Buffer.alloc(0), "stream");
  }

  /** Hands out full pieces until what is left (`#rest` and the bytes up to `end`) fits one; returns the new beginning. */
  #takeLinePart(bytes: Buffer, from: number, end: number): number {
    let start = from;
    while (this.#rest.length + end - start > maxPieceBytes) {
      const head = this.#rest;
      const window = Buffer.concat([head, bytes.subarray(start, start + maxPieceBytes - head.length)]);
      const cut = characterBoundary(window, bytes[start + maxPieceBytes - head.length] as number);
      this.#rest = window.subarray(cut);
      this.#onPiece(window.subarray(0, cut), "partial");
      start += maxPieceBytes - head.length;
    }
    return start;
  }

  #emit(tail: Buffer, end: "line" | "stream"): void {
    const piece = this.#rest.length === 0 ? tail : Buffer.concat([this.#rest, tail]);
    this.#rest = Buffer.alloc(0);
    this.#onPiece(piece, end);
  }
}

/** Where to cut `window`, which `next` follows, without cutting a character of UTF-8 in two. Other bytes are cut anywhere. */
function characterBoundary(window: Buffer, next: number): number {
  if (!isContinuation(next)) return window.length;
  for (let cut = window.length - 1; cut >= window.length - 3; cut -= 1) {
    const byte = window[cut] as number;
    if (byte >= 0xc0) return cut;
    if (!isContinuation(byte)) break;
  }
  return window.length;
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}
