// A shim that was started for nothing. containerd may refuse a task when the shim is there already (a specification that it
// can't read): it removes the bundle, says nothing, and keeps the id until the connection ends.
import { readLink } from "../../sys/file.ts";

const lookMs = 10_000;

/**
 * Calls `onAbandoned` once the bundle that this process runs in is gone, if no container was asked for so far (`wasUsed`). Never
 * when there was a second connection: the `start` of another container of the group, which may come late, makes one.
 */
export function watchAbandonment(options: { readonly wasUsed: () => boolean; readonly onAbandoned: () => void }): {
  connected(): void;
} {
  let connections = 0;
  const timer = setInterval(() => {
    const isWanted = options.wasUsed() || connections > 1;
    if (!isWanted && !isBundleGone()) return;
    clearInterval(timer);
    if (!isWanted) options.onAbandoned();
  }, lookMs);
  timer.unref();
  return {
    connected: () => {
      connections += 1;
    },
  };
}

function isBundleGone(): boolean {
  try {
    return readLink("/proc/self/cwd").endsWith(" (deleted)");
  } catch {
    return false;
  }
}
