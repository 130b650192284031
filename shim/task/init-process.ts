// The first process of a container: its verbs and its states. It does not know the container's other processes.
import { RuncError } from "../../oci/errors.ts";
import { readPidFile, removePidFile } from "../../oci/pid-file.ts";
import type { Runtime } from "../../oci/runc.ts";
import type { Exit } from "../../sys/reaper.ts";
import {
  describeRuntimeError as describe,
  interruption,
  rawRuntimeError,
  ShimError,
  wrapError,
} from "../base/errdefs.ts";
import { attempt, errorFields, log } from "../base/log.ts";
import type { PackedOptions } from "../bundle/options.ts";
import type { RuncOptions } from "../bundle/stored-options.ts";
import type { ProcessIo, StdioPaths } from "../stdio/process-io.ts";
import { ContainerCgroup } from "./container-cgroup.ts";
import { type Caller, drainTime, type ShimEnvironment } from "./environment.ts";
import { ExitLatch } from "./exit-latch.ts";
import { Lock } from "./lock.ts";
import { killError, killText, processFinished, SIGKILL, signalProcess } from "./signal.ts";
import { allowInit, type InitState, type InitVerb, type Status, statusOf } from "./state.ts";

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
  /** Directories of cgroups that were not there before. */
  readonly newCgroups: readonly string[];
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
  readonly #newCgroups: readonly string[];
  readonly #environment: ShimEnvironment;
  #state: InitState;
  /** Set when the kernel has reported the end; from then on the pid is nobody's. */
  #collected: Exit | undefined;
  /** Undefined before the process is there, and when the container has no cgroup of its own. */
  #cgroup: ContainerCgroup | undefined;
  #cgroupComplaint = "";
  /** It was sent SIGKILL. */
  #killed = false;
  #endedFrozen = false;
  /** The other processes that this shim knows to run in the container. */
  execPids: () => number[] = () => [];

  constructor(options: InitOptions, environment: ShimEnvironment) {
    this.id = options.id;
    this.stdio = options.stdio;
    this.io = options.io;
    this.#bundle = options.bundle;
    this.#runtime = options.runtime;
    this.#options = options.options;
    this.#checkpoint = options.checkpoint;
    this.#parentCheckpoint = options.parentCheckpoint;
    this.#newCgroups = options.newCgroups;
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

  get cgroup(): ContainerCgroup | undefined {
    return this.#cgroup;
  }

  /** Once the cgroup is known, OOM kills in it are watched. What goes wrong is logged, the same thing once. */
  findCgroup(): void {
    if (this.#cgroup !== undefined || this.pid === 0 || this.collected || this.exit !== undefined) return;
    const { id, pid } = this;
    try {
      this.#cgroup = ContainerCgroup.load(pid, () => this.#environment.publish("/tasks/oom", { containerId: id }));
    } catch (error) {
      const { error: text } = errorFields(error);
      if (text !== this.#cgroupComplaint) log("warning", "failed to load the container's cgroup", { pid, error: text });
      this.#cgroupComplaint = String(text);
    }
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
      const [{ endCgroup }, { isStray }] = await Promise.all([import("../../cgroups/remove.ts"), import("./stray.ts")]);
      await endCgroup(this.#newCgroups, { isOurs: (pid) => isStray(pid, this.#environment.reaper) });
    } catch (error) {
      log("warning", "failed to remove a half-made container", { id: this.id, ...errorFields(error) });
    }
  }

  /** Runs `runc start`, or `runc restore` for a checkpoint. */
  async start(caller: Caller): Promise<void> {
    this.allow("start");
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
    const image = this.#checkpoint.startsWith("/") ? this.#checkpoint : `${this.#bundle}/${this.#checkpoint}`;
    const configuration = restoreConfiguration(loadExternalStdio(image));
    try {
      await this.#runtime.restore(
        this.id,
        {
          bundle: this.#bundle,
          pidFile: this.#pidFile,
          consoleSocket: this.io.consoleSocket,
          noPivot: noPivotRoot,
          imagePath: image,
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

  /**
   * Throws when `verb` is not allowed in the state. Whether the container stands still is the kernel's to say: others may pause
   * and resume it too, and a command may have had its effect before it was ended.
   */
  allow(verb: InitVerb): void {
    const { kind } = this.#state;
    if (kind === "paused" || (kind === "running" && (verb === "pause" || verb === "resume"))) this.#noteFrozen(kind);
    allowInit(verb, this.#state);
  }

  /** `otherwise`: where the kernel can't be asked. */
  #noteFrozen(otherwise: "paused" | "running"): void {
    const { kind, pid } = { pid: 0, ...this.#state };
    if (kind !== "running" && kind !== "pausing" && kind !== "paused") return;
    const frozen = this.#askFrozen() ?? otherwise === "paused";
    this.#state = { kind: frozen ? "paused" : "running", pid };
  }

  /** Undefined when the kernel can't be asked. */
  #askFrozen(): boolean | undefined {
    this.findCgroup();
    try {
      return this.ownCgroup?.frozen;
    } catch (error) {
      log("warning", "failed to look whether a container is frozen", { id: this.id, ...errorFields(error) });
      return undefined;
    }
  }

  async pause(caller: Caller): Promise<void> {
    this.allow("pause");
    this.#state = { kind: "pausing", pid: this.pid };
    try {
      await this.#runtime.pause(this.id, caller.signal);
      this.#noteFrozen("paused");
    } catch (error) {
      this.#noteFrozen("running");
      throw describe(error, "OCI runtime pause failed");
    } finally {
      // A kill that came in the midst of it found nothing to thaw.
      if (this.#killed) this.#thawKilled();
    }
  }

  async resume(caller: Caller): Promise<void> {
    this.allow("resume");
    try {
      await this.#runtime.resume(this.id, caller.signal);
    } catch (error) {
      this.#noteFrozen("paused");
      throw describe(error, "OCI runtime resume failed");
    }
    this.#noteFrozen("running");
  }

  /** `resources`: OCI LinuxResources as JSON, passed on byte by byte: its numbers may exceed 2^53. */
  async update(resources: Uint8Array, caller: Caller): Promise<void> {
    this.allow("update");
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
    this.allow("checkpoint");
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
   * a runtime known to do just that, a process that is not collected, whose pid nobody else can have.
   */
  async kill(signal: number, options: { all: boolean }, caller: Caller): Promise<void> {
    const { state } = this;
    if (state.kind === "deleted") throw new ShimError("not-found", "cannot kill a deleted process");
    this.#environment.reaper.collect();
    if (this.#collected !== undefined && !options.all) throw processFinished();
    let signalled = 0;
    if (options.all) {
      this.findCgroup();
      // All of the container is what its cgroup holds, for the known runtimes as for us; other signals are not worth a
      // second implementation of their freezing.
      if (signal === SIGKILL && (await this.#killCgroup())) return;
      signalled = this.#signalMoved(signal);
    } else if (this.#canSignal(state, signal)) {
      try {
        signalProcess(state.pid, signal);
        if (signal === SIGKILL) this.#thawKilled();
        return;
      } catch (error) {
        throw error instanceof ShimError ? error : killError(killText(error));
      }
    }
    try {
      await this.#runtime.kill(this.id, signal, { all: options.all, signal: caller.signal });
    } catch (error) {
      if (signalled > 0 && interruption(error) === undefined) return;
      throw interruption(error) ?? killError(error instanceof RuncError ? error.raw : String(error));
    }
  }

  /** The container's own cgroup, if the runtime's containers are what their cgroups hold. */
  get ownCgroup(): ContainerCgroup | undefined {
    return this.#runtime.isKnown && this.cgroup?.isOwn === true ? this.cgroup : undefined;
  }

  /** A frozen process of cgroup v1 does not even act on SIGKILL (KF-143), whoever has frozen it. */
  #thawKilled(): void {
    this.#killed = true;
    attempt("failed to thaw a killed container", { id: this.id }, () => this.ownCgroup?.thaw());
  }

  /** The exec process `pid` was sent SIGKILL: it dies alone, where all stand still. */
  releaseKilled(pid: number): void {
    attempt("failed to release a killed process", { id: this.id, pid }, () => this.ownCgroup?.releaseKilled(pid));
  }

  #canSignal(state: InitState, signal: number): state is InitState & { readonly pid: number } {
    if (!this.#runtime.isKnown || !("pid" in state) || state.pid === 0) return false;
    this.findCgroup();
    if (signal === SIGKILL && this.ownCgroup !== undefined) return true;
    return !(this.#askFrozen() ?? (state.kind === "pausing" || state.kind === "paused"));
  }

  /** Processes that this shim knows, and that nobody has collected: they are the container's wherever they are. */
  #knownPids(): number[] {
    const init = this.collected || this.exit !== undefined || this.pid === 0 ? [] : [this.pid];
    return [...init, ...this.execPids()];
  }

  /** What is in `cgroup`, and what is known: processes can be moved, and a cgroup that is gone is proof of nothing. */
  pids(cgroup: ContainerCgroup): number[] {
    const pids = cgroup.pids();
    const isMissing = () => this.#knownPids().filter((pid) => !pids.includes(pid));
    if (isMissing().length === 0) return pids;
    // Most likely it has just ended.
    this.#environment.reaper.collect();
    return [...pids, ...isMissing()];
  }

  /** Ends everything in the cgroup; false when that is the runtime's affair. */
  async #killCgroup(): Promise<boolean> {
    const cgroup = this.ownCgroup;
    if (cgroup === undefined) return false;
    try {
      for (const pid of this.#knownPids()) this.#signalKnown(pid, SIGKILL);
      await cgroup.killAll();
      return true;
    } catch (error) {
      log("warning", "failed to kill a cgroup, leaving it to the runtime", { id: this.id, ...errorFields(error) });
      return false;
    }
  }

  /** Signals what we know and the runtime will not find, as it is in the container's cgroup no more. Returns how many that are. */
  #signalMoved(signal: number): number {
    // Twice does no harm with SIGKILL alone.
    if (!this.#runtime.isKnown || (this.ownCgroup === undefined && signal !== SIGKILL)) return 0;
    const inside = this.ownCgroup?.pids() ?? [];
    const moved = this.#knownPids().filter((pid) => !inside.includes(pid));
    for (const pid of moved) this.#signalKnown(pid, signal);
    return moved.length;
  }

  #signalKnown(pid: number, signal: number): void {
    try {
      signalProcess(pid, signal);
    } catch (error) {
      if (!(error instanceof ShimError)) throw error; // else it is gone
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

  /** State learns of the end; the latch is the caller's to open, with the event. Never fails. */
  applyExit(): Exit {
    const exit = this.#collected;
    if (exit === undefined) throw new Error("applyExit before noteCollected");
    this.#endedFrozen = this.#state.kind === "paused" || this.#state.kind === "pausing";
    this.#state = { kind: "stopped", pid: this.pid, exit };
    return exit;
  }

  /** What follows and may fail, each step for itself. */
  afterExit(): void {
    attempt("failed to end the output of a process", { id: this.id }, () => this.io.processEnded());
    if (this.#endedFrozen) void this.#thaw();
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
    if (this.#collected === undefined && this.pid > 0) {
      this.findCgroup();
      signalProcess(this.pid, SIGKILL);
      this.#thawKilled();
    }
    try {
      await this.latch.wait(AbortSignal.timeout(createdExitLimitMs));
    } catch {
      log("warning", "a created process did not end", { id: this.id });
    }
  }

  /** Removes the container from the runtime and closes the stdio. The state stays what it was when this fails. */
  async delete(caller: Caller): Promise<void> {
    this.allow("delete");
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
