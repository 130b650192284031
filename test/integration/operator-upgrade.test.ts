// `runts upgrade --running`: shims that run become what is installed, beside a real containerd.

import { readFileSync, readlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { UpgradedShim } from "../../operate/upgrade-running.ts";
import { execWords, remove, runDetached } from "../helpers/containers.ts";
import { runts, runtsJson } from "../helpers/runts.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();

/** Descriptors of the old image are not those of the new one: the engine opens its own anew. */
function startOfImage(pid: number): string {
  return readFileSync(`/proc/${pid}/environ`, "latin1").includes("RUNTS_STATE=") ? "replaced" : "first";
}

describe.runIf(shimUnderTest.kind === "bun")("runts upgrade --running", () => {
  test("upgrades the shims that are named, and their containers go on", async () => {
    const first = await runDetached(containerd());
    // The other one's id only begins so.
    const second = await runDetached(containerd(), undefined, { id: `${first}-2` });
    containerd().ids.push(second);
    const [pid, other] = [containerd().shimPid(first), containerd().shimPid(second)];
    expect([startOfImage(pid), startOfImage(other)]).toEqual(["first", "first"]);
    const upgraded = await runtsJson<UpgradedShim[]>(["upgrade", "--running", first]);
    expect(upgraded).toEqual([
      {
        ...{ pid, namespace: containerd().namespace, containers: [first], failure: null },
        before: expect.stringMatching(/^\d+\.\d+\.\d+/),
        after: expect.stringMatching(/^\d+\.\d+\.\d+/),
      },
    ]);
    expect([startOfImage(pid), startOfImage(other)]).toEqual(["replaced", "first"]);
    expect(readlinkSync(`/proc/${pid}/exe`)).toBe(readlinkSync(`/proc/${other}/exe`));
    const both = await runts(["upgrade", "--running", String(pid), second.slice(0, -1)]);
    expect(both.exitCode).toBe(0);
    expect(both.stdout).toContain("NOW");
    expect(startOfImage(other)).toBe("replaced");
    for (const id of [first, second]) {
      const exec = await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 7"]));
      expect(exec.exitCode).toBe(7);
      await remove(containerd(), id);
    }
  });

  test("says what it can't find, and what does not go together", async () => {
    const missing = await runts(["upgrade", "--running", "no-such-container"]);
    expect([missing.exitCode, missing.stderr]).toEqual([3, "runts: no shim of ours has no-such-container"]);
    expect((await runts(["upgrade", "some-container"])).exitCode).toBe(2);
    expect((await runts(["upgrade", "--running", "--dry-run"])).exitCode).toBe(2);
  });
});
