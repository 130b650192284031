// The sandbox service as containerd's controller sees it: one typed call per method, and a pod from its beginning to its end.

import { connect } from "node:net";
import { runtime } from "../../proto/gen/pod.js";
import { containerd } from "../../proto/gen/sandbox.js";
import { type CallOptions, Client } from "../../ttrpc/client.ts";
import { watchAnswers } from "./repeated-answers.ts";
import type { Bundle, ShimDriver } from "./shim-driver.ts";
import { type CallListener, type ConnectOptions, type MethodTypes, TaskClient, types } from "./task-client.ts";

const s = containerd.runtime.sandbox.v1;
const service = "containerd.runtime.sandbox.v1.Sandbox";

const methods = {
  CreateSandbox: types(s.CreateSandboxRequest, s.CreateSandboxResponse),
  StartSandbox: types(s.StartSandboxRequest, s.StartSandboxResponse),
  Platform: types(s.PlatformRequest, s.PlatformResponse),
  StopSandbox: types(s.StopSandboxRequest, s.StopSandboxResponse),
  WaitSandbox: types(s.WaitSandboxRequest, s.WaitSandboxResponse),
  SandboxStatus: types(s.SandboxStatusRequest, s.SandboxStatusResponse),
  PingSandbox: types(s.PingRequest, s.PingResponse),
  ShutdownSandbox: types(s.ShutdownSandboxRequest, s.ShutdownSandboxResponse),
  SandboxMetrics: types(s.SandboxMetricsRequest, s.SandboxMetricsResponse),
} as const;

export type SandboxMethod = keyof typeof methods;
export const sandboxMethods = Object.keys(methods) as SandboxMethod[];
type RequestOf<M extends SandboxMethod> = (typeof methods)[M] extends MethodTypes<infer Req, infer _> ? Req : never;
type ResponseOf<M extends SandboxMethod> = (typeof methods)[M] extends MethodTypes<infer _, infer Res> ? Res : never;

export type PodConfig = runtime.v1.PodSandboxConfig.$Properties;
export const { NamespaceMode } = runtime.v1;

export const podOptions = (config: PodConfig) => ({
  typeUrl: "runtime.v1.PodSandboxConfig",
  value: runtime.v1.PodSandboxConfig.encode(config).finish(),
});

export class SandboxClient {
  readonly #client: Client;
  readonly #options: { timeoutMs: number; onCall: CallListener | undefined };

  private constructor(client: Client, { timeoutMs = 20_000, onCall }: ConnectOptions) {
    this.#client = client;
    this.#options = { timeoutMs, onCall };
  }

  static async connect(address: string, options: ConnectOptions = {}): Promise<SandboxClient> {
    const socket = connect(address.replace(/^unix:\/\//, ""));
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    if (options.onRepeated !== undefined) watchAnswers(socket, options.onRepeated);
    return new SandboxClient(new Client(socket), options);
  }

  call<M extends SandboxMethod>(method: M, request: RequestOf<M>, options: CallOptions = {}): Promise<ResponseOf<M>> {
    const { request: encoder, response } = methods[method] as MethodTypes<RequestOf<M>, ResponseOf<M>>;
    const { timeoutMs, onCall } = this.#options;
    const outcome = this.#client.call(service, method, encoder, response, request, { timeoutMs, ...options });
    onCall?.({ service, method, request, timeoutMs: options.timeoutMs ?? timeoutMs, outcome });
    return outcome;
  }

  get closed(): Promise<void> {
    return this.#client.closed;
  }

  close(): void {
    this.#client.close();
  }
}

/** A pod of a driver. */
export class TestPod {
  readonly driver: ShimDriver;
  readonly bundle: Bundle;
  readonly address: string;
  readonly client: SandboxClient;

  private constructor(driver: ShimDriver, bundle: Bundle, address: string, client: SandboxClient) {
    this.driver = driver;
    this.bundle = bundle;
    this.address = address;
    this.client = client;
  }

  /** `start` in a sandbox's bundle, and a connection. */
  static async boot(driver: ShimDriver): Promise<TestPod> {
    const bundle = driver.sandboxBundle();
    const { address } = JSON.parse(await driver.start(bundle)) as { address: string };
    return new TestPod(driver, bundle, address, await SandboxClient.connect(address, driver.connectOptions));
  }

  /** As `boot`, CreateSandbox and StartSandbox. */
  static async run(driver: ShimDriver, config: PodConfig = {}, netnsPath = ""): Promise<TestPod> {
    const pod = await TestPod.boot(driver);
    await pod.create(config, netnsPath);
    await pod.call("StartSandbox");
    return pod;
  }

  get id(): string {
    return this.bundle.id;
  }

  async create(config: PodConfig = {}, netnsPath = ""): Promise<void> {
    await this.call("CreateSandbox", { bundlePath: this.bundle.path, netnsPath, options: podOptions(config) });
  }

  call<M extends SandboxMethod>(
    method: M,
    request: Omit<RequestOf<M>, "sandboxId"> = {} as Omit<RequestOf<M>, "sandboxId">,
    options: CallOptions = {},
  ): Promise<ResponseOf<M>> {
    return this.client.call(method, { sandboxId: this.id, ...request } as RequestOf<M>, options);
  }

  async pid(): Promise<number> {
    return (await this.call("SandboxStatus")).pid;
  }

  /** A client of the task service, by the name that version 3 announces. */
  tasks(): Promise<TaskClient> {
    return TaskClient.connect(this.address, { ...this.driver.connectOptions, service: "containerd.task.v3.Task" });
  }

  /** ShutdownSandbox, and the shim's end. */
  async end(): Promise<void> {
    await this.call("ShutdownSandbox");
    await this.client.closed;
  }
}
