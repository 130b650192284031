// containerd's error kinds, and the only road from an error to a wire code.
import { RuncError } from "../../oci/errors.ts";
import { Code, TtrpcError } from "../../ttrpc/status.ts";
import { messageOf } from "./error-text.ts";

/** Kinds with the class text that containerd appends (docs/contract/wire.md 1.10). */
const kinds = {
  canceled: { code: Code.canceled, text: "context canceled" },
  "invalid-argument": { code: Code.invalidArgument, text: "invalid argument" },
  "deadline-exceeded": { code: Code.deadlineExceeded, text: "context deadline exceeded" },
  "not-found": { code: Code.notFound, text: "not found" },
  "already-exists": { code: Code.alreadyExists, text: "already exists" },
  "failed-precondition": { code: Code.failedPrecondition, text: "failed precondition" },
  unimplemented: { code: Code.unimplemented, text: "not implemented" },
  unavailable: { code: Code.unavailable, text: "unavailable" },
} as const;

export type ErrorKind = keyof typeof kinds;

/** An error with one of containerd's kinds; the message ends with the class text. */
export class ShimError extends Error {
  override readonly name = "ShimError";
  readonly kind: ErrorKind;

  constructor(kind: ErrorKind, message: string, options?: ErrorOptions) {
    const { text } = kinds[kind];
    super(message === "" ? text : message.endsWith(`: ${text}`) ? message : `${message}: ${text}`, options);
    this.kind = kind;
  }
}

/**
 * `context: message`, keeping the kind of the error inside. A runtime's failure has to be described by its caller
 * (RuncError.describe) before it gets here.
 */
export function wrapError(context: string, error: unknown): Error {
  const message = `${context}: ${messageOf(error)}`;
  return error instanceof ShimError
    ? new ShimError(error.kind, message, { cause: error })
    : new Error(message, { cause: error });
}

/** Why a runtime's command was ended by us, or not begun, if that is how it failed: its caller's deadline, or a lost connection. */
export function interruption(error: unknown): TtrpcError | undefined {
  if (error instanceof TtrpcError) return error;
  return error instanceof RuncError && error.cause instanceof TtrpcError ? error.cause : undefined;
}

/** A runtime's failure as "runtime error" with `prefix` (docs/contract/task-service.md 2.2); others as they are. */
export function describeRuntimeError(error: unknown, prefix: string): unknown {
  if (!(error instanceof RuncError)) return error;
  return interruption(error) ?? new Error(error.describe(prefix), { cause: error });
}

/** A runtime's failure in its raw text, for the verbs that upstream does not explain; other errors as they are. */
export function rawRuntimeError(error: unknown): unknown {
  if (!(error instanceof RuncError)) return error;
  return interruption(error) ?? new Error(error.raw, { cause: error });
}

/** What a failed call answers. Unclassed errors are UNKNOWN with the bare message, as upstream. */
export function toStatus(error: unknown): { code: number; message: string } {
  if (error instanceof ShimError) return { code: kinds[error.kind].code, message: error.message };
  if (error instanceof TtrpcError) return { code: error.code, message: error.message };
  if (error instanceof RuncError)
    return { code: Code.unknown, message: error.describe(`OCI runtime ${error.verb} failed`) };
  return { code: Code.unknown, message: messageOf(error) };
}
