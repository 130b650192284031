// A byte stream, whichever engine has it.

import type { SavedFd } from "./saved.ts";

/** The part of net.Socket that a protocol needs. */
export interface StreamSocket {
  readonly fd: number | undefined;
  /** A chunk belongs to the listener. */
  on(event: "data", listener: (chunk: Uint8Array) => void): unknown;
  on(event: "drain" | "end" | "close", listener: () => void): unknown;
  on(event: "error", listener: (error: Error) => void): unknown;
  /** False asks the writer to wait for `drain`. */
  write(chunk: Uint8Array): boolean;
  pause(): unknown;
  resume(): unknown;
  /** Ends after everything written so far; `callback` runs when that has left, or can't. */
  end(callback?: () => void): unknown;
  destroy(): unknown;
  readonly destroyed: boolean;
  /** Where it is another process image's next (saved.ts). Throws NotQuiet while bytes are on their way. */
  save?(): SavedFd;
}

export interface StreamListener {
  /** Takes no more connections; those that are there stay. */
  close(): void;
}
