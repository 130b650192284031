// A pod as an OCI specification: what its containers share, and where it is. containerd since 2.3 is handed it by StartSandbox.
import { namespacePath } from "../../sys/namespaces.ts";
import * as layout from "../bundle/layout.ts";
import { shmOf } from "./files.ts";
import { ownNamespaces } from "./pod-namespaces.ts";
import type { SandboxState } from "./state.ts";

const ociNames = { net: "network", ipc: "ipc", uts: "uts" } as const;

/** Of a pod that is ready. Paths hold as long as the pod does. */
export function podSpec({ bundle, pod, life }: SandboxState): object {
  const pid = life.kind === "ready" ? life.pid : process.pid;
  const bind = (destination: string, source: string) => ({
    destination,
    type: "bind",
    source,
    options: ["rbind", "rprivate", "rw"],
  });
  return {
    ociVersion: "1.0.2",
    ...(pod.hostname === "" ? {} : { hostname: pod.hostname }),
    mounts: [
      bind("/etc/hostname", layout.hostname(bundle)),
      bind("/etc/hosts", layout.hosts(bundle)),
      bind("/etc/resolv.conf", layout.resolvConf(bundle)),
      bind("/dev/shm", shmOf(bundle, pod)),
    ],
    linux: {
      namespaces: [
        ...ownNamespaces(pod).map((kind) => ({ type: ociNames[kind], path: namespacePath(pid, kind) })),
        ...(pod.sharesPids ? [{ type: "pid", path: namespacePath(pid, "pid") }] : []),
        ...(pod.userNamespace === undefined ? [] : [{ type: "user", path: namespacePath(pid, "user") }]),
      ],
      sysctl: pod.sysctls,
    },
  };
}
