// Tells how often the kernel killed a process of a cgroup for want of memory.
//
// What counts is the kernel's counter `oom_kill`, never the wake-up (KF-084): a wake-up only says when to look. The
// last look is the one of stop(), so that no kill before a container's exit is missed and none is reported twice.
import type { OomWatch, SavedOomWatch } from "./oom-counter.ts";
import { watchOomV1 } from "./oom-v1.ts";
import { watchOomV2 } from "./oom-v2.ts";
import type { Cgroup } from "./path.ts";

/**
 * Calls `onOom` with the number of kills since the last call, as long as it is above zero. A cgroup that vanishes is
 * silent. Throws SysError when the kernel refuses to be watched.
 */
export function watchOom(cgroup: Cgroup, onOom: (count: number) => void): OomWatch {
  return cgroup.kind === "v2" ? watchOomV2(cgroup.path, onOom) : watchOomV1(cgroup.controllers.get("memory"), onOom);
}

/** Goes on where another image of this process was; what has happened since is told soon. */
export function restoreOomWatch(cgroup: Cgroup, onOom: (count: number) => void, saved: SavedOomWatch): OomWatch {
  if (cgroup.kind === "v2") return watchOomV2(cgroup.path, onOom, saved);
  return watchOomV1(cgroup.controllers.get("memory"), onOom, saved);
}
