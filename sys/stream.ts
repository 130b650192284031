// Connected unix sockets as byte streams, with the descriptor that peer credentials are asked of.
import { isBun } from "./build.ts";
import { O_PATH, openFd } from "./fd.ts";
import type { SavedFd } from "./saved.ts";
import type { StreamListener, StreamSocket } from "./stream-socket.ts";

/** Accepts connections on the listening socket `fd`, or at a new socket `path`. Connections come paused or at once read: attach listeners inside `accept`. */
export async function listenForStreams(
  target: { readonly fd: number } | { readonly path: string },
  accept: (stream: StreamSocket) => void,
): Promise<StreamListener> {
  const { listen } = isBun ? await import("./stream-bun.ts") : await import("./stream-node.ts");
  return listen(target, accept);
}

/** The connection of a stream's `save`. Nothing is read before `resume`, once listeners are attached. Bun only. */
export async function restoreStream(saved: SavedFd): Promise<StreamSocket> {
  const { restore } = await import("./stream-bun.ts");
  return restore(saved);
}

/** Connects to the socket at `path`. Rejects with the engine's error, or Error when it takes longer than `timeoutMs`; SysError for a missing one. */
export async function connectStream(path: string, options: { timeoutMs: number }): Promise<StreamSocket> {
  const { connect } = isBun ? await import("./stream-bun.ts") : await import("./stream-node.ts");
  if (path.isWellFormed()) return connect(path, options);
  // Neither engine takes bytes for a path.
  const socket = openFd(path, O_PATH, path);
  try {
    return await connect(`/proc/self/fd/${socket.number}`, options);
  } finally {
    socket.close();
  }
}
