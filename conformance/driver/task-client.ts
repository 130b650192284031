// The task service as its caller sees it: one typed call per method.

import { connect } from "node:net";
import { containerd } from "../../proto/gen/task.js";
import { type UpgradeResponse, upgradeRequest, upgradeResponse } from "../../proto/upgrade.ts";
import { type CallOptions, Client } from "../../ttrpc/client.ts";
import { type Decoder, type Encoder, empty } from "../../ttrpc/method.ts";
import { watchAnswers } from "./repeated-answers.ts";

const t = containerd.task.v2;

/** containerd.v1.types.Status. */
export const Status = { unknown: 0, created: 1, running: 2, stopped: 3, paused: 4, pausing: 5 } as const;

export interface MethodTypes<Req, Res> {
  readonly request: Encoder<Req>;
  readonly response: Decoder<Res>;
}

/** The messages of a method. */
export function types<Req, Res>(request: Encoder<Req>, response: Decoder<Res>): MethodTypes<Req, Res> {
  return { request, response };
}

const methods = {
  Create: types(t.CreateTaskRequest, t.CreateTaskResponse),
  Start: types(t.StartRequest, t.StartResponse),
  State: types(t.StateRequest, t.StateResponse),
  Wait: types(t.WaitRequest, t.WaitResponse),
  Kill: types(t.KillRequest, empty),
  Exec: types(t.ExecProcessRequest, empty),
  Delete: types(t.DeleteRequest, t.DeleteResponse),
  Pids: types(t.PidsRequest, t.PidsResponse),
  Pause: types(t.PauseRequest, empty),
  Resume: types(t.ResumeRequest, empty),
  ResizePty: types(t.ResizePtyRequest, empty),
  CloseIO: types(t.CloseIORequest, empty),
  Connect: types(t.ConnectRequest, t.ConnectResponse),
  Shutdown: types(t.ShutdownRequest, empty),
  Update: types(t.UpdateTaskRequest, empty),
  Stats: types(t.StatsRequest, t.StatsResponse),
  Checkpoint: types(t.CheckpointTaskRequest, empty),
} as const;

export type MethodName = keyof typeof methods;
type RequestOf<M extends MethodName> = (typeof methods)[M] extends MethodTypes<infer Req, infer _> ? Req : never;
type ResponseOf<M extends MethodName> = (typeof methods)[M] extends MethodTypes<infer _, infer Res> ? Res : never;

/** Long enough for anything that works on a slow machine, short enough for a test that hangs. */
const defaultTimeoutMs = 20_000;

/** Hears of a call when it is made; `outcome` never rejects before its caller has seen why. */
export type CallListener = (call: {
  readonly service: string;
  readonly method: string;
  readonly request: unknown;
  readonly timeoutMs: number;
  readonly outcome: Promise<unknown>;
}) => void;

export interface ConnectOptions {
  /** Full name of the task service. */
  readonly service?: string;
  readonly onCall?: CallListener | undefined;
  /** For calls that name no time of their own. */
  readonly timeoutMs?: number | undefined;
  /** Hears of an answer to what was answered already. */
  readonly onRepeated?: ((sentence: string) => void) | undefined;
}

export class TaskClient {
  readonly #client: Client;
  readonly #options: { service: string; timeoutMs: number; onCall: CallListener | undefined };

  private constructor(client: Client, options: ConnectOptions) {
    this.#client = client;
    const { service = "containerd.task.v2.Task", timeoutMs = defaultTimeoutMs, onCall } = options;
    this.#options = { service, timeoutMs, onCall };
  }

  /** `address` as `start` printed it. */
  static async connect(address: string, options: ConnectOptions = {}): Promise<TaskClient> {
    const socket = connect(address.replace(/^unix:\/\//, ""));
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    if (options.onRepeated !== undefined) watchAnswers(socket, options.onRepeated);
    return new TaskClient(new Client(socket), options);
  }

  /** Full name of the service that is called. */
  get service(): string {
    return this.#options.service;
  }

  /** Rejects with TtrpcError, or ClosedError when the shim has gone. */
  call<M extends MethodName>(method: M, request: RequestOf<M>, options: CallOptions = {}): Promise<ResponseOf<M>> {
    const { request: encoder, response } = methods[method] as MethodTypes<RequestOf<M>, ResponseOf<M>>;
    const { service, timeoutMs, onCall } = this.#options;
    const outcome = this.#client.call(service, method, encoder, response, request, { timeoutMs, ...options });
    onCall?.({ service, method, request, timeoutMs: options.timeoutMs ?? timeoutMs, outcome });
    return outcome;
  }

  /** Asks the shim to become `path`, or what is installed (docs/upgrade.md). */
  upgrade(path = "", options: CallOptions = {}): Promise<UpgradeResponse> {
    const service = "runts.shim.v1.Upgrade";
    const timeoutMs = defaultTimeoutMs;
    return this.#client.call(service, "Upgrade", upgradeRequest, upgradeResponse, { path }, { timeoutMs, ...options });
  }

  /** Resolves when the connection has ended. */
  get closed(): Promise<void> {
    return this.#client.closed;
  }

  close(): void {
    this.#client.close();
  }
}
