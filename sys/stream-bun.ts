// Byte streams on Bun: its native sockets, with the queue that they leave to their user.
import { type BunSocket, type BunSocketHandler, bun } from "./bun.ts";
import type { StreamListener, StreamSocket } from "./stream.ts";

interface Listeners {
  data?: (chunk: Uint8Array) => void;
  drain?: () => void;
  end?: () => void;
  close?: () => void;
  error?: (error: Error) => void;
}

class Stream implements StreamSocket {
  readonly #socket: BunSocket;
  readonly #listeners: Record<string, ((argument?: never) => void)[]> = {};
  /** What the kernel did not take yet. */
  readonly #queue: Uint8Array[] = [];
  #onFlushed: (() => void) | undefined;
  #ending = false;
  #destroyed = false;

  constructor(socket: BunSocket) {
    this.#socket = socket;
  }

  get fd(): number | undefined {
    return this.#destroyed ? undefined : this.#socket.fd;
  }

  get destroyed(): boolean {
    return this.#destroyed;
  }

  on<E extends keyof Listeners>(event: E, listener: NonNullable<Listeners[E]>): this {
    this.#listeners[event] ??= [];
    this.#listeners[event].push(listener as (argument?: never) => void);
    return this;
  }

  emit(event: keyof Listeners, argument?: unknown): void {
    for (const listener of this.#listeners[event] ?? []) listener(argument as never);
  }

  write(chunk: Uint8Array): boolean {
    if (this.#destroyed) return true;
    if (this.#queue.length === 0) {
      const taken = Math.max(0, this.#socket.write(chunk));
      if (taken === chunk.length) return true;
      this.#queue.push(chunk.subarray(taken));
    } else {
      this.#queue.push(chunk);
    }
    return false;
  }

  /** The kernel takes bytes again. */
  flush(): void {
    for (let chunk = this.#queue[0]; chunk !== undefined; chunk = this.#queue[0]) {
      const taken = Math.max(0, this.#socket.write(chunk));
      if (taken < chunk.length) {
        this.#queue[0] = chunk.subarray(taken);
        return;
      }
      this.#queue.shift();
    }
    if (this.#ending) this.#finish();
    else this.emit("drain");
  }

  pause(): void {
    if (!this.#destroyed) this.#socket.pause();
  }

  resume(): void {
    if (!this.#destroyed) this.#socket.resume();
  }

  end(callback?: () => void): void {
    if (this.#destroyed) {
      callback?.();
      return;
    }
    this.#onFlushed = callback;
    this.#ending = true;
    if (this.#queue.length === 0) this.#finish();
  }

  #finish(): void {
    this.#socket.end();
    const flushed = this.#onFlushed;
    this.#onFlushed = undefined;
    flushed?.();
  }

  destroy(): void {
    if (this.#destroyed) return;
    this.#socket.terminate();
  }

  closed(error: Error | undefined): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#queue.length = 0;
    if (error !== undefined) this.emit("error", error);
    this.emit("close");
    this.#onFlushed?.();
  }
}

const streamOf = (socket: BunSocket): Stream | undefined => socket.data as Stream | undefined;

function handler(open: (socket: BunSocket) => void): BunSocketHandler {
  return {
    open,
    data: (socket, chunk) => streamOf(socket)?.emit("data", chunk),
    drain: (socket) => streamOf(socket)?.flush(),
    end: (socket) => streamOf(socket)?.emit("end"),
    close: (socket, error) => streamOf(socket)?.closed(error),
    error: (socket, error) => streamOf(socket)?.emit("error", error),
  };
}

function attach(socket: BunSocket): Stream {
  const stream = new Stream(socket);
  socket.data = stream;
  return stream;
}

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
  const connecting = bun.connect({ unix: path, socket: { ...handler(() => {}), connectError: () => {} } });
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
