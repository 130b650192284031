// `runts upgrade --running`: shims that run become what is installed, beside a real containerd.

import { readFileSync, readlinkSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listProcesses } from "../../operate/proc.ts";
import type { UpgradedShim } from "../../operate/upgrade-running.ts";
import { execWords, remove, runDetached } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess } from "../helpers/processes.ts";
import { runts, runtsJson, runtsProgram } from "../helpers/runts.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerdWithStuckExec } from "../helpers/stuck-exec.ts";
import { Terminal } from "../helpers/terminal.ts";

const containerd = useContainerdWithStuckExec();

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

  test("says on a terminal whom it asks, and after Ctrl-C whom it has not asked", async () => {
    const first = await runDetached(containerd());
    const second = await runDetached(containerd());
    const [pid, other] = [containerd().shimPid(first), containerd().shimPid(second)];
    const [upgrade, words] = [
      [runtsProgram, "upgrade", "--running"],
      [String(pid), String(other)],
    ];
    const inOrder = [pid, other].sort((a, b) => a - b);
    const whole = new Terminal([...upgrade, ...words], { columns: 200 });
    await whole.see(new RegExp(`1/2 shim ${inOrder[0]} [^]*2/2 shim ${inOrder[1]} [^]*NOW`));
    expect(await whole.exit()).toBe(0);

    // The first one that is asked has something in hand, which it waits for.
    const slow = inOrder[0] === pid ? first : second;
    const exec = containerd().ctr.start(execWords(slow, ["true"], { execId: "stuck" }));
    exec.stdin.end();
    const stuck = await eventually("the runtime hangs", () =>
      listProcesses().find((process) => process.words.some((word) => word.endsWith("/stuck.pid"))),
    );
    const told = new RegExp(`${inOrder[0]} .*not upgraded: .*\\n *${inOrder[1]} .*interrupted before it was asked`);
    // The key has to be there within that second: on a busy machine it may take another try.
    await eventually(
      "it is interrupted while the first one is asked",
      async () => {
        const interrupted = new Terminal([...upgrade, ...words], { columns: 200 });
        await interrupted.see(/1\/2 shim/);
        interrupted.type("\u0003");
        const code = await interrupted.exit();
        return code === 130 && told.test(interrupted.text);
      },
      { timeoutMs: 40_000 },
    );
    killProcess(stuck.pid, "SIGKILL");
    expect((await exec).exitCode).not.toBe(0);
    for (const id of [first, second]) await remove(containerd(), id);
  });

  test("says what it can't find, and what does not go together", async () => {
    const missing = await runts(["upgrade", "--running", "no-such-container"]);
    expect([missing.exitCode, missing.stderr]).toEqual([3, "runts: no shim of ours has no-such-container"]);
    expect((await runts(["upgrade", "some-container"])).exitCode).toBe(2);
    expect((await runts(["upgrade", "--running", "--dry-run"])).exitCode).toBe(2);
  });
});
