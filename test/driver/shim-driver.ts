// Any shim binary without a daemon: started, spoken to and cleaned up after as containerd 1.6 does it, step by step
// and in whatever order a test wants. One driver is one daemon's world: a directory, a namespace, an event server.

import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { containerd as bootstrap } from "../../proto/gen/bootstrap.js";
import { containerd as optionTypes } from "../../proto/gen/options.js";
import { containerd } from "../../proto/gen/task.js";
import { Status } from "../../shim/task/state.ts";
import { ClosedError } from "../../ttrpc/status.ts";
import { eventually } from "../helpers/eventually.ts";
import { mountHugetlb } from "../helpers/private-containerd.ts";
import { carriesMark, findShim, isAlive, killIfThere, killProcess, listProcesses } from "../helpers/processes.ts";
import { makeRootfs } from "../helpers/rootfs-image.ts";
import { systemPath } from "../helpers/runtimes-under-test.ts";
import { isOurs, shims } from "../helpers/shim-under-test.ts";
import { EventServer } from "./event-server.ts";
import { InputWriter, makeFifo, OutputReader } from "./fifo.ts";
import { ociSpec, type SpecOptions } from "./oci-spec.ts";
import { TaskClient } from "./task-client.ts";

const { DeleteResponse } = containerd.task.v2;
const { BootstrapParams, BootstrapResult } = bootstrap.runtime.bootstrap.v1;

/** How containerd tells `start` what it wants, and is answered: since 2.3 by BootstrapParams and BootstrapResult. */
export type Dialect = "legacy" | "bootstrap";

export interface DriverOptions {
  /** The shim's executable. */
  readonly executable: string;
  /** Directories in front of the shim's PATH: its own needs, another runc. */
  readonly path?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** See PrivateContainerd: what crun before 1.9 needs. Mounts of the shim are then invisible from outside. */
  readonly withHugetlb?: boolean;
  /** Words in front of the executable, for `start` and `delete`. */
  readonly wrapper?: readonly string[];
  readonly dialect?: Dialect;
}

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

export interface ActionResult {
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export class ShimDriver {
  /** Everything of this driver lies below. Also `-address`: nobody listens there. */
  readonly directory = mkdtempSync(join(tmpdir(), "runts-driver-"));
  readonly namespace = `driver-${randomBytes(5).toString("hex")}`;
  readonly containerdAddress = join(this.directory, "daemon.sock");
  readonly events = new EventServer(`${this.containerdAddress}.ttrpc`);
  /** State directory of the runtime, without the namespace; the `root` option of `create`. */
  readonly runtimeRoot = join(this.directory, "runtime");
  readonly rootfs = join(this.directory, "rootfs");
  readonly #options: DriverOptions;
  readonly #bundles: Bundle[] = [];
  readonly #clients = new Set<TaskClient>();

  private constructor(options: DriverOptions) {
    this.#options = options;
  }

  static async start(options: DriverOptions): Promise<ShimDriver> {
    const driver = new ShimDriver(options);
    for (const name of ["bundles", "tmp", "fifo", "runtime"]) mkdirSync(join(driver.directory, name));
    await makeRootfs(driver.rootfs);
    await driver.events.listen();
    return driver;
  }

  newId(name = "c"): string {
    return `${name}-${randomBytes(4).toString("hex")}`;
  }

  /** A bundle as the daemon prepares it. */
  bundle(options: BundleOptions = {}): Bundle {
    const { id = this.newId(), args = ["sleep", "1000"], rootfs = this.rootfs, config, ...rest } = options;
    const cgroupsPath = `/${this.namespace}/${id}`;
    const text = config ?? JSON.stringify(ociSpec({ args, rootfs, cgroupsPath, ...rest }));
    const bundle = new Bundle(this, id, text);
    this.#bundles.push(bundle);
    return bundle;
  }

  /** A sandbox's bundle as the daemon's controller prepares it: without a specification. */
  sandboxBundle(id = this.newId("pod")): Bundle {
    const directory = join(this.directory, "io.containerd.sandbox.controller.v1.shim", this.namespace);
    mkdirSync(directory, { recursive: true });
    const bundle = new Bundle(this, id, undefined, directory);
    this.#bundles.push(bundle);
    return bundle;
  }

  /** Runs the executable with the daemon's environment to its end and until nobody holds its output. */
  async run(args: readonly string[], { cwd, stdin }: { cwd: string; stdin?: Uint8Array }): Promise<ActionResult> {
    const { executable, path = [], environment = {}, withHugetlb = false, wrapper = [] } = this.#options;
    const command = [...(args.includes("start") || args.includes("delete") ? wrapper : []), executable, ...args];
    const [file = "", ...words] = withHugetlb
      ? ["unshare", "--mount", "sh", "-c", mountHugetlb, "sh", ...command]
      : command;
    const { XDG_RUNTIME_DIR: _, ...own } = process.env;
    const child = spawn(file, words, {
      cwd,
      env: {
        ...own,
        TMPDIR: join(this.directory, "tmp"),
        PATH: [...path, systemPath].join(":"),
        TTRPC_ADDRESS: this.events.path,
        GOMAXPROCS: "2",
        ...environment,
      },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.stdin.on("error", () => {});
    child.stdin.end(stdin);
    const [exitCode] = (await once(child, "close")) as [number | null];
    return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
  }

  /** `start` in the bundle and a connection to the shim that it names. */
  async shim(bundle: Bundle): Promise<TaskClient> {
    return this.connect(await this.start(bundle));
  }

  /** `start` in the bundle: its answer, as `connect` takes it. */
  async start(bundle: Bundle): Promise<string> {
    const { dialect = "legacy" } = this.#options;
    const stdin = dialect === "legacy" ? {} : { stdin: this.#bootstrapParams(bundle) };
    const result = await this.run([...this.flags(bundle), "start"], { cwd: bundle.path, ...stdin });
    if (result.exitCode !== 0) throw new Error(`start: exit ${result.exitCode}: ${result.stderr}`);
    if (dialect === "legacy") return result.stdout.toString();
    const { address, version } = BootstrapResult.decode(result.stdout);
    return JSON.stringify({ address, version });
  }

  #bootstrapParams(bundle: Bundle): Uint8Array {
    return BootstrapParams.encode({
      instanceId: bundle.id,
      namespace: this.namespace,
      containerdVersion: "2.3.4",
      containerdGrpcAddress: this.containerdAddress,
      containerdTtrpcAddress: this.events.path,
      containerdBinary: "/bin/true",
    }).finish();
  }

  /** `answer` as `start` printed it: an address, or the Go shim's JSON since 2.0, which names the version as well. */
  async connect(answer: string, options: { service?: string } = {}): Promise<TaskClient> {
    const { address, version } = answer.startsWith("{")
      ? (JSON.parse(answer) as { address: string; version: number })
      : { address: answer, version: 2 };
    const client = await TaskClient.connect(address, { service: `containerd.task.v${version}.Task`, ...options });
    this.#clients.add(client);
    return client;
  }

  flags(bundle: Bundle): string[] {
    const { namespace, containerdAddress } = this;
    return ["-namespace", namespace, "-address", containerdAddress, "-publish-binary", "/bin/true", "-id", bundle.id];
  }

  /** Pids of everything that belongs to this driver. */
  processes(): number[] {
    const marks = [this.directory, this.namespace];
    return listProcesses()
      .filter(({ pid }) => pid !== process.pid)
      .filter(({ pid, parent, state }) => carriesMark(state === "Z" ? parent : pid, marks))
      .map(({ pid }) => pid);
  }

  /** cgroups of this driver's containers. `root`: the hierarchies as another mount namespace has them. */
  cgroups(root = "/sys/fs/cgroup"): string[] {
    return this.#cgroupParents(root).flatMap((parent) =>
      readdirSync(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(parent, entry.name)),
    );
  }

  #cgroupParents(root = "/sys/fs/cgroup"): string[] {
    const hierarchies = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(root, entry.name, this.namespace));
    return [...hierarchies, join(root, this.namespace)].filter((path) => existsSync(path));
  }

  /** What is there that should not be when all containers have been deleted and all shims told to leave. */
  leftovers(): string[] {
    const mounts = readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .map((line) => line.split(" ")[4] ?? "")
      .filter((path) => path.startsWith(`${this.directory}/`));
    const states = join(this.runtimeRoot, this.namespace);
    const containers = existsSync(states) ? readdirSync(states) : [];
    return [
      ...this.processes().map((pid) => `process ${pid} ${readCommand(pid)}`),
      ...mounts.map((path) => `mount ${path}`),
      ...this.cgroups().map((path) => `cgroup ${path}`),
      ...containers.map((name) => `runtime state ${name}`),
      ...this.#bundles.filter(({ socket }) => existsSync(socket)).map(({ socket }) => `socket ${socket}`),
      ...readdirSync(join(this.directory, "tmp")).map((name) => `file ${name}`),
    ];
  }

  /** Waits for leftovers to go; returns those that stay. */
  async settle(timeoutMs = 5000): Promise<string[]> {
    let left: string[] = [];
    const isClean = () => {
      left = this.leftovers();
      return left.length === 0;
    };
    await eventually("nothing is left", isClean, { timeoutMs, intervalMs: 20 }).catch(() => undefined);
    return left;
  }

  /** Ends the container's processes, deletes it, and tells the shim to leave. */
  async end(client: TaskClient, bundle: Bundle): Promise<void> {
    const { id } = bundle;
    const state = await client.call("State", { id });
    if (state.status !== Status.created && state.status !== Status.stopped) {
      await client.call("Kill", { id, signal: 9, all: true });
      await client.call("Wait", { id });
    }
    await client.call("Delete", { id });
    await this.shutdown(client, bundle);
  }

  async shutdown(client: TaskClient, bundle: Bundle): Promise<void> {
    // The Go shim of containerd 2 may be gone before it has answered.
    const isOther = ![shims.bun, shims.node].some(({ executable }) => executable === this.#options.executable);
    await client.call("Shutdown", { id: bundle.id }).catch((error: unknown) => {
      if (!isOther || !(error instanceof ClosedError)) throw error;
    });
    await client.closed;
  }

  /** Removes everything by force. */
  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    for (const pid of this.processes()) killIfThere(pid);
    // A frozen process of v1 does not die.
    for (const path of this.cgroups()) thaw(path);
    await eventually("the driver's processes have gone", () => this.processes().length === 0).catch(() => undefined);
    for (const line of this.leftovers()) {
      const [kind, path = ""] = line.split(" ");
      if (kind === "mount") await execa("umount", ["--lazy", path], { reject: false });
      if (kind === "cgroup") rmdirQuietly(path);
    }
    for (const parent of this.#cgroupParents()) rmdirQuietly(parent);
    for (const bundle of this.#bundles) {
      bundle.close();
      rmSync(bundle.socket, { force: true });
    }
    await this.events.leave();
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** One container's directory, and the calls of one whole life for tests that are about something else. */
export class Bundle {
  readonly id: string;
  readonly path: string;
  readonly driver: ShimDriver;
  #log: number;
  readonly #outputs: OutputReader[] = [];
  readonly #inputs: InputWriter[] = [];

  constructor(
    driver: ShimDriver,
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
    // Left there until the next start of the same id; our `delete` removes it.
    if (!isOurs) rmSync(this.socket, { force: true });
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

function readCommand(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function thaw(cgroup: string): void {
  const file = join(cgroup, "freezer.state");
  if (existsSync(file)) writeFileSync(file, "THAWED");
}

function rmdirQuietly(path: string): void {
  try {
    rmdirSync(path);
  } catch {
    // Busy, or gone meanwhile: the next run has another name.
  }
}
