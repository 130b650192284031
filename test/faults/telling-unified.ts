// As telling.ts, of a machine with cgroup v2: what is done otherwise there.

import { fault, type TellingFault } from "./telling.ts";

export const unifiedFaults: Readonly<Record<string, readonly TellingFault[]>> = {
  life: [
    fault(/^openat\(.*cgroups\.new/, "ENOSPC"),
    fault(/^openat\(.*\/proc\/\d+\/cgroup"/, "EMFILE"),
    fault(/^openat\(.*init\.exit/, "EMFILE"),
  ],
  oom: [
    fault(/^openat\(.*memory\.events/, "EMFILE"),
    fault(/^read\(.*oom_kill/, "EIO"),
    fault(/^waitid\(P_PID/, "EINTR"),
  ],
  pause: [
    fault(/^openat\(.*cgroup\.(freeze|events)/, "EMFILE"),
    fault(/^openat\(.*cgroup\.procs/, "EIO"),
    fault(/^vfork/, "EAGAIN"),
  ],
};
