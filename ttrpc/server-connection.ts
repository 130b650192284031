// One client's connection on the called side: checks each request, runs its method, sends the answer.
// Knows nothing of other connections.

import { ttrpc } from "../proto/gen/ttrpc.js";
import { Call } from "./call.ts";
import { type ByteStream, Connection, type FrameReceiver, type StreamOptions } from "./connection.ts";
import { encodeAnswer, encodeFailure, type Frame, FrameType, limitAnswer, oversizeText } from "./frame.ts";
import { empty, type Method } from "./method.ts";
import type { SavedCall, SavedConnection } from "./saved-connection.ts";
import { Code, type Status, TtrpcError, textOf } from "./status.ts";

export interface ConnectionOptions extends StreamOptions {
  /** The code and text for what a handler threw; not asked about a TtrpcError, which carries its own. */
  readonly toStatus: (error: unknown) => { code: number; message: string };
  readonly log?: (message: string, error: unknown) => void;
  /** Told of each call that has ended, with its failure. */
  readonly trace?: (call: Call, failure: Status | undefined) => void;
  /** Runs each call's method, and gives back what it gives. */
  readonly around?: (call: Call, handle: () => unknown) => unknown;
}

/** Twice the longest message, so that clients which write much before they read still find their requests read. */
const defaultMaxQueuedBytes = 8 << 20;

/** A client, as far as it has shown itself. */
export interface Peer {
  /** When it came, in terms of performance.now(). */
  readonly sinceMs: number;
  /** Of its first call; undefined before. */
  readonly firstService: string | undefined;
}

interface ConnectionOwner {
  onLost(connection: ServerConnection): void;
  /** Follows `onLost` when handlers were running then. */
  onLastCallEnded(connection: ServerConnection): void;
}

export class ServerConnection implements FrameReceiver, Peer {
  readonly sinceMs = performance.now();
  firstService: string | undefined;
  readonly calls = new Map<number, Call>();
  readonly #connection: Connection;
  readonly #services: ReadonlyMap<string, ReadonlyMap<string, Method>>;
  readonly #options: ConnectionOptions;
  readonly #owner: ConnectionOwner;
  #lastStreamId = 0;
  #takesRequests = true;

  constructor(
    stream: ByteStream,
    services: ReadonlyMap<string, ReadonlyMap<string, Method>>,
    options: ConnectionOptions,
    owner: ConnectionOwner,
  ) {
    this.#services = services;
    this.#options = options;
    this.#owner = owner;
    const maxQueuedBytes = options.maxQueuedBytes ?? defaultMaxQueuedBytes;
    this.#connection = new Connection(stream, this, { ...options, maxQueuedBytes });
  }

  /** Undefined while something is under way that can't be interrupted. */
  save(): SavedConnection | undefined {
    const unread = this.#connection.unread();
    if (unread === undefined || !this.#takesRequests) return undefined;
    const calls: SavedCall[] = [];
    for (const [streamId, call] of this.calls) {
      const request = call.save();
      if (request === undefined) return undefined;
      calls.push({ streamId, ...request });
    }
    return { lastStreamId: this.#lastStreamId, unread: Buffer.from(unread).toString("base64"), calls };
  }

  /** Goes on where `save` was: on the same connection, before anything is read from it. */
  restore({ lastStreamId, unread, calls }: SavedConnection): void {
    for (const { streamId, payload, metadata, ...request } of calls) {
      const fields = { ...request, payload: Buffer.from(payload, "base64"), metadata: [...metadata] };
      this.#receiveRequest(streamId, ttrpc.Request.encode(fields).finish());
    }
    this.#lastStreamId = lastStreamId;
    this.#connection.receive(Buffer.from(unread, "base64"));
  }

  /** Takes no request until `release`. */
  hold(): void {
    this.#connection.hold();
  }

  release(): void {
    this.#connection.release();
  }

  takeNoMore(): void {
    this.#takesRequests = false;
  }

  finish(timeoutMs: number): Promise<void> {
    return this.#connection.finish(timeoutMs);
  }

  onLost(): void {
    this.#owner.onLost(this);
    const reason = new TtrpcError(Code.canceled, "context canceled");
    for (const call of this.calls.values()) call.cancel(reason);
  }

  /** The order of the checks and their texts are those of ttrpc server.go, (*serverConn).run. */
  onFrame(frame: Frame): void {
    if (!this.#takesRequests) return;
    const { streamId, type, data } = frame;
    if (data === undefined) {
      this.#refuse(streamId, Code.resourceExhausted, oversizeText(frame.length));
    } else if (streamId % 2 === 0) {
      this.#refuse(streamId, Code.invalidArgument, "StreamID must be odd for client initiated streams");
    } else if (type === FrameType.data) {
      this.#receiveData(streamId);
    } else if (type === FrameType.request) {
      // The flags of a streaming call are not looked at: its method is unary here, and is called as such.
      this.#receiveRequest(streamId, data);
    }
  }

  /**
   * No method reads a stream. Data for a call in progress is dropped, since an answer to it would be taken for the
   * call's own (the Go server dereferences nil here, KF-120).
   */
  #receiveData(streamId: number): void {
    if (this.calls.has(streamId)) return;
    this.#refuse(streamId, Code.invalidArgument, "StreamID is no longer active");
  }

  #receiveRequest(streamId: number, data: Uint8Array): void {
    if (streamId <= this.#lastStreamId) {
      this.#refuse(streamId, Code.invalidArgument, "StreamID cannot be re-used and must increment");
      return;
    }
    this.#lastStreamId = streamId;
    let request: ReturnType<typeof ttrpc.Request.decode>;
    try {
      request = ttrpc.Request.decode(data);
    } catch (error) {
      this.#refuse(streamId, Code.invalidArgument, `unmarshal request error: ${textOf(error)}`);
      return;
    }
    const service = this.#services.get(request.service);
    if (service === undefined) {
      this.#refuse(streamId, Code.unimplemented, `service ${request.service}`);
      return;
    }
    const method = service.get(request.method);
    if (method === undefined) {
      this.#refuse(streamId, Code.unimplemented, `method ${request.method}`);
      return;
    }
    this.firstService ??= request.service;
    this.#run(streamId, method, request);
  }

  #run(streamId: number, method: Method, request: ReturnType<typeof ttrpc.Request.decode>): void {
    let message: unknown;
    try {
      message = method.decode(request.payload);
    } catch (error) {
      this.#refuse(streamId, Code.internal, `ttrpc: error unmarshalling payload: ${textOf(error)}`);
      return;
    }
    const call = new Call(request, { message, keepsPayload: method.isRepeatable === true });
    this.calls.set(streamId, call);
    let result: unknown;
    try {
      const { around } = this.#options;
      result = around === undefined ? method.handle(message, call) : around(call, () => method.handle(message, call));
    } catch (error) {
      this.#fail(streamId, call, error);
      return;
    }
    if (!isThenable(result)) {
      this.#answer(streamId, call, method, result);
      return;
    }
    Promise.resolve(result).then(
      (answer) => this.#answer(streamId, call, method, answer),
      (error: unknown) => this.#fail(streamId, call, error),
    );
  }

  #answer(streamId: number, call: Call, method: Method, answer: unknown): void {
    // Nobody is there to read it.
    if (!this.#connection.isOpen) {
      this.#end(streamId, call);
      return;
    }
    let frame: Uint8Array;
    try {
      if (answer == null && method.answer !== empty)
        throw new TtrpcError(Code.unknown, "ttrpc: marshal called with nil");
      frame = limitAnswer(streamId, encodeAnswer(streamId, method.answer, answer));
    } catch (error) {
      const failure =
        error instanceof TtrpcError
          ? error
          : new TtrpcError(Code.internal, `ttrpc: error marshalling response: ${textOf(error)}`, { cause: error });
      this.#fail(streamId, call, failure);
      return;
    }
    this.#connection.send(frame);
    this.#options.trace?.(call, undefined);
    this.#end(streamId, call);
  }

  #fail(streamId: number, call: Call, error: unknown): void {
    const isWanted = this.#connection.isOpen;
    if (isWanted || this.#options.trace !== undefined) {
      const status = this.#statusOf(error);
      if (isWanted) this.#refuse(streamId, status.code, status.message);
      this.#options.trace?.(call, status);
    }
    this.#end(streamId, call);
  }

  #statusOf(error: unknown): Status {
    if (error instanceof TtrpcError) return error;
    try {
      return this.#options.toStatus(error);
    } catch (failure) {
      this.#options.log?.("ttrpc: no status for an error", failure);
      return { code: Code.unknown, message: textOf(error) };
    }
  }

  #refuse(streamId: number, code: number, message: string): void {
    this.#connection.send(limitAnswer(streamId, encodeFailure(streamId, { code, message })));
  }

  #end(streamId: number, call: Call): void {
    this.calls.delete(streamId);
    if (this.calls.size === 0 && !this.#connection.isOpen) this.#owner.onLastCallEnded(this);
    try {
      call.end();
    } catch (error) {
      this.#options.log?.(`ttrpc: after the answer to ${call.method}`, error);
    }
  }
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}
