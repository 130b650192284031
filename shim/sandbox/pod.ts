// What is asked of a pod, as one plain value: from CRI's PodSandboxConfig, which CreateSandbox brings whole.
import type { IdRange } from "../../sys/user-namespace.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { checkText } from "../base/request-check.ts";
import { defaultSysctls } from "./default-sysctls.ts";
import { decodePodConfig, type IdMapping, NamespaceMode, type Packed, type PodConfig } from "./messages.ts";

/** What CreateSandbox says of a pod. */
export interface PodRequest {
  readonly options: Packed;
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

/** Throws ShimError `invalid-argument`. */
export function readPod({ options, netnsPath }: PodRequest): Pod {
  const config = decode(options);
  checkText("a pod's configuration", config);
  checkText("a path", netnsPath);
  const { hostname, dns, namespaces, cgroupParent } = config;
  const netns = netnsPath === "" ? undefined : netnsPath;
  const userNamespace = userNamespaceOf(namespaces?.user);
  return {
    hostname,
    dns,
    netns,
    hostIpc: namespaces?.ipc === NamespaceMode.NODE,
    sharesPids: namespaces?.pid === NamespaceMode.POD,
    userNamespace,
    sysctls: sysctlsOf(config.sysctls, {
      hasNetwork: netns !== undefined,
      hasUserNamespace: userNamespace !== undefined,
    }),
    cgroupParent,
  };
}

/** Without options nothing is asked for. */
function decode({ typeUrl, value }: Packed): PodConfig {
  if (typeUrl !== "" && !/(^|\/)runtime\.v1\.PodSandboxConfig$/.test(typeUrl)) {
    throw new ShimError("invalid-argument", `sandbox options of the unknown type ${JSON.stringify(typeUrl)}`);
  }
  try {
    return decodePodConfig(typeUrl === "" ? new Uint8Array(0) : value);
  } catch (error) {
    throw new ShimError("invalid-argument", `failed to decode the pod's configuration: ${messageOf(error)}`, {
      cause: error,
    });
  }
}

function userNamespaceOf(user: NonNullable<PodConfig["namespaces"]>["user"]): Pod["userNamespace"] {
  if (user === undefined || user.mode === NamespaceMode.NODE) return undefined;
  if (user.mode !== NamespaceMode.POD) {
    throw new ShimError("invalid-argument", `unsupported user namespace mode: ${user.mode}`);
  }
  const ranges = (mappings: readonly IdMapping[]): IdRange[] =>
    mappings.map(({ containerId, hostId, length }) => ({ container: containerId, host: hostId, size: length }));
  const [uids, gids] = [ranges(user.uids), ranges(user.gids)];
  if (uids.length === 0 || gids.length === 0) {
    throw new ShimError("invalid-argument", "a user namespace without id mappings");
  }
  return { uids, gids };
}

/** With CRI's own; who pings is a matter of ids, which a user namespace has few of. */
function sysctlsOf(
  asked: Readonly<Record<string, string>>,
  { hasNetwork, hasUserNamespace }: { hasNetwork: boolean; hasUserNamespace: boolean },
): Record<string, string> {
  if (!hasNetwork) return { ...asked };
  const { "net.ipv4.ping_group_range": _ping, ...withoutPing } = defaultSysctls;
  return { ...(hasUserNamespace ? withoutPing : defaultSysctls), ...asked };
}
