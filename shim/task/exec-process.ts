// An additional process of a container: its verbs and its states.
import { removePidFile } from "../../oci/pid-file.ts";
import type { ProcessSpec } from "../../oci/request-objects.ts";
import type { Runtime } from "../../oci/runc.ts";
import type { Exit } from "../../sys/reaper.ts";
import { NotQuiet, saveBytes } from "../../sys/saved.ts";
import { watched } from "../../sys/steps.ts";
import { ShimError, wrapError } from "../base/errdefs.ts";
import { attempt, attemptToEnd } from "../base/log.ts";
import * as layout from "../bundle/layout.ts";
import { openIo } from "../stdio/open.ts";
import type { IoOwner, ProcessIo, StdioPaths } from "../stdio/process-io.ts";
import { type Caller, drainTime, type ShimEnvironment } from "./environment.ts";
import { ExitLatch } from "./exit-latch.ts";
import { Lock } from "./lock.ts";
import type { OrderedExec } from "./ordered-process.ts";
import { exitFields, type TaskProcess } from "./process.ts";
import { runExec } from "./run-exec.ts";
import type { SavedExec } from "./saved.ts";
import { killError, killText, processFinished, SIGKILL, signalProcess } from "./signal.ts";
import { allowExec, type ExecState, type Status, statusOf } from "./state.ts";

export interface ExecOptions {
  readonly containerId: string;
  readonly id: string;
  readonly bundle: string;
  readonly stdio: StdioPaths;
  /** Undefined when it was started before. */
  readonly spec: ProcessSpec | undefined;
  readonly runtime: Runtime;
  readonly owner: IoOwner;
  /** It was sent SIGKILL. */
  readonly onKilled: (pid: number) => void;
}

/** How long Delete waits for what others write, who have an exec's output from it: as long as upstream's. */
const othersOutputMs = 2000;

export class ExecProcess implements TaskProcess, OrderedExec {
  readonly id: string;
  readonly stdio: StdioPaths;
  readonly lock = new Lock();
  readonly #latch = new ExitLatch();
  readonly #options: ExecOptions;
  readonly #environment: ShimEnvironment;
  #state: ExecState = { kind: "created" };
  #io: ProcessIo | undefined;
  #stdinClosed = false;
  #size: { rows: number; columns: number } | undefined;
  /** Start was tried and failed: it can only be deleted. */
  #failed = false;

  constructor(options: ExecOptions, environment: ShimEnvironment) {
    this.id = options.id;
    this.stdio = options.stdio;
    this.#options = options;
    this.#environment = environment;
  }

  /** Throws NotQuiet while a verb or its end is under way. */
  save(): SavedExec {
    const latch = this.#latch.save();
    if (!this.lock.isFree || (this.#state.kind === "stopped" && latch === undefined)) {
      throw new NotQuiet(`exec ${this.id} is not quiet`);
    }
    const spec = this.#state.kind === "created" ? this.#options.spec : undefined;
    return {
      id: this.id,
      stdio: this.stdio,
      spec: spec === undefined ? undefined : saveBytes(spec.bytes),
      state: this.#state,
      io: this.#io?.save(),
      stdinClosed: this.#stdinClosed,
      size: this.#size,
      failed: this.#failed,
      latch,
    };
  }

  restore(saved: SavedExec, io: ProcessIo | undefined): void {
    this.#state = saved.state;
    this.#io = io;
    this.#stdinClosed = saved.stdinClosed;
    this.#size = saved.size;
    this.#failed = saved.failed;
    this.#latch.restore(saved.latch);
  }

  get state(): ExecState {
    return this.#state;
  }

  get status(): Status {
    return statusOf(this.#state.kind);
  }

  get pid(): number {
    return this.#state.kind === "created" ? 0 : this.#state.pid;
  }

  get exit(): Exit | undefined {
    return this.#state.kind === "stopped" || this.#state.kind === "deleted" ? this.#state.exit : undefined;
  }

  get #pidFile(): string {
    return layout.execPid(this.#options.bundle, this.id);
  }

  /** Runs `runc exec` and learns the pid. After a failure the process stays `created`, its waiters are released. */
  async start(caller: Caller): Promise<void> {
    allowExec("start", this.id, this.#state);
    if (this.#failed) throw new Error("cannot start a process that failed to start");
    try {
      await this.#run(caller);
    } catch (error) {
      this.#failed = true;
      // First, since nothing that follows may keep those who wait.
      this.#latch.open(undefined);
      const id = this.id;
      await attemptToEnd("failed to close the stdio of an exec", { id }, () => this.#io?.close());
      this.#io = undefined;
      attempt("failed to remove a pid file", { id }, () => removePidFile(this.#pidFile));
      throw error;
    }
  }

  async #run(caller: Caller): Promise<void> {
    const { stdio, owner, runtime, containerId, bundle, spec } = this.#options;
    if (spec === undefined) throw new Error("cannot start a process twice");
    const io = await openIo(stdio, {
      owner,
      id: this.id,
      namespace: this.#environment.namespace,
      bundle,
      // Delete ends what the client reads, whoever holds the process's output by then (docs/stdio.md).
      mayHoldFifo: false,
      deadlineMs: caller.deadlineMs,
    });
    this.#io = io;
    if (this.#stdinClosed) io.closeStdin();
    const pidFile = this.#pidFile;
    const command = { containerId, terminal: stdio.terminal, spec, runtime, io, pidFile };
    const pid = await runExec(command, this.#environment.reaper, caller);
    this.#state = { kind: "running", pid };
    try {
      io.attach();
      if (this.#size !== undefined) io.resize(this.#size);
    } catch (error) {
      // It runs without anybody's knowledge now.
      signalProcess(pid, SIGKILL);
      this.#state = { kind: "created" };
      throw error;
    }
  }

  wait(caller: Caller): Promise<Exit | undefined> {
    return this.#latch.wait(caller);
  }

  /** kill(2) on the process, which is not collected as long as the state says `running`. */
  async kill(signal: number): Promise<void> {
    this.#environment.reaper.collect();
    const { state } = this;
    switch (state.kind) {
      case "created":
        throw new ShimError("failed-precondition", "process not created");
      case "stopped":
      case "deleted":
        throw processFinished();
      case "running":
        try {
          signalProcess(state.pid, signal);
          if (signal === SIGKILL) this.#options.onKilled(state.pid);
        } catch (error) {
          if (error instanceof ShimError) throw error;
          throw wrapError("exec kill error", killError(killText(error)));
        }
    }
  }

  closeStdin(): void {
    this.#stdinClosed = true;
    this.#io?.closeStdin();
  }

  resize(size: { rows: number; columns: number }): void {
    allowExec("resize", this.id, this.#state);
    this.#size = size;
    if (this.#state.kind === "running") this.#io?.resize(size);
  }

  tellStart(): void {
    const { containerId, id: execId } = this.#options;
    this.#environment.publish("/tasks/exec-started", { containerId, execId, pid: this.pid });
  }

  end(): void {
    signalProcess(this.pid, SIGKILL);
  }

  applyExit(exit: Exit): void {
    this.#state = { kind: "stopped", pid: this.pid, exit };
  }

  outputRead(limitMs: number): Promise<void> | undefined {
    return this.#io?.outputRead?.(limitMs);
  }

  tellExit(exit: Exit): void {
    const { id, pid } = this;
    this.#latch.open(exit);
    this.#environment.publish("/tasks/exit", {
      containerId: this.#options.containerId,
      id,
      pid,
      ...exitFields(exit),
    });
  }

  afterExit(): void {
    this.#io?.processEnded();
  }

  /** Waits until the exit was told, then for the output. The state stays what it was when this fails. */
  async delete(caller: Caller): Promise<void> {
    allowExec("delete", this.id, this.#state);
    if (this.#state.kind === "stopped") await this.#latch.wait(caller);
    await watched(
      async () => this.#io?.drain(drainTime(caller), othersOutputMs),
      () => ({ name: "drain", attributes: {} }),
    );
    await this.#io?.close(drainTime(caller));
    removePidFile(this.#pidFile);
  }

  markDeleted(): void {
    this.#state = { kind: "deleted", pid: this.pid, exit: this.exit };
    this.#latch.open(this.exit);
  }
}
