// A connection to a shim on which anything can be written: what no well-behaved client sends.

import { connect, type Socket } from "node:net";
import { ttrpc } from "../proto/gen/ttrpc.js";
import { FrameReader, FrameType, headerBytes } from "../ttrpc/frame.ts";
import type { Bundle } from "./driver/bundle.ts";
import { eventually } from "./driver/eventually.ts";

export interface RawAnswer {
  readonly streamId: number;
  readonly code: number;
  readonly message: string;
  /** Of the whole Response. */
  readonly bytes: number;
}

export class RawConnection {
  readonly answers: RawAnswer[] = [];
  readonly #socket: Socket;
  #isEnded = false;
  #nextStreamId = 1;

  private constructor(socket: Socket) {
    this.#socket = socket;
    const reader = new FrameReader();
    socket.on("data", (chunk: Buffer) => {
      reader.push(chunk);
      for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
        const data = Uint8Array.from(frame.data ?? []);
        const { status } = ttrpc.Response.decode(data);
        const [code, message] = [status?.code ?? 0, status?.message ?? ""];
        this.answers.push({ streamId: frame.streamId, code, message, bytes: data.length });
      }
    });
    socket.on("error", () => {});
    socket.once("close", () => {
      this.#isEnded = true;
    });
  }

  /** To the shim of a group that begins with this bundle. */
  static async open(bundle: Bundle): Promise<RawConnection> {
    const socket = connect(bundle.socket);
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    return new RawConnection(socket);
  }

  /** Whether the shim has hung up. */
  get isEnded(): boolean {
    return this.#isEnded;
  }

  write(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** Frames of which only the header counts: `length` may be what the data is not. */
  frame(
    data: Uint8Array,
    { streamId = this.newStreamId(), type = FrameType.request as number, length = data.length } = {},
  ) {
    const header = Buffer.alloc(headerBytes);
    header.writeUInt32BE(length, 0);
    header.writeUInt32BE(streamId, 4);
    header[8] = type;
    this.write(Buffer.concat([header, data]));
    return streamId;
  }

  newStreamId(): number {
    const streamId = this.#nextStreamId;
    this.#nextStreamId += 2;
    return streamId;
  }

  /** One request, and the answer on its stream. */
  async call(request: ttrpc.Request.$Properties, timeoutMs = 8000): Promise<RawAnswer> {
    return this.answer(this.frame(ttrpc.Request.encode(request).finish()), timeoutMs);
  }

  answer(streamId: number, timeoutMs = 8000): Promise<RawAnswer> {
    const find = () => {
      const answer = this.answers.find((each) => each.streamId === streamId);
      if (answer === undefined && this.#isEnded) throw new Error("the shim has closed the connection");
      return answer;
    };
    return eventually(`an answer on stream ${streamId}`, find, { timeoutMs });
  }

  close(): void {
    this.#socket.destroy();
  }
}
