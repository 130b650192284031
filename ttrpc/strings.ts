// Strings of messages are paths and names as often as not: bytes, which containerd 1.6 passes on whatever they are. protobufjs
// refuses what is no UTF-8; here it is what the caller makes of it, and is written as it came.
import protobuf from "protobufjs/minimal.js";

/** Between bytes and a text that stands for them; of what is UTF-8 the same as everybody's. */
export interface StringCodec {
  textOfBytes(bytes: Buffer): string;
  /** Asked for a text with lone surrogates only. */
  bytesOfText(text: string): Uint8Array;
}

const reading = protobuf.BufferReader.prototype;
const writing = protobuf.BufferWriter.prototype;
const { string: readString } = reading;
const { string: writeString } = writing;

/** From now on, for all messages of this process. */
export function codeStringsBy({ textOfBytes, bytesOfText }: StringCodec): void {
  reading.stringVerify = function string(): string {
    const start = this.pos;
    const text = readString.call(this);
    // The replacement character: there may have been something else.
    if (!text.includes("\ufffd")) return text;
    const end = this.pos;
    this.pos = start;
    const length = this.uint32();
    this.pos = end;
    const bytes = this.buf.subarray(end - length, end);
    return textOfBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  };
  writing.string = function string(text: string) {
    return text.isWellFormed() ? writeString.call(this, text) : this.bytes(bytesOfText(text));
  };
}
