// How a container's first process comes to be, and is got rid of when it came only half way.
import { RuncError } from "../../oci/errors.ts";
import { readPidFile, removePidFile } from "../../oci/pid-file.ts";
import type { Runtime } from "../../oci/runc.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { describeRuntimeError, wrapError } from "../base/errdefs.ts";
import { errorFields, log } from "../base/log.ts";
import * as layout from "../bundle/layout.ts";
import type { RuncOptions } from "../bundle/stored-options.ts";
import type { ProcessIo } from "../stdio/process-io.ts";
import type { Caller } from "./environment.ts";

export interface InitCreation {
  readonly id: string;
  readonly bundle: string;
  readonly io: ProcessIo;
  readonly runtime: Runtime;
  readonly options: RuncOptions;
  /** Directory of a checkpoint to restore instead of creating; empty for none. */
  readonly checkpoint: string;
  readonly parentCheckpoint: string;
  /** Directories of cgroups that were not there before. */
  readonly newCgroups: readonly string[];
}

function pidFileOf({ bundle }: InitCreation): string {
  return layout.initPid(bundle);
}

/** Runs `runc create`. Resolves with the pid; a failure leaves nothing behind. */
export async function createInit(creation: InitCreation, reaper: Reaper, caller: Caller): Promise<number> {
  const { id, bundle, io, runtime, options } = creation;
  const pidFile = pidFileOf(creation);
  removePidFile(pidFile);
  try {
    await runtime.create(
      id,
      {
        bundle,
        pidFile,
        consoleSocket: io.consoleSocket,
        noPivot: options.noPivotRoot,
        noNewKeyring: options.noNewKeyring,
      },
      io.childStdio,
      caller.signal,
    );
  } catch (error) {
    await tidy(error, creation, reaper);
    throw describeRuntimeError(error, "OCI runtime create failed");
  }
  return attachOrDiscard(creation, reaper);
}

/** Runs `runc restore`. Resolves with the pid; a failure leaves nothing behind. */
export async function restoreInit(creation: InitCreation, reaper: Reaper, caller: Caller): Promise<number> {
  const { id, bundle, io, runtime, options, checkpoint, parentCheckpoint } = creation;
  const pidFile = pidFileOf(creation);
  removePidFile(pidFile);
  const { loadExternalStdio, restoreConfiguration } = await import("./criu-stdio.ts");
  const image = checkpoint.startsWith("/") ? checkpoint : `${bundle}/${checkpoint}`;
  const configuration = restoreConfiguration(loadExternalStdio(image));
  try {
    await runtime.restore(
      id,
      {
        bundle,
        pidFile,
        consoleSocket: io.consoleSocket,
        noPivot: options.noPivotRoot,
        imagePath: image,
        workPath: options.criuWorkPath === "" ? layout.work(bundle) : options.criuWorkPath,
        parentPath: parentCheckpoint,
        criu: options.criuPath,
      },
      { stdio: io.childStdio, environment: configuration.environment, signal: caller.signal },
    );
  } catch (error) {
    await tidy(error, creation, reaper);
    throw describeRuntimeError(error, "OCI runtime restore failed");
  } finally {
    configuration.close();
  }
  return attachOrDiscard(creation, reaper);
}

async function attachOrDiscard(creation: InitCreation, reaper: Reaper): Promise<number> {
  try {
    return attachAndReadPid(creation);
  } catch (error) {
    await discard(creation, reaper);
    throw error;
  }
}

function attachAndReadPid(creation: InitCreation): number {
  creation.io.attach();
  try {
    return readPidFile(pidFileOf(creation));
  } catch (error) {
    throw wrapError("failed to retrieve OCI runtime container pid", error);
  }
}

/** A runtime that was killed half way leaves its state behind (KF-111); one that failed has cleaned up itself, as far as it could. */
async function tidy(error: unknown, creation: InitCreation, reaper: Reaper): Promise<void> {
  if (error instanceof RuncError && error.killed) await discard(creation, reaper);
  else await creation.runtime.deleteUnknown(creation.id).catch(failedToRemove(creation));
  try {
    removePidFile(pidFileOf(creation));
  } catch (failure) {
    failedToRemove(creation)(failure);
  }
}

/** Removes whatever the runtime made. */
async function discard(creation: InitCreation, reaper: Reaper): Promise<void> {
  const { id, runtime, newCgroups } = creation;
  try {
    await runtime.delete(id, { force: true });
    const [{ endCgroup }, { isStray }] = await Promise.all([import("../../cgroups/remove.ts"), import("./stray.ts")]);
    await endCgroup(newCgroups, { isOurs: (pid) => isStray(pid, reaper) });
  } catch (error) {
    failedToRemove(creation)(error);
  }
}

const failedToRemove =
  ({ id }: InitCreation) =>
  (error: unknown) =>
    log("warning", "failed to remove a half-made container", { id, ...errorFields(error) });
