// A container: its bundle, its init process and its exec processes, and the verbs that concern more than one of them.
import { linuxResources, ProcessSpec } from "../../oci/request-objects.ts";
import type { Runtime } from "../../oci/runc.ts";
import type { containerd } from "../../proto/gen/task.js";
import { NotQuiet } from "../../sys/saved.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { errorFields, log } from "../base/log.ts";
import { checkedJson, checkId, checkStdio } from "../base/request-check.ts";
import * as layout from "../bundle/layout.ts";
import { unmountRecursive } from "../rootfs/mounts.ts";
import type { IoOwner, StdioPaths } from "../stdio/process-io.ts";
import type { ImageRequest } from "./checkpoint.ts";
import type { Caller, ShimEnvironment } from "./environment.ts";
import { ExecProcess } from "./exec-process.ts";
import type { Execs } from "./execs.ts";
import { ExitOrder } from "./exit-order.ts";
import type { InitProcess } from "./init-process.ts";
import { JointCaller } from "./joint-caller.ts";
import { type ExitFields, exitFields, stdioPaths, type TaskProcess } from "./process.ts";
import type { SavedContainer } from "./saved.ts";
import type { Status } from "./state.ts";

type CreateRequest = containerd.task.v2.CreateTaskRequest;
type ExecRequest = containerd.task.v2.ExecProcessRequest;

/** What create-container.ts has made. */
export interface ContainerParts {
  readonly id: string;
  readonly bundle: string;
  /** Mounts of the rootfs were this program's to make, and are to remove. */
  readonly hasRootfsMounts: boolean;
  readonly init: InitProcess;
  readonly execs: Execs;
  readonly runtime: Runtime;
  readonly privatePidNamespace: boolean;
  /** Of the execs' stdio. */
  readonly ioOwner: IoOwner;
}

/** A Delete under way, and who waits for it. */
interface Deletion {
  readonly callers: JointCaller;
  readonly work: Promise<void>;
}

export class Container {
  readonly id: string;
  readonly bundle: string;
  readonly init: InitProcess;
  readonly #parts: ContainerParts;
  readonly #execs: Execs;
  readonly #order: ExitOrder;
  readonly #environment: ShimEnvironment;
  #deletion: Deletion | undefined;

  constructor(parts: ContainerParts, environment: ShimEnvironment) {
    const { id, bundle, init, execs, privatePidNamespace } = parts;
    this.id = id;
    this.bundle = bundle;
    this.init = init;
    this.#parts = parts;
    this.#execs = execs;
    this.#environment = environment;
    this.#order = new ExitOrder({ init, reaper: environment.reaper, privatePidNamespace });
  }

  /** Publishes /tasks/create, and then what there is to tell of init. */
  tellCreated({ id, bundle, rootfs, checkpoint }: CreateRequest): void {
    const { stdio: io, pid } = this.init;
    this.#environment.publish("/tasks/create", { containerId: id, bundle, rootfs, io, checkpoint, pid });
    this.#order.adoptInit();
  }

  /** Throws NotQuiet while a verb or an end is under way. */
  save(): SavedContainer {
    if (this.#deletion !== undefined) throw new NotQuiet(`container ${this.id} is deleted`);
    const { id, bundle, hasRootfsMounts, privatePidNamespace, ioOwner, runtime } = this.#parts;
    return {
      ...{ id, bundle, hasRootfsMounts, privatePidNamespace, ioOwner, runtime: runtime.options },
      init: this.init.save(),
      execs: this.#execs.all().map((exec) => exec.save()),
      order: this.#order.save(),
    };
  }

  /** Its execs are there already. */
  restore({ order }: SavedContainer): void {
    const running = this.#execs.all().filter(({ state }) => state.kind === "running");
    this.#order.restore(order, running);
  }

  /** Of the container's execs, one that is not started. */
  newExec(id: string, stdio: StdioPaths, spec: ProcessSpec | undefined): ExecProcess {
    const { bundle } = this;
    const { runtime, ioOwner: owner } = this.#parts;
    const onKilled = (pid: number) => this.init.releaseKilled(pid);
    const exec = new ExecProcess(
      { containerId: this.id, id, bundle, stdio, spec, runtime, owner, onKilled },
      this.#environment,
    );
    this.#execs.add(exec);
    return exec;
  }

  /** The process with this exec id; init for an empty one. Throws `not-found`. */
  process(execId: string): TaskProcess {
    return execId === "" ? this.init : this.#execs.get(execId);
  }

  get execs(): ExecProcess[] {
    return this.#execs.all();
  }

  /** No process of a frozen container runs. */
  statusOf(process: TaskProcess): Status {
    const { kind } = this.init.state;
    return kind === "paused" || kind === "pausing" ? this.init.status : process.status;
  }

  /** By the pids of the exec processes. */
  execIds(): Map<number, string> {
    return new Map(this.#execs.all().map(({ pid, id }) => [pid, id]));
  }

  startInit(caller: Caller): Promise<number> {
    return this.init.lock.run(caller, async () => {
      await this.#order.startInit(() => this.init.start(caller));
      return this.init.pid;
    });
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
    const work = this.init.lock.run(callers, () => this.#order.delete(callers, () => this.#remove(callers)));
    const deletion = { callers, work };
    const end = () => {
      if (this.#deletion === deletion) this.#deletion = undefined;
    };
    work.then(end, end);
    return deletion;
  }

  async #remove(caller: Caller): Promise<void> {
    await this.init.delete(caller);
    // At once: each may wait for its output as long as Delete has time for all.
    await Promise.all(this.#execs.all().map((exec) => exec.delete(caller).catch(() => {})));
    // Whatever the runtime answered, on every attempt (KF-044).
    if (this.#parts.hasRootfsMounts) {
      try {
        await unmountRecursive(layout.rootfs(this.bundle));
      } catch (error) {
        log("warning", "failed to cleanup rootfs mount", { id: this.id, ...errorFields(error) });
        throw new Error(`failed rootfs umount: ${messageOf(error)}`, { cause: error });
      }
    }
    for (const exec of this.#execs.all()) exec.markDeleted();
    this.init.markDeleted();
    const { pid, exit } = this.init;
    this.#environment.publish("/tasks/delete", { containerId: this.id, pid, ...exitFields(exit) });
  }

  addExec(request: ExecRequest): void {
    const { execId, stdin, stdout, stderr } = request;
    checkId("exec id", execId);
    this.#execs.checkNew(execId);
    checkStdio([stdin, stdout, stderr]);
    const spec = checkedJson("exec spec", () => new ProcessSpec(request.spec?.value ?? new Uint8Array(0)));
    this.init.allow("exec");
    this.newExec(execId, stdioPaths(request), spec);
    this.#environment.publish("/tasks/exec-added", { containerId: this.id, execId });
  }

  async startExec(execId: string, caller: Caller): Promise<number> {
    const exec = this.#execs.get(execId);
    await exec.lock.run(caller, () => this.#order.startExec(exec, () => exec.start(caller)));
    return exec.pid;
  }

  async deleteExec(execId: string, caller: Caller): Promise<ExitFields & { pid: number }> {
    const exec = this.#execs.get(execId);
    return exec.lock.run(caller, async () => {
      await exec.delete(caller);
      exec.markDeleted();
      this.#execs.remove(exec);
      return { pid: exec.pid, ...exitFields(exec.exit) };
    });
  }

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
        checkedJson("resources", () => linuxResources(resources)),
        caller,
      );
    });
  }

  checkpoint(request: ImageRequest, caller: Caller): Promise<void> {
    return this.init.lock.run(caller, () => this.init.checkpoint(request, caller));
  }

  /** Throws `not-found` when there are no figures. */
  async metrics(): Promise<{ typeUrl: string; value: Uint8Array }> {
    const metrics = await this.init.metrics();
    if (metrics === undefined) throw new ShimError("not-found", "cgroup does not exist");
    return metrics;
  }

  /** Host pids of the container's processes. */
  async pids(caller: Caller): Promise<number[]> {
    switch (this.init.state.kind) {
      case "createdCheckpoint":
      case "stopped":
      case "deleted":
        return [];
      default:
        return this.init.pids(caller);
    }
  }
}
