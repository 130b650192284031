// containerd.runtime.sandbox.v1.Sandbox: request ↔ sandbox call. Verbs that change the sandbox come one after the other.
import { now, zeroTime } from "../../sys/clock.ts";
import { absolutePath } from "../../sys/path.ts";
import { NotQuiet } from "../../sys/saved.ts";
import { method, repeatable, type Service } from "../../ttrpc/method.ts";
import { ShimError } from "../base/errdefs.ts";
import { log } from "../base/log.ts";
import {
  CreateRequest,
  Done,
  MetricsResponse,
  PlatformResponse,
  SandboxRequest,
  StartResponse,
  StatusRequest,
  StatusResponse,
  StopRequest,
  WaitResponse,
} from "./messages.ts";
import type { PodRequest } from "./pod.ts";
import { podSpec } from "./pod-spec.ts";
import { Sandbox, type SandboxEnvironment } from "./sandbox.ts";
import type { SavedSandbox } from "./saved.ts";
import { criState, type SandboxState } from "./state.ts";

export const sandboxServiceName = "containerd.runtime.sandbox.v1.Sandbox";

const specUrl = "types.containerd.io/opencontainers/runtime-spec/1/Spec";
/** Go's names of architectures. */
const architectures: Readonly<Record<string, string>> = { x64: "amd64" };

export interface SandboxServiceOptions {
  readonly environment: SandboxEnvironment;
  /** Called for each CreateSandbox. */
  readonly onUsed: () => void;
  /** Called with what the sandbox was when nothing of it is left, before containerd is told so: that removes the bundle then. */
  readonly onRemoved: (state: SandboxState) => void;
  /** Called once the shim is to leave; the answer is sent first. */
  readonly onShutdown: () => void;
}

export class SandboxService {
  readonly #options: SandboxServiceOptions;
  #sandbox: Sandbox | undefined;
  /** Of the last verb that was begun; never rejects. */
  #turn: Promise<unknown> = Promise.resolve();
  /** Verbs that have begun, or wait for their turn. */
  #underWay = 0;

  constructor(options: SandboxServiceOptions) {
    this.#options = options;
  }

  /** Throws NotQuiet while the sandbox changes. */
  save(): SavedSandbox {
    if (this.#underWay > 0) throw new NotQuiet("a sandbox's call is under way");
    return { pod: this.#sandbox?.save() };
  }

  /** Before anything is asked. */
  restore({ pod }: SavedSandbox): void {
    if (pod !== undefined) this.#sandbox = Sandbox.restore(pod, this.#options.environment);
  }

  /** The sandbox that this shim is for; undefined before CreateSandbox, and when ShutdownSandbox is done. */
  get current(): Sandbox | undefined {
    return this.#sandbox;
  }

  #find(id: string): Sandbox {
    if (this.#sandbox === undefined || this.#sandbox.state.id !== id) {
      throw new ShimError("not-found", `sandbox ${id}`);
    }
    return this.#sandbox;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    const result = this.#turn.then(work).finally(() => {
      this.#underWay -= 1;
    });
    this.#turn = result.catch(() => {});
    return result;
  }

  #create(request: PodRequest & { sandboxId: string; bundlePath: string }): void {
    this.#options.onUsed();
    const { sandboxId: id, bundlePath } = request;
    const held = this.#sandbox?.state.id;
    if (held === id) throw new ShimError("already-exists", `sandbox ${id}`);
    if (held !== undefined) throw new ShimError("failed-precondition", `this shim holds sandbox ${held}`);
    const bundle = bundlePath.startsWith("/") ? absolutePath(bundlePath) : bundlePath;
    this.#sandbox = Sandbox.create({ id, bundle, request }, this.#options.environment);
  }

  /**
   * Ends and removes the sandbox with everything in it. Nothing of that name is no error where there is none at all: it is how
   * containerd cleans up after a CreateSandbox that failed.
   */
  async #remove(id: string): Promise<void> {
    if (this.#sandbox === undefined) return;
    const sandbox = this.#find(id);
    await sandbox.remove();
    this.#sandbox = undefined;
    this.#options.onRemoved(sandbox.state);
  }

  /** A Shutdown of the task service that names the sandbox: of a daemon that has lost its record of it. */
  shutdown(id: string): void {
    this.#inTurn(() => this.#remove(id)).then(this.#options.onShutdown, (error: unknown) =>
      log("error", "failed to shut the sandbox down", { error: String(error) }),
    );
  }

  readonly methods: Service = {
    CreateSandbox: method(CreateRequest, Done, async (request) => {
      await this.#inTurn(async () => this.#create(request));
      return {};
    }),

    StartSandbox: method(SandboxRequest, StartResponse, ({ sandboxId }) =>
      this.#inTurn(async () => {
        if (this.#sandbox === undefined) {
          throw new ShimError("failed-precondition", `sandbox ${sandboxId} is not created`);
        }
        const sandbox = this.#find(sandboxId);
        await sandbox.start();
        const { state } = sandbox;
        const spec = { typeUrl: specUrl, value: Buffer.from(JSON.stringify(podSpec(state))) };
        return { pid: pidOf(state), createdAt: state.createdAt, spec };
      }),
    ),

    Platform: method(SandboxRequest, PlatformResponse, ({ sandboxId }) => {
      this.#find(sandboxId);
      return { os: "linux", architecture: architectures[process.arch] ?? process.arch };
    }),

    StopSandbox: method(StopRequest, Done, ({ sandboxId, timeoutSecs }) =>
      this.#inTurn(async () => {
        await this.#find(sandboxId).stop({ graceMs: timeoutSecs * 1000 });
        return {};
      }),
    ),

    WaitSandbox: repeatable(
      method(SandboxRequest, WaitResponse, async ({ sandboxId }, { signal }) => {
        const exit = await this.#find(sandboxId).wait(signal);
        return { exitStatus: exit.status, exitedAt: exit.at };
      }),
    ),

    SandboxStatus: method(StatusRequest, StatusResponse, ({ sandboxId, verbose }) => {
      const { state } = this.#find(sandboxId);
      return {
        sandboxId,
        pid: pidOf(state),
        state: criState(state),
        createdAt: state.createdAt,
        exitedAt: state.life.kind === "stopped" ? state.life.exit.at : zeroTime,
        info: verbose ? { info: JSON.stringify(describe(state)) } : {},
      };
    }),

    PingSandbox: method(SandboxRequest, Done, ({ sandboxId }) => {
      this.#find(sandboxId);
      return {};
    }),

    ShutdownSandbox: method(SandboxRequest, Done, async ({ sandboxId }, context) => {
      await this.#inTurn(() => this.#remove(sandboxId));
      context.onAnswered(this.#options.onShutdown);
      return {};
    }),

    SandboxMetrics: method(SandboxRequest, MetricsResponse, async ({ sandboxId }) => {
      const { id, pod } = this.#find(sandboxId).state;
      const { readPodMetrics } = await import("./pod-metrics.ts");
      return { timestamp: now(), id, data: await readPodMetrics(pod) };
    }),
  };
}

/** 0 unless the pod is ready. */
function pidOf({ life }: SandboxState): number {
  return life.kind === "ready" ? life.pid : 0;
}

/** For `crictl inspectp`. */
function describe(state: SandboxState): object {
  const { bundle, pod, life } = state;
  return {
    pid: pidOf(state),
    processStatus: life.kind === "ready" ? "running" : life.kind,
    bundle,
    shimPid: process.pid,
    ...(life.kind === "ready" ? { runtimeSpec: podSpec(state) } : {}),
    cgroupParent: pod.cgroupParent,
  };
}
