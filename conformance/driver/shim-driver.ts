// Any shim binary without a daemon: started, spoken to and cleaned up after as containerd 1.6 does it, step by step
// and in whatever order a test wants. One driver is one daemon's world: a directory, a namespace, an event server.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ClosedError } from "../../ttrpc/status.ts";
import { type ActionResult, type ActionWords, runAction } from "./action.ts";
import { Bundle, type BundleOptions, type World } from "./bundle.ts";
import { readAnswer, startInput } from "./dialects.ts";
import type { DriverOptions, StartWords } from "./driver-options.ts";
import { EventServer } from "./event-server.ts";
import { eventually } from "./eventually.ts";
import { mountHugetlb } from "./hugetlb.ts";
import { type Identity, identify } from "./identity.ts";
import { cgroupsCalled, findProcesses, mountsBelow, readCommand, rmdirQuietly, thaw } from "./leftovers.ts";
import { ociSpec } from "./oci-spec.ts";
import { killIfThere } from "./processes.ts";
import { PublishBinary } from "./publish-binary.ts";
import { RepeatedAnswers } from "./repeated-answers.ts";
import { makeRootfs } from "./rootfs.ts";
import { type ConnectOptions, Status, TaskClient } from "./task-client.ts";

export { Bundle, type BundleOptions, packOptions, type RuncOptions } from "./bundle.ts";
export type { Dialect, DriverOptions } from "./driver-options.ts";

export class ShimDriver implements World {
  /** Everything of this driver lies below. Also `-address`: nobody listens there. */
  readonly directory = mkdtempSync(join(tmpdir(), "runts-driver-"));
  readonly namespace = `driver-${randomBytes(5).toString("hex")}`;
  readonly containerdAddress = join(this.directory, "daemon.sock");
  readonly events = new EventServer(`${this.containerdAddress}.ttrpc`, new PublishBinary(this.directory));
  /** State directory of the runtime, without the namespace; the `root` option of `create`. */
  readonly runtimeRoot = join(this.directory, "runtime");
  readonly rootfs = join(this.directory, "rootfs");
  readonly repeated = new RepeatedAnswers();
  readonly #options: DriverOptions;
  readonly #bundles: Bundle[] = [];
  readonly #clients = new Set<TaskClient>();
  #identity: Promise<Identity> | undefined;
  #isStopped = false;

  private constructor(options: DriverOptions) {
    this.#options = options;
  }

  /** Bundles made so far. */
  get bundles(): readonly Bundle[] {
    return this.#bundles;
  }

  static async start(options: DriverOptions): Promise<ShimDriver> {
    const driver = new ShimDriver(options);
    for (const name of ["bundles", "tmp", "fifo", "runtime"]) mkdirSync(join(driver.directory, name));
    makeRootfs(driver.rootfs);
    await driver.events.listen();
    return driver;
  }

  /** Of each connection. */
  get connectOptions(): ConnectOptions {
    const { onCall, callTimeoutMs: timeoutMs } = this.#options;
    return { onCall, timeoutMs, onRepeated: this.repeated.add };
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

  /** What is under test, as it says itself. */
  identity(): Promise<Identity> {
    this.#identity ??= identify(this.#options.executable, this.#environment);
    return this.#identity;
  }

  async isRunts(): Promise<boolean> {
    return (await this.identity()).kind === "runts";
  }

  /** The daemon's. */
  get #environment(): Record<string, string> {
    const { path = [], environment = {} } = this.#options;
    const { XDG_RUNTIME_DIR: _, ...own } = process.env;
    return {
      ...(own as Record<string, string>),
      TMPDIR: join(this.directory, "tmp"),
      PATH: [...path, process.env.PATH ?? ""].join(":"),
      TTRPC_ADDRESS: this.events.path,
      GOMAXPROCS: "2",
      ...environment,
    };
  }

  /** Runs the executable with the daemon's environment to its end and until nobody holds its output. */
  async run(args: readonly string[], words: ActionWords): Promise<ActionResult> {
    // Whatever went on until then must not begin anew.
    if (this.#isStopped) throw new Error("what this was started for has been stopped");
    const { executable, withHugetlb = false, wrapper = [], actionTimeoutMs, onAction } = this.#options;
    const before = typeof wrapper === "function" ? wrapper() : wrapper;
    const command = [...(args.includes("start") || args.includes("delete") ? before : []), executable, ...args];
    const inNamespace = ["unshare", "--mount", "sh", "-c", mountHugetlb, "sh", ...command];
    const result = await runAction(withHugetlb ? inNamespace : command, {
      ...(actionTimeoutMs === undefined ? {} : { timeoutMs: actionTimeoutMs }),
      ...words,
      environment: { ...this.#environment, ...words.environment },
    });
    onAction?.(args, result);
    return result;
  }

  /** `start` in the bundle and a connection to the shim that it names. */
  async shim(bundle: Bundle, words: StartWords = {}): Promise<TaskClient> {
    return this.connect(await this.start(bundle, words));
  }

  /** `start` in the bundle: its answer, as `connect` takes it. */
  async start(bundle: Bundle, words: StartWords = {}): Promise<string> {
    const { dialect = "legacy" } = this.#options;
    const stdin = dialect === "legacy" ? undefined : startInput("2.3", this, bundle);
    const args = [...this.flags(bundle), "start"];
    const result = await this.run(args, { cwd: bundle.path, ...words, ...(stdin === undefined ? {} : { stdin }) });
    if (result.exitCode !== 0) throw new Error(`start: exit ${result.exitCode}: ${result.stderr}`);
    const { address, version } = readAnswer(result.stdout, dialect === "legacy" ? "2.1" : "2.3");
    return dialect === "legacy" ? result.stdout.toString() : JSON.stringify({ address, version });
  }

  /** `answer` as `start` printed it: an address, or the Go shim's JSON since 2.0, which names the version as well. */
  async connect(answer: string, options: { service?: string } = {}): Promise<TaskClient> {
    const { address, version } = answer.startsWith("{")
      ? (JSON.parse(answer) as { address: string; version: number })
      : { address: answer, version: 2 };
    const service = `containerd.task.v${version}.Task`;
    const client = await TaskClient.connect(address, { ...this.connectOptions, service, ...options });
    this.#clients.add(client);
    return client;
  }

  flags(bundle: Bundle): string[] {
    const { namespace, containerdAddress } = this;
    const daemon = ["-address", containerdAddress, "-publish-binary", this.events.publishBinary];
    return ["-namespace", namespace, ...daemon, "-id", bundle.id];
  }

  /** Pids of everything that belongs to this driver. */
  processes(): number[] {
    return findProcesses([this.directory, this.namespace]);
  }

  /** cgroups of this driver's containers. `root`: the hierarchies as another mount namespace has them. */
  cgroups(root = "/sys/fs/cgroup"): string[] {
    return cgroupsCalled(this.namespace, root).flatMap((parent) =>
      readdirSync(parent, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => join(parent, entry.name)),
    );
  }

  /** What is there that should not be when all containers have been deleted and all shims told to leave. */
  leftovers(): string[] {
    const states = join(this.runtimeRoot, this.namespace);
    const containers = existsSync(states) ? readdirSync(states) : [];
    return [
      ...this.processes().map((pid) => `process ${pid} ${readCommand(pid)}`),
      ...mountsBelow(this.directory).map((path) => `mount ${path}`),
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
    await client.call("Shutdown", { id: bundle.id }).catch(async (error: unknown) => {
      if (!(error instanceof ClosedError) || (await this.isRunts())) throw error;
    });
    await client.closed;
  }

  /** Removes everything by force. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const client of this.#clients) client.close();
    const areGone = () => {
      // Again and again: one that is about to end may just have started another.
      for (const pid of this.processes()) killIfThere(pid);
      // A frozen process of v1 does not die.
      for (const path of this.cgroups()) thaw(path);
      return this.processes().length === 0;
    };
    await eventually("the driver's processes have gone", areGone).catch(() => undefined);
    for (const line of this.leftovers()) {
      const [kind, path = ""] = line.split(" ");
      if (kind === "mount") spawnSync("umount", ["--lazy", path]);
      if (kind === "cgroup") rmdirQuietly(path);
    }
    for (const parent of cgroupsCalled(this.namespace, "/sys/fs/cgroup")) rmdirQuietly(parent);
    for (const bundle of this.#bundles) {
      bundle.close();
      rmSync(bundle.socket, { force: true });
    }
    await this.events.leave();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
