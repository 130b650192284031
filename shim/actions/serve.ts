// The long-running shim: serves on the socket that `start` made, and leaves when it is told to.

import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";
import { ownVariable } from "../../sys/environment.ts";
import { libc } from "../../sys/ffi.ts";
import { fileInfo, removeFile } from "../../sys/file.ts";
import { onIsolatedError } from "../../sys/isolate.ts";
import { raiseOpenFiles, restoreOpenFiles } from "../../sys/limits.ts";
import { returnMemoryWhenQuiet } from "../../sys/memory.ts";
import { callsOutside } from "../../sys/outside.ts";
import { becomeSubreaper } from "../../sys/prctl.ts";
import { Reaper } from "../../sys/reaper.ts";
import { restoreOptionalFd } from "../../sys/saved.ts";
import { unblockSignals } from "../../sys/signal-mask.ts";
import { isOwnChild } from "../../sys/spawn.ts";
import { listenForStreams } from "../../sys/stream.ts";
import type { StreamListener } from "../../sys/stream-socket.ts";
import { lateMethod } from "../../ttrpc/method.ts";
import { Server } from "../../ttrpc/server.ts";
import { codeStringsBy } from "../../ttrpc/strings.ts";
import type { Invocation } from "../args.ts";
import { toStatus } from "../base/errdefs.ts";
import { configureLog, errorFields, log, openLog } from "../base/log.ts";
import * as layout from "../bundle/layout.ts";
import type { Publish } from "../events/events.ts";
import { Publisher } from "../events/outbox.ts";
import type { Container } from "../task/container.ts";
import { TaskService, taskServiceNames } from "../task/task-service.ts";
import { isTracingWanted } from "../tracing/wanted.ts";
import { isClient, isOver, watchAbandonment } from "./abandoned.ts";
import { accept } from "./accept.ts";
import type { Inspected } from "./inspect.ts";
import type { ServedSandbox } from "./serve-sandbox.ts";
import type { ShimState } from "./shim-state.ts";
import { installSignals } from "./signals.ts";
import { Snapshot } from "./snapshot.ts";
import type { Started } from "./start.ts";
import { Upgrades, upgradeServiceName } from "./upgrade.ts";

/** Where a server that was not made by `start` expects its listening socket. */
const listenerFd = 3;

/** Bound for events on their way out and answers not yet written. */
const flushLimitMs = 5000;

/** Bound for the last spans: a collector that is away holds nobody up. */
const traceLimitMs = 500;

/** A shim that nobody will come for any more leaves after this long without a container or a client. */
const idleLimitMs = 60_000;

/** What there is already: what `start` has made, or what an earlier image of this process has left. */
export interface Origin {
  readonly started?: Started | undefined;
  readonly state?: ShimState | undefined;
}

/** Serves on what `start` has made, or goes on; else on `-socket`, or on the socket that was inherited. */
export async function serve(invocation: Invocation, runtimeName: string, { started, state }: Origin): Promise<void> {
  const debug = state?.debug ?? started?.debug ?? invocation.debug;
  configureLog({ debug, runtime: runtimeName, shim: invocation });
  if (state === undefined) openLog(layout.log(layout.here));
  codeStringsBy({ textOfBytes, bytesOfText });
  restoreOpenFiles(state?.openFiles);
  raiseOpenFiles();
  becomeSubreaper();
  onIsolatedError((error) => log("error", "failed to deal with an event", errorFields(error)));
  const reaper = new Reaper(isOwnChild);
  reaper.start();
  // Who can't be gone on with is gone back to, and has to find what has ended.
  const collect = state === undefined ? undefined : reaper.pause();
  const containerd = { address: ownVariable("TTRPC_ADDRESS") ?? "", namespace: invocation.namespace };
  const publisher = new Publisher(containerd, state?.events);
  const socketPath = state?.socketPath ?? started?.socketPath ?? invocation.socket;

  const tracing = isTracingWanted()
    ? new (await import("../tracing/tracing.ts")).Tracing({ shim: invocation, lost: state?.lostSpans })
    : undefined;

  const rpc = new Server({
    toStatus,
    log: (message, error) => log("error", message, errorFields(error)),
    onBusy: returnMemoryWhenQuiet,
    onPeerLost: (peer) => {
      if (isClient(peer)) disconnected();
    },
    ...(debug ? { trace: (await import("./trace.ts")).traceCall } : {}),
    ...(tracing === undefined ? {} : { around: tracing.around }),
  });
  let listener: StreamListener | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  const shutdown = new Shutdown(async () => {
    forgetSocket(socketPath);
    listener?.close();
    await Promise.all([rpc.close(), publisher.flush(flushLimitMs), service.departed(), tracing?.flush(traceLimitMs)]);
  });
  // An event that was not taken says to the next daemon how the last container ended.
  const hasReason = () => publisher.backlog > 0 || sandbox?.isHeld === true;
  const areAll = (are: (container: Container) => boolean) =>
    service.containers.length === service.size && service.containers.every(are);
  const watched = {
    peers: () => rpc.peers,
    isEmpty: () => service.size === 0 && !hasReason(),
    hasEnded: () => sandbox?.isHeld !== true && areAll(({ init }) => init.exit !== undefined),
    marks: () => service.containers.map(({ bundle }) => layout.exit(bundle)),
    isOver: () => areAll(isOver) && !hasReason(),
  };
  const abandonment = watchAbandonment(watched, (why) => {
    log("info", `leaving: ${why}`);
    shutdown.begin();
  });
  const publish: Publish = (topic, event) => {
    publisher.publish(topic, event);
    if (topic === "/tasks/exit") abandonment.ended();
  };
  const { namespace } = invocation;
  let sandbox: ServedSandbox | undefined;
  const service = new TaskService({
    environment: {
      ...{ namespace, socketPath, reaper, publish },
      setSleepAfter: (seconds) => sleepiness.setOption(seconds),
      prepare: (container) => sandbox?.prepare(container),
      onNewCgroups: (id, directories) => sandbox?.onNewCgroups(id, directories),
      onGone: (id) => sandbox?.onGone(id),
      endsWithDelete: () => sandbox?.isHeld !== true,
    },
    onShutdown: (id) => {
      if (sandbox?.shutdown(id) !== true && sandbox?.isHeld !== true) shutdown.begin();
    },
    onEmpty: () => {
      // A pod without containers is one all the same.
      if (sandbox === undefined) abandonment.emptied();
      watchIdle();
    },
    onUsed: () => abandonment.used(),
    onMissed: () => abandonment.missed(),
  });
  for (const name of taskServiceNames) rpc.register(name, service.methods);
  const parts: Inspected = { invocation, rpc, service, reaper, publisher };
  rpc.register("runts.shim.v1.Shim", {
    Inspect: lateMethod(async () => {
      const { inspect } = await import("./inspect.ts");
      return inspect(parts);
    }),
  });
  if (started?.isSandbox === true || state?.sandbox !== undefined) {
    const { serveSandbox } = await import("./serve-sandbox.ts");
    sandbox = serveSandbox({
      ...{ namespace, socketPath, reaper, tasks: () => service },
      onUsed: () => abandonment.used(),
      onShutdown: () => shutdown.begin(),
    });
    sandbox.register(rpc);
  }
  const socketFd = state?.listener.fd ?? started?.socket.take() ?? listenerFd;
  const listenerSaved = invocation.socket === "" ? { fd: socketFd, purpose: "listener" } : undefined;
  const known = { debug, socketPath, publisher, reaper, rpc, service, sandbox, abandonment, tracing };
  const snapshot = new Snapshot({ ...known, listener: listenerSaved });
  const upgrades = new Upgrades(snapshot, state);
  rpc.register(upgradeServiceName, upgrades.methods);
  const sleepiness = snapshot.sleepiness(state?.sleep);

  installSignals({
    shutdown: () => shutdown.begin(),
    upgrade: () => void upgrades.onSignal(),
    describe: () => void describeInLog(parts),
  });
  if (state !== undefined) {
    const { restore } = await import("./restore.ts");
    await restore(state, { service, sandbox, rpc });
    upgrades.restored();
    if (service.size > 0 || sandbox?.isHeld === true) abandonment.used();
    else if (state.isOrphan === true) abandonment.missed();
    disconnected();
  }
  const target = invocation.socket === "" ? { fd: socketFd } : { path: invocation.socket };
  const listen = state === undefined ? listenForStreams : (await import("./listen-again.ts")).listenAgain;
  listener = await listen(target, (stream) => accept(stream, rpc, disconnected));
  if (state === undefined) {
    log("debug", "serving api on socket", {
      socket: invocation.socket === "" ? "[inherited from parent]" : invocation.socket,
    });
  }

  function disconnected(): void {
    abandonment.disconnected();
    watchIdle();
  }

  // Nobody repeats a Shutdown that came too early: wait a while after the last client has left, then go.
  function watchIdle(): void {
    clearTimeout(idleTimer);
    if (!service.forgotten || sandbox?.isHeld === true || rpc.peers.some(isClient)) return;
    idleTimer = setTimeout(() => {
      if (service.forgotten && !rpc.peers.some(isClient)) shutdown.begin();
    }, idleLimitMs);
  }

  collect?.();
  restoreOptionalFd(state?.former)?.close();
  if (state?.failure !== undefined) log("error", "failed to upgrade", { error: state.failure });
  unblockSignals();
  sleepiness.watch();
}

/** What a shim that seems stuck is doing; its code is loaded when it is asked for. */
async function describeInLog(parts: Inspected): Promise<void> {
  const { describe } = await import("./inspect.ts");
  for (const line of describe(parts)) log("info", line);
}

/** Calls that hang are not waited for, as Node would do. */
function leave(): void {
  if (callsOutside() > 0) libc("_exit", 0);
  process.exit(0);
}

/** Leaves in order, once: socket, answers, events, then the process. */
class Shutdown {
  readonly #steps: () => Promise<void>;
  #begun = false;

  constructor(steps: () => Promise<void>) {
    this.#steps = steps;
  }

  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    log("debug", "shutting down");
    this.#steps()
      .catch((error: unknown) => log("error", "shutdown failed", errorFields(error)))
      .finally(leave);
  }
}

/** Unlinks our socket first, so that a parallel `start` finds none and makes a new one. */
function forgetSocket(path: string): void {
  try {
    if (path !== "" && fileInfo(path, { followLinks: false })?.type === "socket") removeFile(path);
  } catch (error) {
    log("warning", "failed to remove the socket", errorFields(error));
  }
}
