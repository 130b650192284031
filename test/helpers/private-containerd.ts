// A containerd of our own: own root, state, socket and temporary files below one temporary directory,
// one namespace name that nobody else has. The machine's containerd is never spoken to.

import { type ChildProcess, spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mountHugetlb } from "../../conformance/driver/hugetlb.ts";
import { Ctr } from "./ctr.ts";
import { type Daemon, daemonUnderTest } from "./daemon-under-test.ts";
import { eventually } from "./eventually.ts";
import { findShim } from "./processes.ts";
import { systemPath as pathUnderTest } from "./runtimes-under-test.ts";
import type { Shim } from "./shim-under-test.ts";

export interface ContainerdOptions {
  shim: Shim;
  /** Default: the one under test. */
  daemon?: Daemon;
  /** Imported when given, see rootfs-image.ts. */
  imageArchive?: string;
  /** Searched before everything else for the shim, runc, …; made by the caller. */
  path?: readonly string[];
  /** The whole PATH after `path` and the shim's own directories; default: this process's, with the runtimes under test. */
  systemPath?: string;
  /**
   * Run in a mount namespace of its own that also has a v1 hugetlb hierarchy: crun before 1.9 refuses
   * a hybrid cgroup tree without one.
   */
  withHugetlb?: boolean;
  /** The daemon tells of each event that it forwards, and its shims log at this level too. */
  debug?: boolean;
  /** Besides this process's own. */
  environment?: Readonly<Record<string, string>>;
  /** The daemon sends traces itself; where to is in `environment`. */
  withTracing?: boolean;
  /** With the CRI plugin, and what it needs. */
  cri?: CriOptions;
}

/** The CRI plugin has a namespace of its own, k8s.io, and so have our clients then. */
export interface CriOptions {
  configVersion: 2 | 3;
  /** The plugins' part of the configuration. */
  configure: (containerd: PrivateContainerd) => string;
  /** Directories that have something in them only while there are pods. */
  podDirectories: (containerd: PrivateContainerd) => readonly string[];
}

const criPlugins = [
  "io.containerd.cri.v1.images",
  "io.containerd.cri.v1.runtime",
  "io.containerd.grpc.v1.cri",
  "io.containerd.podsandbox.controller.v1.podsandbox",
];

// Everything that the tests do not use, so that it boots in milliseconds and leaves the host alone.
const disabledPlugins = [
  "io.containerd.internal.v1.opt",
  "io.containerd.internal.v1.tracing",
  "io.containerd.nri.v1.nri",
  "io.containerd.snapshotter.v1.aufs",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.native",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.tracing.processor.v1.otlp",
];

export class PrivateContainerd {
  /** Everything of this containerd lies below. */
  readonly directory: string;
  /** A name that nobody else has: of the namespace where we may choose it, and of the cgroups. */
  readonly mark: string;
  readonly namespace: string;
  /** The gRPC socket. */
  readonly address: string;
  readonly ctr: Ctr;
  readonly shim: Shim;
  /** Container and group ids given out so far: their shim sockets must be gone after each test. */
  readonly ids: string[] = [];
  /** Clients that a test file keeps from test to test, such as an event recorder. */
  readonly companions = new Set<number>();

  readonly #options: ContainerdOptions;
  #programs: Daemon;
  #daemon: ChildProcess | undefined;

  private constructor(options: ContainerdOptions) {
    this.#options = options;
    this.#programs = options.daemon ?? daemonUnderTest;
    this.shim = options.shim;
    this.directory = mkdtempSync(join(tmpdir(), "runts-"));
    this.mark = `runts-${randomBytes(6).toString("hex")}`;
    this.namespace = options.cri ? "k8s.io" : this.mark;
    this.address = join(this.directory, "containerd.sock");
    // The root of a user namespace is an ordinary user on the way to its rootfs.
    chmodSync(this.directory, 0o711);
    mkdirSync(this.temporaryDirectory);
    mkdirSync(this.fifoDirectory);
    this.ctr = new Ctr(this);
    const { cri } = options;
    const disabled = disabledPlugins.filter((name) => !(options.withTracing === true && name.includes(".tracing")));
    const lists = JSON.stringify([...disabled, ...(cri ? [] : criPlugins)]);
    const config = [
      `version = ${cri?.configVersion ?? 2}`,
      `root = ${JSON.stringify(join(this.directory, "root"))}`,
      `state = ${JSON.stringify(join(this.directory, "state"))}`,
      `disabled_plugins = ${lists}`,
      "[grpc]",
      `address = ${JSON.stringify(this.address)}`,
      cri?.configure(this) ?? "",
      "",
    ];
    writeFileSync(this.#configFile, config.join("\n"));
  }

  /** Boots one and waits until it answers. */
  static async start(options: ContainerdOptions): Promise<PrivateContainerd> {
    const containerd = new PrivateContainerd(options);
    try {
      await containerd.boot();
      if (options.imageArchive) await containerd.ctr.run("images", "import", options.imageArchive);
    } catch (error) {
      await containerd.stop();
      throw error;
    }
    return containerd;
  }

  /** The program that speaks to this generation of the daemon. */
  get ctrProgram(): string {
    return this.#programs.ctr;
  }

  get temporaryDirectory(): string {
    return join(this.directory, "tmp");
  }

  get fifoDirectory(): string {
    return join(this.directory, "fifo");
  }

  /** Where the bundles of our namespace are. */
  get bundles(): string {
    return join(this.directory, "state/io.containerd.runtime.v2.task", this.namespace);
  }

  /** The working directories that belong to the bundles. */
  get works(): string {
    return join(this.directory, "root/io.containerd.runtime.v2.task", this.namespace);
  }

  /** runc's state; runts gets no options from ctr under its own name, so this is the default place. CRI names ours. */
  get runcRoot(): string {
    const root = this.#options.cri ? join(this.directory, "runc") : "/run/containerd/runc";
    return join(root, this.namespace);
  }

  /** What is in them was left by a pod. */
  get podDirectories(): readonly string[] {
    return this.#options.cri?.podDirectories(this) ?? [];
  }

  /** undefined while it is down. */
  get pid(): number | undefined {
    return this.#daemon?.pid;
  }

  get environment(): NodeJS.ProcessEnv {
    const { path = [], systemPath = pathUnderTest } = this.#options;
    // Go's and runc's temporary files follow TMPDIR, unless XDG_RUNTIME_DIR is set.
    const { XDG_RUNTIME_DIR: _, ...environment } = process.env;
    return {
      ...environment,
      ...this.#options.environment,
      TMPDIR: this.temporaryDirectory,
      PATH: [...path, ...this.shim.path, ...this.#programs.path, systemPath].join(":"),
    };
  }

  /** A container id that no other run uses. */
  newId(name = "c"): string {
    const id = `${name}-${randomBytes(4).toString("hex")}`;
    this.ids.push(id);
    return id;
  }

  /** Where the shim of this container or group listens. */
  shimSocket(id: string): string {
    const hash = createHash("sha256").update(`${this.address}/${this.namespace}/${id}`).digest("hex");
    return join("/run/containerd/s", hash);
  }

  /** The pid of the shim that serves this container, as `ctr` itself has no way to tell. */
  shimPid(id: string): number {
    const found = findShim(this.address, id);
    if (found === undefined) throw new Error(`no shim for ${id}`);
    return found;
  }

  log(): string {
    return readOrEmpty(this.#logFile);
  }

  /** Boots the daemon (again), with the same configuration. */
  async boot(): Promise<void> {
    const log = openSync(this.#logFile, "a");
    // What it forwards it tells at this level since 1.7.
    const level = this.#options.debug ? ["--log-level", "trace"] : [];
    const command = ["containerd", "--config", this.#configFile, ...level];
    const [file, ...args] = this.#options.withHugetlb
      ? ["unshare", "--mount", "sh", "-c", mountHugetlb, "sh", ...command]
      : command;
    // A group of its own: a Ctrl-C at the tests' terminal must not take it away before the clean-up.
    const daemon = spawn(file as string, args, {
      cwd: this.directory,
      env: this.environment,
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    this.#daemon = daemon;
    await eventually("containerd answers", async () => {
      if (daemon.exitCode !== null || daemon.signalCode !== null) throw new Error(this.log());
      return (await this.ctr.try("version")).exitCode === 0;
    });
  }

  /** What a crash of the daemon looks like: kill -9, nothing cleaned up. */
  async crash(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Boots another generation of the daemon, which is down, on the same root and state. */
  async bootAs(daemon: Daemon): Promise<void> {
    this.#programs = daemon;
    await this.boot();
  }

  /** Ends the daemon in an orderly way; its tasks run on. */
  async shutDown(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Ends the daemon and removes its directory. Tasks are the caller's to end, see leftovers.ts. */
  async stop(): Promise<void> {
    try {
      this.#removeCgroupParents();
    } finally {
      await this.#end("SIGTERM");
    }
    this.#removeCgroupParents();
    rmSync(this.runcRoot, { recursive: true, force: true });
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** The cgroup directories that have our mark as their name, in each hierarchy as the daemon sees it. */
  cgroupParents(): string[] {
    const root = this.pid === undefined ? "/sys/fs/cgroup" : `/proc/${this.pid}/root/sys/fs/cgroup`;
    const hierarchies = readdirOrEmpty(root).map((name) => join(root, name, this.mark));
    return [...hierarchies, join(root, this.mark)].filter((path) => readdirOrEmpty(path).length > 0);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const daemon = this.#daemon;
    this.#daemon = undefined;
    if (!daemon || daemon.exitCode !== null || daemon.signalCode !== null) return;
    const exited = once(daemon, "exit");
    daemon.kill(signal);
    await exited;
  }

  /** runc makes the parent of a container's cgroup and never removes it. */
  #removeCgroupParents(): void {
    for (const parent of this.cgroupParents()) rmdirSync(parent);
  }

  get #configFile(): string {
    return join(this.directory, "config.toml");
  }

  get #logFile(): string {
    return join(this.directory, "containerd.log");
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function readdirOrEmpty(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
