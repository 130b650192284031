// Out-of-memory kills of cgroup v2: the kernel modifies memory.events (Documentation/admin-guide/cgroup-v2.rst).
//
// systemd removes a container's scope as soon as its last process is gone, and memory.events with it, maybe before
// anybody has looked. Then the scope's parent tells: its count has the kills of everything below, neighbours included.
// A kill that it counted since the last look is the container's if the container's own file changed as well.
import { SysError } from "../sys/errno.ts";
import { deliverEvents, type FileWatch, IN_MODIFY, resumeWatch, watchFile } from "../sys/inotify.ts";
import { noWatch, OomCounter, type OomWatch, readOomKills, type SavedOomWatch } from "./oom-counter.ts";

/**
 * The kernel holds back news of a change for 10 ms after the one before (cgroup_file_notify), and drops it when the
 * cgroup is removed meanwhile. So news that was followed by a look counts for this long; the rest is for hearing late.
 */
const heldBackMs = 1000;

/** The directory above the scope that `directory` is or lies in; crun's containers lie one deeper. */
function outsideScope(directory: string): string | undefined {
  return /^(.+)\/[^/]+\.scope(?:\/|$)/.exec(directory)?.[1];
}

class ScopeCounter {
  readonly #own: OomCounter;
  readonly #outside: string | undefined;
  readonly #onOom: (count: number) => void;
  /** Kills outside when the own count was read last; undefined when nobody counts there, or that was used. */
  #outsideKills: number | undefined;
  #unread = false;
  #changedAt = Number.NEGATIVE_INFINITY;

  constructor(directory: string, onOom: (count: number) => void, saved?: SavedOomWatch) {
    this.#outside = outsideScope(directory);
    this.#outsideKills = saved?.scope === undefined ? this.#readOutside() : saved.scope.outsideKills;
    this.#onOom = onOom;
    this.#own = new OomCounter(() => readOomKills(`${directory}/memory.events`), onOom, saved?.last);
    if (saved?.scope === undefined) return;
    this.#unread = saved.scope.unread;
    this.#changedAt = performance.now() - (saved.scope.changedAgoMs ?? Number.POSITIVE_INFINITY);
  }

  save(descriptor: number): SavedOomWatch {
    const ago = performance.now() - this.#changedAt;
    return {
      last: this.#own.last,
      scope: {
        descriptor,
        outsideKills: this.#outsideKills,
        unread: this.#unread,
        changedAgoMs: Number.isFinite(ago) ? ago : undefined,
      },
    };
  }

  #readOutside(): number | undefined {
    return this.#outside === undefined ? undefined : readOomKills(`${this.#outside}/memory.events`);
  }

  noteChange(): void {
    this.#unread = true;
    this.#changedAt = performance.now();
  }

  /** Returns whether there was something to look at. */
  look(): boolean {
    // Before the own count: a kill between the two must not be taken for an old one when the own count is gone.
    const outside = this.#outsideKills === undefined ? undefined : this.#readOutside();
    const increase = this.#own.look();
    if (increase === undefined) {
      this.#lookOutside();
      return false;
    }
    this.#unread = false;
    if (this.#outsideKills !== undefined) {
      this.#outsideKills = Math.max(outside ?? 0, this.#outsideKills + increase);
    }
    return true;
  }

  #lookOutside(): void {
    if (this.#outsideKills === undefined) return;
    if (!this.#unread && performance.now() - this.#changedAt > heldBackMs) return;
    if ((this.#readOutside() ?? 0) <= this.#outsideKills) return;
    // How many of them were neighbours' can't be known.
    this.#outsideKills = undefined;
    this.#onOom(1);
  }
}

/** Watches the cgroup at `directory`. */
export function watchOomV2(directory: string, onOom: (count: number) => void, saved?: SavedOomWatch): OomWatch {
  const counter = new ScopeCounter(directory, onOom, saved);
  const onEvents = (events: number) => {
    if ((events & IN_MODIFY) !== 0) counter.noteChange();
    counter.look();
  };
  let watch: FileWatch;
  try {
    watch =
      saved?.scope === undefined
        ? watchFile(`${directory}/memory.events`, IN_MODIFY, onEvents)
        : resumeWatch(saved.scope.descriptor, IN_MODIFY, onEvents);
  } catch (error) {
    // No memory controller, or no cgroup any more.
    if (error instanceof SysError && error.errno === "ENOENT") return noWatch;
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
      try {
        // That the file changed before it went may not have been heard yet.
        if (!counter.look()) deliverEvents();
      } finally {
        watch.stop();
      }
    },
    save: () => (stopped ? undefined : counter.save(watch.descriptor)),
  };
}
