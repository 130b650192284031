// What a container's cgroup is good for here: figures, news of OOM kills, the list of its processes, their end. It is
// found through the init process and stays known after that is gone.
import { enableControllers } from "../../cgroups/enable-controllers.ts";
import { isFrozen, releaseKilled, thaw } from "../../cgroups/freezer.ts";
import { killAll } from "../../cgroups/kill.ts";
import { restoreOomWatch, watchOom } from "../../cgroups/oom.ts";
import type { OomWatch } from "../../cgroups/oom-counter.ts";
import { type Cgroup, cgroupExists, loadCgroup } from "../../cgroups/path.ts";
import { processesIn, trackingDirectory } from "../../cgroups/processes.ts";
import { errorFields, log } from "../base/log.ts";
import type { SavedContainerCgroup } from "./saved.ts";

/** Kill waits no longer than this for the last process to go. */
const killWait = { attempts: 100, intervalMs: 5 };

export class ContainerCgroup {
  /** Whether only the container's processes are in there. A container may be made to share the shim's cgroup. */
  readonly isOwn: boolean;
  readonly #cgroup: Cgroup;
  readonly #directory: string;
  readonly #watch: OomWatch | undefined;

  private constructor(cgroup: Cgroup, place: { directory: string; isOwn: boolean }, watch: OomWatch | undefined) {
    const { directory, isOwn } = place;
    this.isOwn = isOwn;
    this.#cgroup = cgroup;
    this.#directory = directory;
    this.#watch = watch;
  }

  /**
   * Finds the cgroup of `pid`, which must be alive and is not found in a cgroup of its own otherwise, and watches it.
   * `onOom` is called for each observed increase of the kernel's count of OOM kills; that they can't be watched is logged.
   * Throws CgroupError without a cgroup of the container's own, SysError when it can't be read.
   */
  static load(pid: number, onOom: () => void): ContainerCgroup {
    const cgroup = loadCgroup(pid);
    // On v1 an exiting process has moved to the root already.
    const directory = trackingDirectory(cgroup);
    const isOwn = !processesIn(directory).includes(process.pid);
    let watch: OomWatch | undefined;
    try {
      watch = watchOom(cgroup, onOom);
      enableControllers(cgroup);
    } catch (error) {
      log(watch === undefined ? "error" : "debug", "failed to watch for OOM kills or to enable controllers", {
        pid,
        ...errorFields(error),
      });
    }
    return new ContainerCgroup(cgroup, { directory, isOwn }, watch);
  }

  save(): SavedContainerCgroup {
    const cgroup = this.#cgroup;
    return {
      cgroup:
        cgroup.kind === "v2"
          ? cgroup
          : { kind: "v1", controllers: [...cgroup.controllers], mountPoints: [...cgroup.mountPoints] },
      directory: this.#directory,
      isOwn: this.isOwn,
      watch: this.#watch?.save(),
    };
  }

  static restore({ cgroup, watch, ...place }: SavedContainerCgroup, onOom: () => void): ContainerCgroup {
    const known: Cgroup =
      cgroup.kind === "v2"
        ? cgroup
        : { kind: "v1", controllers: new Map(cgroup.controllers), mountPoints: new Map(cgroup.mountPoints) };
    return new ContainerCgroup(known, place, watch === undefined ? undefined : restoreOomWatch(known, onOom, watch));
  }

  /** The metrics of now as an Any; undefined when the cgroup is gone. */
  async metrics(): Promise<{ typeUrl: string; value: Uint8Array } | undefined> {
    const { readMetrics } = await import("../../cgroups/metrics.ts");
    try {
      return await readMetrics(this.#cgroup);
    } catch (error) {
      if (!cgroupExists(this.#cgroup)) return undefined;
      throw error;
    }
  }

  /** Host pids of its processes. */
  pids(): number[] {
    return processesIn(this.#directory);
  }

  get frozen(): boolean {
    return isFrozen(this.#cgroup);
  }

  /** Lets its processes go on, if they are frozen. */
  thaw(): void {
    thaw(this.#cgroup);
  }

  /** Lets one process that was sent SIGKILL die, if they are frozen. */
  releaseKilled(pid: number): void {
    releaseKilled(this.#cgroup, pid);
  }

  /** SIGKILL for everything in it, frozen or not; returns when it is empty or after half a second. Throws CgroupError. */
  async killAll(): Promise<void> {
    await killAll(this.#cgroup, killWait);
  }

  /** A last look for OOM kills, then no more. Never waits. */
  stopWatch(): void {
    this.#watch?.stop();
  }
}
