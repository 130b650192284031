// Which init may be handed a client's FIFO itself (docs/stdio.md): only one that neither it nor its client can be harmed by.
//
// - Under an AppArmor profile that denies writes, /dev/stdout can be opened again if it is a pipe, but not if it is the
//   client's FIFO (seen in test/vm). SELinux goes by a file's label: a FIFO has one of the host, a pipe the right one.
// - With CAP_DAC_READ_SEARCH, open_by_handle_at(2) opens any file of the file system that a descriptor is on. A FIFO is on
//   one of the host's; a pipe is on one that has no files.
// - Who shares the pid namespace may have that capability, and opens /proc/<pid>/fd/1.

/** Of a container's specification; the texts are empty when not set. */
export interface Confinement {
  readonly apparmorProfile: string;
  readonly selinuxLabel: string;
  /** The process's capability sets as they stand there. */
  readonly capabilities: unknown;
  readonly privatePidNamespace: boolean;
}

/** The profiles that runtimes load for everybody: they allow all files, and attach disconnected paths. */
const stockProfiles = new Set(["docker-default", "cri-containerd.apparmor.d", "nerdctl-default"]);

export function mayHoldFifo({
  apparmorProfile,
  selinuxLabel,
  capabilities,
  privatePidNamespace,
}: Confinement): boolean {
  if (selinuxLabel !== "" || !privatePidNamespace) return false;
  if (apparmorProfile !== "" && apparmorProfile !== "unconfined" && !stockProfiles.has(apparmorProfile)) return false;
  return !mayOpenByHandle(capabilities);
}

/**
 * What can't be read counts as yes: no sets at all, which some runtimes take for all capabilities, and names that are not
 * plain ones, since some know numbers and other spellings.
 */
function mayOpenByHandle(capabilities: unknown): boolean {
  if (typeof capabilities !== "object" || capabilities === null) return true;
  const isHarmless = (name: unknown) =>
    typeof name === "string" && name !== "CAP_DAC_READ_SEARCH" && /^CAP_[A-Z_]+$/.test(name);
  return !Object.values(capabilities).every((set) => set === null || (Array.isArray(set) && set.every(isHarmless)));
}
