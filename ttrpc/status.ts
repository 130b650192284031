// The outcome of a call as the wire knows it: google.rpc codes and a text.
// Which error means which code is decided elsewhere (shim/base/errdefs.ts); this file only carries it.

import { google } from "../proto/gen/ttrpc.js";

export const Code = {
  ok: 0,
  canceled: 1,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  permissionDenied: 7,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  outOfRange: 11,
  unimplemented: 12,
  internal: 13,
  unavailable: 14,
  dataLoss: 15,
  unauthenticated: 16,
} as const;

export type Code = (typeof Code)[keyof typeof Code];

export interface Status {
  readonly code: number;
  readonly message: string;
}

/** A call that ended with a status other than ok. */
export class TtrpcError extends Error {
  override readonly name = "TtrpcError";
  readonly code: Code;

  constructor(code: Code, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The connection has ended; its pending calls fail with this. The text is that of Go's ttrpc.ErrClosed. */
export class ClosedError extends Error {
  override readonly name = "ClosedError";

  constructor(message = "ttrpc: closed", options?: ErrorOptions) {
    super(message, options);
  }
}

export function deadlineExceeded(): TtrpcError {
  return new TtrpcError(Code.deadlineExceeded, "context deadline exceeded");
}

/** The name of a number from the wire; a number without one is `unknown`. */
export function codeFromNumber(code: number): Code {
  return Number.isInteger(code) && code >= Code.ok && code <= Code.unauthenticated ? (code as Code) : Code.unknown;
}

/**
 * Makes a failure fit for the wire: Go refuses a message whose string is not valid UTF-8, and code 0 would
 * turn a failure into an empty success.
 */
export function failureStatus(status: Status): google.rpc.Status {
  const code = Number.isInteger(status.code) && status.code > 0 ? status.code : Code.unknown;
  return new google.rpc.Status({ code, message: String(status.message).replace(/\p{Surrogate}/gu, "\uFFFD") });
}

/** The text of whatever was thrown; must not throw itself. */
export function textOf(error: unknown): string {
  try {
    return error instanceof Error ? error.message : String(error);
  } catch {
    return "unknown error";
  }
}
