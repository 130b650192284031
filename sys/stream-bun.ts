// Byte streams on Bun: its native sockets, with the queue that they leave to their user.
import { type BunSocket, type BunSocketHandler, bun } from "./bun.ts";
import { clearAsync, F_DUPFD_CLOEXEC, Fd } from "./fd.ts";
import { libc } from "./ffi.ts";
import { pollNow, type Ready, watchReadiness } from "./readiness.ts";
import type { StreamListener, StreamSocket } from "./stream-socket.ts";

interface Listeners {
  data?: (chunk: Uint8Array) => void;
  drain?: () => void;
  end?: () => void;
  close?: () => void;
  error?: (error: Error) => void;
}

/**
 * A connection that nothing came and went through for this long is parked: while a socket of the engine's own is open,
 * a timer of the engine wakes the process every second. A parked one is a bare descriptor whose readiness is told by
 * SIGIO (readiness.ts), and becomes a socket of the engine's again when its peer has something to say.
 */
const parkAfterMs = 2000;

class Stream implements StreamSocket {
  /** Undefined while parked, and until the engine has taken the descriptor over again. */
  #socket: BunSocket | undefined;
  #parked: { readonly fd: Fd; readonly endWatch: () => void } | undefined;
  readonly #listeners: Record<string, ((argument?: never) => void)[]> = {};
  /** What the kernel did not take yet. */
  readonly #queue: Uint8Array[] = [];
  #onFlushed: (() => void) | undefined;
  #wasActive = true;
  #paused = false;
  #ending = false;
  #destroyed = false;

  constructor(socket: BunSocket) {
    this.#socket = socket;
    parkLater(this);
  }

  get fd(): number | undefined {
    return this.#destroyed ? undefined : (this.#socket?.fd ?? this.#parked?.fd.number);
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
    this.#wasActive = true;
    for (const listener of this.#listeners[event] ?? []) listener(argument as never);
  }

  write(chunk: Uint8Array): boolean {
    if (this.#destroyed) return true;
    if (this.#queue.length === 0) {
      const taken = this.#writeNow(chunk);
      if (taken === chunk.length) return true;
      this.#queue.push(chunk.subarray(taken));
      // The engine tells when there is room again, or that the peer is gone; it may do so within this call.
      this.#unpark();
    } else {
      this.#queue.push(chunk);
    }
    return false;
  }

  #writeNow(chunk: Uint8Array): number {
    this.#wasActive = true;
    if (this.#socket !== undefined) return Math.max(0, this.#socket.write(chunk));
    if (this.#parked === undefined) return 0;
    return Math.max(0, libc("write", this.#parked.fd.number, chunk, chunk.length));
  }

  /** The kernel takes bytes again. */
  flush(): void {
    for (let chunk = this.#queue[0]; chunk !== undefined; chunk = this.#queue[0]) {
      const taken = this.#writeNow(chunk);
      if (taken < chunk.length) {
        this.#queue[0] = chunk.subarray(taken);
        return;
      }
      this.#queue.shift();
    }
    if (!this.#ending) this.emit("drain");
    else if (this.#socket !== undefined) this.#finish(this.#socket);
  }

  pause(): void {
    this.#paused = true;
    if (!this.#destroyed) this.#socket?.pause();
  }

  resume(): void {
    this.#paused = false;
    if (this.#destroyed) return;
    this.#socket?.resume();
    this.#lookIfParked();
  }

  end(callback?: () => void): void {
    if (this.#destroyed) {
      callback?.();
      return;
    }
    this.#onFlushed = callback;
    this.#ending = true;
    if (this.#queue.length > 0) return;
    if (this.#socket !== undefined) this.#finish(this.#socket);
    // Else it is finished when the engine has the descriptor again.
    else this.#unpark();
  }

  #finish(socket: BunSocket): void {
    socket.end();
    const flushed = this.#onFlushed;
    this.#onFlushed = undefined;
    flushed?.();
  }

  destroy(): void {
    if (this.#destroyed) return;
    if (this.#socket !== undefined) {
      this.#socket.terminate();
      return;
    }
    this.#parked?.endWatch();
    this.#parked?.fd.close();
    this.closed(undefined);
  }

  closed(error: Error | undefined): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.#queue.length = 0;
    if (error !== undefined) this.emit("error", error);
    this.emit("close");
    this.#onFlushed?.();
  }

  /** Parks the connection if it was quiet since the last call. Returns whether there is no more to do. */
  parkIfQuiet(): boolean {
    if (this.#destroyed || this.#parked !== undefined) return true;
    const isQuiet = !this.#wasActive && !this.#paused && !this.#ending && this.#queue.length === 0;
    this.#wasActive = false;
    const socket = this.#socket;
    if (!isQuiet || socket === undefined) return false;
    const number = libc("fcntl", socket.fd, F_DUPFD_CLOEXEC, 3);
    // No descriptor is left: it stays as it is for now.
    if (number < 0) return false;
    const fd = new Fd(number, "quiet connection");
    const endWatch = this.#watch(fd);
    if (endWatch === undefined) return false;
    this.#socket = undefined;
    // Its end is no longer ours: the other descriptor keeps the connection.
    socket.data = undefined;
    socket.terminate();
    this.#parked = { fd, endWatch };
    this.#lookIfParked();
    return true;
  }

  /** Undefined when that is not possible now: `fd` is closed then, and the connection stays the engine's. */
  #watch(fd: Fd): (() => void) | undefined {
    try {
      return watchReadiness(fd, (ready) => this.#wake(ready));
    } catch {
      clearAsync(fd);
      fd.close();
      return undefined;
    }
  }

  #lookIfParked(): void {
    if (this.#parked !== undefined) this.#wake(pollNow(this.#parked.fd));
  }

  #wake({ readable, hangup, error }: Ready): void {
    if (this.#parked === undefined || this.#paused) return;
    if (readable || hangup || error) this.#unpark();
  }

  /** Gives the descriptor back to the engine; what is written meanwhile waits in the queue. */
  #unpark(): void {
    if (this.#parked === undefined) return;
    const { fd, endWatch } = this.#parked;
    this.#parked = undefined;
    endWatch();
    clearAsync(fd);
    this.#wasActive = true;
    const adopted = bun.connect({ fd: fd.take(), socket: handler((socket) => this.#adopt(socket)) });
    adopted.catch((cause: Error) => this.closed(cause));
  }

  #adopt(socket: BunSocket): void {
    if (this.#destroyed) {
      socket.terminate();
      return;
    }
    socket.data = this;
    this.#socket = socket;
    if (this.#paused) socket.pause();
    parkLater(this);
    if (this.#queue.length > 0 || this.#ending) this.flush();
  }
}

/**
 * A peer that asks again as soon as it has its answer is waited for awake, for this long: to sleep and be woken costs more than
 * the answer, above all in a virtual machine. One that does not pays nothing.
 */
const awakeMs = 0.2;

let lastDataMs = Number.NEGATIVE_INFINITY;
let awakeUntilMs = 0;
let isAwake = false;

function stayAwake(): void {
  const now = performance.now();
  const isBusy = now - lastDataMs < 2 * awakeMs;
  lastDataMs = now;
  if (!isBusy) return;
  awakeUntilMs = now + awakeMs;
  if (!isAwake) setImmediate(turn);
  isAwake = true;
}

/** The event loop does not sleep while an immediate waits for it. */
function turn(): void {
  isAwake = performance.now() < awakeUntilMs;
  if (isAwake) setImmediate(turn);
}

/** Streams that may become quiet, and the one timer that looks at them; none while all are parked. */
const lively = new Set<Stream>();
let parking: NodeJS.Timeout | undefined;

function parkLater(stream: Stream): void {
  lively.add(stream);
  parking ??= setTimeout(parkQuietOnes, parkAfterMs);
  parking.unref();
}

/** Parked before others have their turn: each takes a dozen system calls. */
const parkAtOnce = 16;

function parkQuietOnes(): void {
  parkThese([...lively]);
}

function parkThese(streams: Stream[]): void {
  for (const stream of streams.splice(0, parkAtOnce)) if (stream.parkIfQuiet()) lively.delete(stream);
  if (streams.length > 0) {
    setImmediate(parkThese, streams);
    return;
  }
  parking = undefined;
  const [first] = lively;
  if (first !== undefined) parkLater(first);
}

const streamOf = (socket: BunSocket): Stream | undefined => socket.data as Stream | undefined;

function handler(open: (socket: BunSocket) => void): BunSocketHandler {
  return {
    open,
    data: (socket, chunk) => {
      streamOf(socket)?.emit("data", chunk);
      stayAwake();
    },
    drain: (socket) => streamOf(socket)?.flush(),
    end: (socket) => streamOf(socket)?.emit("end"),
    close: (socket, error) => streamOf(socket)?.closed(error),
    error: (socket, error) => streamOf(socket)?.emit("error", error),
    connectError: () => {},
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
