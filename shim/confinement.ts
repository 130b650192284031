// Which processes may be handed a client's FIFO itself (docs/stdio.md).
//
// Under an AppArmor profile that denies writes, /dev/stdout can be opened again if it is a pipe, but not if it is the
// client's FIFO (seen in test/vm). SELinux goes by a file's label: a FIFO has one of the host, a pipe the right one.

import type { ProcessSpec } from "../oci/request-objects.ts";

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
export function confinementOf(process: ProcessSpec, container: Confinement): Confinement {
  return {
    apparmorProfile: process.text("apparmorProfile") || container.apparmorProfile,
    selinuxLabel: process.text("selinuxLabel") || container.selinuxLabel,
  };
}
