// Whether a container as another program has kept it is what this one can't do without (docs/upgrade.md).
import type { SavedOomWatch } from "../../cgroups/oom-counter.ts";
import type { CgroupV2 } from "../../cgroups/path.ts";
import type { RuntimeOptions } from "../../oci/args.ts";
import {
  exit,
  fields,
  flag,
  type Kind,
  kinds,
  list,
  maybe,
  nothing,
  number,
  pid,
  text,
  unasked,
} from "../../sys/saved-check.ts";
import type { IoOwner } from "../stdio/process-io.ts";
import { io, paths } from "../stdio/saved-check.ts";
import type {
  SavedContainer,
  SavedContainerCgroup,
  SavedExec,
  SavedFreeze,
  SavedInit,
  SavedInitCgroup,
  SavedLatch,
  SavedLife,
  SavedOrder,
} from "./saved.ts";
import type { ExecState, InitState } from "./state.ts";

const latch = maybe(fields<SavedLatch>({ exit: maybe(exit) }));
const withPid = fields<{ pid: number }>({ pid });
const stopped = fields<Kind<InitState, "stopped">>({ pid, exit });
const deleted = fields<Kind<InitState, "deleted">>({ pid: unasked, exit: maybe(exit) });
const initState = kinds<InitState>({
  ...{ created: withPid, createdCheckpoint: nothing, running: withPid, pausing: withPid, paused: withPid },
  ...{ stopped, deleted },
});
const execState = kinds<ExecState>({ created: nothing, running: withPid, stopped, deleted });

const cgroup = kinds<SavedContainerCgroup["cgroup"]>({
  v1: fields<Kind<SavedContainerCgroup["cgroup"], "v1">>({
    controllers: list(list(text)),
    mountPoints: list(list(text)),
  }),
  v2: fields<CgroupV2>({ root: text, path: text }),
});
const initCgroup = fields<SavedInitCgroup>({
  cgroup: maybe(
    fields<SavedContainerCgroup>({
      ...{ cgroup, directory: text, isOwn: flag },
      watch: maybe(fields<SavedOomWatch>({ last: number, scope: unasked })),
    }),
  ),
  complaint: text,
});

export const container = fields<SavedContainer>({
  ...{ id: text, bundle: text, hasRootfsMounts: flag, privatePidNamespace: flag },
  ioOwner: fields<IoOwner>({ uid: number, gid: number }),
  runtime: fields<RuntimeOptions>({ binary: text, root: text, bundle: text, systemdCgroup: flag }),
  init: fields<SavedInit>({
    ...{ stdio: paths, io, options: nothing, checkpoint: text, parentCheckpoint: text, newCgroups: list(text), latch },
    life: fields<SavedLife>({ state: initState, collected: maybe(exit) }),
    cgroup: initCgroup,
    freeze: fields<SavedFreeze>({ killed: flag, endedFrozen: flag, inDoubt: unasked }),
  }),
  execs: list(
    fields<SavedExec>({
      ...{ id: text, stdio: paths, spec: maybe(text), state: execState, io: maybe(io), stdinClosed: flag, latch },
      ...{
        size: maybe(fields<NonNullable<SavedExec["size"]>>({ rows: number, columns: number })),
        failed: unasked,
      },
    }),
  ),
  order: fields<SavedOrder>({ adopted: flag, initExit: maybe(exit), settled: flag }),
});
