// The task service: request ↔ container call. No bookkeeping beyond the table of containers.
import { containerd } from "../../proto/gen/task.js";
import { NotQuiet } from "../../sys/saved.ts";
import { empty, method, repeatable, type Service } from "../../ttrpc/method.ts";
import { ShimError } from "../base/errdefs.ts";
import { adoptLog } from "../base/log.ts";
import { storeDeleted } from "../bundle/delete-answer.ts";
import * as layout from "../bundle/layout.ts";
import { isDeparting, stdioGone } from "../stdio/departing.ts";
import type { Container } from "./container.ts";
import { createContainer } from "./create-container.ts";
import type { ShimEnvironment } from "./environment.ts";
import { exitFields, type TaskProcess } from "./process.ts";
import { processInfo } from "./process-info.ts";
import type { SavedTasks } from "./saved.ts";

const {
  CheckpointTaskRequest,
  CloseIORequest,
  ConnectRequest,
  ConnectResponse,
  CreateTaskRequest,
  CreateTaskResponse,
  DeleteRequest,
  DeleteResponse,
  ExecProcessRequest,
  KillRequest,
  PauseRequest,
  PidsRequest,
  PidsResponse,
  ResizePtyRequest,
  ResumeRequest,
  ShutdownRequest,
  StartRequest,
  StartResponse,
  StateRequest,
  StateResponse,
  StatsRequest,
  StatsResponse,
  UpdateTaskRequest,
  WaitRequest,
  WaitResponse,
} = containerd.task.v2;

/** Names under which the same methods are served (docs/contract/wire.md 3). */
export const taskServiceNames = ["containerd.task.v2.Task", "containerd.task.v3.Task"] as const;

export interface TaskServiceOptions {
  readonly environment: ShimEnvironment;
  /** Called when Shutdown was asked for, with its id, and no container is left; the answer is sent first. */
  readonly onShutdown: (id: string) => void;
  /** Called whenever the last container has gone, or could not be made. */
  readonly onEmpty: () => void;
  /** Called for each container that was made. */
  readonly onUsed: () => void;
  /** Called for a Connect of a container that is not there. */
  readonly onMissed: () => void;
}

export class TaskService {
  readonly #environment: ShimEnvironment;
  readonly #owner: TaskServiceOptions;
  /** Undefined while Create is at it: the id is taken, the container not there yet. */
  readonly #containers = new Map<string, Container | undefined>();
  /** Deletes that have begun and are not answered. */
  #deleting = 0;
  /** The id that came with the last one. */
  #shutdownAsked: string | undefined;

  constructor(options: TaskServiceOptions) {
    this.#environment = options.environment;
    this.#owner = options;
  }

  /** Throws NotQuiet while a container is made or removed. */
  save(): SavedTasks {
    if (this.#deleting > 0 || isDeparting()) throw new NotQuiet("something is deleted");
    const containers = [...this.#containers.values()].map((container) => {
      if (container === undefined) throw new NotQuiet("a container is made");
      return container.save();
    });
    return { containers, shutdownAsked: this.#shutdownAsked };
  }

  /** Before anything is asked. */
  async restore({ containers, shutdownAsked }: SavedTasks): Promise<void> {
    const { restoreContainer } = await import("./restore-container.ts");
    this.#shutdownAsked = shutdownAsked;
    for (const saved of containers) this.#containers.set(saved.id, await restoreContainer(saved, this.#environment));
  }

  /** Containers that exist or are being made. */
  get size(): number {
    return this.#containers.size;
  }

  get containers(): Container[] {
    return [...this.#containers.values()].filter((container) => container !== undefined);
  }

  /** Resolves when what closed stdio has left is gone: a shim that leaves earlier would leave it behind. */
  departed(): Promise<void> {
    return stdioGone();
  }

  /** A Shutdown came when containers were left, and none is now: nobody may come to say it again (KF-026, KF-028). */
  get forgotten(): boolean {
    return this.#shutdownAsked !== undefined && this.#containers.size === 0 && this.#deleting === 0;
  }

  #container(id: string): Container {
    const container = this.#containers.get(id);
    if (container === undefined) throw new ShimError("not-found", "container not created");
    return container;
  }

  readonly methods: Service = {
    Create: method(CreateTaskRequest, CreateTaskResponse, async (request, context) => {
      const { id } = request;
      adoptLog(layout.log(request.bundle));
      if (this.#containers.has(id)) throw new ShimError("already-exists", `container with id ${id}`);
      this.#containers.set(id, undefined);
      try {
        const container = await createContainer(request, this.#environment, context);
        this.#containers.set(id, container);
        this.#owner.onUsed();
        return { pid: container.init.pid };
      } catch (error) {
        this.#forget(id);
        context.onAnswered(() => this.#obeyForgotten());
        throw error;
      }
    }),

    Start: method(StartRequest, StartResponse, async ({ id, execId }, context) => {
      const container = this.#container(id);
      const pid = execId === "" ? await container.startInit(context) : await container.startExec(execId, context);
      return { pid };
    }),

    State: method(StateRequest, StateResponse, ({ id, execId }) => {
      const container = this.#container(id);
      const process = container.process(execId);
      return {
        id: process.id,
        bundle: container.bundle,
        pid: process.pid,
        status: container.statusOf(process),
        ...process.stdio,
        ...exitFields(process.exit),
      };
    }),

    Wait: repeatable(
      method(WaitRequest, WaitResponse, async ({ id, execId }, context) => {
        return exitFields(await this.#container(id).process(execId).wait(context));
      }),
    ),

    Kill: method(KillRequest, empty, ({ id, execId, signal, all }, context) =>
      this.#container(id).process(execId).kill(signal, { all }, context),
    ),

    Exec: method(ExecProcessRequest, empty, (request) => {
      this.#container(request.id).addExec(request);
    }),

    Delete: method(DeleteRequest, DeleteResponse, async ({ id, execId }, context) => {
      const container = this.#container(id);
      if (execId !== "") return container.deleteExec(execId, context);
      this.#deleting += 1;
      context.onAnswered(() => {
        this.#deleting -= 1;
        this.#obeyForgotten();
      });
      const result = await container.delete(context);
      context.onAnswered(() => this.#leaveAnswer(container));
      if (this.#containers.get(id) === container) this.#forget(id);
      return result;
    }),

    Pids: method(PidsRequest, PidsResponse, async ({ id }, context) => {
      const container = this.#container(id);
      const pids = await container.pids(context);
      const execIds = container.execIds();
      return { processes: await Promise.all(pids.map((pid) => processInfo(pid, execIds.get(pid)))) };
    }),

    Pause: method(PauseRequest, empty, ({ id }, context) => this.#container(id).pause(context)),

    Resume: method(ResumeRequest, empty, ({ id }, context) => this.#container(id).resume(context)),

    ResizePty: method(ResizePtyRequest, empty, ({ id, execId, width, height }) => {
      this.#container(id).process(execId).resize({ rows: height, columns: width });
    }),

    CloseIO: method(CloseIORequest, empty, ({ id, execId }) => {
      processForCloseIo(this.#container(id), execId).closeStdin();
    }),

    Connect: method(ConnectRequest, ConnectResponse, ({ id }) => {
      if (!this.#containers.has(id)) this.#owner.onMissed();
      return { shimPid: process.pid, taskPid: this.#containers.get(id)?.init.pid ?? 0 };
    }),

    Shutdown: method(ShutdownRequest, empty, ({ id }, context) => {
      this.#shutdownAsked = id;
      if (this.forgotten) context.onAnswered(() => this.#owner.onShutdown(id));
    }),

    Update: method(UpdateTaskRequest, empty, ({ id, resources }, context) => {
      const container = this.#container(id);
      if (resources === null || resources === undefined) throw new ShimError("invalid-argument", "no resources");
      return container.update(resources.value ?? new Uint8Array(0), context);
    }),

    Stats: method(StatsRequest, StatsResponse, async ({ id }) => ({ stats: await this.#container(id).metrics() })),

    Checkpoint: method(CheckpointTaskRequest, empty, ({ id, path, options }, context) =>
      this.#container(id).checkpoint({ path, options }, context),
    ),
  };

  #forget(id: string): void {
    this.#containers.delete(id);
    this.#environment.onGone?.(id);
    if (this.#containers.size === 0) this.#owner.onEmpty();
  }

  /** For the `delete` that containerd runs next: there is nothing left to do. */
  #leaveAnswer({ bundle, init: { pid, exit } }: Container): void {
    // Where it removes the bundle at once, a file that appears meanwhile would be in its way.
    if (this.#environment.endsWithDelete?.() === false) return;
    if (exit !== undefined) storeDeleted(bundle, this.#environment.socketPath, { pid, exit });
  }

  /** A Shutdown that came during the last Delete (KF-026), or a Create that failed, will not be repeated. */
  #obeyForgotten(): void {
    if (this.forgotten) this.#owner.onShutdown(this.#shutdownAsked ?? "");
  }
}

/** Upstream answers an unknown exec id here with the usual text but without a class. */
function processForCloseIo(container: Container, execId: string): TaskProcess {
  try {
    return container.process(execId);
  } catch (error) {
    throw new Error((error as Error).message, { cause: error });
  }
}
