// Byte streams on Bun: who listens and who connects.
import { bun } from "./bun.ts";
import { attach, handler } from "./stream-bun-socket.ts";
import type { StreamListener, StreamSocket } from "./stream-socket.ts";

export { restore } from "./stream-bun-socket.ts";

export function listen(
  target: { readonly fd: number } | { readonly path: string },
  accept: (stream: StreamSocket) => void,
): StreamListener {
  const where = "fd" in target ? { fd: target.fd } : { unix: target.path };
  const listener = bun.listen({ ...where, socket: handler((socket) => accept(attach(socket))) });
  return { close: () => listener.stop() };
}

export async function connect(path: string, { timeoutMs }: { timeoutMs: number }): Promise<StreamSocket> {
  let timer: NodeJS.Timeout | undefined;
  let late = false;
  const connecting = bun.connect({ unix: path, socket: handler(() => {}) });
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new Error(`dial ${path}: timed out`));
    }, timeoutMs);
  });
  connecting.then(
    (socket) => late && socket.terminate(),
    () => {},
  );
  try {
    return attach(await Promise.race([connecting, limit]));
  } finally {
    clearTimeout(timer);
  }
}
