// The `delete` action: what a killed shim has left, whatever it was doing, is removed, and the answer is true.

import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { makeFifo } from "../../conformance/driver/fifo.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";

const now = () => Date.now() / 1000;

describeRuntimes("delete", ({ driver, options: runc }) => {
  test.each(["created", "running", "paused"])(
    "ends a %s container, which counts as killed (KF-037, KF-038)",
    async (kind) => {
      const container = await TestContainer.create(driver(), { runc, args: ["sh", "-c", "sleep 1000 & wait"] });
      const { id, client, bundle, pid } = container;
      if (kind !== "created") await client.call("Start", { id });
      if (kind === "paused") await client.call("Pause", { id });
      await bundle.killShim();
      const result = await bundle.delete();
      expect(result).toMatchObject({ pid, exitStatus: 137 });
      expect(Math.abs(result.seconds - now())).toBeLessThan(10);
      expect(result.durationMs).toBeLessThan(5000);
      await eventually("its process is gone", () => !isAlive(pid));
    },
  );

  test("ends a container in the host's pid namespace with all its processes", async () => {
    const program = "for i in 1 2 3 4 5; do setsid sleep 1000 & done; echo up; exec sleep 1000";
    const container = await TestContainer.run(driver(), { runc, pidNamespace: "host", args: ["sh", "-c", program] });
    await expect.poll(() => container.stdout.text).toContain("up");
    await container.exec("second");
    const pids = await container.pids();
    await container.bundle.killShim();
    await container.bundle.delete();
    await eventually("all are gone", () => !pids.some(isAlive));
  });

  test("ends all containers of a group, each with its own call", async () => {
    const first = await TestContainer.run(driver(), { runc });
    const bundles = [driver().bundle(), driver().bundle()];
    for (const bundle of bundles) {
      await first.client.call("Create", bundle.createRequest(runc));
      await first.client.call("Start", { id: bundle.id });
    }
    await first.bundle.killShim();
    for (const bundle of [...bundles, first.bundle]) expect((await bundle.delete()).exitStatus).toBe(137);
  });

  test.runIf(isOurs)("says how a container ended that had ended before (KF-039)", async () => {
    const container = await TestContainer.run(driver(), { runc, args: ["sh", "-c", "exit 3"] });
    expect(await container.wait()).toBe(3);
    const ended = now();
    await container.bundle.killShim();
    await delay(1100);
    const result = await container.bundle.delete();
    expect(result).toMatchObject({ pid: container.pid, exitStatus: 3 });
    expect(Math.abs(result.seconds - ended)).toBeLessThan(1.1);
  });

  // The Go shim of 1.6 fails without its file `runtime`.
  test.runIf(isOurs)("says the same again, and with any file of the bundle missing (KF-041)", async () => {
    const container = await TestContainer.run(driver(), { runc });
    await container.bundle.killShim();
    const { pid } = await container.bundle.delete();
    expect(pid).toBe(container.pid);
    expect(await container.bundle.delete()).toMatchObject({ pid, exitStatus: 137 });
    for (const name of readdirSync(container.bundle.path)) {
      if (name === "log") continue;
      rmSync(join(container.bundle.path, name), { recursive: true });
      expect((await container.bundle.delete()).exitStatus).toBe(137);
    }
  });

  // Our runtime commands outlive a killed shim; the Go shim's die with it, and its half-made cgroups stay.
  test.runIf(isOurs)("leaves nothing, whenever the shim is killed in the course of Create and Start", async () => {
    for (let round = 0; round < 12; round += 1) {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      const life = client
        .call("Create", bundle.createRequest(runc))
        .then(() => client.call("Start", { id: bundle.id }))
        .catch(() => undefined);
      await delay(round * 12);
      await bundle.killShim();
      await life;
      await bundle.delete();
      expect(await driver().settle(), `killed after ${round * 12} ms`).toEqual([]);
    }
  });

  test.runIf(isOurs)("leaves nothing, whenever the shim is killed in the course of a terminal's Create", async () => {
    for (let round = 0; round < 8; round += 1) {
      // Its path is longer than a socket's may be.
      const bundle = driver().bundle({ terminal: true, id: driver().newId("c".repeat(66)) });
      const stdout = bundle.output().path;
      const client = await driver().shim(bundle);
      const create = client
        .call("Create", { ...bundle.createRequest(runc), terminal: true, stdout })
        .catch(() => undefined);
      await delay(round * 10);
      await bundle.killShim();
      await create;
      await bundle.delete();
      expect(await driver().settle(), `killed after ${round * 10} ms`).toEqual([]);
    }
  });

  test.runIf(isOurs)("leaves nothing, whenever the shim is killed in the course of an exec", async () => {
    for (let round = 0; round < 6; round += 1) {
      const container = await TestContainer.run(driver(), { runc, pidNamespace: "host" });
      const exec = container.exec("second").catch(() => undefined);
      await delay(round * 12);
      await container.bundle.killShim();
      await exec;
      await container.bundle.delete();
      expect(await driver().settle(), `killed after ${round * 12} ms`).toEqual([]);
    }
  });
});

describe("delete", () => {
  const driver = useDriver();

  test("asks the runtime that the options named, in the root that they named (KF-040)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.bundle.killShim();
    await container.bundle.delete();
    const [call = ""] = runtime.calls("delete");
    expect(call).toContain(`--root ${runtime.options.root}/${driver().namespace} `);
    expect(call).toMatch(/ delete --force \S+$/);
    expect(existsSync(runtime.stateOf(driver(), container.id))).toBe(false);
    await eventually("the process is gone", () => !isAlive(container.pid));
  });

  // containerd may name its directory by way of /var/run.
  test.runIf(isOurs).each([
    ["", "bundles"],
    [" in a bundle that it knows by a link", "linked"],
  ])("ends a runtime that still works for the killed shim%s (KF-099)", async (_, directory) => {
    const runtime = new FakeRuntime(driver());
    runtime.set("create", { delay: 1.5 });
    const bundle = driver().bundle();
    if (directory === "linked") symlinkSync("bundles", join(driver().directory, directory));
    const request = {
      ...bundle.createRequest(runtime.options),
      bundle: join(driver().directory, directory, bundle.id),
    };
    const client = await driver().shim(bundle);
    const create = client.call("Create", request).catch(() => undefined);
    await eventually("create is under way", () => runtime.calls("create").length === 1);
    await bundle.killShim();
    await create;
    await bundle.delete();
    await delay(1700);
    expect(existsSync(runtime.stateOf(driver(), bundle.id))).toBe(false);
  });

  // The launcher knows nothing but what the shim has left for it; the engine would look for these.
  test.runIf(shimUnderTest.kind === "bun")("takes the shim's word after a normal life, without an engine", async () => {
    const container = await TestContainer.run(driver(), { args: ["sh", "-c", "exit 3"] });
    expect(await container.wait()).toBe(3);
    await container.end();
    for (const name of ["init.pid", "init.exit"]) rmSync(join(container.bundle.path, name));
    expect(await container.bundle.delete()).toMatchObject({ pid: container.pid, exitStatus: 3, stderr: "" });
  });

  test.runIf(isOurs)("looks for itself when the shim was killed after it had answered Delete", async () => {
    const container = await TestContainer.run(driver(), { args: ["sh", "-c", "exit 3"] });
    expect(await container.wait()).toBe(3);
    await container.client.call("Delete", { id: container.id });
    await container.bundle.killShim();
    expect(existsSync(container.bundle.socket)).toBe(true);
    expect(await container.bundle.delete()).toMatchObject({ pid: container.pid, exitStatus: 3 });
    expect(existsSync(container.bundle.socket)).toBe(false);
  });

  test.runIf(isOurs)(
    "does not believe a former life's answer when the next one in the same bundle was killed",
    async () => {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      await client.call("Create", bundle.createRequest());
      await client.call("Kill", { id: bundle.id, signal: 9 });
      await client.call("Wait", { id: bundle.id });
      await client.call("Delete", { id: bundle.id });
      await eventually("the answer is there", () => existsSync(join(bundle.path, "delete.answer")));
      const { pid } = await client.call("Create", bundle.createRequest());
      await bundle.killShim();
      expect(await bundle.delete()).toMatchObject({ pid, exitStatus: 137 });
      await eventually("its process is gone", () => !isAlive(pid ?? 0));
    },
  );

  test.runIf(shimUnderTest.kind === "bun")(
    "reads no answer that others could have written, nor half of one",
    async () => {
      const container = await TestContainer.run(driver(), { args: ["true"] });
      await container.wait();
      await container.end();
      const path = join(container.bundle.path, "delete.answer");
      const answer = readFileSync(path);
      const told = await container.bundle.delete();
      for (const spoil of [
        () => {
          writeFileSync(path, answer);
          chmodSync(path, 0o622);
        },
        () => writeFileSync(path, ""),
        () => writeFileSync(path, answer.subarray(0, 10)),
        () => writeFileSync(path, Buffer.alloc(5000, "x")),
        () => mkdirSync(path),
        () => makeFifo(path),
      ]) {
        rmSync(path, { recursive: true, force: true });
        spoil();
        expect(await container.bundle.delete()).toMatchObject({ pid: told.pid, exitStatus: told.exitStatus });
      }
    },
  );

  test.runIf(isOurs)("starts no runtime when there is nothing to remove", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.end();
    const before = runtime.calls().length;
    expect((await container.bundle.delete()).pid).toBe(container.pid);
    expect(runtime.calls()).toHaveLength(before);
  });

  test.runIf(isOurs)("answers for a bundle in which nothing ever happened", async () => {
    const bundle = driver().bundle();
    const result = await bundle.delete();
    expect(result).toMatchObject({ exitStatus: 137, pid: 0xffffffff });
  });

  test.runIf(isOurs)("warns and goes on when the runtime fails", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    runtime.set("delete", { status: 1, error: "no way" });
    await container.bundle.killShim();
    const result = await container.bundle.delete();
    expect(result).toMatchObject({ pid: container.pid, exitStatus: 137 });
    expect(result.stderr).toContain("failed to remove runc container");
    runtime.set("delete");
    await container.bundle.delete();
  });
});
