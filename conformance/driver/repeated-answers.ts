// Answers that come a second time: a client drops them, and so does containerd's, which writes a line for each into its log.

import type { Socket } from "node:net";
import { FrameReader, FrameType } from "../../ttrpc/frame.ts";

/** Calls `onRepeated` with a sentence for each answer to what was answered already. */
export function watchAnswers(socket: Socket, onRepeated: (sentence: string) => void): void {
  const reader = new FrameReader();
  const answered = new Set<number>();
  socket.on("data", (chunk: Buffer) => {
    reader.push(chunk);
    for (let frame = reader.next(); frame !== undefined; frame = reader.next()) {
      const { streamId, type } = frame;
      if (type !== FrameType.response) continue;
      if (answered.has(streamId)) onRepeated(`a second answer on stream ${streamId}`);
      answered.add(streamId);
    }
  });
}

/** Those of a driver's connections, a sentence each. */
export class RepeatedAnswers {
  readonly #sentences: string[] = [];

  readonly add = (sentence: string): void => void this.#sentences.push(sentence);

  /** Those since the last time. */
  take(): string[] {
    return this.#sentences.splice(0);
  }
}
