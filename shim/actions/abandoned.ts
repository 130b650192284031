// A shim that nobody comes for any more. containerd may refuse a task when the shim is there already (a specification that it
// can't read): it removes the bundle, says nothing, and keeps the id until the connection ends. Or it is killed between `start`
// and the end of Create, or between the answer to the last Delete and Shutdown: the next one finds a shim, and containerd 1.6
// keeps it for good, since it answers.
import { readLink } from "../../sys/file.ts";

const lookMs = 10_000;
/** A whole pause between two looks, so that whoever comes meanwhile has time for a Create. */
const looksAsOrphan = 2;

export interface Abandonment {
  /** Of a new connection, when `open` are open with it. */
  connected(open: number): void;
  /** Of one that has ended, when `open` are left. */
  disconnected(open: number): void;
  /** Somebody has asked after a task that is not there: a daemon that has found this shim, and will create none here. */
  missed(): void;
  /** A container was made. */
  used(): void;
  /** The last one has gone. */
  emptied(): void;
}

/**
 * Calls `onAbandoned` with the reason once the bundle that this process runs in is gone, or the daemon that knows of it, while there
 * is no container (`used` to `emptied`) and nothing else to stay for (`isEmpty`). Not while there are two connections: the `start` of
 * another container of the group, whose Create may come late, makes one.
 */
export function watchAbandonment(isEmpty: () => boolean, onAbandoned: (why: string) => void): Abandonment {
  let isUsed = false;
  let connections = 0;
  let orphanedLooks: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  const look = () => {
    if (!isEmpty() || connections > 1) return;
    const isOrphan = orphanedLooks !== undefined && ++orphanedLooks >= looksAsOrphan;
    if (!isOrphan && !isBundleGone()) return;
    clearInterval(timer);
    onAbandoned(isOrphan ? "the daemon that knew of it is gone" : "the bundle is gone");
  };
  const watch = () => {
    timer = setInterval(look, lookMs);
    timer.unref();
  };
  const orphaned = () => {
    orphanedLooks ??= 0;
  };
  watch();
  return {
    connected: (open) => {
      connections = open;
      if (isUsed) return;
      // Whoever comes has time for a Create.
      clearInterval(timer);
      watch();
      // A daemon that has come back before the end of the former one's was seen says so by what it asks for.
      if (open > 1) orphanedLooks = undefined;
    },
    disconnected: (open) => {
      connections = open;
      if (open === 0) orphaned();
    },
    missed: orphaned,
    used: () => {
      isUsed = true;
      clearInterval(timer);
    },
    emptied: () => {
      if (!isUsed) return;
      isUsed = false;
      orphanedLooks = connections === 0 ? 0 : undefined;
      watch();
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
