import protobuf from "protobufjs/minimal.js";
import { describe, expect, test } from "vitest";
import { runtime } from "../../proto/gen/pod.js";
import { containerd } from "../../proto/gen/sandbox.js";
import type { Encoder } from "../../ttrpc/method.ts";
import * as messages from "./messages.ts";

const s = containerd.runtime.sandbox.v1;
const { PodSandboxConfig } = runtime.v1;

const written = <T>(encoder: Encoder<T>, message: T) => encoder.encode(message, protobuf.Writer.create()).finish();
const at = { seconds: 1_795_667_752, nanos: 163_000_000 };
const never = { seconds: -62_135_596_800, nanos: 0 };
const data = { typeUrl: "a.b/C", value: Buffer.of(0, 255, 7) };

describe("requests are read as the generated code has written them", () => {
  test("CreateSandbox", () => {
    const request = { sandboxId: "größe", bundlePath: "/run/b", netnsPath: "/run/n", options: data };
    const bytes = s.CreateSandboxRequest.encode({
      ...request,
      annotations: { a: "b" },
      rootfs: [{ type: "x" }],
    }).finish();
    const read = messages.CreateRequest.decode(bytes);
    expect(read).toMatchObject({ sandboxId: "größe", bundlePath: "/run/b", netnsPath: "/run/n" });
    expect(read.options.typeUrl).toBe(data.typeUrl);
    expect([...read.options.value]).toEqual([...data.value]);
    expect(messages.CreateRequest.decode(new Uint8Array(0))).toMatchObject({ sandboxId: "", netnsPath: "" });
  });

  test("the others", () => {
    const stop = s.StopSandboxRequest.encode({ sandboxId: "x", timeoutSecs: 4_000_000_000 }).finish();
    expect(messages.StopRequest.decode(stop)).toEqual({ sandboxId: "x", timeoutSecs: 4_000_000_000 });
    const status = s.SandboxStatusRequest.encode({ sandboxId: "x", verbose: true }).finish();
    expect(messages.StatusRequest.decode(status)).toEqual({ sandboxId: "x", verbose: true });
    expect(messages.SandboxRequest.decode(s.PingRequest.encode({ sandboxId: "x" }).finish())).toEqual({
      sandboxId: "x",
    });
  });
});

describe("answers are what the generated code reads", () => {
  const numbers = (moment: { seconds?: unknown; nanos?: unknown } | null | undefined) => ({
    seconds: Number(moment?.seconds),
    nanos: Number(moment?.nanos),
  });

  test("StartSandbox", () => {
    const answer = s.StartSandboxResponse.decode(
      written(messages.StartResponse, { pid: 4_000_000, createdAt: at, spec: data }),
    );
    expect(answer.pid).toBe(4_000_000);
    expect(numbers(answer.createdAt)).toEqual(at);
    expect(answer.spec?.typeUrl).toBe(data.typeUrl);
    expect([...(answer.spec?.value ?? [])]).toEqual([...data.value]);
  });

  test("SandboxStatus", () => {
    const message = { sandboxId: "x", pid: 7, state: "S", info: { a: "b", c: "" }, createdAt: at, exitedAt: never };
    const answer = s.SandboxStatusResponse.decode(written(messages.StatusResponse, message));
    expect(answer).toMatchObject({ sandboxId: "x", pid: 7, state: "S", info: { a: "b", c: "" } });
    expect(numbers(answer.createdAt)).toEqual(at);
    expect(numbers(answer.exitedAt)).toEqual(never);
  });

  test("the others", () => {
    const platform = s.PlatformResponse.decode(
      written(messages.PlatformResponse, { os: "linux", architecture: "amd64" }),
    );
    expect(platform.platform).toMatchObject({ os: "linux", architecture: "amd64", variant: "" });
    const wait = s.WaitSandboxResponse.decode(written(messages.WaitResponse, { exitStatus: 137, exitedAt: at }));
    expect(wait.exitStatus).toBe(137);
    expect(numbers(wait.exitedAt)).toEqual(at);
    const metrics = s.SandboxMetricsResponse.decode(
      written(messages.MetricsResponse, { timestamp: at, id: "x", data }),
    );
    expect(metrics.metrics).toMatchObject({ id: "x", data: { typeUrl: data.typeUrl } });
    expect(numbers(metrics.metrics?.timestamp)).toEqual(at);
    expect(written(messages.Done, {})).toHaveLength(0);
  });
});

describe("decodePodConfig", () => {
  test("reads what the generated code has written", () => {
    const uids = [{ hostId: 4_000_000_000, containerId: 0, length: 65_536 }];
    const bytes = PodSandboxConfig.encode({
      hostname: "h",
      dnsConfig: { servers: ["1", "2"], searches: ["a"], options: [] },
      linux: {
        cgroupParent: "/p",
        sysctls: { "net.a": "1", "kernel.b": "" },
        securityContext: {
          namespaceOptions: { network: 2, pid: 1, ipc: 2, usernsOptions: { mode: 0, uids, gids: uids } },
        },
      },
    }).finish();
    expect(messages.decodePodConfig(bytes)).toEqual({
      hostname: "h",
      dns: { servers: ["1", "2"], searches: ["a"], options: [] },
      cgroupParent: "/p",
      sysctls: { "net.a": "1", "kernel.b": "" },
      namespaces: { pid: 1, ipc: 2, user: { mode: 0, uids, gids: uids } },
    });
  });

  test("tells what is empty from what is not there", () => {
    const nothing = { hostname: "", dns: undefined, cgroupParent: "", sysctls: {}, namespaces: undefined };
    expect(messages.decodePodConfig(new Uint8Array(0))).toEqual(nothing);
    const empty = PodSandboxConfig.encode({
      dnsConfig: {},
      linux: { securityContext: { namespaceOptions: {} } },
    }).finish();
    expect(messages.decodePodConfig(empty)).toEqual({
      ...nothing,
      dns: { servers: [], searches: [], options: [] },
      namespaces: { pid: 0, ipc: 0, user: undefined },
    });
  });

  test("throws for what is none", () => {
    expect(() => messages.decodePodConfig(Buffer.from("ffff", "hex"))).toThrow();
  });
});
