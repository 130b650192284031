// The config.json of a small container.

export interface SpecOptions {
  readonly args: readonly string[];
  /** Absolute path of the root directory. */
  readonly rootfs: string;
  readonly cgroupsPath: string;
  readonly terminal?: boolean;
  /** private: a pid namespace of its own; host: none; or the path of one. */
  readonly pidNamespace?: "private" | "host" | `/${string}`;
  /** One of its own, whose ids 0 to 65535 are 100000 and up outside. */
  readonly userNamespace?: boolean;
  /** With the network, IPC and UTS namespaces of this process, as a container of a pod has them. */
  readonly podPid?: number;
  /** Besides the few that every container gets. */
  readonly moreMounts?: readonly object[];
  readonly annotations?: Readonly<Record<string, string>>;
  /** Bytes. */
  readonly memoryLimit?: number;
  readonly readonlyRootfs?: boolean;
  /** Besides the few that every container gets; in all sets but the ambient one. */
  readonly moreCapabilities?: readonly string[];
  /** Who its process is; root unless told. */
  readonly user?: OciUser;
}

export interface OciUser {
  readonly uid: number;
  readonly gid: number;
  readonly additionalGids?: readonly number[];
}

const mappings = [{ containerID: 0, hostID: 100_000, size: 65_536 }];

export function ociSpec(options: SpecOptions): object {
  const { args, rootfs, cgroupsPath, pidNamespace = "private", memoryLimit } = options;
  const capabilities = ["CAP_CHOWN", "CAP_DAC_OVERRIDE", "CAP_KILL", "CAP_SETGID", "CAP_SETUID"].concat(
    options.moreCapabilities ?? [],
  );
  return {
    ociVersion: "1.0.2",
    process: {
      terminal: options.terminal ?? false,
      user: options.user ?? { uid: 0, gid: 0 },
      args,
      env: ["PATH=/bin"],
      cwd: "/",
      capabilities: { bounding: capabilities, effective: capabilities, permitted: capabilities },
      noNewPrivileges: true,
    },
    root: { path: rootfs, readonly: options.readonlyRootfs ?? false },
    mounts: [
      { destination: "/proc", type: "proc", source: "proc", options: ["nosuid", "noexec", "nodev"] },
      { destination: "/dev", type: "tmpfs", source: "tmpfs", options: ["nosuid", "mode=755", "size=65536k"] },
      { destination: "/dev/pts", type: "devpts", source: "devpts", options: ["nosuid", "noexec", "newinstance"] },
      { destination: "/tmp", type: "tmpfs", source: "tmpfs", options: ["nosuid", "nodev", "mode=1777"] },
      ...(options.moreMounts ?? []),
    ],
    ...(options.annotations === undefined ? {} : { annotations: options.annotations }),
    linux: {
      cgroupsPath,
      ...(options.userNamespace === true ? { uidMappings: mappings, gidMappings: mappings } : {}),
      resources: {
        devices: [{ allow: false, access: "rwm" }],
        // Without the swap limit the machine's swap would take what the memory limit refuses.
        ...(memoryLimit === undefined ? {} : { memory: { limit: memoryLimit, swap: memoryLimit } }),
      },
      namespaces: [
        ...(pidNamespace === "host"
          ? []
          : [{ type: "pid", ...(pidNamespace === "private" ? {} : { path: pidNamespace }) }]),
        ...(options.userNamespace === true ? [{ type: "user" }] : []),
        { type: "mount" },
        ...podNamespaces(options.podPid),
      ],
    },
  };
}

function podNamespaces(pid: number | undefined): object[] {
  if (pid === undefined) return [{ type: "ipc" }, { type: "uts" }];
  const names = { network: "net", ipc: "ipc", uts: "uts" };
  return Object.entries(names).map(([type, name]) => ({ type, path: `/proc/${pid}/ns/${name}` }));
}

/** A process for Exec. */
export function ociProcess(args: readonly string[], { terminal = false } = {}): Uint8Array {
  return Buffer.from(
    JSON.stringify({ terminal, user: { uid: 0, gid: 0 }, args, env: ["PATH=/bin"], cwd: "/", noNewPrivileges: true }),
  );
}
