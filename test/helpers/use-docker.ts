// One private dockerd for the tests of a file, with the shim under test in place of containerd-shim-runc-v2, and the check
// after each test that nothing is left.

import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { CommandDirectory } from "./command-directory.ts";
import { type Baseline, describeLeftovers, removeLeftovers, settle, takeBaseline } from "./leftovers.ts";
import { PrivateContainerd } from "./private-containerd.ts";
import { PrivateDocker } from "./private-docker.ts";
import { shimUnderTest } from "./shim-under-test.ts";

export interface DockerOptions {
  /** What /etc/docker/daemon.json would have. */
  configuration?: object;
  /** See PrivateContainerd; dockerd runs in the same mount namespace. */
  withHugetlb?: boolean;
}

/** Call inside a `describe` or at the top of a file; the returned function gives the running daemon. */
export function useDocker({ configuration, withHugetlb = false }: DockerOptions = {}): () => PrivateDocker {
  const commands = new CommandDirectory().link("containerd-shim-runc-v2", shimUnderTest.executable);
  let containerd: PrivateContainerd | undefined;
  let docker: PrivateDocker | undefined;
  let baseline: Baseline = new Set();
  const current = () => {
    if (!docker) throw new Error("dockerd is not running");
    return docker;
  };

  beforeAll(async () => {
    containerd = await PrivateContainerd.start({ shim: shimUnderTest, path: [commands.path], withHugetlb });
    docker = await PrivateDocker.start(containerd, { configuration, withHugetlb });
  });

  beforeEach(() => {
    baseline = new Set([...takeBaseline(), ...current().daemonMounts]);
  });

  afterEach(async () => {
    const { containerd } = current();
    if (containerd.pid === undefined) await containerd.boot();
    if (!current().isUp) await current().boot();
    const more = () => current().leftovers();
    const left = await settle(containerd, { baseline, more });
    if (left.length > 0) {
      await current().removeContainers();
      await removeLeftovers(containerd, baseline);
    }
    expect(describeLeftovers(left), "left behind by this test").toBe("");
  });

  afterAll(async () => {
    await docker?.stop();
    await containerd?.stop();
    docker = undefined;
    containerd = undefined;
    commands.remove();
  });

  return current;
}
