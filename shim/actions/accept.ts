// Who may talk to the shim.
import type { StreamSocket } from "../../sys/stream-socket.ts";
import { peerCredentials } from "../../sys/unix-socket.ts";
import type { Server } from "../../ttrpc/server.ts";
import { log } from "../base/log.ts";

/** Takes a connection if its peer is who we are (docs/contract/wire.md 1.1). `onRefused` follows for one that has ended already, too. */
export function accept(stream: StreamSocket, rpc: Server, onRefused: () => void): void {
  const peer = peerOf(stream);
  if (peer !== undefined && peer.uid === process.geteuid?.() && peer.gid === process.getegid?.()) {
    rpc.serve(stream);
    return;
  }
  log("warning", "refused a connection", { uid: peer?.uid, gid: peer?.gid });
  stream.destroy();
  queueMicrotask(onRefused);
}

/** Undefined when the connection is gone already. */
function peerOf(stream: StreamSocket): { uid: number; gid: number } | undefined {
  try {
    return stream.fd === undefined ? undefined : peerCredentials(stream.fd);
  } catch {
    return undefined;
  }
}
