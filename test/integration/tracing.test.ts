// With an OTLP endpoint in containerd's environment each call and its steps are spans, children of the daemon's; a collector that is away
// or says no changes nothing for a container.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { noTest } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep } from "../helpers/asleep.ts";
import { Collector } from "../helpers/collector.ts";
import { execWords, remove, run, runDetached } from "../helpers/containers.ts";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

let collector: Collector;
beforeAll(async () => {
  collector = await Collector.start();
});
beforeEach(() => {
  collector.status = 200;
  collector.spans.length = 0;
  collector.requests.length = 0;
});
afterAll(() => collector.stop());

const shimSpans = () =>
  collector.spans.filter(({ resource }) => resource["service.name"] === "containerd-shim-runts-v2");
const named = (end: string) => shimSpans().find(({ name }) => name.endsWith(end));

describe.runIf(isOurs)("with a collector", () => {
  const containerd = useContainerd(() => ({
    environment: {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
      OTEL_EXPORTER_OTLP_HEADERS: "authorization=secret",
      OTEL_SERVICE_NAME: "containerd",
    },
    withTracing: isContainerd2,
  }));

  test("a life is spans: calls, and under them the runtime's commands, the mount and the drain", async () => {
    const id = await runDetached(containerd());
    await containerd().ctr.run(...execWords(id, ["true"]));
    await remove(containerd(), id);
    await eventually("the last span is there", () => named("/Shutdown"));
    for (const [call, step] of [
      ["/Create", "runc create"],
      ["/Create", "mount overlay"],
      ["/Start", "runc start"],
      ["/Delete", "runc delete"],
      ["/Delete", "drain"],
    ] as const) {
      const parents = shimSpans().filter(({ name }) => name.endsWith(call));
      const child = shimSpans().find(
        ({ name, parentSpanId }) => name === step && parents.some(({ spanId }) => spanId === parentSpanId),
      );
      expect(child, `${step} under ${call}`).toBeDefined();
    }
    const create = named("/Create");
    expect(create).toMatchObject({ kind: 2, status: 0, attributes: { "container.id": id, "rpc.system": "ttrpc" } });
    expect(create?.resource).toMatchObject({ "service.instance.id": id, "service.namespace": containerd().namespace });
    const command = named("runc create");
    expect(command?.durationMs).toBeGreaterThan(1);
    expect(create?.durationMs).toBeGreaterThan(command?.durationMs ?? 0);
    expect(collector.requests[0]).toEqual({ path: "/v1/traces", authorization: "secret" });
    expect(shimSpans().some(({ attributes }) => "runts.spans_lost" in attributes)).toBe(false);
  });

  test("a call that fails is a span with an error", async () => {
    const id = await runDetached(containerd());
    await containerd().ctr.try(...execWords(id, ["/no/such/program"]));
    await remove(containerd(), id);
    await eventually("the last span is there", () => named("/Shutdown"));
    expect(shimSpans().some(({ name, status }) => name.endsWith("/Start") && status === 2)).toBe(true);
  });

  // Earlier ones send no trace context by ttrpc.
  (isContainerd2 ? test : noTest)("each call is the child of a span of containerd's", async () => {
    const id = await runDetached(containerd());
    await remove(containerd(), id);
    const create = await eventually("it is there", () => named("/Create"));
    await eventually("containerd has sent the parent", () =>
      collector.spans.some(
        ({ spanId, traceId, resource }) =>
          spanId === create.parentSpanId && traceId === create.traceId && resource["service.name"] === "containerd",
      ),
    );
  });

  test("a collector that refuses everything loses spans and nothing else, and the next one that arrives says how many", async () => {
    collector.status = 400;
    const id = await runDetached(containerd());
    await eventually("it was asked", () => collector.requests.length > 0);
    await eventually("it is in the log", () => containerd().log().includes("spans were lost"));
    collector.status = 200;
    await remove(containerd(), id);
    await eventually("the last span is there", () => named("/Shutdown"));
    expect(Number(named("/Shutdown")?.attributes["runts.spans_lost"])).toBeGreaterThan(0);
  });
});

describe.runIf(shimUnderTest.kind === "bun")("a shim that becomes another image of itself", () => {
  const driver = useDriver(() => ({
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, RUNTS_SLEEP_AFTER: "0.05" },
  }));

  test("has sent the spans of before", async () => {
    const container = await TestContainer.run(driver());
    const pid = container.bundle.shimPid() ?? 0;
    await fallsAsleep(pid);
    expect(named("/Start")).toBeDefined();
    await container.exec("e", ["true"]);
    await container.client.upgrade();
    expect(named("/Exec")).toBeDefined();
    await container.end();
  });

  test("tells how many were lost before", async () => {
    collector.status = 400;
    const container = await TestContainer.run(driver());
    const pid = container.bundle.shimPid() ?? 0;
    await fallsAsleep(pid);
    await container.client.upgrade();
    await fallsAsleep(pid);
    collector.status = 200;
    await container.end();
    await eventually("the last span is there", () => named("/Shutdown"));
    expect(Number(named("/Shutdown")?.attributes["runts.spans_lost"])).toBeGreaterThanOrEqual(4);
  });
});

describe.runIf(isOurs)("with a collector that does not listen", () => {
  const containerd = useContainerd({
    environment: { OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "http://127.0.0.1:1/v1/traces" },
  });

  test("a container lives as ever, and the shim leaves", async () => {
    const { stdout, exitCode } = await run(containerd(), ["echo", "hello"]);
    expect({ stdout, exitCode }).toEqual({ stdout: "hello\n", exitCode: 0 });
  });
});

describe.runIf(isOurs)("with OTEL_SDK_DISABLED", () => {
  const containerd = useContainerd(() => ({
    environment: { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint, OTEL_SDK_DISABLED: "true" },
  }));

  test("nothing is sent", async () => {
    await run(containerd(), ["true"]);
    expect(collector.requests).toEqual([]);
  });
});
