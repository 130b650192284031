// A pod without a pause container: this shim holds what its containers share. One for each shim, since the namespaces are the
// main thread's.
import { now } from "../../sys/clock.ts";
import { removeFile } from "../../sys/file.ts";
import { killProcess } from "../../sys/kill.ts";
import { identify, type ProcessIdentity } from "../../sys/process-identity.ts";
import type { Exit, Reaper } from "../../sys/reaper.ts";
import { ShimError } from "../base/errdefs.ts";
import { attempt, errorFields, log } from "../base/log.ts";
import { checkBundle, checkId } from "../base/request-check.ts";
import * as layout from "../bundle/layout.ts";
import { makePodFiles, removePodFiles, unmountShm } from "./files.ts";
import { needsHolder, startHolder } from "./holder.ts";
import { type PodRequest, readPod } from "./pod.ts";
import { enterPod, furnishHeld, Home } from "./pod-namespaces.ts";
import type { SavedPod } from "./saved.ts";
import { checkStart, type SandboxState, storeState } from "./state.ts";
import { checkSysctls } from "./sysctls.ts";

/** The containers of this shim, as far as the end of the pod concerns them. */
export interface PodContainers {
  /** Ends every process of every container: politely first, if there is time. Resolves when all have ended, or at a limit. */
  end(options: { graceMs: number }): Promise<void>;
  /** Removes what is left of them, by force. */
  remove(): Promise<void>;
}

export interface SandboxEnvironment {
  /** containerd namespace. */
  readonly namespace: string;
  readonly reaper: Pick<Reaper, "adopt" | "hold">;
  readonly containers: PodContainers;
}

/** How long the end of a holder is waited for that was sent SIGKILL. */
const holderLimitMs = 5000;

export class Sandbox {
  readonly #environment: SandboxEnvironment;
  #state: SandboxState;
  #home: Home | undefined;
  #isStopping = false;
  readonly #waiters = new Set<(exit: Exit) => void>();
  #holderEnd: Promise<void> = Promise.resolve();

  private constructor(state: SandboxState, environment: SandboxEnvironment) {
    this.#state = state;
    this.#environment = environment;
  }

  /** CreateSandbox: what the pod is to be is checked and on disk, and its files are made. A failure leaves none of them. */
  static create(
    { id, bundle, request }: { id: string; bundle: string; request: PodRequest },
    environment: SandboxEnvironment,
  ): Sandbox {
    checkId("sandbox id", id);
    checkBundle(bundle);
    const pod = readPod(request);
    checkSysctls(pod);
    const state: SandboxState = {
      id,
      bundle,
      pod,
      createdAt: now(),
      shim: identify(process.pid),
      life: { kind: "created" },
    };
    storeState(state);
    try {
      makePodFiles(bundle, pod);
    } catch (error) {
      removePodFiles(bundle);
      removeFile(layout.sandbox(bundle));
      throw error;
    }
    return new Sandbox(state, environment);
  }

  /** Not while one of its verbs is under way: its service's to know. */
  save(): SavedPod {
    return { state: this.#state, home: this.#home?.save() };
  }

  /** What has ended meanwhile is told from within. */
  static restore({ state, home }: SavedPod, environment: SandboxEnvironment): Sandbox {
    const sandbox = new Sandbox(state, environment);
    if (home !== undefined) sandbox.#home = Home.restore(home);
    if (state.life.kind === "ready" && state.life.holder !== undefined) sandbox.#watch(state.life.holder.pid);
    return sandbox;
  }

  get state(): SandboxState {
    return this.#state;
  }

  /** StartSandbox. A failure leaves the sandbox as it was created. */
  async start(): Promise<void> {
    checkStart(this.#state);
    const { pod, id } = this.#state;
    const release = this.#environment.reaper.hold();
    let holder: ProcessIdentity | undefined;
    try {
      if (pod.userNamespace === undefined) this.#home = enterPod(pod);
      if (needsHolder(pod)) {
        holder = await startHolder(pod, [this.#environment.namespace, id]);
        if (pod.userNamespace !== undefined) furnishHeld(pod, holder.pid);
      }
      const life = { kind: "ready", pid: holder?.pid ?? process.pid, holder } as const;
      storeState({ ...this.#state, life });
      this.#state = { ...this.#state, life };
      if (holder !== undefined) this.#watch(holder.pid);
    } catch (error) {
      if (holder !== undefined) killProcess(holder.pid);
      this.#goHome();
      throw error;
    } finally {
      release();
    }
  }

  #watch(pid: number): void {
    this.#holderEnd = new Promise((resolve) => {
      this.#environment.reaper.adopt(pid, (exit) => {
        // The end that was asked for is `stop`'s to tell, when all is done.
        if (!this.#isStopping && this.#settle(exit)) {
          log("warning", "the process that held the pod's namespaces has ended", { pid, status: exit.status });
        }
        resolve();
      });
    });
  }

  /**
   * StopSandbox: ends the containers, then the pod. Idempotent. `graceMs` is between SIGTERM and SIGKILL for containers that
   * still run.
   */
  async stop({ graceMs }: { graceMs: number }): Promise<void> {
    this.#isStopping = true;
    await this.#environment.containers.end({ graceMs });
    await this.#endHolder();
    this.#goHome();
    unmountShm(this.#state.bundle);
    this.#settle({ status: 0, at: now() });
  }

  async #endHolder(): Promise<void> {
    const { life } = this.#state;
    if (life.kind !== "ready" || life.holder === undefined) return;
    killProcess(life.holder.pid);
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, holderLimitMs);
    });
    await Promise.race([this.#holderEnd, limit]);
    clearTimeout(timer);
  }

  #goHome(): void {
    this.#home?.return();
    this.#home = undefined;
  }

  /** The pod is over, once: false when it was before. Waiters first, then what may fail. */
  #settle(exit: Exit): boolean {
    if (this.#state.life.kind === "stopped") return false;
    this.#state = { ...this.#state, life: { kind: "stopped", exit } };
    for (const resolve of this.#waiters) resolve(exit);
    this.#waiters.clear();
    attempt("failed to record the end of the pod", {}, () => storeState(this.#state));
    return true;
  }

  /** WaitSandbox. Rejects with the signal's reason. */
  wait(signal: AbortSignal): Promise<Exit> {
    const { life } = this.#state;
    if (life.kind === "stopped") return Promise.resolve(life.exit);
    return new Promise((resolve, reject) => {
      const settle = (exit: Exit) => {
        signal.removeEventListener("abort", leave);
        resolve(exit);
      };
      const leave = () => {
        this.#waiters.delete(settle);
        reject(signal.reason);
      };
      if (signal.aborted) return leave();
      signal.addEventListener("abort", leave, { once: true });
      this.#waiters.add(settle);
    });
  }

  /** Before ShutdownSandbox is answered: nothing of the pod is left. */
  async remove(): Promise<void> {
    await this.stop({ graceMs: 0 });
    try {
      await this.#environment.containers.remove();
    } catch (error) {
      log("warning", "failed to remove the pod's containers", errorFields(error));
    }
    removePodFiles(this.#state.bundle);
  }

  /** Throws `failed-precondition` when no container can be made now. */
  requireReady(): void {
    const { id, life } = this.#state;
    if (life.kind !== "ready" || this.#isStopping)
      throw new ShimError("failed-precondition", `sandbox ${id} is not ready`);
  }
}
