// Upstream's contexts for stdio that can't be opened.
import { wrapError } from "../base/errdefs.ts";

/** Upstream's context for what fails before the runtime runs; what fails after it there has a context of its own. */
export function ioError(error: unknown): Error {
  return wrapError("failed to create init process I/O", error);
}

/** Upstream's context for a stdout or stderr that can't be opened. */
export function copyError(error: unknown): Error {
  return wrapError("failed to start io pipe copy: unable to copy pipes", error);
}

/** Upstream's text for a stdin that can't be opened. */
export function inputError(path: string, cause: unknown, reason = (cause as Error).message): Error {
  return new Error(`failed to open stdin fifo ${path}: ${reason}`, { cause });
}
