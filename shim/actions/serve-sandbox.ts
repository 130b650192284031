// The shim of a pod: the sandbox service beside the task service, and what each wants of the other. Loaded when `start` ran in a
// sandbox's bundle.

import { sleep } from "../../sys/clock.ts";
import { removeFile } from "../../sys/file.ts";
import type { Reaper } from "../../sys/reaper.ts";
import type { Server } from "../../ttrpc/server.ts";
import { attempt, errorFields, log } from "../base/log.ts";
import { storeDeleted } from "../bundle/delete-answer.ts";
import * as layout from "../bundle/layout.ts";
import { addPodFiles } from "../sandbox/container-spec.ts";
import { forgetMember, forgetMembers, recordCgroups, recordMember } from "../sandbox/members.ts";
import type { PodContainers } from "../sandbox/sandbox.ts";
import { SandboxService, sandboxServiceName } from "../sandbox/sandbox-service.ts";
import type { SavedSandbox } from "../sandbox/saved.ts";
import type { SandboxState } from "../sandbox/state.ts";
import type { Container } from "../task/container.ts";
import type { Caller, NewContainer } from "../task/environment.ts";
import { Status } from "../task/state.ts";
import type { TaskService } from "../task/task-service.ts";

const SIGTERM = 15;
const SIGKILL = 9;

/** For the whole end of a pod's containers, and for their removal. */
const endLimitMs = 10_000;

export interface SandboxServing {
  readonly namespace: string;
  readonly socketPath: string;
  readonly reaper: Reaper;
  readonly tasks: () => TaskService;
  readonly onUsed: () => void;
  /** The shim shall leave. */
  readonly onShutdown: () => void;
}

/** What the rest of the shim has to know of a sandbox. */
export interface ServedSandbox {
  /** Only ShutdownSandbox ends the shim. */
  readonly isHeld: boolean;
  /** What another image of this process goes on with. Throws NotQuiet. */
  save(): SavedSandbox;
  restore(saved: SavedSandbox): void;
  /** Registers the service. */
  register(rpc: Server): void;
  /** Called before anything is made of a container. Throws ShimError when none can be made. */
  prepare(container: NewContainer): void;
  /** Called with the cgroups that are about to be made for it. Throws SysError. */
  onNewCgroups(id: string, directories: readonly string[]): void;
  /** Called when nothing is left of one. */
  onGone(id: string): void;
  /** A Shutdown of the task service came with this id. Returns whether that is the sandbox's to obey. */
  shutdown(id: string): boolean;
}

export function serveSandbox(serving: SandboxServing): ServedSandbox {
  const { namespace, reaper, socketPath } = serving;
  const containers = podContainers(serving.tasks);
  const environment = { namespace, reaper, containers };
  const service = new SandboxService({
    environment,
    onUsed: serving.onUsed,
    onRemoved: (state) => leaveAnswer(state, socketPath),
    onShutdown: serving.onShutdown,
  });
  return {
    get isHeld() {
      return service.current !== undefined;
    },
    save: () => service.save(),
    restore: (saved) => service.restore(saved),
    register: (rpc) => rpc.register(sandboxServiceName, service.methods),
    prepare(container) {
      const { current } = service;
      if (current === undefined) return;
      current.requireReady();
      recordMember(current.state.bundle, container);
      addPodFiles(container.bundle, current.state);
    },
    onNewCgroups(id, directories) {
      if (service.current !== undefined) recordCgroups(service.current.state.bundle, id, directories);
    },
    onGone(id) {
      const { current } = service;
      if (current === undefined) return;
      attempt("failed to forget a container of the pod", { id }, () => forgetMember(current.state.bundle, id));
    },
    shutdown(id) {
      if (service.current?.state.id !== id) return false;
      service.shutdown(id);
      return true;
    },
  };
}

/** For the `delete` that containerd runs next: there is nothing left to do. */
function leaveAnswer({ bundle, life }: SandboxState, socketPath: string): void {
  try {
    removeFile(layout.sandbox(bundle));
    forgetMembers(bundle);
  } catch (error) {
    log("warning", "failed to remove what is known of the pod", errorFields(error));
    return;
  }
  if (life.kind === "stopped") storeDeleted(bundle, socketPath, { pid: process.pid, exit: life.exit });
}

function podContainers(tasks: () => TaskService): PodContainers {
  const all = () => tasks().containers;
  const each = (what: string, work: (container: Container, caller: Caller) => Promise<unknown>) => {
    const caller = { signal: AbortSignal.timeout(endLimitMs), deadlineMs: performance.now() + endLimitMs };
    return Promise.all(
      all().map((container) =>
        work(container, caller).catch((error: unknown) =>
          log("warning", what, { id: container.id, ...errorFields(error) }),
        ),
      ),
    );
  };
  return {
    async end({ graceMs }) {
      // A Create that is under way makes one more.
      const deadline = performance.now() + endLimitMs;
      while (tasks().size > all().length && performance.now() < deadline) await sleep(10);
      const isRunning = ({ init }: Container) => init.status !== Status.stopped;
      if (graceMs > 0 && all().some(isRunning)) {
        await each("failed to ask a container to end", async (container, caller) => {
          if (isRunning(container)) await container.init.kill(SIGTERM, { all: false }, caller);
        });
        const end = performance.now() + graceMs;
        while (all().some(isRunning) && performance.now() < end) await sleep(20);
      }
      await each("failed to end a container", async (container, caller) => {
        if (!isRunning(container)) return;
        await container.init.kill(SIGKILL, { all: true }, caller);
        await container.init.wait(caller);
      });
    },
    async remove() {
      await each("failed to remove a container", (container, caller) => container.delete(caller));
    },
  };
}
