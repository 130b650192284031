// How a container's first process is removed.
import { RuncError } from "../../oci/errors.ts";
import type { Runtime } from "../../oci/runc.ts";
import { exists } from "../../sys/file.ts";
import { watched } from "../../sys/steps.ts";
import { describeRuntimeError } from "../base/errdefs.ts";
import type { ProcessIo } from "../stdio/process-io.ts";
import { type Caller, drainTime, within } from "./environment.ts";
import type { ExitLatch } from "./exit-latch.ts";
import type { InitKill } from "./init-kill.ts";
import type { InitState, InitVerb } from "./state.ts";

/** Delete waits no longer than this for the end of a process that it has killed. */
const createdExitLimitMs = 5000;

/** Resolves when its end was told: of one that was never started by ending it. Throws for one that runs. */
export async function endForDelete(
  init: { readonly state: InitState; allow(verb: InitVerb): void },
  { kill, latch }: { readonly kill: InitKill; readonly latch: ExitLatch },
  caller: Caller,
): Promise<void> {
  init.allow("delete");
  const { kind } = init.state;
  if (kind === "createdCheckpoint") return;
  if (kind === "created") kill.killCreated();
  try {
    await latch.wait(kind === "created" ? within(createdExitLimitMs, caller) : caller);
  } catch (error) {
    if (caller.signal.aborted) throw error;
    // Most likely an exec's Start holds it back.
    throw new Error("cannot delete a running process", { cause: error });
  }
}

/** Removes the container from the runtime and closes the stdio. */
export async function deleteInit(
  { id, io, runtime }: { readonly id: string; readonly io: ProcessIo; readonly runtime: Runtime },
  caller: Caller,
): Promise<void> {
  await watched(
    () => io.drain(drainTime(caller)),
    () => ({ name: "drain", attributes: {} }),
  );
  try {
    await runtime.delete(id, { signal: caller.signal });
  } catch (error) {
    if (!isGone(error, id, runtime)) throw describeRuntimeError(error, "failed to delete task");
  }
  await io.close(drainTime(caller));
}

/** An earlier `delete` has removed it, and was killed before it could say so. crun only says which directory it did not find. */
function isGone(error: unknown, id: string, runtime: Runtime): boolean {
  if (!(error instanceof RuncError)) return false;
  return /does not exist/.test(error.raw) || (runtime.isKnown && !exists(runtime.stateDirectory(id)));
}
