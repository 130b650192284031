// containerd's CRI plugin as the kubelet sees it: one typed call per method, over gRPC on the daemon's socket.

import { join } from "node:path";
import { Client, credentials, type ServiceError } from "@grpc/grpc-js";
import protobuf, { type Type } from "protobufjs";
import type { Methods } from "./messages.ts";

export type MethodName = keyof Methods;

/** The messages in cri.proto; where one is named otherwise than its method, for both ways. */
const names: { readonly [M in MethodName]: readonly [request: string, response: string] } = {
  Status: ["Empty", "StatusResponse"],
  ImageStatus: ["ImageStatusRequest", "ImageStatusResponse"],
  RunPodSandbox: ["RunPodSandboxRequest", "RunPodSandboxResponse"],
  StopPodSandbox: ["PodSandboxIdRequest", "Empty"],
  RemovePodSandbox: ["PodSandboxIdRequest", "Empty"],
  PodSandboxStatus: ["PodSandboxStatusRequest", "PodSandboxStatusResponse"],
  ListPodSandbox: ["Empty", "ListPodSandboxResponse"],
  CreateContainer: ["CreateContainerRequest", "CreateContainerResponse"],
  StartContainer: ["ContainerIdRequest", "Empty"],
  StopContainer: ["StopContainerRequest", "Empty"],
  RemoveContainer: ["ContainerIdRequest", "Empty"],
  ContainerStatus: ["ContainerStatusRequest", "ContainerStatusResponse"],
  ListContainers: ["Empty", "ListContainersResponse"],
  UpdateContainerResources: ["UpdateContainerResourcesRequest", "Empty"],
  ReopenContainerLog: ["ContainerIdRequest", "Empty"],
  ExecSync: ["ExecSyncRequest", "ExecSyncResponse"],
  Exec: ["ExecRequest", "StreamResponse"],
  Attach: ["AttachRequest", "StreamResponse"],
  PortForward: ["PortForwardRequest", "StreamResponse"],
  ContainerStats: ["ContainerIdRequest", "ContainerStatsResponse"],
  ListContainerStats: ["Empty", "ListContainerStatsResponse"],
  PodSandboxStats: ["PodSandboxIdRequest", "PodSandboxStatsResponse"],
};

const root = protobuf.loadSync(join(import.meta.dirname, "cri.proto"));

/** As the daemon's own: 8 MiB of an exec's output come in one message. */
const maxBytes = 16 << 20;

/** Long enough for anything that works on a busy machine, short enough for a test that hangs. */
const defaultTimeoutMs = 50_000;

export class CriClient {
  readonly #client: Client;

  /** `address` is the daemon's gRPC socket; the connection is made by the first call, and again after a restart. */
  constructor(address: string) {
    this.#client = new Client(`unix:${address}`, credentials.createInsecure(), {
      "grpc.max_receive_message_length": maxBytes,
      "grpc.initial_reconnect_backoff_ms": 100,
      "grpc.max_reconnect_backoff_ms": 500,
    });
  }

  /** Rejects with grpc-js's ServiceError, whose `code` is the status. */
  call<M extends MethodName>(
    method: M,
    request: Methods[M][0],
    { timeoutMs = defaultTimeoutMs } = {},
  ): Promise<Methods[M][1]> {
    const [requestType, responseType] = names[method].map((name) => root.lookupType(`runtime.v1.${name}`)) as [
      Type,
      Type,
    ];
    const service = method === "ImageStatus" ? "ImageService" : "RuntimeService";
    return new Promise((resolve, reject) => {
      this.#client.makeUnaryRequest(
        `/runtime.v1.${service}/${method}`,
        (value: Methods[M][0]) => Buffer.from(requestType.encode(requestType.fromObject(value)).finish()),
        (bytes: Buffer) => decode(responseType, bytes) as Methods[M][1],
        request,
        { deadline: Date.now() + timeoutMs },
        (error: ServiceError | null, response?: Methods[M][1]) => {
          if (error) reject(error);
          else resolve(response as Methods[M][1]);
        },
      );
    });
  }

  close(): void {
    this.#client.close();
  }
}

function decode(type: Type, bytes: Buffer): object {
  return type.toObject(type.decode(bytes), { defaults: true, enums: String, longs: Number, bytes: Buffer });
}
