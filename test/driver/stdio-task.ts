// One container, or one exec of it, with whatever stdio a scenario wants.

import { existsSync, readdirSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import {
  type Bundle,
  type BundleOptions,
  packOptions,
  type RuncOptions,
  type ShimDriver,
} from "../../conformance/driver/shim-driver.ts";
import type { TaskClient } from "../../conformance/driver/task-client.ts";
import type { containerd } from "../../proto/gen/task.js";
import { Reader } from "./stdio-client.ts";

export interface Stdio {
  readonly stdin?: string;
  readonly stdout?: string;
  /** Default: the same as stdout, without which the Go shim does not work. */
  readonly stderr?: string;
  readonly terminal?: boolean;
}

function complete(stdio: Stdio): Stdio {
  return stdio.terminal || stdio.stdout === undefined ? stdio : { stderr: stdio.stdout, ...stdio };
}

export class StdioTask {
  readonly driver: ShimDriver;
  readonly bundle: Bundle;
  readonly client: TaskClient;
  #execs = 0;

  constructor(driver: ShimDriver, bundle: Bundle, client: TaskClient) {
    this.driver = driver;
    this.bundle = bundle;
    this.client = client;
  }

  /** A shim for a container that is not made yet. */
  static async prepare(driver: ShimDriver, command: string | readonly string[], options: BundleOptions = {}) {
    const args = typeof command === "string" ? ["sh", "-c", command] : command;
    const bundle = driver.bundle({ args, ...options });
    return new StdioTask(driver, bundle, await driver.shim(bundle));
  }

  /** Another container in the same shim. */
  async beside(command: string, options: BundleOptions = {}): Promise<StdioTask> {
    const bundle = this.driver.bundle({ args: ["sh", "-c", command], ...options });
    return new StdioTask(this.driver, bundle, this.client);
  }

  get id(): string {
    return this.bundle.id;
  }

  /** A path below the driver's directory; nothing is there yet. */
  path(name: string): string {
    return join(this.driver.directory, "fifo", `${this.id}-${name}`);
  }

  fifo(name: string): string {
    const path = this.path(name);
    makeFifo(path);
    return path;
  }

  async create(stdio: Stdio, options: RuncOptions = {}, timeoutMs = 20_000): Promise<void> {
    const request = {
      ...this.bundle.createRequest(),
      ...complete(stdio),
    } as containerd.task.v2.CreateTaskRequest.$Properties;
    request.options = packOptions({ root: this.driver.runtimeRoot, ...options });
    await this.client.call("Create", request, { timeoutMs });
  }

  async start(execId = ""): Promise<void> {
    await this.client.call("Start", { id: this.id, execId });
  }

  async run(stdio: Stdio, options: RuncOptions = {}): Promise<void> {
    await this.create(stdio, options);
    await this.start();
  }

  /** Adds an exec and starts it. */
  async exec(command: string, stdio: Stdio = {}, process: object = {}): Promise<string> {
    const execId = `exec-${++this.#execs}`;
    const spec = {
      ...JSON.parse(Buffer.from(ociProcess(["sh", "-c", command], stdio)).toString()),
      ...process,
    } as object;
    const value = Buffer.from(JSON.stringify(spec));
    await this.client.call("Exec", { id: this.id, execId, ...complete(stdio), spec: { typeUrl: "x", value } });
    await this.start(execId);
    return execId;
  }

  async wait(execId = "", timeoutMs = 20_000): Promise<number> {
    return (await this.client.call("Wait", { id: this.id, execId }, { timeoutMs })).exitStatus;
  }

  async kill(execId = "", signal = 9): Promise<void> {
    await this.client.call("Kill", { id: this.id, execId, signal });
  }

  /** How long it took, in milliseconds. */
  async delete(execId = "", timeoutMs = 20_000): Promise<number> {
    const before = performance.now();
    await this.client.call("Delete", { id: this.id, execId }, { timeoutMs });
    return performance.now() - before;
  }

  async closeStdin(execId = ""): Promise<void> {
    await this.client.call("CloseIO", { id: this.id, execId, stdin: true });
  }

  async resize(width: number, height: number, execId = ""): Promise<void> {
    await this.client.call("ResizePty", { id: this.id, execId, width, height });
  }

  /** Wait, Delete and Shutdown. */
  async finish(): Promise<number> {
    const status = await this.wait();
    await this.delete();
    await this.shutdown();
    return status;
  }

  shutdown(): Promise<void> {
    return this.driver.shutdown(this.client, this.bundle);
  }

  shimDescriptors(): string[] {
    const directory = `/proc/${this.bundle.shimPid()}/fd`;
    if (!existsSync(directory)) return [];
    return readdirSync(directory).flatMap((name) => {
      try {
        return [readlinkSync(join(directory, name))];
      } catch {
        return []; // closed meanwhile
      }
    });
  }

  reader(path: string): Reader {
    return new Reader(path);
  }
}
