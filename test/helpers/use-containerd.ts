// One private containerd for the tests of a file, and the check after each test that nothing is left.

import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from "vitest";
import { keepLog } from "./kept-logs.ts";
import { type Baseline, describeLeftovers, removeLeftovers, settle, takeBaseline } from "./leftovers.ts";
import { type ContainerdOptions, PrivateContainerd } from "./private-containerd.ts";
import { shimUnderTest } from "./shim-under-test.ts";

declare module "vitest" {
  interface ProvidedContext {
    imageArchive: string;
  }
}

/** Call inside a `describe` or at the top of a file; the returned function gives the running daemon. */
export function useContainerd(
  options: Partial<ContainerdOptions> | (() => Partial<ContainerdOptions>) = {},
): () => PrivateContainerd {
  let containerd: PrivateContainerd | undefined;
  let baseline: Baseline = new Set();
  const current = () => {
    if (!containerd) throw new Error("containerd is not running");
    return containerd;
  };

  beforeAll(async () => {
    const given = typeof options === "function" ? options() : options;
    containerd = await PrivateContainerd.start({
      shim: shimUnderTest,
      imageArchive: inject("imageArchive"),
      ...given,
    });
  });

  beforeEach(() => {
    baseline = takeBaseline();
  });

  afterEach(async ({ task }) => {
    const left = await settle(current(), { baseline });
    if (left.length > 0 || task.result?.state === "fail") keepLog(current(), task.name);
    if (left.length > 0) await removeLeftovers(current(), baseline);
    expect(describeLeftovers(left), "left behind by this test").toBe("");
  });

  afterAll(async () => {
    await containerd?.stop();
    containerd = undefined;
  });

  return current;
}
