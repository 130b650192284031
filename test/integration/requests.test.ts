// What a request carries reaches the runtime as it came, or is refused before anything is made of it.

import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, renameSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import { containerd } from "../../proto/gen/task.js";
import { Code } from "../../ttrpc/status.ts";
import { describeRuntimes } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { requestFrame } from "../fixtures/raw-ttrpc.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive } from "../helpers/processes.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";

const processUrl = "types.containerd.io/opencontainers/runtime-spec/1/Process";
const resourcesUrl = "types.containerd.io/opencontainers/runtime-spec/1/LinuxResources";
const json = (text: string | Buffer, typeUrl = processUrl) => ({ typeUrl, value: Buffer.from(text) });

/** Adds an exec of this process object and starts it. */
async function exec({ client, id }: TestContainer, execId: string, process: string | Buffer): Promise<number> {
  await client.call("Exec", { id, execId, spec: json(process) });
  return (await client.call("Start", { id, execId })).pid;
}

/** More than the engine's numbers can tell apart, in a process that both runtimes run. */
const largest = "18446744073709551615";
const processWith = (more: string) =>
  `{"args":["sleep","1000"],"cwd":"/","env":["PATH=/bin"],"user":{"uid":0,"gid":0},"noNewPrivileges":true${more}}`;

describeRuntimes("an exec's process object", ({ driver, options: runc }) => {
  test("may have an unlimited core size", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const rlimits = `,"rlimits":[{"type":"RLIMIT_CORE","hard":${largest},"soft":9007199254740993}]`;
    const pid = await exec(container, "e", processWith(rlimits));
    await eventually("its program", () => readFileSync(`/proc/${pid}/cmdline`, "latin1").startsWith("sleep"));
    const line = /^Max core file size +(\d+|unlimited) +(\S+)/m.exec(readFileSync(`/proc/${pid}/limits`, "utf8"));
    expect(line?.slice(1)).toEqual(["9007199254740993", "unlimited"]);
    await container.end();
  });

  const wrong = [
    ["", "end of JSON"],
    ["{", "end of JSON"],
    ['{"args":["true"]}x', "invalid character"],
    ['{"args":[1,2]}', "args[0] is a number"],
    ['{"args":["true"],"user":{"uid":"5"}}', "user.uid is a string"],
    ['{"args":["true"],"user":{"uid":4294967296}}', "4294967296"],
    ['{"args":["true"],"oomScoreAdj":1.5}', "1.5"],
    ["[]", "not an object"],
  ] as const;
  test.each(wrong)("%s is refused at Exec, and nobody is told of it", async (text, message) => {
    const container = await TestContainer.run(driver(), { runc });
    const { client, id } = container;
    const refused = await failure(client.call("Exec", { id, execId: "e", spec: json(text) }));
    if (isOurs) {
      expect(refused.code).toBe(Code.invalidArgument);
      expect(refused.message).toContain(message);
    }
    expect((await failure(client.call("State", { id, execId: "e" }))).code).toBe(Code.notFound);
    await container.end();
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });
});

describe("an exec's process object", () => {
  const driver = useDriver();

  test.runIf(isOurs)("reaches the runtime byte by byte, but for terminal", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const text = processWith(`,"rlimits":[{"type":"X","hard":${largest}}],"new":[1e999,0.10,"\xe9"],"Terminal": true `);
    await exec(container, "e", Buffer.from(text, "latin1"));
    expect(runtime.process.toString("latin1")).toBe(text.replace('"Terminal": true', '"terminal": false'));
    await container.end();
  });

  test("nested 40,000 deep is refused, and costs the shim nothing", async () => {
    const container = await TestContainer.run(driver());
    const { client, id, bundle } = container;
    const nested = `{"args":["true"],"new":${"[".repeat(40_000)}${"]".repeat(40_000)}}`;
    const before = residentKiB(bundle.shimPid());
    for (let n = 0; n < 20; n += 1) {
      const { message } = await failure(client.call("Exec", { id, execId: `e${n}`, spec: json(nested) }));
      expect(message).toMatch(/nested too deeply|exceeded max depth/);
    }
    expect(residentKiB(bundle.shimPid()) - before).toBeLessThan(30 * 1024);
    await container.end();
  });

  test("of an exec that is called init does not touch init's pid file", async () => {
    const container = await TestContainer.run(driver());
    const pidFile = join(container.bundle.path, "init.pid");
    const pid = readFileSync(pidFile, "utf8");
    if (!isOurs) return container.end();
    await exec(container, "init", processWith(""));
    await container.kill(9, { execId: "init" });
    await container.wait("init");
    await container.client.call("Delete", { id: container.id, execId: "init" });
    expect(readFileSync(pidFile, "utf8")).toBe(pid);
    await container.end();
  });
});

describeRuntimes("resources for Update", ({ driver, options: runc }) => {
  test.each([
    '{"cpu":{"shares":-1}}',
    '{"memory":{"limit":"64"}}',
    '{"pids":{"limit":1.5}}',
    '{"unified":{"memory.max":1}}',
    '{"cpu":[]}',
    "",
    "[]",
    '{"cpu":{"shares":512}',
  ])("%s is refused", async (text) => {
    const container = await TestContainer.run(driver(), { runc });
    const call = container.client.call("Update", { id: container.id, resources: json(text, resourcesUrl) });
    const { code } = await failure(call);
    if (isOurs) expect(code).toBe(Code.invalidArgument);
    await container.end();
  });

  test("in another case are taken for what they mean, as by Go", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const resources = json('{"CPU":{"Shares":512}}', resourcesUrl);
    await container.client.call("Update", { id: container.id, resources });
    const [, path] = /^\d+:[^:]*\bcpu\b[^:]*:(.*)$/m.exec(readFileSync(`/proc/${container.pid}/cgroup`, "utf8")) ?? [];
    if (path !== undefined) expect(readFileSync(`/sys/fs/cgroup/cpu${path}/cpu.shares`, "utf8").trim()).toBe("512");
    await container.end();
  });
});

describe("names and paths", () => {
  const driver = useDriver();
  const refusals: readonly [string, Omit<containerd.task.v2.CreateTaskRequest.$Properties, "options">][] = [
    ["an empty id", { id: "" }],
    ["an id with a slash", { id: "../x" }],
    ["an id of dots", { id: ".." }],
    ["an id with NUL", { id: "a\0b" }],
    ["an empty bundle", { bundle: "" }],
    ["an empty id and an empty bundle", { id: "", bundle: "" }],
    ["a relative bundle", { bundle: "." }],
    ["a bundle that is not there", { bundle: "/does/not/exist" }],
    ["a bundle that is a file", { bundle: "/etc/passwd" }],
    ["a bundle with NUL", { bundle: "/\0" }],
    ["stdin with NUL", { stdin: "/a\0b" }],
    ["stdout with NUL", { stdout: "/a\0b" }],
    ["stderr with NUL", { stderr: "/a\0b", stdout: "/dev/null" }],
    ["an encoded NUL in a file", { stdout: "file:///tmp/a%00b" }],
    ["an encoded NUL for a logging binary", { stdout: "binary:///bin/true?a=b%00c" }],
    ["a mount with NUL", { rootfs: [{ type: "bind", source: "/tmp\0", options: ["bind"] }] }],
    ["a mount option with NUL", { rootfs: [{ type: "bind", source: "/tmp", options: ["bind\0"] }] }],
    ["a checkpoint with NUL", { checkpoint: "/a\0b" }],
  ];
  test.runIf(isOurs).each(refusals)("%s is an invalid argument, and nothing is written", async (_name, more) => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const places = [bundle.path, "/", "/tmp"];
    const before = places.map((path) => readdirSync(path));
    const { code } = await failure(client.call("Create", { ...bundle.createRequest(), ...more }));
    expect(code).toBe(Code.invalidArgument);
    const ours = (names: string[]) => names.filter((name) => /options.json|runtime$|log.json|^a(\0b)?$/.test(name));
    expect(places.map((path) => ours(readdirSync(path)))).toEqual(before.map(ours));
    expect((await failure(client.call("State", { id: more.id ?? bundle.id }))).code).toBe(Code.notFound);
    await driver().shutdown(client, bundle);
  });

  test.runIf(isOurs)("of options with NUL are invalid arguments", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    for (const options of [{ root: "/a\0b" }, { binaryName: "runc\0" }, { criuWorkPath: "\0" }]) {
      expect((await failure(client.call("Create", bundle.createRequest(options)))).code).toBe(Code.invalidArgument);
    }
    expect(existsSync(join(bundle.path, "options.json"))).toBe(false);
    await driver().shutdown(client, bundle);
  });

  test.runIf(isOurs).each(["", "../e", "a/b", "..", "a\0b"])("%j is no exec id", async (execId) => {
    const container = await TestContainer.run(driver());
    const { client, id } = container;
    const { code } = await failure(client.call("Exec", { id, execId, spec: json(processWith("")) }));
    expect(code).toBe(Code.invalidArgument);
    await container.end();
  });

  test.runIf(isOurs).each(["", "..", "a/b"])("%j is no id for the delete action", async (id) => {
    const bundle = driver().bundle();
    const args = driver()
      .flags(bundle)
      .map((word) => (word === bundle.id ? id : word));
    const { exitCode, stderr } = await driver().run([...args, "delete"], { cwd: bundle.path });
    expect([exitCode, stderr]).toEqual([1, expect.stringContaining(JSON.stringify(id))]);
  });

  test("a file:// path and a logging binary's arguments are bytes", async () => {
    const program = new LoggingBinary(driver(), `cp /proc/$$/cmdline $d/words; ${ready}; cat <&3 >/dev/null`);
    const first = driver().bundle({ args: ["true"] });
    const firstClient = await driver().shim(first);
    const uri = program.uri("binary", "?k=%E9%FF");
    await firstClient.call("Create", { ...first.createRequest(), stdout: uri, stderr: uri });
    expect((program.file("words") ?? "").split("\0").slice(-3)).toEqual(["k", "\xe9\xff", ""]);
    await firstClient.call("Start", { id: first.id });
    await firstClient.call("Wait", { id: first.id });
    await driver().end(firstClient, first);

    const second = driver().bundle({ args: ["sh", "-c", "echo old; echo hello"] });
    const client = await driver().shim(second);
    const file = `${driver().directory}/fifo/d%E9/f%FF`;
    const query = isOurs ? "?max-size=3" : "";
    await client.call("Create", {
      ...second.createRequest(),
      stdout: `file://${file}${query}`,
      stderr: `file://${file}${query}`,
    });
    await client.call("Start", { id: second.id });
    await client.call("Wait", { id: second.id });
    await driver().end(client, second);
    const bytes = Buffer.from(file.replace("%E9", "\xe9").replace("%FF", "\xff"), "latin1");
    expect(readFileSync(bytes, "utf8")).toBe(isOurs ? "hello\n" : "old\nhello\n");
    if (isOurs) expect(readFileSync(Buffer.concat([bytes, Buffer.from(".1")]), "utf8")).toBe("old\n");
  });
});

describe("the environment", () => {
  // What no shell or JavaScript string can hold.
  const odd = "ODD=$(printf 'a\\351\\377b') NOTIFY_SOCKET=/x LISTEN_FDS=1";
  const commands = new CommandDirectory()
    .script("shim", `export ${odd}; exec '${shimUnderTest.executable}' "$@"`)
    .script("mount.fuse3", "cat /proc/$$/environ >$0.environ; exit 1");
  afterAll(() => commands.remove());
  const driver = useDriver(() => ({
    executable: join(commands.path, "shim"),
    path: [commands.path, ...shimUnderTest.path],
  }));
  const variables = (file: string) => readFileSync(file, "latin1").split("\0");

  test("of the runtime has the bytes of the daemon's, and its exits, signals and output are known", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client, id } = container;
    const given = variables(`/proc/${container.pid}/environ`);
    expect(given).toContain("ODD=a\xe9\xffb");
    expect(given.filter((line) => line.startsWith("NOTIFY_SOCKET="))).toEqual([]);
    if (isOurs) expect(given.filter((line) => /^(LISTEN_|BUN_)/.test(line))).toEqual([]);
    runtime.set("pause", { status: 7, error: "not today" });
    expect((await failure(client.call("Pause", { id }))).message).toContain("not today");
    runtime.set("resume", { hang: true });
    runtime.set("pause");
    await client.call("Pause", { id });
    const { code } = await failure(client.call("Resume", { id }, { timeoutMs: 500 }));
    expect(code).toBe(Code.deadlineExceeded);
    runtime.set("resume");
    await client.call("Resume", { id });
    expect(await container.pids()).toContain(container.pid);
    await client.call("Update", { id, resources: json("{}", resourcesUrl) });
    expect(runtime.update.toString().trim()).toBe("{}");
    await container.end();
  });

  test("of a container with runc and stdio is none of it, and its output arrives", async () => {
    const container = await TestContainer.run(driver(), { args: ["sh", "-c", "env; echo end"] });
    await expect.poll(() => container.stdout.text).toContain("end\n");
    expect(container.stdout.text).not.toContain("ODD");
    expect(await container.wait()).toBe(0);
    await container.end();
  });

  test("of the delete action is bytes as well", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.bundle.killShim();
    const { exitStatus, stderr } = await container.bundle.delete();
    expect([exitStatus, isOurs ? stderr : ""]).toEqual([137, ""]);
    expect(runtime.calls("delete").length).toBeGreaterThan(0);
  });

  test("of a FUSE file system has no NOTIFY_SOCKET", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const rootfs = [{ type: "fuse3.sshfs", source: "a:", options: [] }];
    const call = client.call("Create", { ...bundle.createRequest(), rootfs });
    expect((await failure(call)).message).toContain("mount");
    const given = variables(join(commands.path, "mount.fuse3.environ"));
    expect(given).toContain("ODD=a\xe9\xffb");
    if (isOurs) expect(given.filter((line) => /^(NOTIFY_SOCKET|LISTEN_|BUN_|RUNTS_)/.test(line))).toEqual([]);
    await driver().shutdown(client, bundle);
  });
});

describe("a relative root", () => {
  const driver = useDriver();

  test.runIf(isOurs)("is the bundle's, for the delete action too", async () => {
    const container = await TestContainer.run(driver(), { runc: { root: "rel" } });
    const state = join(container.bundle.path, "rel", driver().namespace, container.id);
    expect(existsSync(state)).toBe(true);
    expect(await exec(container, "e", processWith(""))).toBeGreaterThan(0);
    await container.bundle.killShim();
    await container.bundle.delete();
    await eventually("its process is gone", () => !isAlive(container.pid));
    expect(existsSync(state)).toBe(false);
  });
});

describe("the runtime's directory", () => {
  const driver = useDriver();

  test("is the container's bundle for every command", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client, id, bundle } = container;
    await exec(container, "e", processWith(""));
    await client.call("Pause", { id });
    await client.call("Resume", { id });
    await client.call("Update", { id, resources: json("{}", resourcesUrl) });
    await client.call("Pids", { id });
    const path = join(driver().directory, "image");
    await client.call("Checkpoint", { id, path });
    await container.kill(0);
    await container.end();
    const verbs = ["create", "start", "exec", "pause", "resume", "update", "ps", "checkpoint", "kill", "delete"];
    for (const verb of verbs) expect(runtime.directories).toContain(`${verb} ${bundle.path}`);
    expect(runtime.directories.filter((line) => !line.endsWith(` ${bundle.path}`))).toEqual([]);
  });

  test.runIf(isOurs)("is each container's own in a group, and / when that is gone", async () => {
    const annotations = { "io.containerd.runc.v2.group": driver().newId("group") };
    const runtime = new FakeRuntime(driver());
    const first = await TestContainer.run(driver(), { runc: runtime.options, annotations });
    const second = await TestContainer.run(driver(), { runc: runtime.options, annotations });
    expect(runtime.directories).toEqual(
      [first, second].flatMap(({ bundle }) => ["create", "start"].map((verb) => `${verb} ${bundle.path}`)),
    );
    renameSync(second.bundle.path, `${second.bundle.path}.away`);
    await second.kill(0);
    expect(runtime.directories.at(-1)).toBe("kill /");
    renameSync(`${second.bundle.path}.away`, second.bundle.path);
    const { id, client } = second;
    await second.kill(9);
    await second.wait();
    await client.call("Delete", { id });
    await first.end();
  });

  test.runIf(isOurs)("is the bundle in the delete action", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.bundle.killShim();
    await container.bundle.delete();
    expect(runtime.directories.at(-1)).toBe(`delete ${container.bundle.path}`);
  });
});

describe("the runtime's log", () => {
  const driver = useDriver();

  // Word 4 is the log.
  const runc = (script: string) => new CommandDirectory().script("runc", `${script}; PATH=\${PATH#*:} exec runc "$@"`);
  const failing = runc(
    `case $* in *" exec "*) sleep 0.3; printf '{"level":"error","msg":"I am %s"}\\n' "$*" >>"$4"; exit 1 ;; esac`,
  );
  const talker = runc(
    `case $* in *" pause "*) head -c 150000000 /dev/zero | tr '\\0' x >>"$4"; printf '\\n{"level":"error","msg":"the end"}\\n' >>"$4"; exit 1 ;; esac`,
  );
  afterAll(() => {
    failing.remove();
    talker.remove();
  });

  test.runIf(isOurs)("is each command's own, and gone afterwards", async () => {
    const container = await TestContainer.run(driver(), { runc: { binaryName: join(failing.path, "runc") } });
    const { client, id, bundle } = container;
    const execIds = Array.from({ length: 10 }, (_, n) => `e${n}`);
    for (const execId of execIds) await client.call("Exec", { id, execId, spec: json(processWith("")) });
    const starts = execIds.map((execId) => failure(client.call("Start", { id, execId })));
    for (const [n, { message }] of (await Promise.all(starts)).entries()) {
      expect(message).toMatch(/^OCI runtime exec failed: I am --root /);
      expect(message).toContain(`--pid-file ${bundle.path}/e${n}.pid`);
    }
    expect(readdirSync(bundle.path).filter((name) => name.startsWith("log"))).toEqual(["log"]);
    for (const execId of execIds) await client.call("Delete", { id, execId });
    await container.end();
  });

  test.runIf(isOurs)("is read at its end only", async () => {
    const container = await TestContainer.run(driver(), { runc: { binaryName: join(talker.path, "runc") } });
    const { client, id, bundle } = container;
    const before = residentKiB(bundle.shimPid());
    expect((await failure(client.call("Pause", { id }))).message).toBe("OCI runtime pause failed: the end");
    expect(peakKiB(bundle.shimPid()) - before).toBeLessThan(40 * 1024);
    await container.end();
  });
});

describe("a client of the shim", () => {
  const driver = useDriver();

  /** Milliseconds of the slowest of some State calls. */
  const slowestState = async (container: TestContainer) => {
    const times: number[] = [];
    for (let n = 0; n < 8; n += 1) {
      const before = performance.now();
      await container.state();
      times.push(performance.now() - before);
      await delay(50);
    }
    return Math.max(...times);
  };

  test.runIf(isOurs)("that asks 200,000 times and reads nothing does not keep others waiting", async () => {
    const container = await TestContainer.run(driver());
    const payload = containerd.task.v2.StateRequest.encode({ id: container.id }).finish();
    const ask = (n: number) =>
      requestFrame(2 * n + 1, { service: "containerd.task.v2.Task", method: "State", payload });
    const socket = connect(container.bundle.socket).on("error", () => {});
    await once(socket, "connect");
    socket.pause();
    socket.write(Buffer.concat(Array.from({ length: 200_000 }, (_, n) => ask(n))));
    expect(await slowestState(container)).toBeLessThan(200);
    socket.destroy();
    expect(await slowestState(container)).toBeLessThan(200);
    await container.end();
  });
});

function residentKiB(pid: number | undefined): number {
  return statusField(pid, "VmRSS");
}

function peakKiB(pid: number | undefined): number {
  return statusField(pid, "VmHWM");
}

function statusField(pid: number | undefined, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
}
