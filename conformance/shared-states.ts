// Containers in each state, for the rows that are refused there and change nothing: made once, in a driver of their own.

import type { Bundle, RuncOptions } from "./driver/bundle.ts";
import { TestContainer } from "./driver/container.ts";
import { ociProcess } from "./driver/oci-spec.ts";
import type { ShimDriver } from "./driver/shim-driver.ts";
import type { TaskClient } from "./driver/task-client.ts";

/** `none`: of a shim that has no task; `deleted`: of one whose task was deleted. */
export const initStates = ["none", "created", "running", "paused", "stopped", "deleted"] as const;
export type InitStateName = (typeof initStates)[number];
/** Of a running container. */
export const execStates = ["unknown", "added", "running", "stopped", "deleted"] as const;
export type ExecStateName = (typeof execStates)[number];

export interface Subject {
  readonly client: TaskClient;
  readonly id: string;
  readonly bundle: Bundle;
}

/** Keeps what is done in it from being recorded. */
type Muted = <T>(preparation: () => Promise<T>) => Promise<T>;

export class SharedStates {
  readonly #makeDriver: () => Promise<ShimDriver>;
  readonly #runc: RuncOptions;
  readonly #muted: Muted;
  #driver: Promise<ShimDriver> | undefined;
  #subjects = new Map<InitStateName, Promise<Subject>>();
  #execs: Promise<Subject> | undefined;

  constructor(parts: { makeDriver: () => Promise<ShimDriver>; runc: RuncOptions; muted: Muted }) {
    this.#makeDriver = parts.makeDriver;
    this.#runc = parts.runc;
    this.#muted = parts.muted;
  }

  /** Ids of what was made so far. */
  async ids(): Promise<string[]> {
    return (await this.#driver)?.bundles.map(({ id }) => id) ?? [];
  }

  /** The directory of all this; undefined while there is none. */
  async directory(): Promise<string | undefined> {
    return (await this.#driver)?.directory;
  }

  /** A container in this state, to be left in it. */
  init(state: InitStateName): Promise<Subject> {
    let subject = this.#subjects.get(state);
    if (subject === undefined) {
      subject = this.#muted(() => this.#make(state));
      this.#subjects.set(state, subject);
    }
    return subject;
  }

  /** A running container with an exec in each state, called after it. */
  exec(): Promise<Subject> {
    this.#execs ??= this.#muted(() => this.#makeExecs());
    return this.#execs;
  }

  async #world(): Promise<ShimDriver> {
    this.#driver ??= this.#makeDriver();
    return this.#driver;
  }

  async #make(state: InitStateName): Promise<Subject> {
    const driver = await this.#world();
    const runc = this.#runc;
    if (state === "none") {
      const bundle = driver.bundle();
      return { client: await driver.shim(bundle), id: bundle.id, bundle };
    }
    const container = await TestContainer.create(driver, { runc });
    const { client, id } = container;
    if (state === "created") return container;
    await client.call("Start", { id });
    if (state === "running") return container;
    if (state === "paused") {
      await client.call("Pause", { id });
      return container;
    }
    await container.kill(9);
    await container.wait();
    if (state === "deleted") await client.call("Delete", { id });
    return container;
  }

  async #makeExecs(): Promise<Subject> {
    const container = await TestContainer.run(await this.#world(), { runc: this.#runc });
    const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value: ociProcess(["true"]) };
    await container.client.call("Exec", { id: container.id, execId: "added", spec });
    await container.exec("running");
    for (const execId of ["stopped", "deleted"]) {
      await container.exec(execId, ["true"]);
      await container.wait(execId);
    }
    await container.client.call("Delete", { id: container.id, execId: "deleted" });
    return container;
  }

  /** Everything is made anew when it is next asked for: somebody may have changed it. */
  async forget(): Promise<void> {
    const driver = this.#driver;
    this.#driver = undefined;
    this.#subjects = new Map();
    this.#execs = undefined;
    await driver?.then(
      (made) => made.stop(),
      () => {},
    );
  }
}
