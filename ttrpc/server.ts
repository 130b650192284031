// The called side of ttrpc: finds the method for each request, runs all calls at once, sends one answer for each.
// Knows neither sockets nor what the services do; errors become status codes through `toStatus`.

import type { ByteStream } from "./connection.ts";
import type { Method, Service } from "./method.ts";
import type { SavedConnection } from "./saved-connection.ts";
import { type ConnectionOptions, type Peer, ServerConnection } from "./server-connection.ts";

export interface ServerOptions extends ConnectionOptions {
  /** How long `close` waits for a client to take the answers that were produced before. */
  readonly flushTimeoutMs?: number;
  /** Told of each connection that has ended, when it is no longer counted. */
  readonly onPeerLost?: (peer: Peer) => void;
}

/** A call in progress, for diagnosis (KF-137). */
export interface CallDescription {
  readonly service: string;
  readonly method: string;
  /** The request, as its method has decoded it. */
  readonly message: unknown;
  readonly ageMs: number;
}

const defaultFlushTimeoutMs = 1000;

export class Server {
  readonly #services = new Map<string, ReadonlyMap<string, Method>>();
  readonly #open = new Map<ServerConnection, ByteStream>();
  // Lost connections with handlers that still run.
  readonly #lost = new Set<ServerConnection>();
  readonly #options: ServerOptions;
  #closing: Promise<void> | undefined;
  #held = false;

  constructor(options: ServerOptions) {
    this.#options = options;
  }

  /** Offers `service` under `serviceName`. One service may have several names. */
  register(serviceName: string, service: Service): void {
    if (this.#services.has(serviceName)) throw new Error(`ttrpc: service ${serviceName} is already registered`);
    this.#services.set(serviceName, new Map(Object.entries(service)));
  }

  /** Takes ownership of an accepted connection. After `close` it is ended at once (KF-121). */
  serve(stream: ByteStream, saved?: SavedConnection): void {
    if (this.#closing !== undefined) {
      stream.on("error", () => {});
      stream.destroy();
      return;
    }
    const made = new ServerConnection(stream, this.#services, this.#options, {
      onLost: (connection) => {
        this.#open.delete(connection);
        if (connection.calls.size > 0) this.#lost.add(connection);
        this.#options.onPeerLost?.(connection);
      },
      onLastCallEnded: (connection) => this.#lost.delete(connection),
    });
    this.#open.set(made, stream);
    if (this.#held) made.hold();
    if (saved !== undefined) made.restore(saved);
  }

  /**
   * What another process image needs to go on with each connection that is open: `serve` with the same stream and the saved.
   * Undefined while something is under way that can't be interrupted.
   */
  save(): { stream: ByteStream; saved: SavedConnection }[] | undefined {
    if (this.#closing !== undefined || this.#lost.size > 0) return undefined;
    const all: { stream: ByteStream; saved: SavedConnection }[] = [];
    for (const [connection, stream] of this.#open) {
      const saved = connection.save();
      if (saved === undefined) return undefined;
      all.push({ stream, saved });
    }
    return all;
  }

  /** Requests that come are left unread until `release`; those under way go on. */
  hold(): void {
    this.#held = true;
    for (const connection of this.#open.keys()) connection.hold();
  }

  release(): void {
    this.#held = false;
    for (const connection of [...this.#open.keys()]) connection.release();
  }

  get connectionCount(): number {
    return this.#open.size;
  }

  /** Of the connections that are open. */
  get peers(): Peer[] {
    return [...this.#open.keys()];
  }

  /** Handlers that have not returned, those of lost connections included. */
  get callCount(): number {
    let count = 0;
    for (const connection of this.#connections()) count += connection.calls.size;
    return count;
  }

  describeCalls(): CallDescription[] {
    const nowMs = performance.now();
    const descriptions: CallDescription[] = [];
    for (const { calls } of this.#connections())
      for (const { service, method, message, startedMs } of calls.values())
        descriptions.push({ service, method, message, ageMs: nowMs - startedMs });
    return descriptions;
  }

  *#connections(): Iterable<ServerConnection> {
    yield* this.#open.keys();
    yield* this.#lost;
  }

  /**
   * Takes no more calls, flushes the answers that handlers have produced (those of the current turn included, so
   * that a handler may call this and return), ends the connections. Handlers still running are told to stop; their
   * answers are dropped.
   */
  close(): Promise<void> {
    this.#closing ??= this.#closeConnections();
    return this.#closing;
  }

  async #closeConnections(): Promise<void> {
    for (const connection of this.#open.keys()) connection.takeNoMore();
    await new Promise((resolve) => setImmediate(resolve));
    const timeoutMs = this.#options.flushTimeoutMs ?? defaultFlushTimeoutMs;
    await Promise.all(Array.from(this.#open.keys(), (connection) => connection.finish(timeoutMs)));
  }
}
