// A container of a driver that runs, for tests that begin there.

import type { containerd } from "../../proto/gen/task.js";
import type { StartWords } from "./driver-options.ts";
import type { OutputReader } from "./fifo.ts";
import { ociProcess } from "./oci-spec.ts";
import type { Bundle, BundleOptions, RuncOptions, ShimDriver } from "./shim-driver.ts";
import type { TaskClient } from "./task-client.ts";

export type CreateOptions = BundleOptions & {
  readonly runc?: RuncOptions;
  /** For `start`. */
  readonly start?: StartWords;
  /** Written into the bundle before. */
  readonly files?: Readonly<Record<string, string>>;
};

export class TestContainer {
  readonly bundle: Bundle;
  readonly client: TaskClient;
  readonly stdout: OutputReader;
  readonly stderr: OutputReader;
  readonly #terminal: boolean;
  #pid = 0;
  #execs = 0;

  private constructor(parts: Pick<TestContainer, "bundle" | "client" | "stdout" | "stderr"> & { terminal: boolean }) {
    this.#terminal = parts.terminal;
    this.bundle = parts.bundle;
    this.client = parts.client;
    this.stdout = parts.stdout;
    this.stderr = parts.stderr;
  }

  /** start: what Create is asked of. */
  static async prepare(driver: ShimDriver, options: Omit<CreateOptions, "runc"> = {}): Promise<TestContainer> {
    const { files = {}, start = {}, ...rest } = options;
    const bundle = driver.bundle(rest);
    for (const [name, text] of Object.entries(files)) bundle.write(name, text);
    const client = await driver.shim(bundle, start);
    // The Go shim refuses one without the other.
    const { terminal = false } = options;
    return new TestContainer({ bundle, client, terminal, stdout: bundle.output(), stderr: bundle.output("stderr") });
  }

  /** start, Create. */
  static async create(driver: ShimDriver, options: CreateOptions = {}): Promise<TestContainer> {
    const { runc, ...rest } = options;
    const container = await TestContainer.prepare(driver, rest);
    await container.create(runc);
    return container;
  }

  /** start, Create, Start. */
  static async run(driver: ShimDriver, options: CreateOptions = {}): Promise<TestContainer> {
    const container = await TestContainer.create(driver, options);
    await container.client.call("Start", { id: container.id });
    return container;
  }

  get id(): string {
    return this.bundle.id;
  }

  /** Of its init; 0 until it has been created. */
  get pid(): number {
    return this.#pid;
  }

  /** Create. */
  async create(runc: RuncOptions = {}): Promise<void> {
    const stdout = this.stdout.path;
    const stdio = this.#terminal ? { stdout, terminal: true } : { stdout, stderr: this.stderr.path };
    const request = { ...this.bundle.createRequest(runc), ...stdio };
    this.#pid = (await this.client.call("Create", request)).pid;
  }

  state(execId = ""): Promise<containerd.task.v2.StateResponse> {
    return this.client.call("State", { id: this.id, execId });
  }

  /** The exit status, once it has ended. */
  wait(execId = ""): Promise<number> {
    const status = this.client.call("Wait", { id: this.id, execId }).then(({ exitStatus }) => exitStatus);
    // Whoever asked may have given up since, and an error that nobody hears of ends the process.
    status.catch(() => {});
    return status;
  }

  async kill(signal: number, options: { execId?: string; all?: boolean } = {}): Promise<void> {
    await this.client.call("Kill", { id: this.id, signal, ...options });
  }

  /** Exec and Start; returns the pid. */
  async exec(execId: string, args: readonly string[] = ["sleep", "1000"], terminal = false): Promise<number> {
    const value = ociProcess(args, { terminal });
    const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value };
    this.#execs += 1;
    const stdio = terminal ? { terminal, stdout: this.bundle.output(`exec-${this.#execs}`).path } : {};
    await this.client.call("Exec", { id: this.id, execId, spec, ...stdio });
    return (await this.client.call("Start", { id: this.id, execId })).pid;
  }

  async pids(): Promise<number[]> {
    return (await this.client.call("Pids", { id: this.id })).processes.map(({ pid }) => pid ?? 0);
  }

  /** Topics of its events, when there are `count`. */
  events(count: number): Promise<string[]> {
    return this.bundle.driver.events.waitFor(this.id, count);
  }

  /** Kill, Delete, Shutdown. */
  end(): Promise<void> {
    return this.bundle.driver.end(this.client, this.bundle);
  }
}

/** The code and text of a call that must fail. */
export async function failure(call: Promise<unknown>): Promise<{ code: unknown; message: string }> {
  try {
    await call;
  } catch (error) {
    return { code: (error as { code?: unknown }).code, message: (error as Error).message };
  }
  throw new Error("the call did not fail");
}
