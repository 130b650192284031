// A container: its bundle, its init process, its exec processes, and the order in which their ends become known.
import { linuxResources, ProcessSpec } from "../../oci/request-objects.ts";
import { Runtime } from "../../oci/runc.ts";
import { type BundleSpec, readSpec } from "../../oci/spec.ts";
import type { containerd } from "../../proto/gen/task.js";
import { zeroTime } from "../../sys/clock.ts";
import { makeDirectory } from "../../sys/directory.ts";
import { errnoOf } from "../../sys/errno.ts";
import type { Exit } from "../../sys/reaper.ts";
import { rawRuntimeError, ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { attempt, errorFields, log } from "../base/log.ts";
import { checkBundle, checkId, checkStdio, checkText } from "../base/request-check.ts";
import { forgetDeleted } from "../bundle/delete-answer.ts";
import { storeExit } from "../bundle/exit-record.ts";
import { recordNewCgroups } from "../bundle/new-cgroups.ts";
import { decodeOptions, type PackedOptions } from "../bundle/options.ts";
import { type RuncOptions, runtimeBinary, runtimeRoot, storeOptions } from "../bundle/stored-options.ts";
import { mountRootfs, unmountRecursive } from "../rootfs/mounts.ts";
import { mayHoldFifo } from "../stdio/confinement.ts";
import { openIo } from "../stdio/open.ts";
import type { ProcessIo, StdioPaths } from "../stdio/process-io.ts";
import { type Caller, type ShimEnvironment, untilAborted } from "./environment.ts";
import { ExecProcess } from "./exec-process.ts";
import { tellWhenRead } from "./exit-notice.ts";
import { InitProcess } from "./init-process.ts";
import { JointCaller } from "./joint-caller.ts";
import { SIGKILL, signalProcess } from "./signal.ts";

type CreateRequest = containerd.task.v2.CreateTaskRequest;
type ExecRequest = containerd.task.v2.ExecProcessRequest;

/** The end of a process as replies and events carry it. */
export interface ExitFields {
  readonly exitStatus: number;
  readonly exitedAt: { readonly seconds: number; readonly nanos: number };
}

export function exitFields(exit: Exit | undefined): ExitFields {
  return { exitStatus: exit?.status ?? 0, exitedAt: exit?.at ?? zeroTime };
}

export type Process = InitProcess | ExecProcess;

/** A Delete under way, and who waits for it. */
interface Deletion {
  readonly callers: JointCaller;
  readonly work: Promise<void>;
}

const findCgroupAfterMs = 50;

export class Container {
  readonly id: string;
  readonly bundle: string;
  readonly init: InitProcess;
  readonly runtime: Runtime;
  readonly #environment: ShimEnvironment;
  readonly #options: RuncOptions;
  readonly #spec: BundleSpec;
  readonly #hasRootfsMounts: boolean;
  readonly #execs = new Map<string, ExecProcess>();
  /** Exec processes from the beginning of their Start until their exit is published (KF-001, KF-003). */
  #liveExecs = 0;
  /** A Start of init is under way: its event comes before the exit's (KF-004). */
  #starting = false;
  #killingAll: Promise<void> | undefined;
  /** Init's exit is known and not told yet. */
  #telling: Promise<void> | undefined;
  #deletion: Deletion | undefined;
  #findingCgroup: NodeJS.Timeout | undefined;

  private constructor(
    request: CreateRequest,
    parts: { init: InitProcess; runtime: Runtime; options: RuncOptions; spec: BundleSpec },
    environment: ShimEnvironment,
  ) {
    this.id = request.id;
    this.bundle = request.bundle;
    this.init = parts.init;
    this.runtime = parts.runtime;
    this.#options = parts.options;
    this.#spec = parts.spec;
    this.#hasRootfsMounts = request.rootfs.length > 0;
    this.#environment = environment;
    this.init.execPids = () =>
      [...this.#execs.values()].filter(({ state }) => state.kind === "running").map(({ pid }) => pid);
  }

  /**
   * Makes the container up to the point where its init waits for `start`, and publishes /tasks/create.
   * A failure at any step leaves nothing behind.
   */
  static async create(request: CreateRequest, environment: ShimEnvironment, caller: Caller): Promise<Container> {
    const { id, bundle } = request;
    checkId("id", id);
    checkBundle(bundle);
    const { stdin, stdout, stderr, checkpoint: image, parentCheckpoint: parent } = request;
    checkStdio([stdin, stdout, stderr]);
    checkText("a path", [image, parent]);
    checkText("a rootfs mount", request.rootfs);
    const options = await decodeOptions(request.options);
    checkText("a runtime option", options);
    const spec = readSpec(bundle);
    const rootfs = `${bundle}/rootfs`;
    const mounts = request.rootfs.map((mount) => ({
      type: mount.type ?? "",
      source: mount.source ?? "",
      target: mount.target ?? "",
      options: mount.options ?? [],
    }));
    // What `delete` needs is on disk before the step that needs it (invariant 12).
    forgetDeleted(bundle);
    storeOptions(bundle, options);
    const newCgroups = recordNewCgroups(bundle, spec.cgroupsPath);
    let io: ProcessIo | undefined;
    const release = environment.reaper.hold();
    try {
      if (mounts.length > 0) {
        makeRootfsDirectory(rootfs);
        try {
          await mountRootfs(rootfs, mounts);
        } catch (error) {
          throw new Error(`failed to mount rootfs component: ${messageOf(error)}`, { cause: error });
        }
      }
      const stdio = stdioPaths(request);
      io = await openIo(stdio, {
        owner: { uid: options.ioUid, gid: options.ioGid },
        id,
        namespace: environment.namespace,
        bundle,
        mayHoldFifo: options.stdio !== "pipes" && mayHoldFifo(spec),
        deadlineMs: caller.deadlineMs,
      });
      const runtime = new Runtime({
        binary: runtimeBinary(options),
        root: runtimeRoot(options, { namespace: environment.namespace, bundle }),
        bundle,
        systemdCgroup: options.systemdCgroup,
      });
      const { checkpoint, parentCheckpoint } = request;
      const init = new InitProcess(
        { id, bundle, stdio, io, runtime, options, checkpoint, parentCheckpoint, newCgroups },
        environment,
      );
      await init.create(caller);
      const container = new Container(request, { init, runtime, options, spec }, environment);
      environment.publish("/tasks/create", {
        containerId: id,
        bundle,
        rootfs: request.rootfs,
        io: stdio,
        checkpoint,
        pid: init.pid,
      });
      container.#adoptInit();
      return container;
    } catch (error) {
      await io?.close();
      if (mounts.length > 0) await unmountQuietly(rootfs);
      throw error;
    } finally {
      release();
    }
  }

  /** The process with this exec id; init for an empty one. Throws `not-found`. */
  process(execId: string): Process {
    return execId === "" ? this.init : this.exec(execId);
  }

  exec(execId: string): ExecProcess {
    const exec = this.#execs.get(execId);
    if (exec === undefined) throw new ShimError("not-found", `process does not exist ${execId}`);
    return exec;
  }

  get execs(): Iterable<ExecProcess> {
    return this.#execs.values();
  }

  // Init.

  startInit(caller: Caller): Promise<number> {
    return this.init.lock.run(caller, async () => {
      const restoring = this.init.state.kind === "createdCheckpoint";
      const release = this.#environment.reaper.hold();
      this.#starting = true;
      try {
        const started = this.init.start(caller);
        // While the runtime gets going: it lets the process go at its very end.
        this.#findCgroup();
        await started;
        this.#environment.publish("/tasks/start", { containerId: this.id, pid: this.init.pid });
        if (restoring) this.#adoptInit();
        return this.init.pid;
      } finally {
        this.#starting = false;
        release();
        this.#settleInit();
      }
    });
  }

  #adoptInit(): void {
    const { pid } = this.init;
    if (pid === 0) return;
    this.#environment.reaper.adopt(pid, (exit) => {
      this.init.noteCollected(exit);
      clearTimeout(this.#findingCgroup);
      // It fails for itself alone, and comes first: nobody hears of the exit before the rest of this turn is done.
      storeExit(this.bundle, exit);
      if (!this.#spec.privatePidNamespace) this.#killingAll = this.init.killAll();
      this.#settleInit();
    });
    // Start does it; this is for one that is not started, and out of the way of a Start that comes at once.
    this.#findingCgroup = setTimeout(() => this.#findCgroup(), findCgroupAfterMs);
    this.#findingCgroup.unref();
  }

  #findCgroup(): void {
    clearTimeout(this.#findingCgroup);
    this.init.findCgroup();
  }

  /**
   * Init's exit is the last of its container: applied when no Start is under way and no exec is left (KF-001, KF-004).
   *
   * State, waiters and the event can't fail: they open nothing. What does is tried beside them, each step for itself, since the limit
   * of descriptors may be reached.
   */
  #settleInit(): void {
    if (!this.init.collected || this.init.exit !== undefined || this.#starting || this.#liveExecs > 0) return;
    const { id } = this;
    const { pid } = this.init;
    const exit = this.init.applyExit();
    // An OOM kill is told before the exit that it caused (KF-085). Nobody waits for either to be delivered (KF-086).
    attempt("failed to look for OOM kills", { id }, () => this.init.cgroup?.stopWatch());
    this.#telling = tellWhenRead(this.init.io, () => {
      this.init.latch.open(exit);
      this.#environment.publish("/tasks/exit", { containerId: id, id, pid, ...exitFields(exit) });
    });
    this.init.afterExit();
  }

  /**
   * Removes the container, publishes /tasks/delete and resolves with how init ended. A call that comes while another one
   * is at it joins it (KF-025).
   */
  async delete(caller: Caller): Promise<ExitFields & { pid: number }> {
    // One that all of its callers have given up is not joined, but waited for.
    if (this.#deletion === undefined || this.#deletion.callers.signal.aborted)
      this.#deletion = this.#beginDelete(caller);
    const { callers, work } = this.#deletion;
    await callers.join(caller, work);
    return { pid: this.init.pid, ...exitFields(this.init.exit) };
  }

  #beginDelete(caller: Caller): Deletion {
    const callers = new JointCaller(caller);
    const work = this.init.lock.run(callers, () => this.#delete(callers));
    const deletion = { callers, work };
    const end = () => {
      if (this.#deletion === deletion) this.#deletion = undefined;
    };
    work.then(end, end);
    return deletion;
  }

  async #delete(caller: Caller): Promise<void> {
    if (this.#killingAll !== undefined) await untilAborted(this.#killingAll, caller.signal);
    await this.#telling;
    await this.init.delete(caller);
    for (const exec of this.#execs.values()) await exec.delete(caller).catch(() => {});
    // Whatever the runtime answered, on every attempt (KF-044).
    if (this.#hasRootfsMounts) {
      try {
        await unmountRecursive(`${this.bundle}/rootfs`);
      } catch (error) {
        log("warning", "failed to cleanup rootfs mount", { id: this.id, ...errorFields(error) });
        throw new Error(`failed rootfs umount: ${messageOf(error)}`, { cause: error });
      }
    }
    attempt("failed to look for OOM kills", { id: this.id }, () => this.init.cgroup?.stopWatch());
    this.init.markDeleted();
    this.#environment.publish("/tasks/delete", {
      containerId: this.id,
      pid: this.init.pid,
      ...exitFields(this.init.exit),
    });
  }

  // Exec processes.

  addExec(request: ExecRequest): void {
    const { execId } = request;
    checkId("exec id", execId);
    if (this.#execs.has(execId)) throw new ShimError("already-exists", `id ${execId}`);
    checkStdio([request.stdin, request.stdout, request.stderr]);
    const spec = checked("exec spec", () => new ProcessSpec(request.spec?.value ?? new Uint8Array(0)));
    this.init.allow("exec");
    this.#execs.set(
      execId,
      new ExecProcess(
        {
          containerId: this.id,
          id: execId,
          bundle: this.bundle,
          stdio: stdioPaths(request),
          spec,
          runtime: this.runtime,
          owner: { uid: this.#options.ioUid, gid: this.#options.ioGid },
          onKilled: (pid) => this.init.releaseKilled(pid),
        },
        this.#environment,
      ),
    );
    this.#environment.publish("/tasks/exec-added", { containerId: this.id, execId });
  }

  startExec(execId: string, caller: Caller): Promise<number> {
    const exec = this.exec(execId);
    return exec.lock.run(caller, async () => {
      if (this.init.collected) {
        throw new ShimError("failed-precondition", `container ${this.id} init process is not running`);
      }
      this.#liveExecs += 1;
      // Until the pid is known and adopted, the new process is a stranger to the reaper.
      const release = this.#environment.reaper.hold();
      try {
        await exec.start(caller);
      } catch (error) {
        this.#execGone();
        release();
        throw error;
      }
      const { pid } = exec;
      this.#environment.publish("/tasks/exec-started", { containerId: this.id, execId, pid });
      this.#adoptExec(exec);
      if (this.init.collected && !this.#spec.privatePidNamespace) {
        attempt("failed to end a late exec", { id: this.id, execId }, () => this.#endLateExec(exec));
      }
      release();
      return pid;
    });
  }

  /** As with init's exit: first what can't fail. */
  #adoptExec(exec: ExecProcess): void {
    const { id, pid } = exec;
    this.#environment.reaper.adopt(pid, (exit) => {
      exec.applyExit(exit);
      exec.tellExit(exit, () => {
        this.#environment.publish("/tasks/exit", { containerId: this.id, id, pid, ...exitFields(exit) });
        this.#execGone();
      });
      exec.afterExit();
    });
  }

  /** The runtime forked it after init's end, having looked at init before: the kill of all came too early for it (KF-003). */
  #endLateExec(exec: ExecProcess): void {
    if (exec.exit !== undefined) return;
    signalProcess(exec.pid, SIGKILL);
    const earlier = this.#killingAll;
    this.#killingAll = this.init.killAll().then(() => earlier);
  }

  #execGone(): void {
    this.#liveExecs -= 1;
    this.#settleInit();
  }

  deleteExec(execId: string, caller: Caller): Promise<ExitFields & { pid: number }> {
    const exec = this.exec(execId);
    return exec.lock.run(caller, async () => {
      await exec.delete(caller);
      exec.markDeleted();
      this.#execs.delete(execId);
      return { pid: exec.pid, ...exitFields(exec.exit) };
    });
  }

  // The whole.

  pause(caller: Caller): Promise<void> {
    return this.init.lock.run(caller, async () => {
      await this.init.pause(caller);
      this.#environment.publish("/tasks/paused", { containerId: this.id });
    });
  }

  resume(caller: Caller): Promise<void> {
    return this.init.lock.run(caller, async () => {
      await this.init.resume(caller);
      this.#environment.publish("/tasks/resumed", { containerId: this.id });
    });
  }

  /** `resources`: OCI LinuxResources as JSON. Throws `invalid-argument` for what is none. */
  update(resources: Uint8Array, caller: Caller): Promise<void> {
    return this.init.lock.run(caller, async () => {
      this.init.allow("update");
      await this.init.update(
        checked("resources", () => linuxResources(resources)),
        caller,
      );
    });
  }

  checkpoint(request: { path: string; options: PackedOptions | null | undefined }, caller: Caller): Promise<void> {
    return this.init.lock.run(caller, () => this.init.checkpoint(request, caller));
  }

  /** The figures of now, also after the end as long as the cgroup is there. Throws `not-found` when it is not. */
  async metrics(): Promise<{ typeUrl: string; value: Uint8Array }> {
    this.#findCgroup();
    const metrics = await this.init.cgroup?.metrics();
    if (metrics === undefined) throw new ShimError("not-found", "cgroup does not exist");
    return metrics;
  }

  async pids(caller: Caller): Promise<number[]> {
    switch (this.init.state.kind) {
      case "created":
      case "running":
      case "pausing":
      case "paused":
        this.#findCgroup();
        if (this.init.ownCgroup !== undefined) return this.init.pids(this.init.ownCgroup);
        try {
          return await this.runtime.ps(this.id, caller.signal);
        } catch (error) {
          throw rawRuntimeError(error);
        }
      case "createdCheckpoint":
      case "stopped":
      case "deleted":
        return [];
    }
  }
}

function stdioPaths(request: CreateRequest | ExecRequest): StdioPaths {
  const { stdin, stdout, stderr, terminal } = request;
  return { stdin, stdout, stderr, terminal };
}

/** JSON of a request: what is wrong with it is the caller's mistake. */
function checked<T>(what: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ShimError("invalid-argument", `${what}: ${error.message}`, { cause: error });
  }
}

function makeRootfsDirectory(path: string): void {
  try {
    makeDirectory(path, 0o711);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

async function unmountQuietly(path: string): Promise<void> {
  try {
    await unmountRecursive(path);
  } catch (error) {
    log("warning", "failed to cleanup rootfs mount", { path, ...errorFields(error) });
  }
}
