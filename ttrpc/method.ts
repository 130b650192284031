// What a service offers: its methods, each with its two message types and a handler.

import protobuf, { type Reader, type Writer } from "protobufjs/minimal.js";

/** Writes messages of one type; a protobufjs static class does. */
export interface Encoder<T> {
  encode(message: T, writer?: Writer): Writer;
}

/** Reads messages of one type; a protobufjs static class does. */
export interface Decoder<T> {
  decode(reader: Reader | Uint8Array, length?: number): T;
}

export interface MessageType<T> extends Encoder<T>, Decoder<T> {}

export interface MetadataEntry {
  readonly key: string;
  readonly value: string;
}

/** What a handler may know about its call, and ask of it. */
export interface CallContext {
  readonly service: string;
  readonly method: string;
  readonly metadata: readonly MetadataEntry[];
  /** When the caller gives up, in terms of `performance.now()`; undefined when it waits for ever. */
  readonly deadlineMs: number | undefined;
  /**
   * Aborts at the deadline (reason: TtrpcError deadlineExceeded) or when the connection is lost (TtrpcError
   * canceled), never after the call was answered. Costs nothing unless it is asked for.
   */
  readonly signal: AbortSignal;
  /**
   * Calls `listener` once, when the answer has been handed to the connection (Server.close still flushes it)
   * or can't be sent any more.
   */
  onAnswered(listener: () => void): void;
}

/** A method as the server calls it. Made by `method`, which checks that the parts fit each other. */
export interface Method<Req = unknown, Res = unknown> {
  readonly answer: Encoder<Res>;
  /** It only waits: it can be called again in another process image, in place of the call under way (Server.save). */
  readonly isRepeatable?: boolean;
  decode(payload: Uint8Array): Req;
  handle(request: Req, context: CallContext): Promise<Res> | Res;
}

/** Methods by their bare names, such as `Create`. */
export type Service = Readonly<Record<string, Method>>;

export function method<Req, Res>(
  request: Decoder<Req>,
  response: Encoder<Res>,
  handle: (request: Req, context: CallContext) => Promise<Res> | Res,
): Method {
  const made: Method<Req, Res> = { answer: response, decode: (payload) => request.decode(payload), handle };
  return made as Method;
}

/**
 * A method that is called so rarely that its messages' code is loaded with its own: `handle` is given the request's bytes, and
 * what it resolves with writes the answer.
 */
export function lateMethod(handle: (request: Uint8Array, context: CallContext) => Promise<Write>): Method {
  const answer: Encoder<Write> = { encode: (write, writer) => write(writer ?? protobuf.Writer.create()) };
  const made: Method<Uint8Array, Write> = { answer, decode: (payload) => payload, handle };
  return made as Method;
}

type Write = (writer: Writer) => Writer;

/** As `method`, for one that only waits. */
export function repeatable(made: Method): Method {
  return { ...made, isRepeatable: true };
}

/** google.protobuf.Empty: nothing to write, and what is read is not looked at. */
export const empty: Encoder<void> & Decoder<void> = {
  encode: (_message, writer) => writer ?? protobuf.Writer.create(),
  decode: () => {},
};
