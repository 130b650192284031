// A dockerd of our own on a private containerd: socket, state and images below that one's directory, containers in its
// namespace, no network of its own. The machine's Docker, if there is one, is never spoken to. One thing is outside: the
// empty directory /run/docker/plugins, which every dockerd makes.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, type FSWatcher, mkdirSync, openSync, readFileSync, rmSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { makeRootfs } from "../../conformance/driver/rootfs.ts";
import { dockerDirectory, dockerUnderTest } from "./docker-under-test.ts";
import { eventually } from "./eventually.ts";
import { type Leftover, runtimeStates } from "./leftovers.ts";
import type { PrivateContainerd } from "./private-containerd.ts";

export const dockerImage = "runts.test/busybox:latest";

export interface DockerResult {
  exitCode?: number | undefined;
  stdout: string;
  stderr: string;
}

export interface DaemonOptions {
  /** What /etc/docker/daemon.json would have. */
  configuration?: object | undefined;
  /** containerd has a mount namespace of its own, as PrivateContainerd's option of this name makes one. */
  withHugetlb?: boolean;
}

export class PrivateDocker {
  readonly containerd: PrivateContainerd;
  readonly #directory: string;
  readonly #programs = dockerDirectory();
  readonly #watcher: FSWatcher;
  readonly #isInNamespace: boolean;
  #daemon: ChildProcess | undefined;

  private constructor(containerd: PrivateContainerd, { configuration = {}, withHugetlb = false }: DaemonOptions) {
    this.containerd = containerd;
    this.#isInNamespace = withHugetlb;
    this.#directory = join(containerd.directory, "docker");
    mkdirSync(this.#directory);
    // The default of 20.10 is a file in /etc.
    const own = dockerUnderTest === "20.10" ? { "deprecated-key-path": join(this.#directory, "key.json") } : {};
    writeFileSync(join(this.#directory, "daemon.json"), JSON.stringify({ ...own, ...configuration }));
    // Docker makes the ids; each has a bundle, by which we come to know it.
    mkdirSync(containerd.bundles, { recursive: true, mode: 0o711 });
    const seen = new Set<string>();
    this.#watcher = watch(containerd.bundles, (_, id) => {
      // Hidden ones are on their way out.
      if (id === null || id.startsWith(".") || seen.has(id)) return;
      seen.add(id);
      containerd.ids.push(id);
    });
  }

  static async start(containerd: PrivateContainerd, options: DaemonOptions = {}): Promise<PrivateDocker> {
    const docker = new PrivateDocker(containerd, options);
    try {
      await docker.boot();
      await docker.#importImage();
    } catch (error) {
      await docker.stop();
      throw error;
    }
    return docker;
  }

  /** argv for `docker <words>`. */
  argv(...words: string[]): string[] {
    const configuration = join(this.#directory, "cli");
    return [join(this.#programs, "docker"), "--config", configuration, "--host", `unix://${this.#socket}`, ...words];
  }

  /** Starts `docker` with an open stdin, which the caller ends. Awaited it gives the result, whatever the exit code. */
  start(words: readonly string[]) {
    const [file, ...args] = this.argv(...words);
    return execa(file as string, args, {
      reject: false,
      stripFinalNewline: false,
      timeout: 50_000,
      killSignal: "SIGKILL",
      stdin: "pipe",
      stdout: "pipe",
      stderr: "pipe",
      maxBuffer: 64 << 20,
    });
  }

  /** Runs `docker` with nothing on stdin to its end; the caller looks at exitCode. */
  async try(...words: string[]): Promise<DockerResult> {
    const process = this.start(words);
    process.stdin.end();
    return process;
  }

  /** Runs `docker`, which must succeed, and returns its stdout without the last newline. */
  async run(...words: string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.try(...words);
    if (exitCode !== 0) throw new Error(`docker ${words.join(" ")}: exit ${exitCode}: ${stderr}`);
    return stdout.replace(/\n$/, "");
  }

  /** The words of `docker run` with our image and, unless `flags` say otherwise, no network. */
  runWords(command: readonly string[], flags: readonly string[] = []): string[] {
    const network = flags.some((flag) => flag.startsWith("--network")) ? [] : ["--network=none"];
    return ["run", ...network, ...flags, dockerImage, ...command];
  }

  /** Runs a container to its end and removes it. */
  runToEnd(command: readonly string[], flags: readonly string[] = []): Promise<DockerResult> {
    return this.try(...this.runWords(command, ["--rm", ...flags]));
  }

  /** Starts a container in the background and returns its id. */
  runDetached(command: readonly string[] = ["sleep", "1000"], flags: readonly string[] = []): Promise<string> {
    return this.run(...this.runWords(command, ["--detach", ...flags]));
  }

  /** Kills the container, if it runs, and removes it. */
  async remove(...ids: string[]): Promise<void> {
    await this.run("rm", "--force", ...ids);
  }

  /** The host's pid of the container's init process; 0 while it does not run. */
  async pid(id: string): Promise<number> {
    return (await this.inspect(id, ".State.Pid")) as number;
  }

  /** One value of `docker inspect`, by a template such as .State.Pid. */
  async inspect(id: string, path: string): Promise<unknown> {
    return JSON.parse(await this.run("inspect", "--format", `{{json ${path}}}`, id));
  }

  /** Boots the daemon (again), with the same configuration. */
  async boot(): Promise<void> {
    const log = openSync(this.#logFile, "a");
    const path = (name: string) => join(this.#directory, name);
    const { address, namespace, environment } = this.containerd;
    const args = [
      ["--config-file", path("daemon.json"), "--host", `unix://${this.#socket}`, "--group", "root"],
      ["--data-root", path("data"), "--exec-root", path("exec"), "--pidfile", path("pid")],
      ["--containerd", address, "--containerd-namespace", namespace],
      ["--containerd-plugins-namespace", `${namespace}-plugins`, "--cgroup-parent", `/${namespace}`],
      // The machine's network, its forwarding included, stays as it is.
      ["--bridge=none", "--iptables=false", "--ip6tables=false", "--ip-forward=false", "--ip-masq=false"],
      ["--userland-proxy=false", "--storage-driver=overlay2"],
    ].flat();
    const enter = this.#isInNamespace ? ["nsenter", "--mount", "--target", String(this.containerd.pid), "--"] : [];
    const [file, ...words] = [...enter, join(this.#programs, "dockerd"), ...args];
    const daemon = spawn(file as string, words, {
      cwd: this.#directory,
      env: { ...environment, TMPDIR: this.#directory, PATH: `${this.#programs}:${environment.PATH}` },
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    this.#daemon = daemon;
    if (daemon.pid !== undefined) this.containerd.companions.add(daemon.pid);
    const hasEnded = () => daemon.exitCode !== null || daemon.signalCode !== null;
    const answers = async () => hasEnded() || (await this.try("version")).exitCode === 0;
    await eventually("dockerd answers", answers, { timeoutMs: 30_000, intervalMs: 50 });
    if (hasEnded()) throw new Error(this.log());
  }

  /** False after a test that failed with the daemon down. */
  get isUp(): boolean {
    return this.#daemon !== undefined;
  }

  /** What a crash of the daemon looks like: kill -9, nothing cleaned up. */
  crash(): Promise<void> {
    return this.#end("SIGKILL");
  }

  /** Ends the daemon as its service manager does. Containers run on with live-restore only. */
  shutDown(): Promise<void> {
    return this.#end("SIGTERM");
  }

  /** Ends the daemon and gives its mounts back. */
  async stop(): Promise<void> {
    this.#watcher.close();
    await this.#end("SIGTERM");
    for (const path of this.mounts()) await execa("umount", ["--lazy", path], { reject: false });
    rmSync(this.#directory, { recursive: true, force: true });
  }

  log(): string {
    return readFileSync(this.#logFile, "utf8");
  }

  /** Mounts that are there as long as the daemon; the second appears with the first container on the host's network. */
  get daemonMounts(): string[] {
    return [join(this.#directory, "data"), join(this.#directory, "exec/netns/default")];
  }

  /** Every mount below the daemon's directory, the last one first. */
  mounts(): string[] {
    return readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .map((line) => line.split(" ")[4] ?? "")
      .filter((path) => path.startsWith(`${this.#directory}/`))
      .toReversed();
  }

  /** What only Docker knows of. */
  async leftovers(): Promise<Leftover[]> {
    const containers = await this.#containers();
    return [
      ...runtimeStates(this.runtimeState("")),
      ...containers.map((what) => ({ kind: "container" as const, what: `of Docker: ${what}` })),
    ];
  }

  /** Where the OCI runtime keeps what it knows of the container, whichever it is. */
  runtimeState(id: string): string {
    return join(this.#directory, "exec/runtime-runc", this.containerd.namespace, id);
  }

  /** Removes by force what a failed test left. */
  async removeContainers(): Promise<void> {
    for (const id of await this.#containers()) await this.try("rm", "--force", "--volumes", id);
  }

  async #containers(): Promise<string[]> {
    const names = await this.run("ps", "--all", "--format", "{{.ID}}");
    return names.split("\n").filter((name) => name !== "");
  }

  /** A file system without the rest of an image is what both generations take. */
  async #importImage(): Promise<void> {
    const rootfs = join(this.#directory, "rootfs");
    const archive = `${rootfs}.tar`;
    makeRootfs(rootfs);
    await execa("tar", ["-C", rootfs, "--owner=0", "--group=0", "--numeric-owner", "-cf", archive, "."]);
    await this.run("import", "--change", "ENV PATH=/bin", "--change", 'CMD ["sh"]', archive, dockerImage);
    rmSync(rootfs, { recursive: true });
    rmSync(archive);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const daemon = this.#daemon;
    this.#daemon = undefined;
    if (daemon?.pid === undefined) return;
    if (daemon.exitCode === null && daemon.signalCode === null) {
      const exited = once(daemon, "exit");
      daemon.kill(signal);
      await exited;
    }
    this.containerd.companions.delete(daemon.pid);
  }

  get #socket(): string {
    return join(this.containerd.directory, "docker.sock");
  }

  get #logFile(): string {
    return join(this.#directory, "dockerd.log");
  }
}
