// Sends spans as OTLP over HTTP, by OpenTelemetry's own exporter: the endpoint, headers, compression, certificates and the time that it may
// take come from its variables. Loaded with the first batch.
import { SpanKind, SpanStatusCode, TraceFlags } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-proto";
import { detectResources, envDetector, resourceFromAttributes } from "@opentelemetry/resources";
import { buildVersion } from "../../sys/build.ts";
import type { Send } from "./batches.ts";
import type { Span } from "./span.ts";

type ReadableSpan = Parameters<OTLPTraceExporter["export"]>[0][number];

const kinds = { server: SpanKind.SERVER, internal: SpanKind.INTERNAL, client: SpanKind.CLIENT };

export function makeExporter(shim: { readonly namespace: string; readonly id: string }): Send {
  const { OTEL_EXPORTER_OTLP_TRACES_PROTOCOL, OTEL_EXPORTER_OTLP_PROTOCOL } = process.env;
  const protocol = OTEL_EXPORTER_OTLP_TRACES_PROTOCOL || OTEL_EXPORTER_OTLP_PROTOCOL || "http/protobuf";
  if (protocol !== "http/protobuf") throw new Error(`traces are sent by http/protobuf, and not by ${protocol}`);
  // A connection that is kept would wake an idle shim every second.
  const exporter = new OTLPTraceExporter({ httpAgentOptions: { keepAlive: false } });
  const resource = detectResources({ detectors: [envDetector] }).merge(
    // The variables are containerd's, OTEL_SERVICE_NAME among them.
    resourceFromAttributes({
      "service.name": "containerd-shim-runts-v2",
      "service.version": buildVersion ?? "",
      "service.namespace": shim.namespace,
      "service.instance.id": shim.id,
      "process.pid": process.pid,
    }),
  );
  const instrumentationScope = { name: "runts", version: buildVersion ?? "" };
  const common = { resource, instrumentationScope, links: [], events: [], ended: true };
  const none = { droppedAttributesCount: 0, droppedEventsCount: 0, droppedLinksCount: 0 };

  const readable = (span: Span, lost: number): ReadableSpan => ({
    ...common,
    ...none,
    name: span.name,
    kind: kinds[span.kind],
    spanContext: () => ({ traceId: span.traceId, spanId: span.spanId, traceFlags: TraceFlags.SAMPLED }),
    ...(span.parent === undefined
      ? {}
      : { parentSpanContext: { ...span.parent, traceFlags: TraceFlags.SAMPLED, isRemote: span.kind === "server" } }),
    startTime: timeOf(span.startedMs),
    endTime: timeOf(span.endedMs),
    duration: timeOf(span.endedMs - span.startedMs),
    status:
      span.error === undefined ? { code: SpanStatusCode.UNSET } : { code: SpanStatusCode.ERROR, message: span.error },
    attributes: lost === 0 ? span.attributes : { ...span.attributes, "runts.spans_lost": lost },
  });

  return (spans, lost) =>
    new Promise((resolve, reject) => {
      const batch = spans.map((span) => readable(span, lost));
      exporter.export(batch, ({ code, error }) =>
        code === 0 ? resolve() : reject(error ?? new Error("not delivered")),
      );
    });
}

/** Seconds and nanoseconds. */
function timeOf(ms: number): [number, number] {
  const seconds = Math.floor(ms / 1000);
  return [seconds, Math.round((ms - seconds * 1000) * 1e6)];
}
