// Frames: the 10-byte header, the size limit, and finding frames in arbitrarily cut chunks of bytes.
// Knows neither calls nor streams: any id, type and flag is a valid frame here.

import protobuf from "protobufjs/minimal.js";
import { ttrpc } from "../proto/gen/ttrpc.js";
import type { Encoder } from "./method.ts";
import { Code, failureStatus, type Status } from "./status.ts";

export const headerBytes = 10;

/** The longest data that a frame may carry (4 MiB); ttrpc channel.go, messageLengthMax. */
export const maxDataBytes = 4 << 20;

export const FrameType = { request: 1, response: 2, data: 3 } as const;

export const Flag = { remoteClosed: 1, remoteOpen: 2, noData: 4 } as const;

export interface Frame {
  readonly streamId: number;
  readonly type: number;
  readonly flags: number;
  /** The announced length of the data. */
  readonly length: number;
  /** Undefined when it was over the limit and has been thrown away. Else often a view into the chunk it came in. */
  readonly data: Uint8Array | undefined;
}

const empty = Buffer.alloc(0);

/** The first allocation for data that arrives in pieces; an announced length is not believed before it is there. */
const firstPieceBytes = 64 << 10;

/**
 * Cuts a byte stream into frames. Give it a chunk with `push`, then take frames with `next` until there is none.
 * Between frames it holds no memory but what has not been taken yet.
 */
export class FrameReader {
  #chunk: Uint8Array = empty;
  #offset = 0;

  // A frame that the chunks so far have cut through.
  readonly #header = new Uint8Array(headerBytes);
  #headerFilled = 0;
  #inData = false;
  #streamId = 0;
  #type = 0;
  #flags = 0;
  #length = 0;
  #partial: Uint8Array = empty;
  #filled = 0;

  push(chunk: Uint8Array): void {
    this.#chunk =
      this.#offset < this.#chunk.length ? Buffer.concat([this.#chunk.subarray(this.#offset), chunk]) : chunk;
    this.#offset = 0;
  }

  next(): Frame | undefined {
    if (!this.#inData && !this.#readHeader()) return undefined;
    const data = this.#length > maxDataBytes ? this.#discard() : this.#readData();
    if (data === "incomplete") return undefined;
    this.#inData = false;
    this.#releaseChunk();
    return { streamId: this.#streamId, type: this.#type, flags: this.#flags, length: this.#length, data };
  }

  /** What has come of frames that `next` has not given; undefined in the middle of one that is thrown away. */
  unread(): Uint8Array | undefined {
    const rest = this.#chunk.subarray(this.#offset);
    if (!this.#inData) return Buffer.concat([this.#header.subarray(0, this.#headerFilled), rest]);
    if (this.#length > maxDataBytes) return undefined;
    const header = Buffer.alloc(headerBytes);
    header.writeUInt32BE(this.#length, 0);
    header.writeUInt32BE(this.#streamId, 4);
    header[8] = this.#type;
    header[9] = this.#flags;
    return Buffer.concat([header, this.#partial.subarray(0, this.#filled), rest]);
  }

  #readHeader(): boolean {
    const available = this.#chunk.length - this.#offset;
    if (this.#headerFilled === 0 && available >= headerBytes) {
      this.#parseHeader(this.#chunk, this.#offset);
      this.#offset += headerBytes;
      return true;
    }
    const taken = Math.min(available, headerBytes - this.#headerFilled);
    this.#header.set(this.#chunk.subarray(this.#offset, this.#offset + taken), this.#headerFilled);
    this.#headerFilled += taken;
    this.#offset += taken;
    this.#releaseChunk();
    if (this.#headerFilled < headerBytes) return false;
    this.#headerFilled = 0;
    this.#parseHeader(this.#header, 0);
    return true;
  }

  #parseHeader(bytes: Uint8Array, at: number): void {
    this.#length = readUint32(bytes, at);
    this.#streamId = readUint32(bytes, at + 4);
    this.#type = bytes[at + 8] as number;
    this.#flags = bytes[at + 9] as number;
    this.#inData = true;
    this.#filled = 0;
  }

  #readData(): Uint8Array | "incomplete" {
    const missing = this.#length - this.#filled;
    const available = this.#chunk.length - this.#offset;
    const start = this.#offset;
    if (this.#filled === 0 && available >= missing) {
      this.#offset += missing;
      return missing === 0 ? empty : this.#chunk.subarray(start, this.#offset);
    }
    const taken = Math.min(available, missing);
    if (taken > 0) {
      this.#growPartial(this.#filled + taken);
      this.#partial.set(this.#chunk.subarray(start, start + taken), this.#filled);
      this.#filled += taken;
      this.#offset += taken;
      this.#releaseChunk();
    }
    if (taken < missing) return "incomplete";
    const data = this.#partial.subarray(0, this.#length);
    this.#partial = empty;
    return data;
  }

  #growPartial(neededBytes: number): void {
    if (neededBytes <= this.#partial.length) return;
    const size = Math.min(this.#length, Math.max(neededBytes, this.#partial.length * 2, firstPieceBytes));
    const grown = Buffer.allocUnsafeSlow(size);
    grown.set(this.#partial.subarray(0, this.#filled));
    this.#partial = grown;
  }

  #discard(): undefined | "incomplete" {
    const taken = Math.min(this.#chunk.length - this.#offset, this.#length - this.#filled);
    this.#filled += taken;
    this.#offset += taken;
    this.#releaseChunk();
    return this.#filled < this.#length ? "incomplete" : undefined;
  }

  /** Lets go of a chunk that is used up, so that an idle connection keeps none alive. */
  #releaseChunk(): void {
    if (this.#offset < this.#chunk.length) return;
    this.#chunk = empty;
    this.#offset = 0;
  }
}

function readUint32(bytes: Uint8Array, at: number): number {
  const high = bytes[at] as number;
  const low = ((bytes[at + 1] as number) << 16) | ((bytes[at + 2] as number) << 8) | (bytes[at + 3] as number);
  return high * 0x1000000 + low;
}

function writeUint32(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value >>> 24;
  bytes[at + 1] = value >>> 16;
  bytes[at + 2] = value >>> 8;
  bytes[at + 3] = value;
}

const headerSpace = new Uint8Array(headerBytes);

/** A writer with room for the header, so that a frame is built, and later written, in one piece. */
function beginFrame(): protobuf.Writer {
  return protobuf.Writer.create().raw(headerSpace);
}

function finishFrame(writer: protobuf.Writer, streamId: number, type: number): Uint8Array {
  const frame = writer.finish(true);
  writeUint32(frame, 0, frame.length - headerBytes);
  writeUint32(frame, 4, streamId);
  frame[8] = type;
  frame[9] = 0;
  return frame;
}

/** The text that both sides use for data over the limit; ttrpc errors.go, OversizedMessageError. */
export function oversizeText(length: number): string {
  return `message length ${length} exceed maximum message size of ${maxDataBytes}`;
}

/** The frame's own data length. */
export function dataLength(frame: Uint8Array): number {
  return frame.length - headerBytes;
}

export function encodeRequest(streamId: number, request: ttrpc.Request.$Properties): Uint8Array {
  return finishFrame(ttrpc.Request.encode(request, beginFrame()), streamId, FrameType.request);
}

const responsePayloadTag = (2 << 3) | 2;

/**
 * A Response without status, written field by field: the message goes straight to its place in the frame.
 * An empty message leaves the payload out, so that an empty answer has no data at all, as Go's.
 */
export function encodeAnswer<T>(streamId: number, encoder: Encoder<T>, message: T): Uint8Array {
  const writer = beginFrame();
  writer.uint32(responsePayloadTag).fork();
  const start = writer.len;
  encoder.encode(message, writer);
  const isEmpty = writer.len === start;
  return finishFrame(isEmpty ? beginFrame() : writer.ldelim(), streamId, FrameType.response);
}

export function encodeFailure(streamId: number, status: Status): Uint8Array {
  const writer = beginFrame();
  ttrpc.Response.encode({ status: failureStatus(status) }, writer);
  return finishFrame(writer, streamId, FrameType.response);
}

/** `frame`, or what takes its place when it is too long for the other side. */
export function limitAnswer(streamId: number, frame: Uint8Array): Uint8Array {
  const length = dataLength(frame);
  if (length <= maxDataBytes) return frame;
  return encodeFailure(streamId, { code: Code.resourceExhausted, message: oversizeText(length) });
}
