// Metrics of a cgroup as they go on the wire. What reads and encodes them is loaded with the first call.
import { hugePageSizes } from "./huge-pages.ts";
import { type Cgroup, requireCgroup } from "./path.ts";

/** A google.protobuf.Any of `io.containerd.cgroups.v1.Metrics` or `….v2.Metrics`. */
export interface EncodedMetrics {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

/** Reads `cgroup` now. Throws SysError, errno ENOENT when the cgroup is gone; FormatError when a file can't be read. */
export async function readMetrics(cgroup: Cgroup): Promise<EncodedMetrics> {
  if (cgroup.kind === "v2") {
    const [{ readV2 }, { io }] = await Promise.all([import("./v2.ts"), import("../proto/gen/cgroups-v2.js")]);
    requireCgroup(cgroup);
    const metrics = readV2(cgroup.path, hugePageSizes());
    return {
      typeUrl: "io.containerd.cgroups.v2.Metrics",
      value: io.containerd.cgroups.v2.Metrics.encode(metrics).finish(),
    };
  }
  const [{ readV1 }, { io }] = await Promise.all([import("./v1.ts"), import("../proto/gen/cgroups-v1.js")]);
  requireCgroup(cgroup);
  const metrics = readV1(cgroup.controllers, hugePageSizes());
  return {
    typeUrl: "io.containerd.cgroups.v1.Metrics",
    value: io.containerd.cgroups.v1.Metrics.encode(metrics).finish(),
  };
}
