// Figures of a whole pod: of the cgroup that the kubelet has made for it. Loaded when they are asked for.
import { cgroupAt } from "../../cgroups/at-path.ts";
import { type EncodedMetrics, readMetrics } from "../../cgroups/metrics.ts";
import { CgroupError } from "../../cgroups/path.ts";
import { ShimError } from "../base/errdefs.ts";
import type { Pod } from "./pod.ts";

/** Throws `not-found` for a pod without a cgroup. */
export async function readPodMetrics({ cgroupParent }: Pod): Promise<EncodedMetrics> {
  if (cgroupParent === "") throw new ShimError("not-found", "the pod has no cgroup");
  try {
    return await readMetrics(cgroupAt(cgroupParent));
  } catch (error) {
    if (error instanceof CgroupError) throw new ShimError("not-found", error.message, { cause: error });
    throw error;
  }
}
