// Makes a span of each call and of each of its steps (sys/steps.ts). Loaded where containerd's environment has an endpoint for traces.
import { AsyncLocalStorage } from "node:async_hooks";
import { type Step, watchSteps } from "../../sys/steps.ts";
import type { Call } from "../../ttrpc/call.ts";
import { toStatus } from "../base/errdefs.ts";
import { Batches, type Send } from "./batches.ts";
import { nowMs, type Parent, parseTraceparent, randomId, type Span } from "./span.ts";

export interface TracingOptions {
  /** What every span has. */
  readonly shim: { readonly namespace: string; readonly id: string };
  readonly load?: () => Promise<Send>;
  /** Spans that another image of this process could not deliver. */
  readonly lost?: number | undefined;
}

export class Tracing {
  readonly #batches: Batches;
  readonly #under = new AsyncLocalStorage<Span | undefined>();

  constructor({ shim, load, lost = 0 }: TracingOptions) {
    this.#batches = new Batches(load ?? (async () => (await import("./exporter.ts")).makeExporter(shim)), { lost });
    watchSteps((step) => this.#runStep(step));
  }

  /** Runs a call's method. One whose caller does not want its trace kept has no span, and neither have its steps. */
  readonly around = (call: Call, handle: () => unknown): unknown => {
    const parent = parseTraceparent(call.metadata.find(({ key }) => key === "traceparent")?.value);
    if (parent === "unsampled") return this.#under.run(undefined, handle);
    const { id, execId } = (call.message ?? {}) as { id?: unknown; execId?: unknown };
    const span = begin(`${call.service}/${call.method}`, "server", parent, {
      "rpc.system": "ttrpc",
      "rpc.service": call.service,
      "rpc.method": call.method,
      ...(typeof id === "string" && id !== "" ? { "container.id": id } : {}),
      ...(typeof execId === "string" && execId !== "" ? { "containerd.exec.id": execId } : {}),
    });
    const ended = (error?: unknown) => {
      if (error !== undefined) {
        const { code, message } = toStatus(error);
        span.attributes = { ...span.attributes, "rpc.grpc.status_code": code };
        span.error = message;
      }
      this.#end(span);
    };
    return this.#under.run(span, () => {
      try {
        const result = handle();
        if (!(result instanceof Promise)) {
          ended();
          return result;
        }
        result.then(() => ended(), ended);
        return result;
      } catch (error) {
        ended(error);
        throw error;
      }
    });
  };

  /** Spans that were not delivered so far. */
  get lost(): number {
    return this.#batches.lost;
  }

  /** No span waits. */
  get isIdle(): boolean {
    return this.#batches.isIdle;
  }

  flush(limitMs: number): Promise<void> {
    return this.#batches.flush(limitMs);
  }

  /** One that belongs to no call, or to one that is not traced, is not told. */
  async #runStep<T>({ name, attributes, run, describe }: Step<T>): Promise<T> {
    const parent = this.#under.getStore();
    if (parent === undefined) return run();
    const span = begin(name, "internal", parent, attributes);
    try {
      const result = await this.#under.run(span, run);
      if (describe !== undefined) span.attributes = { ...attributes, ...describe(result) };
      return result;
    } catch (error) {
      span.error = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      this.#end(span);
    }
  }

  #end(span: Span): void {
    span.endedMs = nowMs();
    this.#batches.add(span);
  }
}

function begin(
  name: string,
  kind: Span["kind"],
  parent: Exclude<Parent, "unsampled">,
  attributes: Span["attributes"],
): Span {
  const above = parent === "none" ? undefined : { traceId: parent.traceId, spanId: parent.spanId };
  const traceId = above?.traceId ?? randomId(16);
  const startedMs = nowMs();
  return {
    traceId,
    spanId: randomId(8),
    name,
    kind,
    parent: above,
    startedMs,
    endedMs: 0,
    attributes,
    error: undefined,
  };
}
