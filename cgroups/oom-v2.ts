// Out-of-memory kills of cgroup v2: the kernel modifies memory.events (Documentation/admin-guide/cgroup-v2.rst).
import { SysError } from "../sys/errno.ts";
import { IN_MODIFY, watchFile } from "../sys/inotify.ts";
import { OomCounter, type OomWatch, readOomKills } from "./oom-counter.ts";

/** Watches the cgroup at `directory`. */
export function watchOomV2(directory: string, onOom: (count: number) => void): OomWatch {
  const file = `${directory}/memory.events`;
  const counter = new OomCounter(() => readOomKills(file), onOom);
  let unwatch: () => void;
  try {
    unwatch = watchFile(file, IN_MODIFY, () => counter.look());
  } catch (error) {
    // No memory controller, or no cgroup any more.
    if (error instanceof SysError && error.errno === "ENOENT") return { stop: () => {} };
    throw error;
  }
  let stopped = false;
  // What happened between the first count and the watch woke nobody.
  queueMicrotask(() => {
    if (!stopped) counter.look();
  });
  return {
    stop() {
      if (stopped) return;
      stopped = true;
      counter.look();
      unwatch();
    },
  };
}
