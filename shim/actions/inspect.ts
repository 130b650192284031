// What a shim tells of itself: to `runts inspect` by its service, to its log by SIGUSR1 (KF-137). It reads what the shim knows, asks
// nobody and waits for nothing, so it answers while a runtime's command hangs.
import { runts } from "../../proto/gen/inspect.js";
import { buildRevision, buildVersion, engineName } from "../../sys/build.ts";
import type { Moment } from "../../sys/clock.ts";
import { ownVariable } from "../../sys/environment.ts";
import { openDescriptors } from "../../sys/fd.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { ownChildren } from "../../sys/spawn.ts";
import type { CallDescription, Server } from "../../ttrpc/server.ts";
import type { Invocation } from "../args.ts";
import type { Publisher } from "../events/outbox.ts";
import type { Container } from "../task/container.ts";
import type { TaskProcess } from "../task/process.ts";
import type { InitState } from "../task/state.ts";
import type { TaskService } from "../task/task-service.ts";

const { InspectResponse } = runts.shim.v1;

/** The parts of a shim that are looked into. */
export interface Inspected {
  readonly invocation: Invocation;
  readonly rpc: Server;
  readonly service: TaskService;
  readonly reaper: Reaper;
  readonly publisher: Publisher;
}

/** Writes the answer to Inspect. */
export function inspect(
  parts: Inspected,
): (writer: Parameters<typeof InspectResponse.encode>[1] & object) => ReturnType<typeof InspectResponse.encode> {
  const message = shimOf(parts);
  return (writer) => InspectResponse.encode(message, writer);
}

/** The same in lines of a log. */
export function describe(parts: Inspected): string[] {
  const shim = shimOf(parts);
  return [
    `connections: ${shim.connections}, adopted processes: ${shim.adopted}, events queued: ${shim.queuedEvents}`,
    `children: ${shim.children.join(" ")}`,
    ...shim.calls.map(({ service, method, id, execId, ageMs }) =>
      [`call ${service}/${method}`, id, execId, `since ${ageMs} ms`].filter((part) => part !== "").join(" "),
    ),
    ...shim.containers.map(({ id, init }) => `container ${id}: ${init.state}, pid ${init.pid}`),
    ...shim.descriptors.map(({ number, purpose }) => `fd ${number} ${purpose}`),
  ];
}

function shimOf({ invocation, rpc, service, reaper, publisher }: Inspected) {
  return {
    pid: process.pid,
    version: buildVersion ?? "",
    revision: buildRevision,
    engine: engineName,
    namespace: invocation.namespace,
    eventAddress: ownVariable("TTRPC_ADDRESS") ?? "",
    connections: rpc.connectionCount,
    adopted: reaper.size,
    queuedEvents: publisher.backlog,
    oldestEventAgeMs: publisher.oldest === undefined ? 0 : Math.max(0, Date.now() - millisecondsOf(publisher.oldest)),
    calls: rpc.describeCalls().map(callOf),
    containers: service.containers.map(containerOf),
    descriptors: openDescriptors().map((line) => {
      const space = line.indexOf(" ");
      return { number: Number(line.slice(0, space)), purpose: line.slice(space + 1) };
    }),
    children: ownChildren(),
  };
}

function callOf({ service, method, message, ageMs }: CallDescription) {
  const { id, execId } = (message ?? {}) as { id?: unknown; execId?: unknown };
  return {
    service,
    method,
    id: typeof id === "string" ? id : "",
    execId: typeof execId === "string" ? execId : "",
    ageMs: Math.round(ageMs),
  };
}

function containerOf({ id, bundle, init, execs }: Container) {
  return {
    id,
    bundle,
    init: processOf(init),
    execs: execs.map(processOf),
  };
}

function processOf(task: TaskProcess & { readonly state: { readonly kind: InitState["kind"] } }) {
  const { id, pid, state, stdio, exit } = task;
  return {
    id,
    pid,
    state: state.kind,
    ...stdio,
    ...(exit === undefined ? {} : { exitStatus: exit.status, exitedAtMs: millisecondsOf(exit.at) }),
  };
}

function millisecondsOf({ seconds, nanos }: Moment): number {
  return seconds * 1000 + Math.round(nanos / 1e6);
}
