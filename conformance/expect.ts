// What a row's check says when the shim does otherwise: one sentence with what was wanted and what came.

import { inspect, isDeepStrictEqual } from "node:util";
import { ClosedError, Code, TtrpcError } from "../ttrpc/status.ts";

/** The shim does otherwise than its contract. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";
}

const show = (value: unknown): string => inspect(value, { depth: 6, breakLength: Number.POSITIVE_INFINITY });

export function same(what: string, got: unknown, want: unknown): void {
  if (!isDeepStrictEqual(got, want)) throw new Mismatch(`${what}: wanted ${show(want)}, got ${show(got)}`);
}

export function holds(what: string, truth: boolean): void {
  if (!truth) throw new Mismatch(`not so: ${what}`);
}

/** A text in a pattern, as it is: TMPDIR may be called anything. */
export const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

export function matches(what: string, got: string, want: RegExp): void {
  if (!want.test(got)) throw new Mismatch(`${what}: wanted ${want}, got ${show(got)}`);
}

/** What a call is refused with: the code of google.rpc and the whole text, or a pattern of it. */
export interface Refusal {
  readonly code: number;
  readonly message: string | RegExp;
}

export const notFound = (what: string): Refusal => ({ code: Code.notFound, message: `${what}: not found` });
export const refusal = (message: string | RegExp, code: number = Code.unknown): Refusal => ({ code, message });

/** The call has to fail so. */
export async function refused(what: string, call: Promise<unknown>, want: Refusal): Promise<void> {
  const text = `code ${want.code} ${show(want.message)}`;
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (!(error instanceof TtrpcError)) throw new Mismatch(`${what}: wanted ${text}; ${describe(error)}`);
    const { code, message } = error;
    const isText = typeof want.message === "string" ? message === want.message : want.message.test(message);
    if (code === want.code && isText) return;
    throw new Mismatch(`${what}: wanted ${text}, got code ${code} ${show(message)}`);
  }
  throw new Mismatch(`${what}: wanted ${text}, but it succeeded: ${show({ ...(answer as object) })}`);
}

/** An error as a sentence. */
export function describe(error: unknown): string {
  if (error instanceof ClosedError) return "the shim closed the connection before it answered";
  if (error instanceof TtrpcError) return `it failed with code ${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : "";
  return `${error.message}${cause}`;
}
