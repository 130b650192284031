// Byte streams on Node: node:net.
import { createServer, connect as netConnect, type Socket } from "node:net";
import type { StreamListener, StreamSocket } from "./stream-socket.ts";

function withFd(socket: Socket): StreamSocket {
  const { fd } = (socket as unknown as { _handle?: { fd?: number } })._handle ?? {};
  return Object.assign(socket, { fd });
}

export function listen(
  target: { readonly fd: number } | { readonly path: string },
  accept: (stream: StreamSocket) => void,
): StreamListener {
  const server = createServer((socket) => accept(withFd(socket)));
  // EMFILE and its like: libuv backs off and goes on (KF-122).
  server.on("error", () => {});
  server.listen(target);
  return { close: () => void server.close() };
}

export function connect(path: string, { timeoutMs }: { timeoutMs: number }): Promise<StreamSocket> {
  return new Promise((resolve, reject) => {
    const socket = netConnect(path);
    const fail = (error: Error) => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(new Error(`dial ${path}: timed out`)), timeoutMs);
    socket.once("error", fail);
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.off("error", fail);
      resolve(withFd(socket));
    });
  });
}
