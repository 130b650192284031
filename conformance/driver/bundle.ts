// One container's directory as the daemon prepares it, and the calls of one whole life for tests that are about something else.

import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { containerd as optionTypes } from "../../proto/gen/options.js";
import { containerd } from "../../proto/gen/task.js";
import type { ActionResult, ActionWords } from "./action.ts";
import type { EventServer } from "./event-server.ts";
import { eventually } from "./eventually.ts";
import { InputWriter, makeFifo, OutputReader } from "./fifo.ts";
import type { SpecOptions } from "./oci-spec.ts";
import { findShim, isAlive, killProcess } from "./processes.ts";
import type { TaskClient } from "./task-client.ts";

const { DeleteResponse } = containerd.task.v2;

export type RuncOptions = optionTypes.runc.v1.Options.$Properties;

export interface BundleOptions extends Partial<SpecOptions> {
  readonly id?: string;
  /** Instead of the one made from the other options. */
  readonly config?: string;
}

/** An Any as requests carry it. */
export function packOptions(options: RuncOptions): { typeUrl: string; value: Uint8Array } {
  return { typeUrl: "containerd.runc.v1.Options", value: optionTypes.runc.v1.Options.encode(options).finish() };
}

/** What a bundle needs to know of the driver that made it. */
export interface World {
  readonly directory: string;
  readonly namespace: string;
  readonly containerdAddress: string;
  readonly runtimeRoot: string;
  readonly events: EventServer;
  isRunts(): Promise<boolean>;
  run(args: readonly string[], words: ActionWords): Promise<ActionResult>;
  flags(bundle: Bundle): string[];
  end(client: TaskClient, bundle: Bundle): Promise<void>;
}

export class Bundle {
  readonly id: string;
  readonly path: string;
  readonly driver: World;
  #log: number;
  readonly #outputs: OutputReader[] = [];
  readonly #inputs: InputWriter[] = [];

  constructor(
    driver: World,
    id: string,
    config: string | undefined,
    directory: string = join(driver.directory, "bundles"),
  ) {
    this.driver = driver;
    this.id = id;
    this.path = join(directory, id);
    mkdirSync(this.path);
    mkdirSync(join(this.path, "work"));
    makeFifo(join(this.path, "log"));
    // The daemon holds it open for reading and writing, so that a shim never waits for a reader.
    this.#log = openSync(join(this.path, "log"), constants.O_RDWR | constants.O_NONBLOCK);
    if (config !== undefined) writeFileSync(join(this.path, "config.json"), config);
  }

  /** Where the shim of a group that begins with this container listens. */
  get socket(): string {
    const { containerdAddress, namespace } = this.driver;
    const hash = createHash("sha256").update(`${containerdAddress}/${namespace}/${this.id}`).digest("hex");
    return join("/run/containerd/s", hash);
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.path, name), text);
  }

  /** A FIFO with a reader. */
  output(name = "stdout"): OutputReader {
    const reader = new OutputReader(join(this.driver.directory, "fifo", `${this.id}-${name}`));
    this.#outputs.push(reader);
    return reader;
  }

  /** A FIFO with a writer. */
  input(name = "stdin"): InputWriter {
    const writer = new InputWriter(join(this.driver.directory, "fifo", `${this.id}-${name}`));
    this.#inputs.push(writer);
    return writer;
  }

  /** Request for Create: the driver's runtime root, no stdio. */
  createRequest(options: RuncOptions = {}): containerd.task.v2.CreateTaskRequest.$Properties {
    return { id: this.id, bundle: this.path, options: packOptions({ root: this.driver.runtimeRoot, ...options }) };
  }

  /** The shim's pid, by the command line that it has. */
  shimPid(): number | undefined {
    return findShim(this.driver.containerdAddress, this.id);
  }

  /** kill -9 of the shim, and its end. */
  async killShim(): Promise<void> {
    const pid = this.shimPid();
    if (pid === undefined) throw new Error(`no shim for ${this.id}`);
    killProcess(pid, "SIGKILL");
    await eventually(`shim ${pid} is gone`, () => !isAlive(pid));
    // The Go shim's is left there until the next start of the same id; our `delete` removes it.
    if (!(await this.driver.isRunts())) rmSync(this.socket, { force: true });
  }

  /** The `delete` action. */
  async delete(): Promise<{ pid: number; exitStatus: number; seconds: number; stderr: string; durationMs: number }> {
    const before = performance.now();
    const args = [...this.driver.flags(this), "-bundle", this.path, "delete"];
    const result = await this.driver.run(args, { cwd: this.path });
    if (result.exitCode !== 0) throw new Error(`delete: exit ${result.exitCode}: ${result.stderr}`);
    const { pid, exitStatus, exitedAt } = DeleteResponse.decode(result.stdout);
    const durationMs = performance.now() - before;
    return { pid, exitStatus, seconds: Number(exitedAt?.seconds ?? 0), stderr: result.stderr, durationMs };
  }

  /** What the shim has logged since the last call, as much as a FIFO holds. */
  logText(): string {
    const buffer = Buffer.alloc(1 << 20);
    try {
      return buffer.toString("utf8", 0, readSync(this.#log, buffer));
    } catch {
      return ""; // EAGAIN: nothing
    }
  }

  /** Waits for a file that the container's shell or the runtime writes into the bundle. */
  async waitForFile(name: string): Promise<string> {
    return eventually(`${name} in the bundle`, () => {
      const path = join(this.path, name);
      return existsSync(path) ? readFileSync(path, "utf8") : undefined;
    });
  }

  /** Waits until the reader has something: `text`, if it is told. */
  async waitForOutput(reader: OutputReader, text = ""): Promise<string> {
    return eventually(`${text === "" ? "output" : text} in ${reader.path}`, () => {
      return reader.text.includes(text) && reader.text;
    });
  }

  /** As containerd does when the container is gone. */
  closeLog(): void {
    if (this.#log >= 0) closeSync(this.#log);
    this.#log = -1;
  }

  close(): void {
    this.closeLog();
    for (const end of [...this.#outputs, ...this.#inputs]) end.close();
  }
}
