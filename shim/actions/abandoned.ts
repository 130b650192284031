// A shim that was started for nothing. containerd may refuse a task when the shim is there already (a specification that it
// can't read): it removes the bundle, says nothing, and keeps the id until the connection ends.
import { readLink } from "../../sys/file.ts";

const lookMs = 10_000;

/**
 * Calls `onAbandoned` once the bundle that this process runs in is gone, if no container was asked for so far (`used`). Never
 * when there was a second connection: the `start` of another container of the group, which may come late, makes one.
 */
export function watchAbandonment(onAbandoned: () => void): { connected(): void; used(): void } {
  let connections = 0;
  const timer = setInterval(() => {
    if (!isBundleGone()) return;
    clearInterval(timer);
    onAbandoned();
  }, lookMs);
  timer.unref();
  return {
    connected: () => {
      connections += 1;
      if (connections > 1) clearInterval(timer);
    },
    used: () => clearInterval(timer),
  };
}

function isBundleGone(): boolean {
  try {
    return readLink("/proc/self/cwd").endsWith(" (deleted)");
  } catch {
    return false;
  }
}
