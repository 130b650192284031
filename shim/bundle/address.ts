// Where a group's shim listens. The Go shim computes the same path, so that each finds the other's processes.
import { sha256 } from "../../sys/hash.ts";
import { joinPath } from "../../sys/path.ts";

export const defaultSocketDirectory = "/run/containerd/s";

const groupAnnotations = ["io.containerd.runc.v2.group", "io.kubernetes.cri.sandbox-id"] as const;

/**
 * A container's group, which shares a shim: by `shimGroup`, an option of ours, all of a containerd namespace (`namespace`) or all
 * with the same other name; else, and with `pod`, the first annotation present, or its own id (docs/contract/shim-cli.md 3, step 3).
 */
export function groupOf(id: string, annotations: Readonly<Record<string, string>>, shimGroup = ""): string {
  // No id has a colon.
  if (shimGroup !== "" && shimGroup !== "pod") return `shim-group:${shimGroup}`;
  for (const key of groupAnnotations) {
    const group = annotations[key];
    if (group !== undefined) return group;
  }
  return id;
}

/** Whether `name` can be a part of the path that is hashed. */
export function isGroupName(name: string): boolean {
  return /^[A-Za-z0-9._-]{0,128}$/.test(name);
}

/** The group's socket: SHA-256 of `<containerd address>/<namespace>/<group>` (docs/contract/shim-cli.md 3, step 5). */
export async function socketPath(options: {
  directory?: string;
  containerdAddress: string;
  namespace: string;
  group: string;
}): Promise<string> {
  const name = await sha256(joinPath(options.containerdAddress, options.namespace, options.group));
  return joinPath(options.directory ?? defaultSocketDirectory, name);
}
