// `start` as each generation of containerd calls it, byte by byte, and the two task services on one socket.

import { existsSync, mkdirSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Bundle, packOptions } from "../../conformance/driver/shim-driver.ts";
import { containerd as bootstrap } from "../../proto/gen/bootstrap.js";
import { Status } from "../../shim/task/state.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const { BootstrapParams, BootstrapResult, LogLevel } = bootstrap.runtime.bootstrap.v1;
type Params = bootstrap.runtime.bootstrap.v1.BootstrapParams.$Properties;

const v2 = "containerd.task.v2.Task";
const v3 = "containerd.task.v3.Task";
const maxStdinBytes = 10 * 1024 * 1024;

// The daemons from 1.7 on say this one always; the number means nothing.
const driver = useDriver({ environment: { MAX_SHIM_VERSION: "2" } });

function start(bundle: Bundle, stdin?: Uint8Array, flags: readonly string[] = []) {
  const args = [...driver().flags(bundle), ...flags, "start"];
  return driver().run(args, { cwd: bundle.path, ...(stdin ? { stdin } : {}) });
}

/** An Any, which both sides write as field 1 and field 2. */
function any({ typeUrl, value }: { typeUrl: string; value: Uint8Array }): Uint8Array {
  return Buffer.concat([field(1, Buffer.from(typeUrl)), field(2, value)]);
}

function field(number: number, value: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from([(number << 3) | 2, value.length]), value]);
}

function params(bundle: Bundle, more: Params = {}): Uint8Array {
  return BootstrapParams.encode({
    instanceId: bundle.id,
    namespace: driver().namespace,
    containerdVersion: "2.3.4",
    containerdGrpcAddress: driver().containerdAddress,
    containerdTtrpcAddress: driver().events.path,
    containerdBinary: "/usr/bin/containerd",
    ...more,
  }).finish();
}

function bootstrapResult(address: string): Buffer {
  const [version, protocol] = [Buffer.from([0x08, 3]), Buffer.from("ttrpc")];
  return Buffer.concat([version, field(2, Buffer.from(address)), field(3, protocol)]);
}

/** Connects, as the daemon does with what it was told, and tells the shim to leave. */
async function leave(bundle: Bundle, socket = bundle.socket): Promise<void> {
  const pid = bundle.shimPid();
  const client = await driver().connect(`unix://${socket}`);
  await driver().shutdown(client, bundle);
  await eventually("the shim has gone", () => pid === undefined || !isAlive(pid));
  expect(existsSync(socket)).toBe(false);
}

// What the Go shim answers depends on its generation.
describe.runIf(isOurs)("start", () => {
  test.each([
    ["1.6", [], undefined],
    ["1.6 with options", [], packOptions({ systemdCgroup: true })],
    ["1.7 and 2.0 to 2.2 with debug", ["-debug"], undefined],
    ["1.7 and 2.0 to 2.2 with options", [], packOptions({ binaryName: "runc" })],
    [
      "any with generic options",
      [],
      { typeUrl: "runtimeoptions.v1.Options", value: field(3, Buffer.from("Root='/x'")) },
    ],
  ])("called by containerd %s prints the address and not a byte more", async (_name, flags, options) => {
    const bundle = driver().bundle();
    const result = await start(bundle, options && any(options), flags);
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout.toString("latin1")).toBe(`unix://${bundle.socket}`);
    await leave(bundle);
  });

  test("called by containerd 2.3 prints a BootstrapResult and not a byte more", async () => {
    const bundle = driver().bundle();
    const extensions = [{ value: packOptions({ systemdCgroup: true }) }];
    const result = await start(bundle, params(bundle, { extensions }));
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toEqual(bootstrapResult(`unix://${bundle.socket}`));
    await leave(bundle);
  });

  test("serves containerd 2.3 with what it was told: a whole life, from its checks of the answer to the delete action", async () => {
    const bundle = driver().bundle();
    const { id } = bundle;
    const { stdout } = await start(bundle, params(bundle));
    // The daemon's checks: no JSON, no bare address, no white space at the ends (2.3.0 to 2.3.3 take it away), a version and a
    // protocol that it knows, an address with its scheme.
    expect(stdout.toString("latin1")).not.toMatch(/^\s|\s$|^\{|^unix:/);
    const { version, protocol, address } = BootstrapResult.decode(stdout);
    expect({ version, protocol }).toEqual({ version: 3, protocol: "ttrpc" });
    expect(address).toMatch(/^unix:\/\/\//);
    const client = await driver().connect(address, { service: v3 });
    await client.call("Create", bundle.createRequest());
    const { taskPid, shimPid } = await client.call("Connect", { id });
    expect(shimPid).toBe(bundle.shimPid());
    expect((await client.call("Start", { id })).pid).toBe(taskPid);
    await client.call("Kill", { id, signal: 9, all: true });
    expect((await client.call("Wait", { id })).exitStatus).toBe(137);
    expect((await client.call("Delete", { id })).pid).toBe(taskPid);
    await driver().shutdown(client, bundle);
    expect(await bundle.delete()).toMatchObject({ pid: taskPid, exitStatus: 137, stderr: "" });
    expect(await driver().events.waitFor(id, 4)).toEqual(["create", "start", "exit", "delete"]);
  });

  // HEAD's own shim refuses them; daemons up to 2.2 send options in this place.
  test.each([
    ["another id", { instanceId: "other" }],
    ["another namespace", { namespace: "other" }],
  ])("does not answer parameters for %s in their dialect", async (_name, more) => {
    const bundle = driver().bundle();
    const { exitCode, stdout, stderr } = await start(bundle, params(bundle, more));
    expect(stdout.toString("latin1")).not.toContain("ttrpc");
    if (exitCode === 0) await leave(bundle);
    else expect(stderr).not.toBe("");
    if (exitCode !== 0) expect(existsSync(bundle.socket)).toBe(false);
  });

  test("called by containerd 2.3 listens where it is told, with a link to there in the bundle", async () => {
    const bundle = driver().bundle();
    const socketDir = join(driver().directory, "sockets");
    mkdirSync(socketDir, { recursive: true });
    const socket = join(socketDir, basename(bundle.socket));
    const result = await start(bundle, params(bundle, { socketDir }));
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout).toEqual(bootstrapResult(`unix://${socket}`));
    expect(readlinkSync(join(bundle.path, "s"))).toBe(socketDir);
    await leave(bundle, socket);
  });

  test.each([
    [LogLevel.LOG_LEVEL_DEBUG, true],
    [LogLevel.LOG_LEVEL_INFO, false],
  ])("called by containerd 2.3 with log level %i: debug lines are logged: %s", async (logLevel, debug) => {
    const bundle = driver().bundle();
    await start(bundle, params(bundle, { logLevel }));
    await leave(bundle);
    expect(bundle.logText().includes("level=debug")).toBe(debug);
  });

  test("lets a new daemon join the shim of an old one, each in its dialect", async () => {
    const bundle = driver().bundle();
    const old = await start(bundle);
    const pid = bundle.shimPid();
    const recent = await start(bundle, params(bundle));
    expect(old.stdout.toString()).toBe(`unix://${bundle.socket}`);
    expect(recent.stdout).toEqual(bootstrapResult(`unix://${bundle.socket}`));
    expect(bundle.shimPid()).toBe(pid);
    await leave(bundle);
  });

  test.each([
    ["garbage", Buffer.from("garbage\n"), /: failed to decode stdin: /],
    ["more than 10 MiB", Buffer.alloc(maxStdinBytes + 1), /: stdin is longer than 10485760 bytes$/],
    ["10 MiB of nothing", Buffer.alloc(maxStdinBytes), /: failed to decode stdin: /],
  ])("refuses %s in one clear line and leaves nothing (KF-036)", async (_name, stdin, message) => {
    const bundle = driver().bundle();
    const result = await start(bundle, stdin);
    expect(result.exitCode).toBe(1);
    expect(result.stdout.length).toBe(0);
    expect(result.stderr).toMatch(message);
    expect(result.stderr).not.toContain("\n");
    expect(bundle.shimPid()).toBeUndefined();
    expect(existsSync(bundle.socket)).toBe(false);
  });
});

// The Go shim serves one of the two.
describe.runIf(isOurs)("one socket", () => {
  test("serves task v2 and v3, which see the same container", async () => {
    const bundle = driver().bundle();
    const { id } = bundle;
    const older = await driver().shim(bundle);
    const newer = await driver().connect(`unix://${bundle.socket}`, { service: v3 });
    await newer.call("Create", bundle.createRequest());
    expect((await older.call("State", { id })).status).toBe(Status.created);
    const { pid } = await older.call("Start", { id });
    const [fromOlder, fromNewer] = [older, newer].map((client) => client.call("Wait", { id }));
    expect((await newer.call("Connect", { id })).taskPid).toBe(pid);
    await newer.call("Kill", { id, signal: 9, all: true });
    expect([(await fromOlder)?.exitStatus, (await fromNewer)?.exitStatus]).toEqual([137, 137]);
    expect((await older.call("Delete", { id })).exitStatus).toBe(137);
    await expect(newer.call("State", { id })).rejects.toMatchObject({ code: 5 });
    await driver().shutdown(newer, bundle);
    await older.closed;
  });

  test("tells a daemon that asks for another version so with code 12, by which it falls back", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const future = await driver().connect(`unix://${bundle.socket}`, { service: "containerd.task.v4.Task" });
    await expect(future.call("Connect", { id: bundle.id })).rejects.toMatchObject({ code: 12 });
    const current = await driver().connect(`unix://${bundle.socket}`, { service: v2 });
    expect((await current.call("Connect", { id: bundle.id })).shimPid).toBe(bundle.shimPid());
    await driver().shutdown(client, bundle);
  });

  // containerd 2 creates a pod's members without start, and neither shuts down nor runs delete for them (version 3).
  test.each(["before", "after"])("takes a member without start, which is deleted %s its sandbox", async (order) => {
    const sandbox = driver().bundle();
    const member = driver().bundle();
    const answer = BootstrapResult.decode((await start(sandbox, params(sandbox))).stdout);
    const forSandbox = await driver().connect(answer.address, { service: v3 });
    const forMember = await driver().connect(answer.address, { service: v3 });
    for (const [client, bundle] of [
      [forSandbox, sandbox],
      [forMember, member],
    ] as const) {
      await client.call("Create", bundle.createRequest());
      await client.call("Start", { id: bundle.id });
      // Its command line has the first container's id; no process was started for the second.
      expect((await client.call("Connect", { id: bundle.id })).shimPid).toBe(sandbox.shimPid());
    }
    expect(existsSync(join(member.path, "address"))).toBe(false);
    const end = async (client: typeof forMember, { id }: Bundle) => {
      await client.call("Kill", { id, signal: 9 });
      await client.call("Wait", { id });
      await client.call("Delete", { id });
    };
    if (order === "before") {
      await end(forMember, member);
      forMember.close();
      expect((await forSandbox.call("State", { id: sandbox.id })).status).toBe(Status.running);
      await end(forSandbox, sandbox);
      await driver().shutdown(forSandbox, sandbox);
      return;
    }
    await end(forSandbox, sandbox);
    // The only one there will be: refused now, obeyed when the last container has gone.
    await forSandbox.call("Shutdown", { id: sandbox.id });
    forSandbox.close();
    expect((await forMember.call("State", { id: member.id })).status).toBe(Status.running);
    await end(forMember, member);
    await forMember.closed;
    expect(existsSync(sandbox.socket)).toBe(false);
  });

  test("leaves nothing of a member without start when it is killed, by delete in the member's own bundle", async () => {
    const sandbox = driver().bundle();
    const member = driver().bundle();
    const answer = BootstrapResult.decode((await start(sandbox, params(sandbox))).stdout);
    const client = await driver().connect(answer.address, { service: v3 });
    for (const bundle of [sandbox, member]) {
      await client.call("Create", bundle.createRequest());
      await client.call("Start", { id: bundle.id });
    }
    await sandbox.killShim();
    // A daemon that was restarted in between runs it for members too.
    expect((await member.delete()).exitStatus).toBe(137);
    expect((await sandbox.delete()).exitStatus).toBe(137);
  });
});
