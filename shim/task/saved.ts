// Containers and their processes as another image of this process takes them up. What each field is, is said where it is made.

import type { SavedOomWatch } from "../../cgroups/oom-counter.ts";
import type { CgroupV2 } from "../../cgroups/path.ts";
import type { RuntimeOptions } from "../../oci/args.ts";
import type { Exit } from "../../sys/reaper.ts";
import type { RuncOptions } from "../bundle/stored-options.ts";
import type { IoOwner, StdioPaths } from "../stdio/process-io.ts";
import type { SavedIo } from "../stdio/saved.ts";
import type { ExecState, InitState } from "./state.ts";

export interface SavedTasks {
  readonly containers: readonly SavedContainer[];
  /** The id that Shutdown came with, if it did. */
  readonly shutdownAsked: string | undefined;
}

export interface SavedContainer {
  readonly id: string;
  readonly bundle: string;
  readonly hasRootfsMounts: boolean;
  readonly privatePidNamespace: boolean;
  readonly ioOwner: IoOwner;
  readonly runtime: RuntimeOptions;
  readonly init: SavedInit;
  readonly execs: readonly SavedExec[];
  readonly order: SavedOrder;
}

export interface SavedInit {
  readonly stdio: StdioPaths;
  readonly io: SavedIo;
  readonly options: RuncOptions;
  readonly checkpoint: string;
  readonly parentCheckpoint: string;
  readonly newCgroups: readonly string[];
  readonly life: SavedLife;
  readonly latch: SavedLatch | undefined;
  readonly cgroup: SavedInitCgroup;
  readonly freeze: SavedFreeze;
}

export interface SavedExec {
  readonly id: string;
  readonly stdio: StdioPaths;
  /** Base64: the process's JSON, while it may still be started. */
  readonly spec: string | undefined;
  readonly state: ExecState;
  readonly io: SavedIo | undefined;
  readonly stdinClosed: boolean;
  readonly size: { readonly rows: number; readonly columns: number } | undefined;
  readonly failed: boolean;
  readonly latch: SavedLatch | undefined;
}

export interface SavedLife {
  readonly state: InitState;
  readonly collected: Exit | undefined;
}

export interface SavedLatch {
  readonly exit: Exit | undefined;
}

export interface SavedFreeze {
  readonly killed: boolean;
  readonly endedFrozen: boolean;
  /** Missing in states of before it was there. */
  readonly inDoubt?: boolean;
}

export interface SavedOrder {
  readonly adopted: boolean;
  readonly initExit: Exit | undefined;
  readonly settled: boolean;
}

export interface SavedInitCgroup {
  readonly cgroup: SavedContainerCgroup | undefined;
  readonly complaint: string;
}

export interface SavedContainerCgroup {
  readonly cgroup:
    | CgroupV2
    | {
        readonly kind: "v1";
        readonly controllers: readonly (readonly [string, string])[];
        readonly mountPoints: readonly (readonly [string, string])[];
      };
  readonly directory: string;
  readonly isOwn: boolean;
  readonly watch: SavedOomWatch | undefined;
}
