// A private containerd with the CRI plugin, a network for its pods, and the check after each test that nothing is left.

import { readdirSync, rmdirSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, afterEach, beforeAll } from "vitest";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { eventually } from "../helpers/eventually.ts";
import type { ContainerdOptions } from "../helpers/private-containerd.ts";
import { imageName, pauseImageName } from "../helpers/rootfs-image.ts";
import { newerRuntimes } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";
import { CriClient } from "./cri-client.ts";
import { criOptions, honoursRuntimePath, newNetwork, sandboxer } from "./cri-config.ts";
import type { Cri } from "./pod.ts";

/** Call at the top of a file; the returned function gives the running daemon and a client of its CRI plugin. */
export function useCri(
  options: Pick<ContainerdOptions, "withHugetlb" | "debug"> & {
    /** In front of containerd's PATH. */
    readonly path?: readonly string[];
    /** Instead of the runtimes of `handlers`: that part of the configuration. */
    readonly runtimes?: string;
  } = {},
): () => Cri {
  const { path = [], runtimes, ...rest } = options;
  const network = newNetwork();
  const commands = new CommandDirectory().link("containerd-shim-runc-v2", shimUnderTest.executable);
  afterAll(() => commands.remove());
  const containerd = useContainerd(() => ({
    ...rest,
    cri: criOptions(network, runtimes),
    path: [...path, ...(honoursRuntimePath ? [] : [commands.path, ...(sandboxer === "shim" ? [newerRuntimes()] : [])])],
  }));
  let client: CriClient | undefined;
  const current = () => {
    if (!client) throw new Error("no CRI client");
    return { containerd: containerd(), client };
  };

  beforeAll(async () => {
    client = new CriClient(containerd().address);
    await untilReady(current());
  });

  // Before the check for leftovers: what the CRI plugin still knows of a failed test goes the plugin's own way.
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await removePods(current());
  });

  afterAll(async () => {
    client?.close();
    client = undefined;
    // Of the CNI plugin's making, and never removed by it.
    await execa("ip", ["link", "delete", network.bridge], { reject: false });
  });

  return current;
}

/** Waits until pods can be made: the plugin looks for images and network by itself. */
export async function untilReady({ client }: Cri): Promise<void> {
  await eventually("the CRI plugin is ready", async () => {
    const { status } = await client.call("Status", {}, { timeoutMs: 5_000 });
    const missing = status.conditions.filter((condition) => !condition.status);
    if (missing.length > 0) throw new Error(missing.map(({ type, message }) => `${type}: ${message}`).join());
    return true;
  });
  for (const image of [imageName, pauseImageName]) {
    await eventually(`the CRI plugin knows ${image}`, async () => {
      return (await client.call("ImageStatus", { image: { image } })).image !== null;
    });
  }
}

/** All that the plugin knows, and the cgroups that are the kubelet's to remove. */
export async function removePods({ client, containerd }: Cri): Promise<void> {
  const { items } = await client.call("ListPodSandbox", {});
  for (const { id: podSandboxId } of items) {
    await client.call("StopPodSandbox", { podSandboxId }).catch(() => undefined);
    await client.call("RemovePodSandbox", { podSandboxId }).catch(() => undefined);
  }
  for (const parent of containerd.cgroupParents()) {
    for (const pod of readdirSync(parent).filter((name) => name.startsWith("pod-"))) removeEmpty(join(parent, pod));
  }
}

function removeEmpty(cgroup: string): void {
  try {
    rmdirSync(cgroup);
  } catch {
    // Something is left in it, which the check tells.
  }
}
