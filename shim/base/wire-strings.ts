// Strings of requests are paths and names as often as not: bytes, which containerd 1.6 passes on whatever they are. Others than
// UTF-8 are kept as sys/byte-text.ts does it, and written as they came. protobufjs would refuse the request.
import protobuf from "protobufjs/minimal.js";
import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";

const reading = protobuf.BufferReader.prototype;
const writing = protobuf.BufferWriter.prototype;
const { string: readString } = reading;
const { string: writeString } = writing;

/** From now on, for all messages. */
export function keepBytesOfStrings(): void {
  reading.stringVerify = function string(): string {
    const start = this.pos;
    const text = readString.call(this);
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
