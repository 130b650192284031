// The shim's priority while several of the runtime's commands run (sys/precedence.ts).
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

function niceValue(pid: number | string): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
    .replace(/^.*\) /, "")
    .split(" ");
  return Number(fields[16]);
}

/** A runc that takes a while for an exec, and notes its nice value. */
function slowRuntime(driver: ShimDriver): string {
  const path = join(driver.directory, "slow", "runc");
  const script = `#!/bin/busybox sh
case "$*" in *" exec "*) busybox sleep 0.5; busybox cut -d" " -f19 /proc/$$/stat >>${driver.directory}/nice;; esac
exec runc "$@"
`;
  writeFileSync(path, script);
  chmodSync(path, 0o755);
  return path;
}

/** The shim's nice value beside one exec, beside three at once, and after them; what else there was to see. */
async function values(driver: ShimDriver) {
  mkdirSync(join(driver.directory, "slow"));
  const task = await StdioTask.prepare(driver, "sleep 1000");
  await task.run({}, { binaryName: slowRuntime(driver) });
  const shim = task.bundle.shimPid() ?? 0;
  const during = async (count: number) => {
    const starts = Array.from({ length: count }, () =>
      task.exec("sleep 0.2; cut -d' ' -f19 /proc/self/stat >/dev/null"),
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
    const value = niceValue(shim);
    for (const id of await Promise.all(starts)) {
      await task.wait(id);
      await task.delete(id);
    }
    return value;
  };
  const beside = { one: await during(1), three: await during(3) };
  const { pid } = await task.client.call("State", { id: task.id });
  const after = niceValue(shim);
  const commands = new Set(readFileSync(join(driver.directory, "nice"), "latin1").trim().split("\n").map(Number));
  const seen = { ...beside, after, container: niceValue(pid), commands: [...commands] };
  await task.kill();
  await task.finish();
  await eventually("it is gone", () => driver.processes().length === 0);
  return seen;
}

// Node has no launcher, and keeps its priority.
describe.runIf(shimUnderTest.kind === "bun" && niceValue("self") === 0)("the shim's priority", () => {
  const usual = useDriver();
  const chosen = useDriver({ wrapper: ["nice", "-n", "3"] });

  test("is above that of the runtime's commands while there are several (needs CAP_SYS_NICE)", async () => {
    expect(await values(usual())).toEqual({ one: 0, three: -10, after: 0, container: 0, commands: [0] });
  });

  test("is what somebody has chosen", async () => {
    expect(await values(chosen())).toEqual({ one: 3, three: 3, after: 3, container: 3, commands: [3] });
  });
});
