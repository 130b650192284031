import { describe, expect, test } from "vitest";
import { parseTraceparent, randomId } from "./span.ts";
import { isTracingWanted } from "./wanted.ts";

const traceId = "0af7651916cd43dd8448eb211c80319c";
const spanId = "b7ad6b7169203331";

describe("parseTraceparent", () => {
  test.each([
    ["of a caller that is traced", `00-${traceId}-${spanId}-01`, { traceId, spanId }],
    ["of one that is not", `00-${traceId}-${spanId}-00`, "unsampled"],
    ["of a later version, with more behind it", `01-${traceId}-${spanId}-03-more`, { traceId, spanId }],
    ["that is not there", undefined, "none"],
    ["of version ff, which is none", `ff-${traceId}-${spanId}-01`, "none"],
    ["with no trace", `00-${"0".repeat(32)}-${spanId}-01`, "none"],
    ["with no span", `00-${traceId}-${"0".repeat(16)}-01`, "none"],
    ["in capitals", `00-${traceId.toUpperCase()}-${spanId}-01`, "none"],
    ["with too much", `00-${traceId}-${spanId}-011`, "none"],
  ])("reads one %s", (_what, value, parent) => {
    expect(parseTraceparent(value)).toEqual(parent);
  });
});

test("randomId has two digits for each byte and is another each time", () => {
  const ids = Array.from({ length: 100 }, () => randomId(8));
  expect(ids.every((id) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(100);
});

test.each([
  [{}, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://x" }, true],
  [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://x" }, true],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "" }, false],
  [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://x", OTEL_SDK_DISABLED: "TRUE" }, false],
])("isTracingWanted of %j", (environment, wanted) => {
  expect(isTracingWanted(environment)).toBe(wanted);
});
