// The first process of a container: its verbs. It does not know the container's other processes, but for their pids.
import type { Runtime } from "../../oci/runc.ts";
import type { Exit } from "../../sys/reaper.ts";
import { NotQuiet } from "../../sys/saved.ts";
import { describeRuntimeError as describe, rawRuntimeError } from "../base/errdefs.ts";
import { attempt } from "../base/log.ts";
import { storeExit } from "../bundle/exit-record.ts";
import type { ProcessIo, StdioPaths } from "../stdio/process-io.ts";
import type { ImageRequest } from "./checkpoint.ts";
import { createInit, type InitCreation, restoreInit } from "./create-init.ts";
import { deleteInit, endForDelete } from "./delete-init.ts";
import type { Caller, ShimEnvironment } from "./environment.ts";
import { ExitLatch } from "./exit-latch.ts";
import { Freeze } from "./freeze.ts";
import { InitCgroup } from "./init-cgroup.ts";
import { InitKill } from "./init-kill.ts";
import { InitLife } from "./init-life.ts";
import { Lock } from "./lock.ts";
import type { OrderedInit } from "./ordered-process.ts";
import { exitFields, type TaskProcess } from "./process.ts";
import type { SavedInit } from "./saved.ts";
import { type InitState, type InitVerb, type Status, statusOf } from "./state.ts";

export interface InitOptions extends InitCreation {
  readonly stdio: StdioPaths;
  /** The other processes that this shim knows to run in the container. */
  readonly execPids: () => number[];
}

export class InitProcess implements TaskProcess, OrderedInit {
  readonly id: string;
  readonly stdio: StdioPaths;
  /** Serialises the verbs that change the state. */
  readonly lock = new Lock();
  onOomKill: () => void = () => {};
  readonly #options: InitOptions;
  readonly #io: ProcessIo;
  readonly #runtime: Runtime;
  readonly #environment: ShimEnvironment;
  readonly #latch = new ExitLatch();
  readonly #life: InitLife;
  readonly #cgroup: InitCgroup;
  readonly #freeze: Freeze;
  readonly #kill: InitKill;

  constructor(options: InitOptions, environment: ShimEnvironment) {
    const { id, runtime, execPids } = options;
    this.id = id;
    this.stdio = options.stdio;
    this.#options = options;
    this.#io = options.io;
    this.#runtime = runtime;
    this.#environment = environment;
    const life = new InitLife(options.checkpoint === "" ? "created" : "createdCheckpoint");
    const cgroup = new InitCgroup({ id, life, holdsAll: runtime.isKnown, onOom: () => this.onOomKill() });
    const freeze = new Freeze({ id, life, cgroup, runtime });
    this.#life = life;
    this.#cgroup = cgroup;
    this.#freeze = freeze;
    this.#kill = new InitKill({ id, life, cgroup, freeze, runtime, reaper: environment.reaper, execPids });
  }

  /** Throws NotQuiet while a verb or its end is under way. */
  save(): SavedInit {
    const { options, checkpoint, parentCheckpoint, newCgroups } = this.#options;
    const latch = this.#latch.save();
    if (!this.lock.isFree || (this.exit !== undefined && latch === undefined)) throw new NotQuiet("init is not quiet");
    return {
      ...{ stdio: this.stdio, io: this.#io.save(), options, checkpoint, parentCheckpoint, newCgroups, latch },
      ...{ life: this.#life.save(), cgroup: this.#cgroup.save(), freeze: this.#freeze.save() },
    };
  }

  restore({ life, latch, cgroup, freeze }: SavedInit): void {
    this.#life.restore(life);
    this.#latch.restore(latch);
    this.#cgroup.restore(cgroup);
    this.#freeze.takeUp(freeze);
  }

  get state(): InitState {
    return this.#life.state;
  }

  get status(): Status {
    return statusOf(this.state.kind);
  }

  get pid(): number {
    return this.#life.pid;
  }

  get exit(): Exit | undefined {
    return this.#life.exit;
  }

  wait(caller: Caller): Promise<Exit | undefined> {
    return this.#latch.wait(caller);
  }

  resize(size: { rows: number; columns: number }): void {
    this.#io.resize(size);
  }

  closeStdin(): void {
    this.#io.closeStdin();
  }

  /** Makes the process, up to the point where it waits for `start`; nothing yet for a checkpoint. */
  async create(caller: Caller): Promise<void> {
    if (this.state.kind === "createdCheckpoint") return;
    this.#life.become("created", await createInit(this.#options, this.#environment.reaper, caller));
    this.#cgroup.findSoon();
  }

  /** Runs `runc start`, or `runc restore` for a checkpoint. */
  async start(caller: Caller): Promise<void> {
    this.allow("start");
    if (this.state.kind === "createdCheckpoint") {
      this.#life.become("running", await restoreInit(this.#options, this.#environment.reaper, caller));
      this.#cgroup.findSoon();
      return;
    }
    try {
      const started = this.#runtime.start(this.id, caller.signal);
      // While the runtime gets going: it lets the process go at its very end.
      this.#cgroup.find();
      await started;
    } catch (error) {
      throw describe(error, "OCI runtime start failed");
    }
    this.#life.become("running", this.pid);
  }

  /** Throws when `verb` is not allowed in the state. */
  allow(verb: InitVerb): void {
    this.#freeze.allow(verb);
  }

  pause(caller: Caller): Promise<void> {
    return this.#freeze.pause(caller);
  }

  resume(caller: Caller): Promise<void> {
    return this.#freeze.resume(caller);
  }

  /** `resources`: OCI LinuxResources as JSON, passed on byte by byte: its numbers may exceed 2^53. */
  async update(resources: Uint8Array, caller: Caller): Promise<void> {
    this.allow("update");
    // Its end is known, and only held back: the runtime would find a zombie (KF-092).
    if (this.#life.collected) throw new Error("cannot update a stopped container");
    try {
      await this.#runtime.update(this.id, resources, caller.signal);
    } catch (error) {
      throw rawRuntimeError(error);
    }
  }

  /** Writes an image of the container to `request.path`. Whatever happens, it is as frozen afterwards as before (KF-139). */
  async checkpoint(request: ImageRequest, caller: Caller): Promise<void> {
    this.allow("checkpoint");
    const { checkpoint } = await import("./checkpoint.ts");
    const { id, bundle, options } = this.#options;
    const { criuPath } = options;
    try {
      await checkpoint(this.#runtime, { id, pid: this.pid, bundle, criuPath, ...request }, caller.signal);
    } finally {
      await this.#freeze.restore();
    }
  }

  kill(signal: number, options: { all: boolean }, caller: Caller): Promise<void> {
    return this.#kill.kill(signal, options, caller);
  }

  /** An exec process was sent SIGKILL. */
  releaseKilled(pid: number): void {
    this.#freeze.releaseKilled(pid);
  }

  pids(caller: Caller): Promise<number[]> {
    return this.#kill.pids(caller);
  }

  /** The figures of now, also after the end as long as the cgroup is there; undefined when it is not. */
  metrics(): Promise<{ typeUrl: string; value: Uint8Array } | undefined> {
    return this.#cgroup.metrics();
  }

  // Its start and its end, in the order of exit-order.ts.

  tellStart(): void {
    this.#environment.publish("/tasks/start", { containerId: this.id, pid: this.pid });
  }

  noteCollected(exit: Exit): void {
    this.#life.noteCollected(exit);
    // It fails for itself alone, and comes first: nobody hears of the exit before the rest of this turn is done.
    storeExit(this.#options.bundle, exit);
  }

  killAll(): Promise<void> {
    return this.#kill.killAll();
  }

  applyExit(exit: Exit): void {
    this.#freeze.noteEnd();
    this.#life.applyExit(exit);
  }

  tellOomKill(): void {
    this.#environment.publish("/tasks/oom", { containerId: this.id });
  }

  findOomKills(): void {
    this.#cgroup.stopWatch();
  }

  outputRead(limitMs: number): Promise<void> | undefined {
    return this.#io.outputRead?.(limitMs);
  }

  tellExit(exit: Exit): void {
    const { id, pid } = this;
    this.#latch.open(exit);
    this.#environment.publish("/tasks/exit", { containerId: id, id, pid, ...exitFields(exit) });
  }

  afterExit(): void {
    this.#freeze.thawRest();
    this.#io.processEnded();
  }

  endForDelete(caller: Caller): Promise<void> {
    return endForDelete(this, { kill: this.#kill, latch: this.#latch }, caller);
  }

  /** Removes the container from the runtime and closes the stdio. The state stays what it was when this fails. */
  delete(caller: Caller): Promise<void> {
    return deleteInit({ id: this.id, io: this.#io, runtime: this.#runtime }, caller);
  }

  markDeleted(): void {
    attempt("failed to look for OOM kills", { id: this.id }, () => this.#cgroup.stopWatch());
    this.#life.becomeDeleted();
    this.#latch.open(this.exit);
  }
}
