// Checkpoint and restore with CRIU.

import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { NamespaceMode, TestPod } from "../../conformance/driver/sandbox-client.ts";
import { containerd as optionTypes } from "../../proto/gen/options.js";
import { Code } from "../../ttrpc/status.ts";
import { useDriver } from "../driver/use-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { remove, runDetached, waitForStatus } from "../helpers/containers.ts";
import { criuDirectory } from "../helpers/criu.ts";
import { isOurs, type Shim, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const { CheckpointOptions } = optionTypes.runc.v1;

const status = { created: 1, running: 2, stopped: 3, paused: 4 };

const options = (value: optionTypes.runc.v1.CheckpointOptions.$Properties) => ({
  typeUrl: "containerd.runc.v1.CheckpointOptions",
  value: CheckpointOptions.encode(value).finish(),
});

// Counts in memory: a restored one goes on where it was.
const counter = ["sh", "-c", "i=0; while :; do i=$((i+1)); echo $i; sleep 0.05; done"];

let criu = "";
beforeAll(async () => {
  criu = await criuDirectory();
}, 260_000);

describe("with criu and runc", () => {
  const driver = useDriver(() => ({ path: [criu] }));
  const image = () => {
    const path = join(driver().directory, driver().newId("image"));
    mkdirSync(path);
    return path;
  };
  const last = (text: string) => Number(text.trimEnd().split("\n").at(-1));

  if (isOurs) {
    test("a container of a pod without a pause container goes on in its pod", async () => {
      // As CNI leaves it.
      const network = spawn("unshare", ["--net", "sh", "-c", "ip link set lo up; exec sleep 1000"]);
      try {
        await expect.poll(() => readFileSync(`/proc/${network.pid}/cmdline`, "utf8")).toMatch(/^sleep/);
        const namespaceOptions = { pid: NamespaceMode.CONTAINER };
        const config = { hostname: "pod", linux: { securityContext: { namespaceOptions } } };
        const pod = await TestPod.run(driver(), config, `/proc/${network.pid}/ns/net`);
        const podPid = await pod.pid();
        const tasks = await pod.tasks();
        const create = async (checkpoint?: string) => {
          const bundle = driver().bundle({ args: counter, podPid });
          const [stdout, stderr] = [bundle.output(), bundle.output("stderr")];
          const request = { ...bundle.createRequest(), stdout: stdout.path, stderr: stderr.path };
          await tasks.call("Create", checkpoint === undefined ? request : { ...request, checkpoint });
          const { pid } = await tasks.call("Start", { id: bundle.id });
          return { id: bundle.id, stdout, pid };
        };
        const first = await create();
        await expect.poll(() => last(first.stdout.text)).toBeGreaterThan(3);
        const path = image();
        await tasks.call("Checkpoint", { id: first.id, path, options: options({ exit: true }) });
        await tasks.call("Wait", { id: first.id });
        await tasks.call("Delete", { id: first.id });
        const reached = last(first.stdout.text);
        const second = await create(path);
        await expect.poll(() => last(second.stdout.text)).toBeGreaterThan(reached);
        for (const kind of ["net", "ipc", "uts"]) {
          expect(readlinkSync(`/proc/${second.pid}/ns/${kind}`)).toBe(readlinkSync(`/proc/${podPid}/ns/${kind}`));
        }
        tasks.close();
        await pod.end();
      } finally {
        network.kill("SIGKILL");
      }
    });
  }

  const restore = async (checkpoint: string) => {
    const bundle = driver().bundle({ args: counter });
    const client = await driver().shim(bundle);
    const stdout = bundle.output();
    const stderr = bundle.output("stderr");
    const request = { ...bundle.createRequest(), stdout: stdout.path, stderr: stderr.path, checkpoint };
    expect((await client.call("Create", request)).pid).toBe(0);
    expect((await client.call("State", { id: bundle.id })).status).toBe(status.created);
    return { bundle, client, stdout };
  };

  test("a task goes on elsewhere where it was, and has stats, pids and an exit there", async () => {
    const container = await TestContainer.run(driver(), { args: counter });
    await expect.poll(() => last(container.stdout.text)).toBeGreaterThan(3);
    const path = image();
    await container.client.call("Checkpoint", { id: container.id, path, options: options({ exit: true }) });
    expect(await container.wait()).toBe(137);
    const reached = last(container.stdout.text);
    await container.end();
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);

    const { bundle, client, stdout } = await restore(path);
    const { pid } = await client.call("Start", { id: bundle.id });
    expect(pid).toBeGreaterThan(0);
    await expect.poll(() => last(stdout.text)).toBeGreaterThan(reached);
    expect(Number(stdout.text.split("\n")[0])).toBeGreaterThan(reached - 3);
    expect((await client.call("Pids", { id: bundle.id })).processes.map((process) => process.pid)).toContain(pid);
    if (isOurs) expect((await client.call("Stats", { id: bundle.id })).stats?.typeUrl).toMatch(/Metrics$/);
    await driver().end(client, bundle);
    expect(await driver().events.waitFor(bundle.id, 4)).toEqual(["create", "start", "exit", "delete"]);
    expect(driver().events.of(bundle.id)[1]?.fields.pid).toBe(pid);
  });

  test("a task is left running unless it shall exit", async () => {
    const container = await TestContainer.run(driver(), { args: counter });
    const path = image();
    await container.client.call("Checkpoint", { id: container.id, path });
    expect((await container.state()).status).toBe(status.running);
    expect(existsSync(join(path, "inventory.img"))).toBe(true);
    expect(existsSync(join(container.bundle.path, "work/criu-work"))).toBe(false);
    const reached = last(container.stdout.text);
    await expect.poll(() => last(container.stdout.text)).toBeGreaterThan(reached);
    await container.end();
  });

  test("a paused task can be checkpointed, and is paused afterwards", async () => {
    const container = await TestContainer.run(driver(), { args: counter });
    const { id, client } = container;
    await client.call("Pause", { id });
    await client.call("Checkpoint", { id, path: image() });
    expect((await container.state()).status).toBe(status.paused);
    const reached = container.stdout.text;
    await client.call("State", { id });
    expect(container.stdout.text).toBe(reached);
    await client.call("Resume", { id });
    await expect.poll(() => last(container.stdout.text)).toBeGreaterThan(last(reached));
    await container.end();
  });

  test("a task at a terminal goes on at another one", async () => {
    const path = image();
    const begin = async (checkpoint: string) => {
      const args = ["sh", "-c", "read first; echo got $first; read second; echo then $second; sleep 1000"];
      const bundle = driver().bundle({ terminal: true, args });
      const client = await driver().shim(bundle);
      const stdin = bundle.input();
      const stdout = bundle.output();
      const stdio = { terminal: true, stdin: stdin.path, stdout: stdout.path };
      await client.call("Create", { ...bundle.createRequest(), ...stdio, checkpoint });
      await client.call("Start", { id: bundle.id });
      return { bundle, client, stdin, stdout };
    };
    const first = await begin("");
    first.stdin.write("one\n");
    await expect.poll(() => first.stdout.text).toContain("got one");
    await first.client.call("Checkpoint", { id: first.bundle.id, path, options: options({ exit: true }) });
    await first.client.call("Wait", { id: first.bundle.id });
    await driver().end(first.client, first.bundle);

    const second = await begin(path);
    second.stdin.write("two\n");
    await expect.poll(() => second.stdout.text).toContain("then two");
    expect(second.stdout.text).not.toContain("got");
    await second.client.call("ResizePty", { id: second.bundle.id, width: 100, height: 40 });
    await driver().end(second.client, second.bundle);
  });

  test("the work directory of the caller is used and kept", async () => {
    const container = await TestContainer.run(driver(), { args: counter });
    const workPath = image();
    await container.client.call("Checkpoint", { id: container.id, path: image(), options: options({ workPath }) });
    expect(existsSync(join(workPath, "dump.log"))).toBe(true);
    await container.end();
  });

  test.runIf(isOurs)("without options, containerd's CRI plugin finds criu's log and figures", async () => {
    const container = await TestContainer.run(driver(), { args: counter });
    const { bundle, client, id } = container;
    // As containerd lays it out: work → <root>/io.containerd.runtime.v2.task/<namespace>/<id>.
    const root = join(driver().directory, "root");
    const work = join(root, "io.containerd.runtime.v2.task", driver().namespace, id);
    const kept = join(root, "io.containerd.grpc.v1.cri/containers", id);
    for (const path of [work, kept]) mkdirSync(path, { recursive: true });
    rmSync(join(bundle.path, "work"), { recursive: true });
    symlinkSync(work, join(bundle.path, "work"));
    await client.call("Checkpoint", { id, path: image() });
    expect(readdirSync(kept)).toEqual(expect.arrayContaining(["dump.log", "stats-dump"]));
    // Options say what is wanted, and no such directory is none of CRI's containers.
    rmSync(kept, { recursive: true });
    mkdirSync(kept);
    await client.call("Checkpoint", { id, path: image(), options: options({}) });
    expect(readdirSync(kept)).toEqual([]);
    rmSync(kept, { recursive: true });
    await client.call("Checkpoint", { id, path: image() });
    expect(existsSync(kept)).toBe(false);
    await container.end();
  });

  test("a failure names the copy of criu's log and leaves the task running (KF-139, KF-140)", async () => {
    const container = await TestContainer.run(driver(), { args: counter });
    // The image directory can't be made below a file.
    const path = join(container.bundle.path, "config.json/image");
    const { code, message } = await failure(container.client.call("Checkpoint", { id: container.id, path }));
    expect(code).toBe(Code.unknown);
    const log = join(container.bundle.path, "criu-dump.log");
    expect(message).toMatch(/^runc did not terminate successfully: exit status 1: .* path= /);
    expect(message.endsWith(` path= ${log}`)).toBe(true);
    expect((await container.state()).status).toBe(status.running);
    const reached = last(container.stdout.text);
    await expect.poll(() => last(container.stdout.text)).toBeGreaterThan(reached);
    await container.end();
  });

  test("a failure inside criu keeps its log", async () => {
    // An open connection out of the container is what criu refuses to dump without being told to.
    const args = ["sh", "-c", "nc -l -p 0 & while :; do sleep 0.1; done"];
    const container = await TestContainer.run(driver(), { args });
    const { client, id } = container;
    const result = await client
      .call("Checkpoint", { id, path: image(), options: options({ emptyNamespaces: ["nope"] }) })
      .then(
        () => undefined,
        (error: Error) => error,
      );
    if (result !== undefined) expect(result.message).toContain("criu-dump.log");
    expect((await container.state()).status).toBe(status.running);
    await container.end();
  });

  test("a task created from a checkpoint has defined answers before Start, and can be deleted (KF-141)", async () => {
    const path = image();
    const { bundle, client } = await restore(path);
    const { id } = bundle;
    expect((await client.call("Connect", { id })).taskPid).toBe(0);
    if (isOurs) expect((await client.call("Pids", { id })).processes).toEqual([]);
    expect((await failure(client.call("Pause", { id }))).message).toBe("cannot pause task in created state");
    expect((await failure(client.call("Checkpoint", { id, path }))).message).toBe(
      "cannot checkpoint a task in created state",
    );
    expect((await failure(client.call("Kill", { id, signal: 9 }))).code).toBe(Code.notFound);
    expect((await failure(client.call("Stats", { id }))).code).toBe(Code.notFound);
    await client.call("Delete", { id });
    await driver().shutdown(client, bundle);
  });

  test("a restore from nothing fails with a reason, and the task can be deleted", async () => {
    const { bundle, client } = await restore(image());
    const { message } = await failure(client.call("Start", { id: bundle.id }));
    expect(message).toMatch(/^OCI runtime restore failed: /);
    await client.call("Delete", { id: bundle.id });
    await driver().shutdown(client, bundle);
  });

  test("wrong states, options and paths are refused, and the task goes on", async () => {
    const container = await TestContainer.create(driver(), { args: counter });
    const { id, client } = container;
    const checkpoint = (more: object) => failure(client.call("Checkpoint", { id, path: image(), ...more }));
    expect((await checkpoint({})).message).toBe("cannot checkpoint a task in created state");
    await client.call("Start", { id });
    const wrong = { options: { typeUrl: "containerd.runc.v1.Options", value: new Uint8Array(0) } };
    expect(await checkpoint(wrong)).toEqual({
      code: Code.unknown,
      message: `can't unmarshal type "containerd.runc.v1.Options" to output "containerd.runc.v1.CheckpointOptions"`,
    });
    if (isOurs) expect((await checkpoint({ path: "" })).code).toBe(Code.invalidArgument);
    expect((await container.state()).status).toBe(status.running);
    await container.kill(9);
    await container.wait();
    expect((await checkpoint({})).message).toBe("cannot checkpoint a stopped container");
    await container.end();
  });
});

describe.runIf(isOurs)("with a runtime that fails", () => {
  const driver = useDriver();

  test("every option reaches the runtime, criu_path of 1.6 too", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: { ...runtime.options, criuPath: "/opt/criu" } });
    const path = join(driver().directory, "image-all");
    const all = {
      openTcp: true,
      externalUnixSockets: true,
      terminal: true,
      fileLocks: true,
      emptyNamespaces: ["network", "ipc"],
      workPath: join(driver().directory, "work-all"),
      parentPath: "../parent",
    };
    await container.client.call("Checkpoint", { id: container.id, path, options: options(all) });
    const [call = ""] = runtime.calls("checkpoint");
    expect(call.slice(call.indexOf("--criu"))).toBe(
      `--criu /opt/criu checkpoint --image-path ${path} --work-path ${all.workPath} --parent-path ../parent ` +
        "--tcp-established --ext-unix-sk --shell-job --file-locks --empty-ns network --empty-ns ipc --leave-running " +
        container.id,
    );
    await container.end();
  });

  test("the first line of its words and the log's path are the error", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    runtime.set("checkpoint", { status: 1, output: "criu failed: type DUMP errno 0\nmore" });
    const workPath = join(driver().directory, "work-failed");
    mkdirSync(workPath);
    writeFileSync(join(workPath, "dump.log"), "why");
    const call = container.client.call("Checkpoint", { id: container.id, path: "/x", options: options({ workPath }) });
    const copy = join(container.bundle.path, "criu-dump.log");
    expect((await failure(call)).message).toMatch(
      new RegExp(`did not terminate successfully: exit status 1: criu failed: type DUMP errno 0 path= ${copy}$`),
    );
    expect(readFileSync(copy, "utf8")).toBe("why");
    expect((await container.state()).status).toBe(status.running);
    await container.end();
  });
});

describe("ctr", () => {
  const commands = new CommandDirectory();
  afterAll(() => commands.remove());
  // Only under runc's own name does ctr send checkpoint options.
  const shim: Shim = { ...shimUnderTest, runtime: "io.containerd.runc.v2" };
  const containerd = useContainerd(() => {
    if (isOurs) commands.link("containerd-shim-runc-v2", shimUnderTest.executable);
    return { shim, path: [commands.path, criu] };
  });

  // Without a network of its own: criu would want iptables to lock that.
  const flags = ["--null-io", "--net-host"];

  test("checkpoints a task into a directory and leaves it running", async () => {
    const id = await runDetached(containerd(), counter, { flags });
    const path = join(containerd().directory, "image");
    await containerd().ctr.run("tasks", "checkpoint", "--image-path", path, id);
    await waitForStatus(containerd(), id, "RUNNING");
    expect(existsSync(join(path, "inventory.img"))).toBe(true);
    await remove(containerd(), id);
  });

  test("checkpoints a container as an image and restores it into a new one", async () => {
    const id = await runDetached(containerd(), counter, { flags });
    const name = "runts.test/checkpoint:latest";
    await containerd().ctr.run("containers", "checkpoint", "--rw", "--task", "--image", id, name);
    await remove(containerd(), id);
    const copy = containerd().newId();
    await containerd().ctr.run("containers", "restore", "--live", "--rw", copy, name);
    await waitForStatus(containerd(), copy, "RUNNING");
    await remove(containerd(), copy);
    await containerd().ctr.run("images", "rm", name);
    // The daemon unpacks the image there for Create and leaves it.
    for (const file of readdirSync(containerd().temporaryDirectory)) {
      if (file.startsWith("ctrd-checkpoint")) rmSync(join(containerd().temporaryDirectory, file), { recursive: true });
    }
  });
});
