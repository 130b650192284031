// Connected unix sockets as byte streams, with the descriptor that peer credentials are asked of.
import { isBun } from "./build.ts";

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
}

export interface StreamListener {
  /** Takes no more connections; those that are there stay. */
  close(): void;
}

/** Accepts connections on the listening socket `fd`, or at a new socket `path`. Connections come paused or at once read: attach listeners inside `accept`. */
export async function listenForStreams(
  target: { readonly fd: number } | { readonly path: string },
  accept: (stream: StreamSocket) => void,
): Promise<StreamListener> {
  const { listen } = isBun ? await import("./stream-bun.ts") : await import("./stream-node.ts");
  return listen(target, accept);
}

/** Connects to the socket at `path`. Rejects with the engine's error, or Error when it takes longer than `timeoutMs`. */
export async function connectStream(path: string, options: { timeoutMs: number }): Promise<StreamSocket> {
  const { connect } = isBun ? await import("./stream-bun.ts") : await import("./stream-node.ts");
  return connect(path, options);
}
