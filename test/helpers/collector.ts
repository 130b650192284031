// A collector of OTLP over HTTP, as far as a test needs one: keeps each span that it is sent.
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import protobuf from "protobufjs";

export interface CollectedSpan {
  readonly name: string;
  readonly kind: number;
  /** Hexadecimal digits; the parent's are empty for a span without one. */
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId: string;
  readonly durationMs: number;
  readonly attributes: Readonly<Record<string, string | number | boolean>>;
  readonly resource: Readonly<Record<string, string | number | boolean>>;
  /** 2 is an error. */
  readonly status: number;
}

// The few fields that are looked at, by the numbers of opentelemetry/proto/trace/v1.
const field = (type: string, id: number, rule?: "repeated") => ({ type, id, ...(rule === undefined ? {} : { rule }) });
const root = protobuf.Root.fromJSON({
  nested: {
    Value: {
      fields: {
        text: field("string", 1),
        truth: field("bool", 2),
        integer: field("int64", 3),
        number: field("double", 4),
      },
      oneofs: { value: { oneof: ["text", "truth", "integer", "number"] } },
    },
    Attribute: { fields: { key: field("string", 1), value: field("Value", 2) } },
    Resource: { fields: { attributes: field("Attribute", 1, "repeated") } },
    Status: { fields: { message: field("string", 2), code: field("int32", 3) } },
    Span: {
      fields: {
        traceId: field("bytes", 1),
        spanId: field("bytes", 2),
        parentSpanId: field("bytes", 4),
        name: field("string", 5),
        kind: field("int32", 6),
        started: field("fixed64", 7),
        ended: field("fixed64", 8),
        attributes: field("Attribute", 9, "repeated"),
        status: field("Status", 15),
      },
    },
    ScopeSpans: { fields: { spans: field("Span", 2, "repeated") } },
    ResourceSpans: { fields: { resource: field("Resource", 1), scopeSpans: field("ScopeSpans", 2, "repeated") } },
    Request: { fields: { resourceSpans: field("ResourceSpans", 1, "repeated") } },
  },
});

export class Collector {
  readonly spans: CollectedSpan[] = [];
  readonly requests: { path: string; authorization: string | undefined }[] = [];
  /** What it answers. */
  status = 200;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        this.requests.push({ path: request.url ?? "", authorization: request.headers.authorization });
        const body = Buffer.concat(chunks);
        if (this.status === 200) this.#keep(request.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body);
        response.writeHead(this.status).end();
      });
    });
  }

  static async start(): Promise<Collector> {
    const collector = new Collector();
    await new Promise<void>((resolve) => collector.#server.listen(0, "127.0.0.1", resolve));
    return collector;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #keep(body: Buffer): void {
    const type = root.lookupType("Request");
    const request = type.toObject(type.decode(body), { longs: String, defaults: true, arrays: true });
    for (const { resource, scopeSpans } of request.resourceSpans) {
      for (const { spans } of scopeSpans) {
        for (const span of spans) {
          this.spans.push({
            ...{ name: span.name, kind: span.kind, status: span.status?.code ?? 0 },
            ...{ traceId: hex(span.traceId), spanId: hex(span.spanId), parentSpanId: hex(span.parentSpanId) },
            durationMs: Number(BigInt(span.ended) - BigInt(span.started)) / 1e6,
            attributes: record(span.attributes),
            resource: record(resource.attributes),
          });
        }
      }
    }
  }
}

function hex(bytes: Uint8Array | unknown[]): string {
  return Buffer.from(bytes as Uint8Array).toString("hex");
}

type Entry = { key: string; value: Record<string, string | number | boolean> };

function record(entries: readonly Entry[]): Record<string, string | number | boolean> {
  return Object.fromEntries(
    entries.map(({ key, value: { text, truth, integer, number } }) => [
      key,
      text || (integer !== undefined && integer !== "0" ? Number(integer) : undefined) || number || truth || "",
    ]),
  );
}
