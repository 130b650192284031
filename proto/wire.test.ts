import { describe, expect, test } from "vitest";
import { containerd as bootstrap } from "./gen/bootstrap.js";
import { bytesField, intField, readFields, stringField, writeFields } from "./wire.ts";

const { BootstrapParams, BootstrapResult } = bootstrap.runtime.bootstrap.v1;

describe("readFields agrees with the generated code", () => {
  const params = {
    instanceId: "c1",
    namespace: "größe",
    logLevel: -4,
    containerdGrpcAddress: "/run/containerd/containerd.sock",
    extensions: [{ value: { typeUrl: "containerd.runc.v1.Options", value: Uint8Array.of(1, 2, 255) } }],
    socketDir: "/run/containerd/s",
  };
  const fields = readFields(BootstrapParams.encode(params).finish());

  test("on strings, negative enums, nested messages and bytes", () => {
    expect(stringField(fields, 1)).toBe(params.instanceId);
    expect(stringField(fields, 2)).toBe(params.namespace);
    expect(intField(fields, 3)).toBe(params.logLevel);
    expect(stringField(fields, 4)).toBe("");
    expect(stringField(fields, 6)).toBe(params.containerdGrpcAddress);
    expect(stringField(fields, 9)).toBe(params.socketDir);
    const any = readFields(bytesField(readFields(bytesField(fields, 8)), 1));
    expect(stringField(any, 1)).toBe("containerd.runc.v1.Options");
    expect([...bytesField(any, 2)]).toEqual([1, 2, 255]);
  });
});

test("writeFields writes the generated code's bytes", () => {
  const address = `unix:///run/containerd/s/${"f".repeat(200)}`;
  const ours = writeFields([
    [1, 3],
    [2, address],
    [3, "ttrpc"],
    [4, 0],
  ]);
  expect(Buffer.from(ours)).toEqual(
    Buffer.from(BootstrapResult.encode({ version: 3, address, protocol: "ttrpc" }).finish()),
  );
});

test.each([
  ["a length behind the end", [0x0a, 5, 1]],
  ["an endless varint", Array<number>(11).fill(0x80)],
  ["field number 0", [0x00, 0x00]],
  ["a group", [0x0b]],
])("readFields refuses %s", (_name, bytes) => {
  expect(() => readFields(Uint8Array.from(bytes))).toThrow(RangeError);
});
