// Everything that a shim knows while it is quiet, in one value: what another image of this process goes on with.
import type { SavedFd } from "../../sys/saved.ts";
import type { SavedConnection } from "../../ttrpc/saved-connection.ts";
import type { SavedOutbox } from "../events/outbox.ts";
import type { SavedSandbox } from "../sandbox/saved.ts";
import type { SavedTasks } from "../task/saved.ts";

/** Of the value's meaning. It is raised when an older program could not go on with it. */
export const stateVersion = 1;

/** The versions that this program goes on with: at least those of the release before. */
export const readableVersions: readonly number[] = [1];

export interface ShimState {
  readonly version: number;
  /** Which program wrote it. */
  readonly writer: string;
  readonly reason: "sleep" | "upgrade";
  readonly debug: boolean;
  readonly socketPath: string;
  readonly listener: SavedFd;
  /** The soft and the hard limit of open files that children get, in base64 (struct rlimit); undefined when it was not raised. */
  readonly openFiles: string | undefined;
  readonly inotify: SavedFd | undefined;
  /** cgroup v1: the eventfd that tells of OOM kills. */
  readonly oomEvent: SavedFd | undefined;
  readonly tasks: SavedTasks;
  /** Of a pod's shim. */
  readonly sandbox: SavedSandbox | undefined;
  readonly events: SavedOutbox;
  readonly connections: readonly { readonly stream: SavedFd; readonly saved: SavedConnection }[];
  readonly sleep: SavedSleep;
  /** No daemon knows of it, and it has no container (abandoned.ts). Missing in states of before it was there. */
  readonly isOrphan?: boolean;
  /** Spans that could not be delivered. Missing in states of before it was there. */
  readonly lostSpans?: number;
  /** Where it runs: the first container's bundle, which may be gone. */
  readonly directory: SavedFd;
  /** Of an upgrade: the program that has written this, to go back to. */
  readonly former: SavedFd | undefined;
  /** Why the other program could not go on; of one that was gone back to. */
  readonly failure: string | undefined;
  /** What only wakes the sleeping program, to be closed. */
  readonly wakers: readonly SavedFd[];
}

/** When it sleeps (asleep.ts). */
export interface SavedSleep {
  /** What was asked for by an option, in milliseconds; undefined: by none. */
  readonly optionMs: number | undefined;
  /** How long it is to be quiet before the next sleep, in milliseconds. */
  readonly patienceMs: number;
  /** When it fell asleep, by the wall clock, in milliseconds. */
  readonly since: number;
}
