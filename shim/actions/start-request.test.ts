import { describe, expect, test } from "vitest";
import { containerd as bootstrap } from "../../proto/gen/bootstrap.js";
import { parseArgs } from "../args.ts";
import { answer, parseStartRequest } from "./start-request.ts";

const { BootstrapParams, LogLevel } = bootstrap.runtime.bootstrap.v1;

const invocation = parseArgs(["-namespace", "k8s.io", "-id", "c1", "-address", "/run/d.sock", "start"]);
const address = `unix:///run/containerd/s/${"0".repeat(64)}`;

/** 0x0a 0x02 "c1" …: field, length, text. */
const text = (field: number, value: string | Uint8Array) =>
  Buffer.concat([Buffer.from([(field << 3) | 2, value.length]), Buffer.from(value)]);

const runcOptions = Buffer.concat([text(1, "containerd.runc.v1.Options"), text(2, Buffer.from([0x08, 0x01]))]);
const genericOptions = Buffer.concat([text(1, "runtimeoptions.v1.Options"), text(2, text(3, "x = 1"))]);

const params = (fields: bootstrap.runtime.bootstrap.v1.BootstrapParams.$Properties) =>
  BootstrapParams.encode({ instanceId: "c1", namespace: "k8s.io", ...fields }).finish();

describe("the start request of containerd 1.6 to 2.2", () => {
  test.each([
    ["empty", Buffer.alloc(0), undefined],
    ["runc's options", runcOptions, "containerd.runc.v1.Options"],
    ["generic options", genericOptions, "runtimeoptions.v1.Options"],
    // The id of a container may look like anything; only with the namespace behind it is it BootstrapParams.
    ["an Any whose type is the container's id", text(1, "c1"), "c1"],
  ])("that is %s gets the plain address", (_name, stdin, typeUrl) => {
    const request = parseStartRequest(stdin, invocation);
    expect(request).toMatchObject({ dialect: "legacy", debug: false, socketDirectory: "" });
    expect(request.options?.typeUrl).toBe(typeUrl);
    expect(Buffer.from(answer(request, address)).toString("latin1")).toBe(address);
  });
});

describe("the start request of containerd 2.3", () => {
  test("gets a BootstrapResult, byte by byte, that trimming would not change", () => {
    const request = parseStartRequest(params({}), invocation);
    const bytes = Buffer.from(answer(request, address));
    // version = 3, address, protocol = "ttrpc"; the leading 0x08 is no white space.
    expect(bytes).toEqual(Buffer.concat([Buffer.from([0x08, 3]), text(2, address), text(3, "ttrpc")]));
    expect(bytes.toString("latin1").trim()).toBe(bytes.toString("latin1"));
  });

  test.each([
    [LogLevel.LOG_LEVEL_TRACE, true],
    [LogLevel.LOG_LEVEL_DEBUG, true],
    [LogLevel.LOG_LEVEL_INFO, false],
    [LogLevel.LOG_LEVEL_PANIC, false],
  ])("with log level %i has debug %s", (logLevel, debug) => {
    expect(parseStartRequest(params({ logLevel }), invocation).debug).toBe(debug);
  });

  test("carries addresses, socket directory and the one extension that is options", () => {
    const stdin = params({
      containerdVersion: "2.3.4",
      containerdGrpcAddress: "/g",
      containerdTtrpcAddress: "/t",
      socketDir: "/s",
      extensions: [
        { value: { typeUrl: "type.googleapis.com/other.Thing", value: Buffer.from([1]) } },
        { value: { typeUrl: "types.containerd.io/containerd.runc.v1.Options", value: Buffer.from([0x08, 0x01]) } },
      ],
    });
    const request = parseStartRequest(stdin, invocation);
    expect(request).toMatchObject({ grpcAddress: "/g", ttrpcAddress: "/t", socketDirectory: "/s" });
    expect(request.options?.typeUrl).toBe("types.containerd.io/containerd.runc.v1.Options");
    expect(Buffer.from(request.options?.value ?? [])).toEqual(Buffer.from([0x08, 0x01]));
  });
});

test.each([
  ["text", Buffer.from("garbage\n")],
  ["a field that ends before its length", Buffer.from([0x0a, 0x7f, 0x61])],
  ["a broken extension", Buffer.concat([text(1, "c1"), text(2, "k8s.io"), Buffer.from([0x42, 0x02, 0x0a, 0x7f])])],
])("a start request that is %s is refused (KF-036)", (_name, stdin) => {
  expect(() => parseStartRequest(stdin, invocation)).toThrow(/^failed to decode stdin: /);
});
