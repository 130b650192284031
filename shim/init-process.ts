// The first process of a container: its verbs and its states. It does not know the container's other processes.
import { RuncError } from "../oci/errors.ts";
import { readPidFile, removePidFile } from "../oci/pid-file.ts";
import type { Runtime } from "../oci/runc.ts";
import type { Exit } from "../sys/reaper.ts";
import type { ContainerCgroup } from "./container-cgroup.ts";
import { type Caller, drainTime, type ShimEnvironment } from "./environment.ts";
import { describeRuntimeError as describe, interruption, rawRuntimeError, ShimError, wrapError } from "./errdefs.ts";
import { ExitLatch } from "./exit-latch.ts";
import { Lock } from "./lock.ts";
import { errorFields, log } from "./log.ts";
import type { PackedOptions } from "./options.ts";
import { killError, killText, processFinished, SIGKILL, signalProcess } from "./signal.ts";
import { allowInit, type InitState, type Status, statusOf } from "./state.ts";
import type { ProcessIo, StdioPaths } from "./stdio.ts";
import type { RuncOptions } from "./stored-options.ts";

export interface InitOptions {
  readonly id: string;
  readonly bundle: string;
  readonly stdio: StdioPaths;
  readonly io: ProcessIo;
  readonly runtime: Runtime;
  readonly options: RuncOptions;
  /** Directory of a checkpoint to restore instead of creating; empty for none. */
  readonly checkpoint: string;
  readonly parentCheckpoint: string;
  /** Of the specification. */
  readonly cgroupsPath: string;
}

const createdExitLimitMs = 5000;

export class InitProcess {
  readonly id: string;
  readonly stdio: StdioPaths;
  readonly io: ProcessIo;
  readonly latch = new ExitLatch();
  /** Serialises the verbs that change the state. */
  readonly lock = new Lock();
  readonly #bundle: string;
  readonly #runtime: Runtime;
  readonly #options: RuncOptions;
  readonly #checkpoint: string;
  readonly #parentCheckpoint: string;
  readonly #cgroupsPath: string;
  readonly #environment: ShimEnvironment;
  #state: InitState;
  /** Set when the kernel has reported the end; from then on the pid is nobody's. */
  #collected: Exit | undefined;
  /** Undefined before the process is there, and when the container has no cgroup of its own. */
  cgroup: ContainerCgroup | undefined;

  constructor(options: InitOptions, environment: ShimEnvironment) {
    this.id = options.id;
    this.stdio = options.stdio;
    this.io = options.io;
    this.#bundle = options.bundle;
    this.#runtime = options.runtime;
    this.#options = options.options;
    this.#checkpoint = options.checkpoint;
    this.#parentCheckpoint = options.parentCheckpoint;
    this.#cgroupsPath = options.cgroupsPath;
    this.#environment = environment;
    this.#state = options.checkpoint === "" ? { kind: "created", pid: 0 } : { kind: "createdCheckpoint" };
  }

  get state(): InitState {
    return this.#state;
  }

  get status(): Status {
    return statusOf(this.#state.kind);
  }

  /** 0 until known. */
  get pid(): number {
    return this.#state.kind === "createdCheckpoint" ? 0 : this.#state.pid;
  }

  /** How it ended, once that was applied. */
  get exit(): Exit | undefined {
    return this.#state.kind === "stopped" || this.#state.kind === "deleted" ? this.#state.exit : undefined;
  }

  /** The kernel has reported the end, whether or not it was applied yet. */
  get collected(): boolean {
    return this.#collected !== undefined;
  }

  get #pidFile(): string {
    return `${this.#bundle}/init.pid`;
  }

  /** Runs `runc create` (nothing yet for a checkpoint) and learns the pid. */
  async create(caller: Caller): Promise<void> {
    if (this.#checkpoint !== "") return;
    removePidFile(this.#pidFile);
    const { noPivotRoot, noNewKeyring } = this.#options;
    try {
      await this.#runtime.create(
        this.id,
        {
          bundle: this.#bundle,
          pidFile: this.#pidFile,
          consoleSocket: this.io.consoleSocket,
          noPivot: noPivotRoot,
          noNewKeyring,
        },
        this.io.childStdio,
        caller.signal,
      );
    } catch (error) {
      // A runtime that was killed half way leaves its state behind (KF-111); one that failed has cleaned up itself.
      if (error instanceof RuncError && error.killed) await this.discard();
      throw describe(error, "OCI runtime create failed");
    }
    try {
      this.#adoptResult("created");
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  /** After create or restore: stdio, then the pid. */
  #adoptResult(kind: "created" | "running"): void {
    this.io.attach();
    let pid: number;
    try {
      pid = readPidFile(this.#pidFile);
    } catch (error) {
      throw wrapError("failed to retrieve OCI runtime container pid", error);
    }
    this.#state = { kind, pid };
  }

  /** Removes whatever the runtime made, after a create that went wrong later. */
  async discard(): Promise<void> {
    try {
      await this.#runtime.delete(this.id, { force: true });
      const { endCgroup } = await import("../cgroups/remove.ts");
      await endCgroup(this.#cgroupsPath, { kill: true });
    } catch (error) {
      log("warning", "failed to remove a half-made container", { id: this.id, ...errorFields(error) });
    }
  }

  /** Runs `runc start`, or `runc restore` for a checkpoint. */
  async start(caller: Caller): Promise<void> {
    allowInit("start", this.#state);
    if (this.#state.kind === "createdCheckpoint") return this.#restore(caller);
    try {
      await this.#runtime.start(this.id, caller.signal);
    } catch (error) {
      throw describe(error, "OCI runtime start failed");
    }
    this.#state = { kind: "running", pid: this.pid };
  }

  async #restore(caller: Caller): Promise<void> {
    removePidFile(this.#pidFile);
    const { noPivotRoot, criuWorkPath, criuPath } = this.#options;
    const { loadExternalStdio, restoreConfiguration } = await import("./criu-stdio.ts");
    const configuration = restoreConfiguration(loadExternalStdio(this.#checkpoint));
    try {
      await this.#runtime.restore(
        this.id,
        {
          bundle: this.#bundle,
          pidFile: this.#pidFile,
          consoleSocket: this.io.consoleSocket,
          noPivot: noPivotRoot,
          imagePath: this.#checkpoint,
          workPath: criuWorkPath === "" ? `${this.#bundle}/work` : criuWorkPath,
          parentPath: this.#parentCheckpoint,
          criu: criuPath,
        },
        { stdio: this.io.childStdio, environment: configuration.environment, signal: caller.signal },
      );
    } catch (error) {
      throw describe(error, "OCI runtime restore failed");
    } finally {
      configuration.close();
    }
    this.#adoptResult("running");
  }

  async pause(caller: Caller): Promise<void> {
    allowInit("pause", this.#state);
    const { pid } = this;
    this.#state = { kind: "pausing", pid };
    try {
      await this.#runtime.pause(this.id, caller.signal);
      this.#leavePausing("paused");
    } catch (error) {
      this.#leavePausing("running");
      throw describe(error, "OCI runtime pause failed");
    }
  }

  /** The process may have ended meanwhile. */
  #leavePausing(kind: "paused" | "running"): void {
    if (this.#state.kind === "pausing") this.#state = { kind, pid: this.#state.pid };
  }

  async resume(caller: Caller): Promise<void> {
    allowInit("resume", this.#state);
    try {
      await this.#runtime.resume(this.id, caller.signal);
    } catch (error) {
      throw describe(error, "OCI runtime resume failed");
    }
    if (this.#state.kind === "paused") this.#state = { kind: "running", pid: this.#state.pid };
  }

  /** `resources`: OCI LinuxResources as JSON, passed on byte by byte: its numbers may exceed 2^53. */
  async update(resources: string, caller: Caller): Promise<void> {
    allowInit("update", this.#state);
    // Its end is known, and only held back: the runtime would find a zombie (KF-092).
    if (this.collected) throw new Error("cannot update a stopped container");
    try {
      await this.#runtime.update(this.id, resources, caller.signal);
    } catch (error) {
      throw rawRuntimeError(error);
    }
  }

  /** Writes an image of the container to `request.path`. Whatever happens, it is as frozen afterwards as before (KF-139). */
  async checkpoint(
    request: { path: string; options: PackedOptions | null | undefined },
    caller: Caller,
  ): Promise<void> {
    allowInit("checkpoint", this.#state);
    const { checkpoint } = await import("./checkpoint.ts");
    const { id, pid } = this;
    const { criuPath } = this.#options;
    try {
      await checkpoint(this.#runtime, { id, pid, bundle: this.#bundle, criuPath, ...request }, caller.signal);
    } finally {
      await this.#restoreFreeze();
    }
  }

  async #restoreFreeze(): Promise<void> {
    const { kind } = this.#state;
    if ((kind !== "running" && kind !== "paused") || this.collected) return;
    const isWanted = kind === "paused";
    if (this.ownCgroup === undefined || this.ownCgroup.frozen === isWanted) return;
    try {
      if (isWanted) await this.#runtime.pause(this.id);
      else await this.#runtime.resume(this.id);
    } catch (error) {
      log("warning", `a container that was ${kind} is not any more`, { id: this.id, ...errorFields(error) });
    }
  }

  /**
   * Sends `signal`; does not wait for its effect. By kill(2) where that is surely the same as the runtime's kill:
   * a runtime known to do just that, a process that is not collected (design.md 5).
   */
  async kill(signal: number, options: { all: boolean }, caller: Caller): Promise<void> {
    const { state } = this;
    if (state.kind === "deleted") throw new ShimError("not-found", "cannot kill a deleted process");
    this.#environment.reaper.collect();
    if (this.#collected !== undefined && !options.all) throw processFinished();
    if (options.all) {
      // All of the container is what its cgroup holds, for the known runtimes as for us; other signals are not worth a
      // second implementation of their freezing.
      if (signal === SIGKILL && (await this.#killCgroup())) return;
    } else if (this.#canSignal(state, signal)) {
      try {
        signalProcess(state.pid, signal);
        // A frozen process of cgroup v1 does not act on it (KF-143).
        if (state.kind !== "created" && state.kind !== "running") this.ownCgroup?.thaw();
        return;
      } catch (error) {
        throw error instanceof ShimError ? error : killError(killText(error));
      }
    }
    try {
      await this.#runtime.kill(this.id, signal, { all: options.all, signal: caller.signal });
    } catch (error) {
      throw interruption(error) ?? killError(error instanceof RuncError ? error.raw : String(error));
    }
  }

  /** The container's own cgroup, if the runtime's containers are what their cgroups hold. */
  get ownCgroup(): ContainerCgroup | undefined {
    return this.#runtime.isKnown && this.cgroup?.isOwn === true ? this.cgroup : undefined;
  }

  #canSignal(state: InitState, signal: number): state is InitState & { readonly pid: number } {
    if (!this.#runtime.isKnown || !("pid" in state) || state.pid === 0) return false;
    const frozen = state.kind === "pausing" || state.kind === "paused";
    return !frozen || (signal === SIGKILL && this.ownCgroup !== undefined);
  }

  /** Ends everything in the cgroup; false when that is the runtime's affair. */
  async #killCgroup(): Promise<boolean> {
    const cgroup = this.ownCgroup;
    if (cgroup === undefined) return false;
    try {
      await cgroup.killAll();
      return true;
    } catch (error) {
      log("warning", "failed to kill a cgroup, leaving it to the runtime", { id: this.id, ...errorFields(error) });
      return false;
    }
  }

  /** Ends everything that is left in the container, for shared pid namespaces. Failures are logged. */
  async killAll(): Promise<void> {
    // Nothing to start and nobody to wait for (KF-008).
    if (await this.#killCgroup()) return;
    try {
      await this.#runtime.kill(this.id, 9, { all: true });
    } catch (error) {
      if (error instanceof RuncError && error.meaning !== "other") return;
      log("warning", `failed to kill init's children`, {
        id: this.id,
        ...errorFields(describe(error, "OCI runtime killall failed")),
      });
    }
  }

  /** The kernel's report; `applyExit` follows when everything that must come first has happened. */
  noteCollected(exit: Exit): void {
    this.#collected = exit;
  }

  /** State and stdio learn of the end; the latch is the caller's to open, with the event. */
  applyExit(): Exit {
    const exit = this.#collected;
    if (exit === undefined) throw new Error("applyExit before noteCollected");
    const frozen = this.#state.kind === "paused" || this.#state.kind === "pausing";
    this.#state = { kind: "stopped", pid: this.pid, exit };
    this.io.processEnded();
    if (frozen) void this.#thaw();
    return exit;
  }

  async #thaw(): Promise<void> {
    try {
      const cgroup = this.ownCgroup;
      if (cgroup !== undefined) cgroup.thaw();
      else await this.#runtime.resume(this.id);
    } catch (error) {
      log("warning", "failed to resume a stopped container", { id: this.id, ...errorFields(error) });
    }
  }

  /** A created process waits for `start`: end it and wait until that was noticed, so that its exit comes before its delete. */
  async endCreated(): Promise<void> {
    if (this.#state.kind !== "created") return;
    this.#environment.reaper.collect();
    if (this.#collected === undefined && this.pid > 0) signalProcess(this.pid, 9);
    try {
      await this.latch.wait(AbortSignal.timeout(createdExitLimitMs));
    } catch {
      log("warning", "a created process did not end", { id: this.id });
    }
  }

  /** Removes the container from the runtime and closes the stdio. The state stays what it was when this fails. */
  async delete(caller: Caller): Promise<void> {
    allowInit("delete", this.#state);
    await this.endCreated();
    await this.io.drain(drainTime(caller));
    try {
      await this.#runtime.delete(this.id, { signal: caller.signal });
    } catch (error) {
      if (!(error instanceof RuncError && /does not exist/.test(error.raw))) {
        throw describe(error, "failed to delete task");
      }
    }
    await this.io.close(drainTime(caller));
  }

  markDeleted(): void {
    this.#state = { kind: "deleted", pid: this.pid, exit: this.exit };
    this.latch.open(this.exit);
  }
}
