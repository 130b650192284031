// A client of the shim's socket that says what it likes.

import { connect, type Socket } from "node:net";
import { FrameReader } from "../../ttrpc/frame.ts";

export class RawConnection {
  readonly #socket: Socket;
  readonly #reader = new FrameReader();
  /** Frames that have come; none is kept. */
  answers = 0;
  ended = false;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on("data", (chunk: Uint8Array) => {
      this.#reader.push(chunk);
      while (this.#reader.next() !== undefined) this.answers += 1;
    });
    socket.on("close", () => {
      this.ended = true;
    });
    // Whoever breaks the rules may be reset.
    socket.on("error", () => {});
  }

  /** `address` as `start` printed it. */
  static async open(address: string): Promise<RawConnection> {
    const socket = connect(address.replace(/^unix:\/\//, ""));
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    return new RawConnection(socket);
  }

  /** Whether the kernel has taken all of it. */
  write(bytes: Uint8Array): boolean {
    return this.#socket.write(bytes);
  }

  /** Bytes that the other side has not taken. */
  get waiting(): number {
    return this.#socket.writableLength;
  }

  /** Answers are left where they are. */
  stopReading(): void {
    this.#socket.pause();
  }

  readOn(): void {
    this.#socket.resume();
  }

  close(): void {
    this.#socket.destroy();
  }
}
