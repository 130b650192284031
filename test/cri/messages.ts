// cri.proto as TypeScript: what the tests set, and what they look at. Enumerations are their names.

/** The namespace is shared by the pod, the container's own, the machine's, or another container's. */
export type NamespaceMode = "POD" | "CONTAINER" | "NODE" | "TARGET";

export interface IdMapping {
  hostId: number;
  containerId: number;
  length: number;
}

export interface NamespaceOption {
  network?: NamespaceMode;
  pid?: NamespaceMode;
  ipc?: NamespaceMode;
  targetId?: string;
  usernsOptions?: { mode: NamespaceMode; uids: IdMapping[]; gids: IdMapping[] };
}

export interface DnsConfig {
  servers?: readonly string[];
  searches?: readonly string[];
  options?: readonly string[];
}

export interface CriMount {
  containerPath: string;
  hostPath: string;
  readonly?: boolean;
}

export interface PodSandboxConfig {
  metadata: { name: string; uid: string; namespace: string; attempt?: number };
  hostname?: string;
  logDirectory: string;
  dnsConfig?: DnsConfig;
  linux: {
    cgroupParent: string;
    securityContext: { namespaceOptions: NamespaceOption; privileged?: boolean };
    sysctls?: Readonly<Record<string, string>>;
  };
}

export interface LinuxContainerResources {
  cpuPeriod?: number;
  cpuQuota?: number;
  cpuShares?: number;
  memoryLimitInBytes?: number;
}

export interface ContainerConfig {
  metadata: { name: string; attempt?: number };
  image: { image: string };
  command: readonly string[];
  args?: readonly string[];
  envs?: readonly { key: string; value: string }[];
  mounts?: readonly CriMount[];
  logPath?: string;
  stdin?: boolean;
  stdinOnce?: boolean;
  tty?: boolean;
  linux: {
    resources?: LinuxContainerResources;
    securityContext: {
      namespaceOptions: NamespaceOption;
      privileged?: boolean;
      runAsUser?: { value: number };
      readonlyRootfs?: boolean;
    };
  };
}

export interface PodSandboxStatus {
  id: string;
  state: "SANDBOX_READY" | "SANDBOX_NOTREADY";
  network: { ip: string } | null;
  runtimeHandler: string;
}

export interface ContainerStatus {
  id: string;
  state: "CONTAINER_CREATED" | "CONTAINER_RUNNING" | "CONTAINER_EXITED" | "CONTAINER_UNKNOWN";
  /** Nanoseconds. */
  startedAt: number;
  finishedAt: number;
  exitCode: number;
  reason: string;
  message: string;
}

/** What a pod and a container of it are both measured by; a figure that is not known is null. */
export interface Usage {
  cpu: { timestamp: number; usageCoreNanoSeconds: { value: number } | null } | null;
  memory: {
    timestamp: number;
    workingSetBytes: { value: number } | null;
    availableBytes: { value: number } | null;
    usageBytes: { value: number } | null;
  } | null;
}

export interface ContainerStats extends Usage {
  attributes: { id: string; metadata: { name: string } };
}

export interface PodSandboxStats {
  attributes: { id: string; metadata: { name: string } };
  linux: Usage & {
    network: { defaultInterface: { name: string; rxBytes: { value: number } | null } | null } | null;
    process: { processCount: { value: number } | null } | null;
    containers: ContainerStats[];
  };
}

/** Request and response of each method; the name of the method is the wire's. */
export interface Methods {
  Status: [
    Record<string, never>,
    {
      status: { conditions: { type: string; status: boolean; reason: string; message: string }[] };
      runtimeHandlers: { name: string; features: { userNamespaces: boolean } | null }[];
    },
  ];
  ImageStatus: [{ image: { image: string } }, { image: { id: string } | null }];
  RunPodSandbox: [{ config: PodSandboxConfig; runtimeHandler: string }, { podSandboxId: string }];
  StopPodSandbox: [{ podSandboxId: string }, unknown];
  RemovePodSandbox: [{ podSandboxId: string }, unknown];
  PodSandboxStatus: [
    { podSandboxId: string; verbose?: boolean },
    { status: PodSandboxStatus; info: Record<string, string> },
  ];
  ListPodSandbox: [Record<string, never>, { items: { id: string; state: PodSandboxStatus["state"] }[] }];
  CreateContainer: [
    { podSandboxId: string; config: ContainerConfig; sandboxConfig: PodSandboxConfig },
    { containerId: string },
  ];
  StartContainer: [{ containerId: string }, unknown];
  StopContainer: [{ containerId: string; timeout: number }, unknown];
  RemoveContainer: [{ containerId: string }, unknown];
  ContainerStatus: [
    { containerId: string; verbose?: boolean },
    { status: ContainerStatus; info: Record<string, string> },
  ];
  ListContainers: [
    Record<string, never>,
    { containers: { id: string; podSandboxId: string; state: ContainerStatus["state"] }[] },
  ];
  UpdateContainerResources: [{ containerId: string; linux: LinuxContainerResources }, unknown];
  ReopenContainerLog: [{ containerId: string }, unknown];
  ExecSync: [
    { containerId: string; cmd: readonly string[]; timeout?: number },
    { stdout: Buffer; stderr: Buffer; exitCode: number },
  ];
  Exec: [
    { containerId: string; cmd: readonly string[]; tty?: boolean; stdin?: boolean; stdout?: boolean; stderr?: boolean },
    { url: string },
  ];
  Attach: [
    { containerId: string; tty?: boolean; stdin?: boolean; stdout?: boolean; stderr?: boolean },
    { url: string },
  ];
  PortForward: [{ podSandboxId: string; port: readonly number[] }, { url: string }];
  ContainerStats: [{ containerId: string }, { stats: ContainerStats }];
  ListContainerStats: [Record<string, never>, { stats: ContainerStats[] }];
  PodSandboxStats: [{ podSandboxId: string }, { stats: PodSandboxStats }];
}
