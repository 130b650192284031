// This process becomes another image of the shim, with everything that it knows. Loaded when it does.
import { holdOomV1, releaseOomV1 } from "../../cgroups/oom-v1.ts";
import { nextTurn } from "../../sys/clock.ts";
import { ownVariable } from "../../sys/environment.ts";
import { closeAll, type Fd, O_DIRECTORY, O_PATH, openFd } from "../../sys/fd.ts";
import { freeDescriptors } from "../../sys/limits.ts";
import { callsOutside } from "../../sys/outside.ts";
import { isReadinessSettled, readinessDescriptor } from "../../sys/readiness.ts";
import { isAnyReady, replaceProgram, storeState, watchAll } from "../../sys/replace.ts";
import { descriptorsIn, NotQuiet, type SavedFd, saveOpenFd } from "../../sys/saved.ts";
import { blockSignals, openSignalDescriptor, unblockSignals } from "../../sys/signal-mask.ts";
import { sleepVariable, stateVariable, waiterVariable } from "./launch-variable.ts";
import type { ShimState } from "./shim-state.ts";

/** What is opened for the replacement. */
export type Places = Pick<ShimState, "directory" | "wakers" | "former">;

/** The shim as far as it concerns its replacement. */
export interface Replaceable {
  /** All that it knows. Throws NotQuiet while something is under way that can't be interrupted. */
  save(reason: ShimState["reason"], places: Places): ShimState;
  /** Throws NotQuiet where nobody would wake the sleeping program for what is to be copied. */
  checkStdio(): void;
  /** Looks at every child that may have ended. */
  collect(): void;
}

/** An engine opens some while it begins, and this process must not end there. */
const neededDescriptors = 64;

/** What the engine runs is this very file, be it replaced or removed meanwhile. */
const sameProgram = "/proc/self/exe";

/** Sleeps, and does not return. Throws NotQuiet, or SysError; everything is as before then. */
export async function fallAsleep(shim: Replaceable): Promise<never> {
  return await withoutInterruption(shim, () => {
    const signals = openSignalDescriptor();
    const opened = [signals];
    try {
      const directory = openDirectory(opened);
      // Parks connections, which is news of its own.
      const first = shim.save("sleep", { directory, wakers: [], former: undefined });
      if (!isReadinessSettled()) throw new NotQuiet("something is copied");
      const readiness = readinessDescriptor();
      const wakers = [signals, ...(readiness === undefined ? [] : [readiness])];
      const reasons = watchAll(
        [...wakers.map((fd) => fd.number), first.listener.fd, first.oomEvent?.fd].filter((fd) => fd !== undefined),
      );
      opened.push(reasons);
      shim.checkStdio();
      const state = shim.save("sleep", {
        ...{ directory, former: undefined },
        wakers: [...wakers, reasons].map(saveOpenFd),
      });
      if (isAnyReady(reasons)) throw new NotQuiet("something has come");
      execute(sameProgram, state, opened, { [sleepVariable]: `${reasons.number} ${process.pid}` });
    } catch (error) {
      closeAll(opened);
      throw error;
    }
  });
}

/** Becomes `file`, a program that reads this version of the state, and does not return. Throws as `fallAsleep`. */
export async function become(file: string, shim: Replaceable): Promise<never> {
  return await withoutInterruption(shim, () => {
    const opened: Fd[] = [];
    try {
      const former = openFd(sameProgram, O_PATH, "this program");
      opened.push(former);
      const places = { directory: openDirectory(opened), wakers: [], former: saveOpenFd(former) };
      shim.save("upgrade", places);
      isReadinessSettled();
      execute(file, shim.save("upgrade", places), opened, {});
    } catch (error) {
      closeAll(opened);
      throw error;
    }
  });
}

/** This program can't go on with `state`: becomes the one again that has written it. Does not return; throws SysError. */
export function goBack(state: ShimState, former: SavedFd, failure: string): never {
  blockSignals();
  return execute(`/proc/self/fd/${former.fd}`, { ...state, former: undefined, failure }, [], {});
}

function openDirectory(opened: Fd[]): SavedFd {
  const directory = openFd(".", O_PATH | O_DIRECTORY, "working directory");
  opened.push(directory);
  return saveOpenFd(directory);
}

/** Signals wait, and nothing is left that a thread or the engine has been told and we have not. */
async function withoutInterruption(shim: Replaceable, replace: () => never): Promise<never> {
  blockSignals();
  try {
    await holdOomV1();
    // What came before the signals were blocked is handed out.
    await nextTurn();
    await nextTurn();
    shim.collect();
    if (callsOutside() > 0) throw new NotQuiet("a call outside hangs");
    if (freeDescriptors() < neededDescriptors)
      throw new NotQuiet("too few descriptors are left for an engine to begin");
    return replace();
  } finally {
    releaseOomV1();
    unblockSignals();
  }
}

function execute(file: string, state: ShimState, opened: Fd[], variables: Record<string, string>): never {
  const memory = storeState(state);
  opened.push(memory);
  const TTRPC_ADDRESS = ownVariable("TTRPC_ADDRESS");
  return replaceProgram({
    file,
    variables: {
      ...(TTRPC_ADDRESS === undefined ? {} : { TTRPC_ADDRESS }),
      [waiterVariable]: undefined,
      [sleepVariable]: undefined,
      ...variables,
      [stateVariable]: `${memory.number} ${process.pid}`,
    },
    keep: [memory.number, ...descriptorsIn(state)],
  });
}
