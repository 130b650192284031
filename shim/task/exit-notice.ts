// When the end of a process is told: at once, but for a log program that has not read yet what the process wrote. Some stop
// reading when they hear of the end (nerdctl's).
import { errorFields, log } from "../base/log.ts";
import type { ProcessIo } from "../stdio/process-io.ts";

/** A log program that reads no more holds the notice no longer than this. */
const longestMs = 1000;

/** Calls `tell` once, never from within a failure of `io`; the promise settles with it, and is undefined when that was at once. */
export function tellWhenRead(io: ProcessIo | undefined, tell: () => void): Promise<void> | undefined {
  const reading = beginReading(io);
  if (reading === undefined) {
    tell();
    return undefined;
  }
  return reading.then(tell, (error: unknown) => {
    warn(error);
    tell();
  });
}

function beginReading(io: ProcessIo | undefined): Promise<void> | undefined {
  try {
    return io?.outputRead?.(longestMs);
  } catch (error) {
    warn(error);
    return undefined;
  }
}

function warn(error: unknown): void {
  log("warning", "failed to wait for a log program", errorFields(error));
}
