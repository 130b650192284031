// What a row is played on: a daemon's world, the runtime, and containers in each state.

import { rmSync } from "node:fs";
import type { ActionResult } from "./driver/action.ts";
import type { Bundle, BundleOptions, RuncOptions } from "./driver/bundle.ts";
import { type CreateOptions, TestContainer } from "./driver/container.ts";
import type { Answer, Generation, Options } from "./driver/dialects.ts";
import { readAnswer, startEnvironment, startInput } from "./driver/dialects.ts";
import type { RuntimeName } from "./driver/driver-options.ts";
import type { ForwardedEvent } from "./driver/event-server.ts";
import { eventually } from "./driver/eventually.ts";
import { isAlive, killProcess } from "./driver/processes.ts";
import type { ShimDriver } from "./driver/shim-driver.ts";
import { Status, type TaskClient } from "./driver/task-client.ts";
import { same } from "./expect.ts";
import type { SharedStates } from "./shared-states.ts";

export class Stage {
  readonly driver: ShimDriver;
  readonly runtime: RuntimeName;
  /** Containers that rows share which change nothing. */
  readonly shared: SharedStates;
  /** How long a call may take, and an event. */
  readonly patienceMs: number;

  constructor(parts: Pick<Stage, "driver" | "runtime" | "shared" | "patienceMs">) {
    this.driver = parts.driver;
    this.runtime = parts.runtime;
    this.shared = parts.shared;
    this.patienceMs = parts.patienceMs;
  }

  get runc(): RuncOptions {
    return { binaryName: this.runtime };
  }

  bundle(options: BundleOptions = {}): Bundle {
    return this.driver.bundle(options);
  }

  /** start, Create. */
  create(options: CreateOptions = {}): Promise<TestContainer> {
    return TestContainer.create(this.driver, { ...options, runc: { ...this.runc, ...options.runc } });
  }

  /** start, Create, Start. */
  run(options: CreateOptions = {}): Promise<TestContainer> {
    return TestContainer.run(this.driver, { ...options, runc: { ...this.runc, ...options.runc } });
  }

  /** Runs a shell script in a container. */
  sh(script: string, options: CreateOptions = {}): Promise<TestContainer> {
    return this.run({ args: ["sh", "-c", script], ...options });
  }

  /** A shim without a container. */
  async empty(options: BundleOptions = {}): Promise<{ bundle: Bundle; client: TaskClient }> {
    const bundle = this.bundle(options);
    return { bundle, client: await this.driver.shim(bundle) };
  }

  /** `start` as containerd of this generation runs it. */
  async start(
    bundle: Bundle,
    generation: Generation,
    { options, flags = [] }: { options?: Options; flags?: readonly string[] } = {},
  ): Promise<ActionResult> {
    const stdin = startInput(generation, this.driver, bundle, options);
    return this.driver.run([...this.driver.flags(bundle), ...flags, "start"], {
      cwd: bundle.path,
      environment: startEnvironment(generation, this.driver),
      ...(stdin === undefined ? {} : { stdin }),
    });
  }

  /** As `start`; it must succeed with what that containerd takes for an answer. */
  async answer(bundle: Bundle, generation: Generation, options: { options?: Options } = {}): Promise<Answer> {
    const result = await this.start(bundle, generation, options);
    same("start: exit status", [result.exitCode, result.stderr], [0, ""]);
    return readAnswer(result.stdout, generation);
  }

  /** kill -9 of the shim that `client` is connected to, by the pid that it says. Its socket is another row's subject. */
  async killShim(client: TaskClient, bundle: Bundle): Promise<void> {
    const { shimPid } = await client.call("Connect", { id: bundle.id });
    killProcess(shimPid, "SIGKILL");
    await eventually(`shim ${shimPid} has ended`, () => !isAlive(shimPid));
    rmSync(bundle.socket, { force: true });
  }

  /** The `delete` action, whatever comes of it. */
  remove(bundle: Bundle): Promise<ActionResult> {
    return this.driver.run([...this.driver.flags(bundle), "-bundle", bundle.path, "delete"], { cwd: bundle.path });
  }

  /** As the container's own, and its deletion is told before Shutdown: Go's shims of containerd 2 take what waits with them. */
  async end({ client, id, bundle }: TestContainer): Promise<void> {
    const { status } = await client.call("State", { id });
    if (status !== Status.created && status !== Status.stopped) {
      await client.call("Kill", { id, signal: 9, all: true });
      await client.call("Wait", { id });
    }
    await client.call("Delete", { id });
    await this.leave(client, bundle);
  }

  /** Shutdown, once the container's deletion is told. */
  async leave(client: TaskClient, bundle: Bundle): Promise<void> {
    const { events } = this.driver;
    const isTold = () => events.topics(bundle.id).includes("delete");
    await eventually(`the event of its deletion`, isTold, { timeoutMs: this.patienceMs });
    await this.driver.shutdown(client, bundle);
  }

  /** Topics of a container's events, when there are as many as wanted; then these are looked at in order. */
  async told(id: string, topics: readonly string[]): Promise<ForwardedEvent[]> {
    await this.driver.events.waitFor(id, topics.length, this.patienceMs);
    same("its events", this.driver.events.topics(id), topics);
    return this.driver.events.of(id);
  }
}
