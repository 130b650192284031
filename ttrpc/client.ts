// The calling side of ttrpc: unary calls over one connection, any number at once.
// Never dials: when the connection ends, so does the client, and its owner makes another.

import { ttrpc } from "../proto/gen/ttrpc.js";
import { type ByteStream, Connection, type FrameReceiver } from "./connection.ts";
import { DeadlineTimer } from "./deadline.ts";
import { dataLength, encodeRequest, type Frame, FrameType, maxDataBytes, oversizeText } from "./frame.ts";
import type { Decoder, Encoder } from "./method.ts";
import { ClosedError, Code, codeFromNumber, deadlineExceeded, TtrpcError } from "./status.ts";

export interface CallOptions {
  /** Counts from the call on, whether or not the peer takes the request (KF-124), and is told to the peer. */
  readonly timeoutMs?: number;
  readonly metadata?: Iterable<readonly [key: string, value: string]>;
  /** Gives up waiting; the call then fails with the signal's reason. The peer is not told: ttrpc can't. */
  readonly signal?: AbortSignal;
}

const lastStreamId = 0xffff_ffff;

/** After a deadline what has come is read, once: timers go first in a process that stood still (SIGSTOP, a call that hung). */
const lastLookMs = 20;

interface PendingCall {
  /** Resolves or rejects the call from its Response. */
  receive(payload: Uint8Array): void;
  fail(error: unknown): void;
}

export class Client {
  /** Resolves when the connection has ended, however it did; never rejects. */
  readonly closed: Promise<void>;
  readonly #connection: Connection;
  readonly #pending = new Map<number, PendingCall>();
  #nextStreamId = 1;
  #resolveClosed: () => void = () => {};

  /** Takes ownership of a connected stream. */
  constructor(stream: ByteStream) {
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    const receiver: FrameReceiver = {
      onFrame: (frame) => this.#onFrame(frame),
      onLost: (cause) => this.#onLost(cause),
    };
    this.#connection = new Connection(stream, receiver);
  }

  /** Calls that wait for their answer. */
  get pendingCount(): number {
    return this.#pending.size;
  }

  /**
   * Throws TtrpcError with the peer's code, deadlineExceeded after the timeout or resourceExhausted for a message
   * over the limit, ClosedError when the connection has ended, the signal's reason when that aborts.
   */
  call<Req, Res>(
    service: string,
    method: string,
    request: Encoder<Req>,
    response: Decoder<Res>,
    message: Req,
    options: CallOptions = {},
  ): Promise<Res> {
    return new Promise((resolve, reject) => {
      const { timeoutMs, signal } = options;
      signal?.throwIfAborted();
      if (timeoutMs !== undefined && timeoutMs <= 0) throw deadlineExceeded();
      if (!this.#connection.isOpen || this.#nextStreamId > lastStreamId) throw new ClosedError();

      const streamId = this.#nextStreamId;
      const frame = encodeRequest(streamId, {
        service,
        method,
        payload: request.encode(message).finish(true),
        timeoutNano: timeoutMs === undefined ? 0 : nanoFromMilliseconds(timeoutMs),
        metadata: Array.from(options.metadata ?? [], ([key, value]) => ({ key, value })),
      });
      const length = dataLength(frame);
      if (length > maxDataBytes) throw new TtrpcError(Code.resourceExhausted, oversizeText(length));
      this.#nextStreamId += 2;

      const giveUp = (error: unknown) => {
        this.#connection.unsend(frame);
        settle();
        reject(error);
      };
      const onAbort = () => giveUp(signal?.reason);
      const deadlineMs = timeoutMs === undefined ? undefined : performance.now() + timeoutMs;
      let lastLook: ReturnType<typeof setTimeout> | undefined;
      // The answer may be there, and nobody has read it: an event that is sent again is one too many.
      const expire = () => {
        lastLook = setTimeout(() => giveUp(deadlineExceeded()), lastLookMs);
      };
      const timer = deadlineMs === undefined ? undefined : new DeadlineTimer(deadlineMs, expire);
      const settle = () => {
        this.#pending.delete(streamId);
        timer?.clear();
        clearTimeout(lastLook);
        signal?.removeEventListener("abort", onAbort);
      };
      signal?.addEventListener("abort", onAbort);
      this.#pending.set(streamId, {
        receive: (data) => {
          settle();
          try {
            resolve(decodeAnswer(response, data));
          } catch (error) {
            reject(error);
          }
        },
        fail: (error) => {
          settle();
          reject(error);
        },
      });
      this.#connection.send(frame);
    });
  }

  /** Ends the connection at once; pending calls fail with ClosedError. */
  close(): void {
    this.#connection.close();
  }

  #onFrame(frame: Frame): void {
    const call = this.#pending.get(frame.streamId);
    // The answer to a call that was given up, or nothing of ours.
    if (call === undefined) return;
    if (frame.data === undefined) {
      call.fail(new TtrpcError(Code.resourceExhausted, oversizeText(frame.length)));
    } else if (frame.type === FrameType.response) {
      call.receive(frame.data);
    } else if (frame.type === FrameType.data) {
      call.fail(new TtrpcError(Code.unknown, 'unexpected "data" message received: protocol error'));
    }
  }

  #onLost(cause: Error | undefined): void {
    const error = new ClosedError(undefined, cause === undefined ? {} : { cause });
    for (const call of [...this.#pending.values()]) call.fail(error);
    this.#resolveClosed();
  }
}

function decodeAnswer<Res>(decoder: Decoder<Res>, data: Uint8Array): Res {
  try {
    const { status, payload } = ttrpc.Response.decode(data);
    if (status?.code) throw new TtrpcError(codeFromNumber(status.code), status.message ?? "");
    return decoder.decode(payload);
  } catch (error) {
    if (error instanceof TtrpcError) throw error;
    throw new TtrpcError(Code.internal, `ttrpc: error unmarshalling response: ${error}`, { cause: error });
  }
}

/** At least 1, for 0 on the wire means no deadline, and at most what int64 holds. */
function nanoFromMilliseconds(ms: number): number {
  // The largest number below 2^63.
  const longest = 2 ** 63 - 1024;
  return Math.min(Math.max(Math.round(ms * 1e6), 1), longest);
}
