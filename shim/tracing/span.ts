// A span, and how it hangs together with others (W3C Trace Context; OpenTelemetry's names).
import type { StepAttributes } from "../../sys/steps.ts";

export interface SpanContext {
  /** 32 and 16 hexadecimal digits. */
  readonly traceId: string;
  readonly spanId: string;
}

export interface Span extends SpanContext {
  readonly name: string;
  readonly kind: "server" | "internal" | "client";
  readonly parent: SpanContext | undefined;
  /** Milliseconds since 1970. */
  readonly startedMs: number;
  endedMs: number;
  attributes: StepAttributes;
  /** Why it failed. */
  error: string | undefined;
}

/** Undefined: the caller does not want its trace kept, and "unsampled" is not the same as no caller that traces. */
export type Parent = SpanContext | "none" | "unsampled";

/** traceparent, version 00 and what later versions have in common with it. */
export function parseTraceparent(value: string | undefined): Parent {
  const found = /^(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/.exec(value ?? "");
  const [, traceId = "", spanId = "", flags = "0"] = found ?? [];
  if (found === null || /^0+$/.test(traceId) || /^0+$/.test(spanId)) return "none";
  return (Number.parseInt(flags, 16) & 1) === 0 ? "unsampled" : { traceId, spanId };
}

/** `bytes` random ones as hexadecimal digits. */
export function randomId(bytes: 8 | 16): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(bytes))).toString("hex");
}

/** With the microseconds that Date.now() has not. */
export function nowMs(): number {
  return performance.timeOrigin + performance.now();
}
