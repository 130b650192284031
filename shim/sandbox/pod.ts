// What is asked of a pod, as one plain value: from CRI's PodSandboxConfig, which CreateSandbox brings whole.
import { runtime } from "../../proto/gen/pod.js";
import type { IdRange } from "../../sys/user-namespace.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { checkText } from "../base/request-check.ts";

/** What CreateSandbox says of a pod. */
export interface PodRequest {
  readonly options?: { readonly typeUrl?: string | null; readonly value?: Uint8Array | null } | null;
  readonly netnsPath: string;
}

export interface Pod {
  /** Empty: the machine's. */
  readonly hostname: string;
  /** Undefined: the machine's resolv.conf. */
  readonly dns: Dns | undefined;
  /** Of the pod's network namespace; undefined on the machine's network. */
  readonly netns: string | undefined;
  /** The machine's IPC namespace, and its /dev/shm. */
  readonly hostIpc: boolean;
  /** The containers see each other's processes. */
  readonly sharesPids: boolean;
  readonly userNamespace: { readonly uids: readonly IdRange[]; readonly gids: readonly IdRange[] } | undefined;
  readonly sysctls: Readonly<Record<string, string>>;
  /** cgroupfs's path or systemd's slice, or empty. */
  readonly cgroupParent: string;
}

export interface Dns {
  readonly servers: readonly string[];
  readonly searches: readonly string[];
  readonly options: readonly string[];
}

const { PodSandboxConfig, NamespaceMode } = runtime.v1;

/** Throws ShimError `invalid-argument`. */
export function readPod({ options, netnsPath }: PodRequest): Pod {
  const config = decode(options);
  checkText("a pod's configuration", config);
  checkText("a path", netnsPath);
  const { dnsConfig, linux } = config;
  const namespaces = linux?.securityContext?.namespaceOptions;
  const netns = netnsPath === "" ? undefined : netnsPath;
  return {
    hostname: config.hostname ?? "",
    dns: dnsConfig === undefined || dnsConfig === null ? undefined : dnsOf(dnsConfig),
    netns,
    hostIpc: namespaces?.ipc === NamespaceMode.NODE,
    sharesPids: namespaces !== undefined && namespaces !== null && (namespaces.pid ?? 0) === NamespaceMode.POD,
    userNamespace: userNamespaceOf(namespaces?.usernsOptions),
    sysctls: sysctlsOf(linux?.sysctls ?? {}, {
      hasNetwork: netns !== undefined,
      hasUserNamespace: namespaces?.usernsOptions?.mode === NamespaceMode.POD,
    }),
    cgroupParent: linux?.cgroupParent ?? "",
  };
}

function decode(options: PodRequest["options"]): runtime.v1.PodSandboxConfig.$Properties {
  if (options === undefined || options === null || (options.typeUrl ?? "") === "") return {};
  if (!/(^|\/)runtime\.v1\.PodSandboxConfig$/.test(options.typeUrl ?? "")) {
    throw new ShimError("invalid-argument", `sandbox options of the unknown type ${JSON.stringify(options.typeUrl)}`);
  }
  try {
    return PodSandboxConfig.decode(options.value ?? new Uint8Array(0));
  } catch (error) {
    throw new ShimError("invalid-argument", `failed to decode the pod's configuration: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function dnsOf({ servers, searches, options }: runtime.v1.DNSConfig.$Properties): Dns {
  return { servers: servers ?? [], searches: searches ?? [], options: options ?? [] };
}

function userNamespaceOf(options: runtime.v1.UserNamespace.$Properties | null | undefined): Pod["userNamespace"] {
  if (options?.mode !== NamespaceMode.POD) {
    if (options?.mode === NamespaceMode.NODE || options === undefined || options === null) return undefined;
    throw new ShimError("invalid-argument", `unsupported user namespace mode: ${options.mode}`);
  }
  const ranges = (mappings: readonly runtime.v1.IDMapping.$Properties[] | null | undefined): IdRange[] =>
    (mappings ?? []).map(({ containerId, hostId, length }) => ({
      container: containerId ?? 0,
      host: hostId ?? 0,
      size: length ?? 0,
    }));
  const [uids, gids] = [ranges(options.uids), ranges(options.gids)];
  if (uids.length === 0 || gids.length === 0) {
    throw new ShimError("invalid-argument", "a user namespace without id mappings");
  }
  return { uids, gids };
}

/**
 * With what containerd's CRI plugin gives its own pods unless configured otherwise (enable_unprivileged_ports, …_icmp): a container
 * that is not root may listen on port 80, and ping.
 */
function sysctlsOf(
  asked: Readonly<Record<string, string>>,
  { hasNetwork, hasUserNamespace }: { hasNetwork: boolean; hasUserNamespace: boolean },
): Record<string, string> {
  return {
    ...(hasNetwork ? { "net.ipv4.ip_unprivileged_port_start": "0" } : {}),
    ...(hasNetwork && !hasUserNamespace ? { "net.ipv4.ping_group_range": "0 2147483647" } : {}),
    ...asked,
  };
}
