// The container that most is measured with: it sleeps, and execs run beside it.
import { ociProcess } from "../conformance/driver/oci-spec.ts";
import type { ShimDriver } from "../conformance/driver/shim-driver.ts";
import { StdioTask } from "../test/driver/stdio-task.ts";

/** Containers with the same value share a shim. */
export const groupAnnotation = "io.containerd.runc.v2.group";

/** A container that sleeps, with a shim. */
export async function startSleeper(driver: ShimDriver, annotations: Record<string, string> = {}): Promise<StdioTask> {
  const task = await StdioTask.prepare(driver, ["sleep", "100000"], { annotations });
  await task.run({});
  return task;
}

export async function endSleeper(task: StdioTask): Promise<void> {
  await task.driver.end(task.client, task.bundle);
}

/** Exec, Start, Wait, Delete. */
export async function execOnce({ client, id }: StdioTask, execId: string, timeoutMs = 20_000): Promise<void> {
  const spec = { typeUrl: "types.containerd.io/opencontainers/runtime-spec/1/Process", value: ociProcess(["true"]) };
  await client.call("Exec", { id, execId, spec }, { timeoutMs });
  await client.call("Start", { id, execId }, { timeoutMs });
  await client.call("Wait", { id, execId }, { timeoutMs });
  await client.call("Delete", { id, execId }, { timeoutMs });
}
