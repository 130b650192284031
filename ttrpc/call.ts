// A call while the server works on it: what its handler sees, and the ways in which it ends early.

import type { ttrpc } from "../proto/gen/ttrpc.js";
import { DeadlineTimer } from "./deadline.ts";
import type { CallContext, MetadataEntry } from "./method.ts";
import { deadlineExceeded, type TtrpcError } from "./status.ts";

/** A request whose call is made anew. */
export interface SavedRequest {
  readonly service: string;
  readonly method: string;
  /** Base64. */
  readonly payload: string;
  /** What was left of it; 0 for none. */
  readonly timeoutNano: number;
  readonly metadata: readonly MetadataEntry[];
}

export class Call implements CallContext {
  readonly service: string;
  readonly method: string;
  /** What the method was given, for diagnosis (KF-137). */
  readonly message: unknown;
  readonly startedMs: number;
  readonly deadlineMs: number | undefined;
  readonly #metadata: readonly ttrpc.KeyValue.$Properties[];
  #ended = false;
  #canceled: TtrpcError | undefined;
  #controller: AbortController | undefined;
  #timer: DeadlineTimer | undefined;
  #answeredListeners: (() => void)[] | undefined;
  readonly #payload: Uint8Array | undefined;

  /** `keepsPayload`: it may be made anew from `save`. */
  constructor(
    request: ttrpc.Request & ttrpc.Request.$Shape,
    { message, keepsPayload }: { message: unknown; keepsPayload: boolean },
  ) {
    this.message = message;
    this.service = request.service;
    this.method = request.method;
    this.#metadata = request.metadata;
    this.startedMs = performance.now();
    const timeoutMs = millisecondsFromNano(request.timeoutNano);
    this.deadlineMs = timeoutMs === 0 ? undefined : this.startedMs + timeoutMs;
    // A copy: what is given may be a part of something large.
    if (keepsPayload) this.#payload = Uint8Array.from(request.payload);
  }

  /** The request, as of now; undefined for a call that can't be made anew, or is not waited for any more. */
  save(): SavedRequest | undefined {
    if (this.#payload === undefined || this.#canceled !== undefined) return undefined;
    const leftMs = this.deadlineMs === undefined ? 0 : this.deadlineMs - performance.now();
    // 0 is no deadline.
    if (this.deadlineMs !== undefined && leftMs <= 0) return undefined;
    return {
      service: this.service,
      method: this.method,
      payload: Buffer.from(this.#payload).toString("base64"),
      timeoutNano: Math.ceil(leftMs * 1e6),
      metadata: this.metadata.map(({ key, value }) => ({ key, value })),
    };
  }

  get metadata(): readonly MetadataEntry[] {
    // Decoded entries are class instances: absent fields read as "".
    return this.#metadata as readonly ttrpc.KeyValue[];
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#canceled !== undefined) this.#controller.abort(this.#canceled);
      else if (this.deadlineMs !== undefined && !this.#ended) this.#awaitDeadline(this.deadlineMs);
    }
    return this.#controller.signal;
  }

  #awaitDeadline(deadlineMs: number): void {
    if (performance.now() >= deadlineMs) this.#controller?.abort(deadlineExceeded());
    else this.#timer = new DeadlineTimer(deadlineMs, () => this.#controller?.abort(deadlineExceeded()));
  }

  onAnswered(listener: () => void): void {
    if (this.#ended) listener();
    else if (this.#answeredListeners === undefined) this.#answeredListeners = [listener];
    else this.#answeredListeners.push(listener);
  }

  /** Tells the handler that nobody waits for it any more. It still runs until it returns. */
  cancel(reason: TtrpcError): void {
    if (this.#ended) return;
    this.#canceled = reason;
    this.#timer?.clear();
    this.#controller?.abort(reason);
  }

  /** The handler has returned and its answer was handed over. */
  end(): void {
    this.#ended = true;
    this.#timer?.clear();
    const listeners = this.#answeredListeners;
    if (listeners === undefined) return;
    this.#answeredListeners = undefined;
    for (const listener of listeners) listener();
  }
}

/** protobufjs reads an int64 as a Long where it has the `long` package, whatever the declared type says. */
export function millisecondsFromNano(nano: number | { readonly low: number; readonly high: number }): number {
  return (typeof nano === "number" ? nano : nano.high * 2 ** 32 + (nano.low >>> 0)) / 1e6;
}
