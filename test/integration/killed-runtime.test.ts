// kill -9 of the runtime at any system call, its init's among them, in each of its verbs: the call fails or succeeds, can be
// made again, and nothing is left. A sample; more of it by `scripts/torture runtime`.

import { afterAll, describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import type { Call } from "../driver/call-tracer.ts";
import { seed, sweep, timeout } from "../driver/runtime-sweep.ts";
import { type RuntimeVerb, verbs } from "../driver/runtime-verbs.ts";
import { TracedRuntime } from "../driver/traced-runtime.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { areNewer } from "../helpers/runtimes-under-test.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

describe.runIf(isOurs).each(["runc", "crun"] as const)(`%s that is killed, seed ${seed}`, (name) => {
  const driver = useDriver();
  const runtime = new TracedRuntime(name);
  afterAll(() => runtime.remove());

  for (const verb of verbs) {
    test(`in ${verb.name}`, { timeout }, () => sweep({ driver: driver(), runtime, verb }, "SIGKILL"));
  }

  /** That `verb`'s next run is killed at what `pick` finds in a run that is recorded now. */
  async function killAt(verb: RuntimeVerb, pick: (calls: readonly Call[]) => Call | undefined): Promise<void> {
    await runtime.record(verb.verb);
    await verb.live(driver(), { runc: runtime.options, mayFail: false });
    const call = pick(await runtime.take());
    if (call === undefined) throw new Error("it does not do that");
    await runtime.signal(verb.verb, call, "SIGKILL");
    await verb.live(driver(), { runc: runtime.options, mayFail: true });
    expect(await driver().settle()).toEqual([]);
  }

  // What follows is what a sweep over all instants has found.

  // crun and runc since 1.2 make no such mount.
  const mounting = name === "runc" && !areNewer ? verbs.filter(({ name }) => name === "create" || name === "exec") : [];
  for (const verb of mounting) {
    test(`in ${verb.name}, with a copy of itself mounted beside its state`, async () => {
      await killAt(verb, (calls) => calls.find((call) => call.name === "umount2"));
    });
  }

  test("in delete, when it has removed the container", async () => {
    const verb = verbs.find(({ name }) => name === "delete") as RuntimeVerb;
    await killAt(verb, (calls) => calls.findLast((call) => call.name === "exit_group"));
  });

  test("between the start of an exec and its pid file: the call fails, and the process is ended", async () => {
    const container = await TestContainer.run(driver(), { runc: runtime.options, args: ["sleep", "1000"] });
    await runtime.record("exec");
    await container.exec("recorded");
    const calls = await runtime.take();
    // A file of another name gets the one that is looked for, or it is written where it is.
    const last = calls.findLast((call) => (name === "runc" ? call.name === "renameat" : call.name === "openat"));
    if (last === undefined) throw new Error("no pid file was written");
    await runtime.signal("exec", last, "SIGKILL");
    await expect(container.exec("e")).rejects.toThrow();
    await eventually("the container has 2 processes", async () => (await container.pids()).length === 2);
    await driver().end(container.client, container.bundle);
  });
});
