// Runtime options, as they reach the runtime and the container.

import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { packOptions } from "../../conformance/driver/shim-driver.ts";
import { runtimeoptions } from "../../proto/gen/options.js";
import { Code } from "../../ttrpc/status.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { remove, runDetached } from "../helpers/containers.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

describeRuntimes("options", ({ driver, options: runc, name }) => {
  test("root is where the runtime keeps its state, below the namespace", async () => {
    const root = join(driver().runtimeRoot, "elsewhere");
    const container = await TestContainer.run(driver(), { runc: { ...runc, root } });
    expect(existsSync(join(root, driver().namespace, container.id))).toBe(true);
    await container.end();
    expect(existsSync(join(root, driver().namespace, container.id))).toBe(false);
  });

  test("io_uid and io_gid own the process's stdio, of execs too", async () => {
    const args = ["sh", "-c", "stat -L -c '%u:%g' /dev/stdout; sleep 1000"];
    // runc gives stdio to the container's user afterwards; a FIFO keeps its owner where that is root.
    const container = await TestContainer.run(driver(), { runc: { ...runc, ioUid: 1234, ioGid: 2345 }, args });
    await expect.poll(() => container.stdout.text).toMatch(/^\d+:\d+\n/);
    if (name === "crun") expect(container.stdout.text).toMatch(/^(1234:2345|0:0)\n/);
    else expect(container.stdout.text).toMatch(/^(0|1234):2345\n/);
    await container.end();
  });

  test("no_pivot_root and no_new_keyring are accepted", async () => {
    const container = await TestContainer.run(driver(), { runc: { ...runc, noPivotRoot: true, noNewKeyring: true } });
    expect((await container.state()).status).toBe(2);
    await container.end();
  });
});

describe("options", () => {
  const driver = useDriver();

  test("reach the runtime's command line", async () => {
    const runtime = new FakeRuntime(driver());
    const more = { noPivotRoot: true, noNewKeyring: true, systemdCgroup: true };
    const container = await TestContainer.run(driver(), { runc: { ...runtime.options, ...more } });
    const [create = ""] = runtime.calls("create");
    const { id, path } = container.bundle;
    expect(create).toBe(
      `--root ${runtime.options.root}/${driver().namespace} --log ${path}/log.json --log-format json --systemd-cgroup ` +
        `create --bundle ${path} --pid-file ${path}/init.pid --no-pivot --no-new-keyring ${id}`,
    );
    await container.end();
  });

  test("that are absent run runc from the PATH, in its default root", async () => {
    const container = driver().bundle();
    const client = await driver().shim(container);
    await client.call("Create", { id: container.id, bundle: container.path });
    const state = join("/run/containerd/runc", driver().namespace);
    expect(existsSync(join(state, container.id))).toBe(true);
    await client.call("Delete", { id: container.id });
    await driver().shutdown(client, container);
    rmdirSync(state);
  });

  const wrong = [
    ["an unknown type", { typeUrl: "some.other.Options", value: Buffer.from([8, 1]) }],
    ["checkpoint options", { typeUrl: "containerd.runc.v1.CheckpointOptions", value: Buffer.from([8, 1]) }],
    ["bytes that are no message", { typeUrl: "containerd.runc.v1.Options", value: Buffer.from([0x3a, 0xff]) }],
    ["a value without a type", { typeUrl: "", value: Buffer.from([8, 1]) }],
  ] as const;
  test.runIf(isOurs).each(wrong)("of a wrong kind fail Create and nothing else: %s", async (_name, options) => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const request = { id: bundle.id, bundle: bundle.path, options };
    expect((await failure(client.call("Create", request))).code).toBe(Code.invalidArgument);
    await client.call("Create", bundle.createRequest());
    await client.call("Delete", { id: bundle.id });
    await driver().shutdown(client, bundle);
  });

  test.runIf(isOurs)("may be generic ones, with the text or a file", async () => {
    const runtime = new FakeRuntime(driver());
    const text = `BinaryName = "${runtime.options.binaryName}"\nRoot = "${runtime.options.root}"\nNoPivotRoot = true\n`;
    const file = join(driver().directory, "runtime.toml");
    writeFileSync(file, text);
    for (const message of [{ configBody: Buffer.from(text) }, { configPath: file }]) {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      const value = runtimeoptions.v1.Options.encode(message).finish();
      const options = { typeUrl: "runtimeoptions.v1.Options", value };
      await client.call("Create", { id: bundle.id, bundle: bundle.path, options });
      expect(runtime.calls("create").at(-1)).toContain(" --no-pivot ");
      await client.call("Delete", { id: bundle.id });
      await driver().shutdown(client, bundle);
    }
  });

  test.runIf(isOurs).each([
    ["", /^\//],
    ['Stdio = "pipes"\n', /^pipe:/],
  ])("may say what init's output is: %j", async (text, want) => {
    const bundle = driver().bundle({ args: ["readlink", "/proc/self/fd/1"] });
    const stdout = bundle.output();
    const client = await driver().shim(bundle);
    const body = `Root = "${driver().runtimeRoot}"\n${text}`;
    const value = runtimeoptions.v1.Options.encode({ configBody: Buffer.from(body) }).finish();
    const options = { typeUrl: "runtimeoptions.v1.Options", value };
    const { id, path } = bundle;
    await client.call("Create", { id, bundle: path, stdout: stdout.path, stderr: stdout.path, options });
    await client.call("Start", { id });
    expect(await stdout.toEnd()).toMatch(want);
    await client.call("Wait", { id });
    await client.call("Delete", { id });
    await driver().shutdown(client, bundle);
  });

  test("name a runtime that is not there: an error with its name, and nothing is left", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const { message } = await failure(client.call("Create", bundle.createRequest({ binaryName: "no-runc" })));
    expect(message).toContain("no-runc");
    await driver().shutdown(client, bundle);
  });

  // The Go shim of 1.6 stays in the way of the clean-up.
  test.runIf(isOurs)("name a cgroup for the shim", async () => {
    const shimCgroup = `/${driver().namespace}-shims`;
    const directory = join("/sys/fs/cgroup/pids", shimCgroup);
    mkdirSync(directory);
    try {
      const bundle = driver().bundle();
      const stdin = anyOf(packOptions({ shimCgroup }));
      const result = await driver().run([...driver().flags(bundle), "start"], { cwd: bundle.path, stdin });
      expect(result.exitCode).toBe(0);
      expect(readFileSync(join(directory, "cgroup.procs"), "utf8").trim()).toBe(String(bundle.shimPid()));
      const client = await driver().connect(result.stdout.toString());
      await driver().shutdown(client, bundle);
      await expect.poll(() => readFileSync(join(directory, "cgroup.procs"), "utf8")).toBe("");
    } finally {
      rmdirSync(directory);
    }
  });

  test("are kept in the bundle, for root alone", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const file = join(container.bundle.path, "options.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ root: runtime.options.root });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await container.end();
  });
});

describe.runIf(isOurs)("ctr run --runtime-config-path", () => {
  const commands = new CommandDirectory();
  afterAll(() => commands.remove());
  const containerd = useContainerd({ shim: shimUnderTest });

  test("names a TOML file with runc's options", async () => {
    const root = join(containerd().directory, "other-root");
    const file = join(commands.path, "runtime.toml");
    writeFileSync(file, `Root = "${root}"\n`);
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags: ["--runtime-config-path", file] });
    expect(existsSync(join(root, containerd().namespace, id))).toBe(true);
    await remove(containerd(), id);
  });
});

/** google.protobuf.Any; both lengths are below 128. */
function anyOf({ typeUrl, value }: { typeUrl: string; value: Uint8Array }): Buffer {
  const url = Buffer.from(typeUrl);
  return Buffer.concat([Buffer.from([0x0a, url.length]), url, Buffer.from([0x12, value.length]), value]);
}
