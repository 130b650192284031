// What the shim does on signals, and of its own mistakes.
import { listenForReadiness } from "../../sys/readiness.ts";
import { errorFields, log } from "../base/log.ts";

/** What each signal is for. */
export interface SignalActions {
  readonly shutdown: () => void;
  readonly upgrade: () => void;
  /** Tells the log what the shim is doing. */
  readonly describe: () => void;
}

/** They wait until `unblockSignals` (bin/launcher/sleep.c). */
export function installSignals({ shutdown, upgrade, describe }: SignalActions): void {
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, shutdown);
  for (const signal of ["SIGPIPE", "SIGHUP"] as const) process.on(signal, () => {});
  process.on("SIGUSR1", describe);
  process.on("SIGUSR2", upgrade);
  // This process's death kills containers: it does not die of a mistake in one call (invariant 10).
  process.on("uncaughtException", (error) =>
    log("error", "uncaught exception", { ...errorFields(error), stack: error.stack }),
  );
  process.on("unhandledRejection", (reason) => log("error", "unhandled rejection", errorFields(reason)));
  listenForReadiness();
}
