// Stdio that stands still while the process becomes another image (shim/actions/replace-self.ts).
import { isAnyWaiting } from "../stdio/hold.ts";
import { isRetrying } from "../stdio/sink.ts";

export { holdCopies as holdStdio, releaseCopies as releaseStdio } from "../stdio/hold.ts";

/** Why no news of stdio could wake this process: what is held, or nobody tells of. Undefined when all would. */
export function stdioTrouble(): string | undefined {
  if (isRetrying()) return "a device is full";
  return isAnyWaiting() ? "something is copied" : undefined;
}
