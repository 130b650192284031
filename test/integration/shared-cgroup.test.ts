// A Create that fails or is cut off half way, in a cgroup that is not its own: nobody else is harmed.

import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import type { RuncOptions } from "../../conformance/driver/shim-driver.ts";
import { Code } from "../../ttrpc/status.ts";
import { describeRuntimes, noTest } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

interface Slow {
  readonly before: RuncOptions;
  readonly after: RuncOptions;
  stands(): Promise<unknown>;
}

describeRuntimes("with a container in the same cgroup", ({ driver, options: runc, name }) => {
  /** `body` gets runtimes that stand still in `create`, before or after their work. */
  async function besides(body: (slow: Slow, cgroupsPath: string) => Promise<void>): Promise<void> {
    const commands = new CommandDirectory();
    // Reading keeps the command line, by which `delete` knows it.
    const stop = `d=\${0%/*}; : >$d/stands; mkfifo $d/fifo; read x <$d/fifo`;
    commands.script("before", `case " $* " in *" create "*) ${stop};; esac; exec ${name} "$@"`);
    commands.script("after", `case " $* " in *" create "*) ${name} "$@"; ${stop};; esac; exec ${name} "$@"`);
    const path = (file: string) => join(commands.path, file);
    const slow = {
      before: { ...runc, binaryName: path("before") },
      after: { ...runc, binaryName: path("after") },
      stands: () => eventually("the runtime stands still", () => existsSync(path("stands"))),
    };
    const cgroupsPath = `/${driver().namespace}/shared`;
    const first = await TestContainer.run(driver(), { runc, cgroupsPath });
    try {
      await body(slow, cgroupsPath);
      expect(isAlive(first.pid)).toBe(true);
      expect((await first.state()).status).toBe(2);
      // It can be used on.
      await first.exec("second", ["true"]);
      expect(await first.wait("second")).toBe(0);
    } finally {
      commands.remove();
      await first.end();
    }
  }

  // crun itself kills what is in the cgroup of a create that fails, and of a `delete --force`.
  const sparing = name === "runc" ? test : noTest;
  sparing("a Create that fails, and `delete` after it, do not touch it", async () => {
    await besides(async (_, cgroupsPath) => {
      const bundle = driver().bundle({ cgroupsPath, args: ["/no/such/command"] });
      const client = await driver().shim(bundle);
      await failure(client.call("Create", bundle.createRequest(runc)));
      await bundle.delete();
      await driver().shutdown(client, bundle);
    });
  });

  (isOurs ? sparing : noTest)("a Create that is ended at its deadline does not touch it", async () => {
    await besides(async (slow, cgroupsPath) => {
      const bundle = driver().bundle({ cgroupsPath });
      const client = await driver().shim(bundle);
      const outcome = failure(client.call("Create", bundle.createRequest(slow.after), { timeoutMs: 1500 }));
      await slow.stands();
      expect((await outcome).code).toBe(Code.deadlineExceeded);
      await eventually("the second container is gone", () => {
        return !existsSync(join(driver().runtimeRoot, driver().namespace, bundle.id));
      });
      await delay(700);
      await bundle.killShim();
      await bundle.delete();
    });
  });

  test("`delete` after the end of its shim in the middle of Create does not touch it", async () => {
    await besides(async (slow, cgroupsPath) => {
      const bundle = driver().bundle({ cgroupsPath });
      const client = await driver().shim(bundle);
      const create = client.call("Create", bundle.createRequest(slow.before)).catch(() => undefined);
      await slow.stands();
      await bundle.killShim();
      await create;
      await bundle.delete();
    });
  });
});

describe("a cgroup path that leads out of its hierarchy", () => {
  const driver = useDriver();

  test.each(isOurs ? ["deadline", "kill -9"] : ["kill -9"])(
    "is not followed after a Create that a %s has ended",
    async (what) => {
      const outside = mkdtempSync(join(tmpdir(), "runts-outside-"));
      const victim = spawn("sleep", ["1000"], { stdio: "ignore" });
      mkdirSync(join(outside, "below"));
      writeFileSync(join(outside, "cgroup.procs"), `${victim.pid}\n`);
      try {
        const runtime = new FakeRuntime(driver());
        runtime.set("create", { delay: 3 });
        const bundle = driver().bundle({ cgroupsPath: `/../../../../../..${outside}` });
        const client = await driver().shim(bundle);
        const create = failure(client.call("Create", bundle.createRequest(runtime.options), { timeoutMs: 1500 }));
        await eventually("create is under way", () => runtime.calls("create").length === 1);
        if (what === "kill -9") await bundle.killShim();
        await create;
        if (what === "deadline") {
          await eventually("it is undone", () => runtime.calls("delete").length === 1);
          await delay(700);
          await bundle.killShim();
        }
        await bundle.delete();
        expect(isAlive(victim.pid ?? 0)).toBe(true);
        expect(existsSync(join(outside, "below"))).toBe(true);
      } finally {
        victim.kill("SIGKILL");
        rmSync(outside, { recursive: true });
      }
    },
  );
});
