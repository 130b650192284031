// kill(2) on processes that this shim has not collected yet: their pids can't belong to anybody else.

import { meaningOf } from "../../oci/errors.ts";
import { errnoName, errnoNumbers, errnoText, SysError } from "../../sys/errno.ts";

import { libc } from "../../sys/ffi.ts";
import { ShimError } from "../base/errdefs.ts";

export const SIGKILL = 9;

/** Throws ShimError `not-found` when the process is gone, SysError for other failures. */
export function signalProcess(pid: number, signal: number): void {
  const result = libc("kill", pid, signal);
  if (result === -errnoNumbers.ESRCH) throw processFinished();
  if (result < 0) throw new SysError("kill", errnoName(-result));
}

export function processFinished(): ShimError {
  return new ShimError("not-found", "process already finished");
}

/** A failed kill in containerd's words (docs/contract/task-service.md 4.7). `raw`: the runtime's text or an errno's. */
export function killError(raw: string): Error {
  switch (meaningOf(raw)) {
    case "process-gone":
      return processFinished();
    case "no-such-container":
      return new ShimError("not-found", "no such container");
    case "other":
      return new Error(`unknown error after kill: ${raw}`);
  }
}

/** Text of a failed kill(2). */
export function killText(error: unknown): string {
  return error instanceof SysError ? errnoText(error.errno) : String(error);
}
