// Which processes may be handed a client's FIFO itself (docs/stdio.md).
//
// Under an AppArmor profile that denies writes, /dev/stdout can be opened again if it is a pipe, but not if it is the
// client's FIFO (seen in test/vm). SELinux goes by a file's label: a FIFO has one of the host, a pipe the right one.

/** As in an OCI process object; empty when not set. */
export interface Confinement {
  readonly apparmorProfile: string;
  readonly selinuxLabel: string;
}

/** The profiles that runtimes load for everybody: they allow all files, and attach disconnected paths. */
const stockProfiles = new Set(["docker-default", "cri-containerd.apparmor.d", "nerdctl-default"]);

/** Whether what the process may write could depend on the path or label of its stdout. */
export function isConfined({ apparmorProfile, selinuxLabel }: Confinement): boolean {
  if (selinuxLabel !== "") return true;
  return apparmorProfile !== "" && apparmorProfile !== "unconfined" && !stockProfiles.has(apparmorProfile);
}

/** Of an exec: what its own process object leaves open is the container's. */
export function confinementOf(process: Readonly<Record<string, unknown>>, container: Confinement): Confinement {
  const text = (value: unknown, otherwise: string) => (typeof value === "string" && value !== "" ? value : otherwise);
  return {
    apparmorProfile: text(process.apparmorProfile, container.apparmorProfile),
    selinuxLabel: text(process.selinuxLabel, container.selinuxLabel),
  };
}
