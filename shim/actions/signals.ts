// What the shim does on signals, and of its own mistakes.
import { openDescriptors } from "../../sys/fd.ts";
import { listenForReadiness } from "../../sys/readiness.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { ownChildren } from "../../sys/spawn.ts";
import type { Server } from "../../ttrpc/server.ts";
import { errorFields, log } from "../base/log.ts";
import type { Publisher } from "../events/outbox.ts";
import type { TaskService } from "../task/task-service.ts";

/** What each signal is for. */
export interface SignalActions {
  readonly shutdown: () => void;
  readonly upgrade: () => void;
  readonly describe: () => string[];
}

/** They wait until `unblockSignals` (bin/launcher/sleep.c). */
export function installSignals({ shutdown, upgrade, describe }: SignalActions): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, shutdown);
  for (const signal of ["SIGPIPE", "SIGHUP"] as const) process.on(signal, () => {});
  process.on("SIGUSR1", () => {
    for (const line of describe()) log("info", line);
  });
  process.on("SIGUSR2", upgrade);
  // This process's death kills containers: it does not die of a mistake in one call (invariant 10).
  process.on("uncaughtException", (error) =>
    log("error", "uncaught exception", { ...errorFields(error), stack: error.stack }),
  );
  process.on("unhandledRejection", (reason) => log("error", "unhandled rejection", errorFields(reason)));
  listenForReadiness();
}

/** The parts of a shim that an operator may want to know of. */
export interface Parts {
  readonly service: TaskService;
  readonly rpc: Server;
  readonly reaper: Reaper;
  readonly publisher: Publisher;
}

/** What an operator wants to know of a shim that seems stuck (KF-137). */
export function describe({ service, rpc, reaper, publisher }: Parts): string[] {
  return [
    `connections: ${rpc.connectionCount}, adopted processes: ${reaper.size}, events queued: ${publisher.backlog}`,
    `children: ${ownChildren().join(" ")}`,
    ...rpc.describeCalls().map((call) => `call ${call.service}/${call.method} since ${Math.round(call.ageMs)} ms`),
    ...service.containers.map(
      (container) => `container ${container.id}: ${container.init.state.kind}, pid ${container.init.pid}`,
    ),
    ...openDescriptors().map((line) => `fd ${line}`),
  ];
}
