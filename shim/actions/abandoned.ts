// A shim that nobody comes for any more. containerd may refuse a task when the shim is there already (a specification that it
// can't read): it removes the bundle, says nothing, and keeps the id until the connection ends. Or it is killed between `start`
// and the end of Create, or between the answer to the last Delete and Shutdown: the next one finds a shim, and containerd 1.6
// keeps it for good, since it answers.
import { exists, readLink } from "../../sys/file.ts";
import { IN_DELETE_SELF, watchFile } from "../../sys/inotify.ts";
import type { Peer } from "../../ttrpc/server-connection.ts";
import type { Container } from "../task/container.ts";

const lookMs = 10_000;
/** Whoever has come has so long for its Create. */
const newcomerMs = 5000;
/** A whole pause between two looks, so that whoever comes meanwhile has time for one as well. */
const looksAsOrphan = 2;
/** Of containers that have ended: their bundles are removed soon or, by a daemon that is away, when it is back. */
const looksAtEnded = 3;

export interface Watched {
  /** Whose connections are open. */
  peers(): readonly Peer[];
  /** There is no container, nor anything else to stay for. */
  isEmpty(): boolean;
  /** All containers have ended. */
  hasEnded(): boolean;
  /** Files that are there as long as the bundles of the containers are. */
  marks(): readonly string[];
  /** All containers are over, and there is nothing else to stay for. */
  isOver(): boolean;
}

export interface Abandonment {
  /** It looks whether somebody still comes: nothing would wake a sleeping program for that. */
  readonly isLooking: boolean;
  /** The daemon that knew of it is gone: another image of this process is to be told (`missed`). */
  readonly isOrphan: boolean;
  /** A client's connection has ended. */
  disconnected(): void;
  /** Somebody has asked after a task that is not there: a daemon that has found this shim, and will create none here. */
  missed(): void;
  /** A container was made. */
  used(): void;
  /** A process has ended. */
  ended(): void;
  /** The last one has gone. */
  emptied(): void;
}

/** What there is to look at. `stop`: nobody looks any more. */
type Vigil =
  /** No container. `orphanedLooks`: how many there were since it is nobody's; undefined while a daemon may know of it. */
  | { readonly kind: "unused"; orphanedLooks: number | undefined; readonly stop: () => void }
  /** A container, and nothing that says that it was given up. */
  | { readonly kind: "used" }
  /** Every container has ended, and no client is there: a daemon that knows of it would come for them. */
  | { readonly kind: "ended"; looks: number; readonly stop: () => void }
  /**
   * As before, for long: their bundles are removed by a daemon that is back and can't reach this process. It may sleep till then,
   * the kernel watches.
   */
  | { readonly kind: "marked"; readonly stop: () => void };

/**
 * Calls `onAbandoned` with the reason once the bundle that this process runs in is gone, or the daemon that knows of it, while there
 * is no container (`used` to `emptied`). Not while there are two clients: the `start` of another container of the group, whose
 * Create may come late, makes one. And when there is no client and all containers are over: a daemon that has lost its connection
 * takes this process for dead, has `delete` end them, and never comes back.
 */
export function watchAbandonment(shim: Watched, onAbandoned: (why: string) => void): Abandonment {
  let vigil: Vigil;
  const become = (next: Vigil) => {
    if (vigil.kind !== "used") vigil.stop();
    vigil = next;
  };
  const leave = (why: string) => {
    become({ kind: "used" });
    onAbandoned(why);
  };
  const clients = () => shim.peers().filter(isClient);
  const isExpecting = () => {
    const [first, second] = clients();
    return second !== undefined || (first !== undefined && performance.now() - first.sinceMs < newcomerMs);
  };

  const unused = (orphanedLooks?: number): Vigil => ({ kind: "unused", orphanedLooks, stop: everyLook(lookUnused) });
  function lookUnused(): void {
    if (vigil.kind !== "unused" || !shim.isEmpty() || isExpecting()) return;
    if (vigil.orphanedLooks !== undefined) vigil.orphanedLooks += 1;
    const isOrphan = (vigil.orphanedLooks ?? 0) >= looksAsOrphan;
    if (isOrphan) leave("the daemon that knew of it is gone, and there is no container");
    else if (isBundleGone()) leave("the bundle is gone, and there is no container");
  }
  function orphaned(): void {
    if (vigil.kind === "unused") vigil.orphanedLooks ??= 0;
  }

  function watchEnded(): void {
    if (vigil.kind === "unused" || clients().length > 0 || !shim.hasEnded()) return;
    become({ kind: "ended", looks: 0, stop: everyLook(lookEnded) });
  }
  function lookEnded(): void {
    if (vigil.kind !== "ended") return;
    vigil.looks += 1;
    if (clients().length === 0 && shim.isOver()) leave("the containers have ended, and their bundles are gone");
    else if (vigil.looks === looksAtEnded) become({ kind: "marked", stop: watchAll(shim.marks(), watchEnded) });
  }

  vigil = unused();
  return {
    get isLooking() {
      return vigil.kind === "unused" || vigil.kind === "ended";
    },
    get isOrphan() {
      return vigil.kind === "unused" && vigil.orphanedLooks !== undefined;
    },
    disconnected: () => {
      if (vigil.kind !== "unused") watchEnded();
      else if (clients().length === 0) orphaned();
    },
    missed: orphaned,
    used: () => become({ kind: "used" }),
    ended: watchEnded,
    emptied: () => {
      if (vigil.kind !== "unused") become(unused(clients().length === 0 ? 0 : undefined));
    },
  };
}

/** Returns what ends it. */
function everyLook(look: () => void): () => void {
  const timer = setInterval(look, lookMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Calls `onGone` when one of the files is removed. Returns what ends it. */
function watchAll(paths: readonly string[], onGone: () => void): () => void {
  const watches = paths.flatMap((path) => {
    try {
      return [watchFile(path, IN_DELETE_SELF, onGone)];
    } catch {
      // It is gone, or the user's watches are used up.
      return [];
    }
  });
  return () => {
    for (const { stop } of watches) stop();
  };
}

/** Whoever does not only look on, as `runts` does. */
export function isClient({ firstService }: Peer): boolean {
  return firstService?.startsWith("runts.") !== true;
}

/** It has ended, and its bundle was removed: whoever did that knows nothing of this process. */
export function isOver({ init, bundle }: Container): boolean {
  return init.exit !== undefined && !exists(bundle);
}

function isBundleGone(): boolean {
  try {
    return readLink("/proc/self/cwd").endsWith(" (deleted)");
  } catch {
    return false;
  }
}
