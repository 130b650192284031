// What Pids says of a process.
import type { containerd } from "../../proto/gen/task.js";

export async function processInfo(
  pid: number,
  execId: string | undefined,
): Promise<containerd.v1.types.ProcessInfo.$Properties> {
  if (execId === undefined) return { pid };
  const { containerd: options } = await import("../../proto/gen/options.js");
  const value = options.runc.v1.ProcessDetails.encode({ execId }).finish();
  return { pid, info: { typeUrl: "containerd.runc.v1.ProcessDetails", value } };
}
