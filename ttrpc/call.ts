// A call while the server works on it: what its handler sees, and the ways in which it ends early.

import type { ttrpc } from "../proto/gen/ttrpc.js";
import { DeadlineTimer } from "./deadline.ts";
import type { CallContext, MetadataEntry } from "./method.ts";
import { deadlineExceeded, type TtrpcError } from "./status.ts";

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

  constructor(request: ttrpc.Request & ttrpc.Request.$Shape, message: unknown) {
    this.message = message;
    this.service = request.service;
    this.method = request.method;
    this.#metadata = request.metadata;
    this.startedMs = performance.now();
    const timeoutMs = millisecondsFromNano(request.timeoutNano);
    this.deadlineMs = timeoutMs === 0 ? undefined : this.startedMs + timeoutMs;
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
