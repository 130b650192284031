// What the kubelet measures pods by.

import { expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import type { Usage } from "./messages.ts";
import { Pod } from "./pod.ts";
import { useCri } from "./use-cri.ts";

// The Go shim finds no cgroup at all where a hierarchy that processes are in is mounted nowhere, see metrics.test.ts.
const cri = useCri({ withHugetlb: true });

test("ContainerStats grow with what the container does; the pod's include all of its containers'", async () => {
  const pod = await Pod.run(cri());
  const limit = 256 << 20;
  // When it is told to, eats 32 MiB, and the processor time that it takes to write them.
  const eat =
    "until [ -e /tmp/go ]; do sleep 0.02; done; head -c 33554432 /dev/zero >/dev/shm/food; echo fed; sleep 1000";
  const eater = await pod.start(["sh", "-c", eat], { name: "eater", resources: { memoryLimitInBytes: limit } });
  const idle = await pod.start(undefined, { name: "idle" });

  const stats = async (containerId: string) => {
    const { stats } = await cri().client.call("ContainerStats", { containerId });
    return stats;
  };
  const before = await stats(eater.id);
  expect(before.attributes).toMatchObject({ id: eater.id, metadata: { name: "eater" } });
  await eater.sh("touch /tmp/go");
  await eventually("it has eaten", () => eater.logged("stdout") === "fed\n", { timeoutMs: 30_000 });
  const after = await stats(eater.id);
  expect(used(after).cpu).toBeGreaterThan(used(before).cpu);
  expect(used(after).memory).toBeGreaterThanOrEqual(32 << 20);
  expect(used(before).memory).toBeLessThan(16 << 20);
  expect(after.memory?.availableBytes?.value).toBe(limit - (after.memory?.workingSetBytes?.value ?? 0));
  expect(used(await stats(idle.id)).memory).toBeLessThan(16 << 20);

  const all = await cri().client.call("ListContainerStats", {});
  expect(all.stats.map(({ attributes }) => attributes.id).toSorted()).toEqual([eater.id, idle.id].toSorted());
  for (const each of all.stats) expect(used(each).memory).toBeGreaterThan(0);

  const { stats: ofPod } = await cri().client.call("PodSandboxStats", { podSandboxId: pod.id });
  expect(ofPod.attributes.id).toBe(pod.id);
  expect(ofPod.linux.containers.map(({ attributes }) => attributes.id).toSorted()).toEqual(
    [eater.id, idle.id].toSorted(),
  );
  expect(used(ofPod.linux).cpu).toBeGreaterThanOrEqual(used(after).cpu);
  expect(used(ofPod.linux).memory).toBeGreaterThanOrEqual(32 << 20);
  expect(ofPod.linux.network?.defaultInterface).toMatchObject({ name: "eth0" });
  expect(ofPod.linux.process?.processCount?.value).toBeGreaterThanOrEqual(2);

  await pod.remove();
});

function used({ cpu, memory }: Usage) {
  return { cpu: cpu?.usageCoreNanoSeconds?.value ?? -1, memory: memory?.workingSetBytes?.value ?? -1 };
}
