// Where a group's shim listens. The Go shim computes the same path, so that each finds the other's processes.
import { join, normalize } from "node:path";
import { sha256 } from "../sys/hash.ts";

export const defaultSocketDirectory = "/run/containerd/s";

const groupAnnotations = ["io.containerd.runc.v2.group", "io.kubernetes.cri.sandbox-id"] as const;

/** The group that a container belongs to: first annotation present, else its own id (spec/shim-cli.md 3, step 3). */
export function groupOf(id: string, annotations: Readonly<Record<string, string>>): string {
  for (const key of groupAnnotations) {
    const group = annotations[key];
    if (group !== undefined) return group;
  }
  return id;
}

/** Path of the group's socket: SHA-256 of `<daemon address>/<namespace>/<group>` (spec/shim-cli.md 3, step 5). */
export async function socketPath(options: {
  directory?: string;
  daemonAddress: string;
  namespace: string;
  group: string;
}): Promise<string> {
  const joined = normalize([options.daemonAddress, options.namespace, options.group].filter((x) => x !== "").join("/"));
  const cleaned = joined.length > 1 && joined.endsWith("/") ? joined.slice(0, -1) : joined;
  return join(options.directory ?? defaultSocketDirectory, await sha256(cleaned));
}
