// A byte stream on Bun: its native socket, with the queue that it leaves to its user, or a descriptor that is parked.
import { noteActivity } from "./activity.ts";
import { stayAwake } from "./awake.ts";
import { type BunSocket, type BunSocketHandler, bun } from "./bun.ts";
import { handOver } from "./hand-over.ts";
import { ParkedDescriptor, parkLater } from "./parking.ts";
import type { Ready } from "./poll.ts";
import { NotQuiet, type SavedFd } from "./saved.ts";
import type { StreamSocket } from "./stream-socket.ts";

interface Listeners {
  data?: (chunk: Uint8Array) => void;
  drain?: () => void;
  end?: () => void;
  close?: () => void;
  error?: (error: Error) => void;
}

class Stream implements StreamSocket {
  /** Undefined while parked, and until the engine has taken the descriptor over again. */
  #socket: BunSocket | undefined;
  #parked: ParkedDescriptor | undefined;
  readonly #listeners: Record<string, ((argument?: never) => void)[]> = {};
  /** What the kernel did not take yet. */
  readonly #queue: Uint8Array[] = [];
  #onFlushed: (() => void) | undefined;
  #wasActive = true;
  #paused = false;
  #ending = false;
  #destroyed = false;

  constructor(from: BunSocket | SavedFd) {
    if ("purpose" in from) {
      this.#paused = true;
      this.#parked = ParkedDescriptor.own(from.fd, (ready) => this.#wake(ready));
      return;
    }
    this.#socket = from;
    parkLater(this);
  }

  /** Parks it, be it quiet or not. */
  save(): SavedFd {
    if (this.#destroyed || this.#ending || this.#paused || this.#queue.length > 0) {
      throw new NotQuiet("a connection is not quiet");
    }
    if (this.#parked === undefined) {
      this.#wasActive = false;
      this.parkIfQuiet();
    }
    if (this.#parked === undefined) throw new NotQuiet("a connection is not quiet");
    return this.#parked.save();
  }

  get fd(): number | undefined {
    return this.#destroyed ? undefined : (this.#socket?.fd ?? this.#parked?.number);
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
    return this.#parked?.write(chunk) ?? 0;
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
    this.#parked?.close();
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
    const parked = ParkedDescriptor.of(socket.fd, (ready) => this.#wake(ready));
    if (parked === undefined) return false;
    this.#socket = undefined;
    // Its end is no longer ours: the other descriptor keeps the connection.
    socket.data = undefined;
    socket.terminate();
    this.#parked = parked;
    this.#lookIfParked();
    return true;
  }

  #lookIfParked(): void {
    if (this.#parked !== undefined) this.#wake(this.#parked.readyNow());
  }

  #wake({ readable, hangup, error }: Ready): void {
    if (this.#parked === undefined || this.#paused) return;
    if (readable || hangup || error) this.#unpark();
  }

  /** Gives the descriptor back to the engine; what is written meanwhile waits in the queue. */
  #unpark(): void {
    const parked = this.#parked;
    if (parked === undefined) return;
    this.#parked = undefined;
    this.#wasActive = true;
    handOver(parked.take(), {
      connect: (fd, opened) => {
        const open = (socket: BunSocket) => {
          opened();
          this.#adopt(socket);
        };
        return bun.connect({ fd, socket: handler(open) });
      },
      isWanted: () => !this.#destroyed,
      onFailure: (cause) => this.closed(cause),
    });
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

const streamOf = (socket: BunSocket): Stream | undefined => socket.data as Stream | undefined;

/** `open` is called with each new socket. */
export function handler(open: (socket: BunSocket) => void): BunSocketHandler {
  return {
    open,
    data: (socket, chunk) => {
      noteActivity();
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

/** As `save` has left it, paused. */
export function restore(saved: SavedFd): StreamSocket {
  return new Stream(saved);
}

export function attach(socket: BunSocket): Stream {
  const stream = new Stream(socket);
  socket.data = stream;
  return stream;
}
