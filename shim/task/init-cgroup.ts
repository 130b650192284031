// The cgroup of a container as soon as it can be found, by init. OOM kills in it are watched from then on.

import { NotQuiet } from "../../sys/saved.ts";
import { errorFields, log } from "../base/log.ts";
import { ContainerCgroup } from "./container-cgroup.ts";
import type { InitLife } from "./init-life.ts";
import type { SavedInitCgroup } from "./saved.ts";

export interface InitCgroupOptions {
  /** Of the container. */
  readonly id: string;
  readonly life: InitLife;
  /** The runtime's containers are what their cgroups hold. */
  readonly holdsAll: boolean;
  /** Called for each observed increase of the count of OOM kills. */
  readonly onOom: () => void;
}

const findAfterMs = 50;

export class InitCgroup {
  readonly #options: InitCgroupOptions;
  /** Undefined before the process is there, and when the container has no cgroup of its own. */
  #cgroup: ContainerCgroup | undefined;
  #complaint = "";
  #finding: NodeJS.Timeout | undefined;

  constructor(options: InitCgroupOptions) {
    this.#options = options;
  }

  /** Throws NotQuiet while it is about to be looked for. */
  save(): SavedInitCgroup {
    if (this.#finding !== undefined) throw new NotQuiet("a cgroup is looked for");
    return { cgroup: this.#cgroup?.save(), complaint: this.#complaint };
  }

  restore({ cgroup, complaint }: SavedInitCgroup): void {
    this.#cgroup = cgroup === undefined ? undefined : ContainerCgroup.restore(cgroup, this.#options.onOom);
    this.#complaint = complaint;
  }

  /** What goes wrong is logged, the same thing once. */
  find(): ContainerCgroup | undefined {
    this.#endFinding();
    const { livePid: pid } = this.#options.life;
    if (this.#cgroup !== undefined || pid === undefined) return this.#cgroup;
    try {
      this.#cgroup = ContainerCgroup.load(pid, this.#options.onOom);
    } catch (error) {
      const { error: text } = errorFields(error);
      if (text !== this.#complaint) log("warning", "failed to load the container's cgroup", { pid, error: text });
      this.#complaint = String(text);
    }
    return this.#cgroup;
  }

  /** Start finds it; this is for one that is not started, and out of the way of a Start that comes at once. */
  findSoon(): void {
    this.#finding = setTimeout(() => this.find(), findAfterMs);
    this.#finding.unref();
  }

  /** The container's own, if the runtime's containers are what their cgroups hold; not looked for. */
  get own(): ContainerCgroup | undefined {
    return this.#options.holdsAll && this.#cgroup?.isOwn === true ? this.#cgroup : undefined;
  }

  /** Whether it stands still, by whomever; undefined when the kernel can't be asked. */
  askFrozen(): boolean | undefined {
    this.find();
    try {
      return this.own?.frozen;
    } catch (error) {
      log("warning", "failed to look whether a container is frozen", { id: this.#options.id, ...errorFields(error) });
      return undefined;
    }
  }

  /** The figures of now; undefined when there is none. */
  async metrics(): Promise<{ typeUrl: string; value: Uint8Array } | undefined> {
    return this.find()?.metrics();
  }

  /** A last look for OOM kills, then no more. */
  stopWatch(): void {
    this.#endFinding();
    this.#cgroup?.stopWatch();
  }

  #endFinding(): void {
    clearTimeout(this.#finding);
    this.#finding = undefined;
  }
}
