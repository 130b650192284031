// The command line of the shim without a daemon behind it: start, delete, -v, -info, and what is wrong.

import { readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { containerd as bootstrap } from "../../proto/gen/bootstrap.js";
import { containerd as info } from "../../proto/gen/runtime-info.js";
import { containerd as task } from "../../proto/gen/task.js";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, listProcesses } from "../helpers/processes.ts";
import { Bundle, callShim } from "../helpers/shim-process.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const { BootstrapParams, BootstrapResult } = bootstrap.runtime.bootstrap.v1;
const { DeleteResponse } = task.task.v2;
const { RuntimeInfo } = info.types;

const containerd = useContainerd();
const bundles: { bundle: Bundle; group: string }[] = [];

function makeBundle(config: object | string = {}, group?: string): Bundle {
  const text = typeof config === "string" ? config : JSON.stringify(config);
  const bundle = new Bundle(containerd(), { config: text });
  bundles.push({ bundle, group: group ?? bundle.id });
  return bundle;
}

/** Every process that serves this containerd. */
function shimPids(): number[] {
  return listProcesses()
    .filter(({ commandLine, state }) => state !== "Z" && commandLine.includes(containerd().address))
    .map(({ pid }) => pid);
}

afterEach(async () => {
  for (const { bundle, group } of bundles.splice(0)) await bundle.remove({ group });
});

describe("start", () => {
  test("prints the plain address, nothing else, and lets go of its output (KF-133)", async () => {
    const bundle = makeBundle();
    const result = await bundle.start();
    expect(result.stderr).toBe("");
    expect(result.exitCode).toBe(0);
    expect(result.stdout.toString()).toBe(`unix://${containerd().shimSocket(bundle.id)}`);
    expect(result.closedAfterMs).toBeLessThan(500);
  });

  test("leaves the address in the bundle for a restarted containerd", async () => {
    const bundle = makeBundle();
    const { stdout } = await bundle.start();
    expect(readFileSync(join(bundle.path, "address"), "utf8")).toBe(stdout.toString());
  });

  test("leaves a server that takes connections at once", async () => {
    const bundle = makeBundle();
    await bundle.start();
    const socket = connect(containerd().shimSocket(bundle.id));
    await new Promise<void>((resolve, reject) => socket.once("connect", resolve).once("error", reject));
    socket.destroy();
  });

  test("leaves a server in its own process group, in the bundle, easier to kill than its parent", async () => {
    const bundle = makeBundle();
    expect(await bundle.start()).toMatchObject({ exitCode: 0, stderr: "" });
    const pid = bundle.shimPid as number;
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    expect(Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[2])).toBe(pid);
    expect(readlinkSync(`/proc/${pid}/cwd`)).toBe(bundle.path);
    const score = Number(readFileSync("/proc/self/oom_score_adj", "utf8"));
    expect(Number(readFileSync(`/proc/${pid}/oom_score_adj`, "utf8"))).toBe(Math.min(score + 1, 1000));
  });

  test.each([
    ["the group annotation", { "io.containerd.runc.v2.group": "GROUP" }],
    ["the CRI sandbox id", { "io.kubernetes.cri.sandbox-id": "GROUP" }],
    [
      "the group rather than the sandbox",
      { "io.kubernetes.cri.sandbox-id": "other", "io.containerd.runc.v2.group": "GROUP" },
    ],
  ])("shares one shim among containers with %s", async (_name, annotations) => {
    const group = containerd().newId("group");
    const config = JSON.stringify({ annotations }).replaceAll("GROUP", group);
    const first = makeBundle(config, group);
    const second = makeBundle(config, group);
    const answers = [await first.start(), await second.start()].map(({ stdout }) => stdout.toString());
    const address = `unix://${containerd().shimSocket(group)}`;
    expect(answers).toEqual([address, address]);
    // The second one's process leaves when it has answered.
    await eventually("there is one shim", () => shimPids().length === 1);
    expect(shimPids()).toEqual([first.shimPid]);
    expect(readFileSync(join(second.path, "address"), "utf8")).toBe(address);
  });

  test("gives 20 containers that start at once the same shim (KF-144)", async () => {
    const group = containerd().newId("group");
    const config = { annotations: { "io.containerd.runc.v2.group": group } };
    const members = Array.from({ length: 20 }, () => makeBundle(config, group));
    const results = await Promise.all(members.map((member) => member.start()));
    const address = `unix://${containerd().shimSocket(group)}`;
    expect(results.map(({ stdout, stderr }) => stdout.toString() + stderr)).toEqual(members.map(() => address));
    await eventually("there is one shim", () => shimPids().length === 1);
  });

  test("replaces a socket that nobody listens on", async () => {
    const bundle = makeBundle();
    const { stdout } = await bundle.start();
    await bundle.crashShim();
    const again = await bundle.start();
    expect(again).toMatchObject({ exitCode: 0, stderr: "" });
    expect(again.stdout.toString()).toBe(stdout.toString());
    expect(bundle.shimPid).toBeDefined();
  });

  test("ends its server on SIGTERM", async () => {
    const bundle = makeBundle();
    await bundle.start();
    const pid = bundle.shimPid as number;
    await eventually("the server ends", () => {
      // Once is enough, as soon as the server has booted and handles the signal.
      if (isAlive(pid)) killProcess(pid, "SIGTERM");
      return !isAlive(pid);
    });
  });

  // The Go shim of containerd 1.6 knows nothing of 2.3's parameters: it takes them for options.
  test.runIf(isOurs)("answers containerd 2.3's parameters with a BootstrapResult", async () => {
    const bundle = makeBundle();
    const { namespace, address } = containerd();
    const params = BootstrapParams.encode({
      instanceId: bundle.id,
      namespace,
      containerdVersion: "2.3.4",
      containerdGrpcAddress: address,
      containerdTtrpcAddress: `${address}.ttrpc`,
    } as InstanceType<typeof BootstrapParams>).finish();
    const result = await bundle.start(params);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(BootstrapResult.decode(result.stdout)).toMatchObject({
      version: 3,
      address: `unix://${containerd().shimSocket(bundle.id)}`,
      protocol: "ttrpc",
    });
    expect(result.closedAfterMs).toBeLessThan(500);
  });
});

describe("what can't be started", () => {
  const flags = () => ["-namespace", containerd().namespace, "-address", containerd().address];

  test("with SCHED_CORE, on a kernel that knows no core scheduling, says so and leaves nothing", async () => {
    const bundle = makeBundle();
    const args = [...flags(), "-id", bundle.id, "start"];
    const result = await callShim(containerd(), { args, cwd: bundle.path, environment: { SCHED_CORE: "1" } });
    // Where the kernel knows it, the shim is there.
    if (result.exitCode === 0) return;
    expect(result).toMatchObject({ exitCode: 1, stderr: expect.stringMatching(/: enable sched core support: /) });
    expect(shimPids()).toEqual([]);
  });

  test.each([
    ["without a namespace", ["-id", "x", "start"], 1, /: shim namespace cannot be empty$/],
    [
      "with a namespace that names another directory",
      ["-namespace", "a/../b", "-id", "x", "start"],
      1,
      /: namespace validation: identifier "a\/\.\.\/b" must match .*: invalid argument$/,
    ],
    [
      "`delete` with a namespace that is too long",
      ["-namespace", "a".repeat(77), "-id", "x", "delete"],
      1,
      /" greater than maximum length \(76 characters\): invalid argument$/,
    ],
    ["with an unknown flag", ["-nope", "start"], 2, /^flag provided but not defined: -nope\nUsage of /],
  ])("%s, says so", async (_name, args, exitCode, stderr) => {
    const result = await callShim(containerd(), { args, cwd: containerd().directory });
    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).toMatch(stderr);
    expect(shimPids()).toEqual([]);
  });

  test.each([
    ["without config.json", "", /: open config\.json: no such file or directory$/],
    ["with a malformed config.json", '{"annotations": {', /^io\.containerd\.run(c|ts)\.v2: .+$/],
    ["with a config.json of another shape", '{"annotations": 5}', /^io\.containerd\.run(c|ts)\.v2: .+$/],
  ])("%s, says so and leaves nothing", async (_name, config, stderr) => {
    const bundle = makeBundle(config);
    const args = [...flags(), "-id", bundle.id, "start"];
    const result = await callShim(containerd(), { args, cwd: bundle.path });
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toMatch(stderr);
    expect(result.stderr.endsWith("\n")).toBe(false);
    expect(shimPids()).toEqual([]);
  });
});

describe("delete", () => {
  test("answers 137 for a container that never was, as often as it is asked", async () => {
    const bundle = makeBundle();
    // Both are there when `Create` got as far as writing them; the Go shim of 1.6 fails without.
    writeFileSync(join(bundle.path, "runtime"), "");
    writeFileSync(join(bundle.path, "options.json"), "{}");
    for (const _ of [1, 2]) {
      const result = await bundle.delete();
      expect(result.exitCode).toBe(0);
      const answer = DeleteResponse.decode(result.stdout);
      expect(answer.exitStatus).toBe(137);
      // No init.pid: -1 in the unsigned field.
      expect(answer.pid).toBe(4_294_967_295);
    }
  });

  // Since 2.1 the Go shim does the same; that of 1.6 fails on the missing file `runtime`.
  test.runIf(isOurs)("also succeeds in a bundle that no Create has touched", async () => {
    const bundle = makeBundle();
    const result = await bundle.delete();
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(DeleteResponse.decode(result.stdout).exitStatus).toBe(137);
  });
});

describe("asked about itself", () => {
  test("-v prints its name and version", async () => {
    const result = await callShim(containerd(), { args: ["-v"], cwd: containerd().directory });
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout.toString()).toMatch(/^\S*containerd-shim-\S+:\n {2}Version: {2}\S+\n {2}Revision: .*\n/);
    expect(result.stdout.toString()).toMatch(/\n\n$/);
  });

  // The Go shim has this flag since 2.0.
  test.runIf(isOurs)("-info prints a RuntimeInfo with runc's features", async () => {
    const result = await callShim(containerd(), { args: ["-info"], cwd: containerd().directory });
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    const answer = RuntimeInfo.decode(result.stdout);
    expect(answer.name).toMatch(/^io\.containerd\.run(c|ts)\.v2$/);
    expect(answer.version?.version).toMatch(/^\d+\.\d+\.\d+/);
  });
});
