// Pods and their containers as the kubelet makes them, ends them and removes them.

import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "../helpers/eventually.ts";
import type { PrivateContainerd } from "../helpers/private-containerd.ts";
import { imageName } from "../helpers/rootfs-image.ts";
import type { CriClient } from "./cri-client.ts";
import { defaultHandler, type Handler } from "./cri-config.ts";
import type {
  ContainerConfig,
  ContainerStatus,
  CriMount,
  DnsConfig,
  LinuxContainerResources,
  NamespaceOption,
  PodSandboxConfig,
  PodSandboxStatus,
} from "./messages.ts";
import { Stream } from "./stream.ts";

export interface Cri {
  containerd: PrivateContainerd;
  client: CriClient;
}

export interface PodOptions {
  /** Also one of a configuration of its own. `compared`: by CRI's own sandboxer, with containerd 2. */
  handler?: Handler | "compared" | string;
  hostname?: string;
  dnsConfig?: DnsConfig;
  sysctls?: Readonly<Record<string, string>>;
  /** Default: as the kubelet does, network and IPC of the pod, pids of each container. */
  namespaces?: NamespaceOption;
  /** Its containers may be. */
  privileged?: boolean;
}

export interface ContainerOptions {
  name?: string;
  attempt?: number;
  stdin?: boolean;
  tty?: boolean;
  resources?: LinuxContainerResources;
  /** Instead of the pod's. */
  namespaces?: NamespaceOption;
  user?: number;
  readonlyRootfs?: boolean;
  privileged?: boolean;
  /** Default: busybox. */
  image?: string;
  args?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  mounts?: readonly CriMount[];
}

export class Pod {
  readonly id: string;
  readonly config: PodSandboxConfig;
  readonly #cri: Cri;

  private constructor(cri: Cri, config: PodSandboxConfig, id: string) {
    this.#cri = cri;
    this.config = config;
    this.id = id;
  }

  static async run(cri: Cri, options: PodOptions = {}): Promise<Pod> {
    const { handler = defaultHandler, namespaces = {}, hostname, dnsConfig, sysctls, privileged = false } = options;
    const { directory, mark, ids } = cri.containerd;
    const uid = randomBytes(6).toString("hex");
    const namespaceOptions: NamespaceOption = { network: "POD", pid: "CONTAINER", ipc: "POD", ...namespaces };
    const config: PodSandboxConfig = {
      metadata: { name: `pod-${uid}`, uid, namespace: "default" },
      // The machine's own where the network is the machine's.
      ...(namespaceOptions.network !== "NODE" && { hostname: hostname ?? `pod-${uid}` }),
      ...(dnsConfig && { dnsConfig }),
      logDirectory: join(directory, "logs", uid),
      linux: {
        cgroupParent: `/${mark}/pod-${uid}`,
        securityContext: { namespaceOptions, privileged },
        ...(sysctls && { sysctls }),
      },
    };
    const { podSandboxId } = await cri.client.call("RunPodSandbox", { config, runtimeHandler: handler });
    // Its shim must be gone in the end.
    ids.push(podSandboxId);
    return new Pod(cri, config, podSandboxId);
  }

  async status(): Promise<PodSandboxStatus> {
    return (await this.#cri.client.call("PodSandboxStatus", { podSandboxId: this.id })).status;
  }

  /** Makes a container and starts it. */
  async start(command: readonly string[] = ["sleep", "1000"], options: ContainerOptions = {}): Promise<Container> {
    const { name = "main", attempt = 0, stdin = false, tty = false, resources, namespaces, user } = options;
    const { privileged = false, image = imageName, args = [], environment = {}, mounts = [], readonlyRootfs } = options;
    const logPath = `${name}-${attempt}.log`;
    const config: ContainerConfig = {
      metadata: { name, attempt },
      image: { image },
      command,
      args,
      envs: Object.entries(environment).map(([key, value]) => ({ key, value })),
      mounts,
      logPath,
      stdin,
      tty,
      linux: {
        ...(resources && { resources }),
        securityContext: {
          namespaceOptions: namespaces ?? this.config.linux.securityContext.namespaceOptions,
          privileged,
          ...(user !== undefined && { runAsUser: { value: user } }),
          ...(readonlyRootfs !== undefined && { readonlyRootfs }),
        },
      },
    };
    mkdirSync(this.config.logDirectory, { recursive: true });
    const request = { podSandboxId: this.id, config, sandboxConfig: this.config };
    const { containerId } = await this.#cri.client.call("CreateContainer", request);
    await this.#cri.client.call("StartContainer", { containerId });
    return new Container(this.#cri.client, containerId, join(this.config.logDirectory, logPath));
  }

  /** Ends all its containers and its network. */
  async stop(): Promise<void> {
    await this.#cri.client.call("StopPodSandbox", { podSandboxId: this.id });
  }

  /** Stops it and removes it with its containers, logs and cgroups. */
  async remove(): Promise<void> {
    await this.stop();
    await this.#cri.client.call("RemovePodSandbox", { podSandboxId: this.id });
    rmSync(this.config.logDirectory, { recursive: true, force: true });
    // A pod's cgroup is the kubelet's. It can't be removed while a container's is in it.
    for (const parent of this.#cri.containerd.cgroupParents()) {
      const cgroup = join(parent, `pod-${this.config.metadata.uid}`);
      if (readdirSync(parent).includes(`pod-${this.config.metadata.uid}`)) rmdirSync(cgroup);
    }
  }
}

export class Container {
  readonly id: string;
  readonly logFile: string;
  readonly #client: CriClient;

  constructor(client: CriClient, id: string, logFile: string) {
    this.#client = client;
    this.id = id;
    this.logFile = logFile;
  }

  async status(): Promise<ContainerStatus> {
    return (await this.#client.call("ContainerStatus", { containerId: this.id })).status;
  }

  /** The machine's pid of its init process. */
  async pid(): Promise<number> {
    const { info } = await this.#client.call("ContainerStatus", { containerId: this.id, verbose: true });
    return (JSON.parse(info.info as string) as { pid: number }).pid;
  }

  /** Waits until it has ended, and returns how. */
  async exited(): Promise<ContainerStatus> {
    return eventually(
      `${this.id} has ended`,
      async () => {
        const status = await this.status();
        return status.state === "CONTAINER_EXITED" && status;
      },
      { timeoutMs: 30_000, intervalMs: 20 },
    );
  }

  /** ExecSync. Its timeout is in seconds. */
  async exec(cmd: readonly string[], { timeout = 0 } = {}) {
    const { stdout, stderr, exitCode } = await this.#client.call("ExecSync", { containerId: this.id, cmd, timeout });
    return { stdout: stdout.toString(), stderr: stderr.toString(), exitCode };
  }

  /** What the shell script prints, which must succeed. */
  async sh(script: string): Promise<string> {
    const { stdout, stderr, exitCode } = await this.exec(["sh", "-c", script]);
    if (exitCode !== 0) throw new Error(`${script}: exit ${exitCode}: ${stderr}`);
    return stdout;
  }

  /** A streaming exec with everything: with a terminal there is no stderr. */
  async stream(cmd: readonly string[], { tty = false } = {}): Promise<Stream> {
    const streams = { stdin: true, stdout: true, stderr: !tty };
    const { url } = await this.#client.call("Exec", { containerId: this.id, cmd, tty, ...streams });
    return Stream.open(url);
  }

  async attach({ tty = false } = {}): Promise<Stream> {
    const streams = { stdin: true, stdout: true, stderr: !tty };
    const { url } = await this.#client.call("Attach", { containerId: this.id, tty, ...streams });
    return Stream.open(url);
  }

  /** `timeout` is in seconds: how long it may take between SIGTERM and SIGKILL. */
  async stop({ timeout = 0 } = {}): Promise<void> {
    await this.#client.call("StopContainer", { containerId: this.id, timeout });
  }

  async remove(): Promise<void> {
    await this.#client.call("RemoveContainer", { containerId: this.id });
  }

  /** The records of its log so far. */
  log(): LogRecord[] {
    return readLog(this.logFile);
  }

  /** What it wrote to one of its streams, put together from the log. */
  logged(stream: LogRecord["stream"]): string {
    return this.log()
      .filter((record) => record.stream === stream)
      .map(({ text, tag }) => (tag === "F" ? `${text}\n` : text))
      .join("");
  }
}

export interface LogRecord {
  time: string;
  stream: "stdout" | "stderr";
  /** Partial: the line goes on in the next record; full: the line, or its rest. */
  tag: "P" | "F";
  text: string;
}

const record = /^(?<time>\S+) (?<stream>stdout|stderr) (?<tag>[PF]) (?<text>.*)$/s;

/** A log in the format that Kubernetes reads; a record that is none is an error. */
export function readLog(file: string): LogRecord[] {
  const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return lines.map((line) => {
    const groups = record.exec(line)?.groups;
    if (!groups) throw new Error(`${file}: no record: ${line.slice(0, 100)}`);
    return groups as unknown as LogRecord;
  });
}
