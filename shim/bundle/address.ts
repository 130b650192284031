// Where a group's shim listens. The Go shim computes the same path, so that each finds the other's processes.
import { sha256 } from "../../sys/hash.ts";
import { joinPath } from "../../sys/path.ts";

export const defaultSocketDirectory = "/run/containerd/s";

const groupAnnotations = ["io.containerd.runc.v2.group", "io.kubernetes.cri.sandbox-id"] as const;

/** A container's group: first annotation present, else its own id (docs/contract/shim-cli.md 3, step 3). */
export function groupOf(id: string, annotations: Readonly<Record<string, string>>): string {
  for (const key of groupAnnotations) {
    const group = annotations[key];
    if (group !== undefined) return group;
  }
  return id;
}

/** The group's socket: SHA-256 of `<daemon address>/<namespace>/<group>` (docs/contract/shim-cli.md 3, step 5). */
export async function socketPath(options: {
  directory?: string;
  daemonAddress: string;
  namespace: string;
  group: string;
}): Promise<string> {
  const name = await sha256(joinPath(options.daemonAddress, options.namespace, options.group));
  return joinPath(options.directory ?? defaultSocketDirectory, name);
}
