// Failures that the field has paid for (KF numbers), played with a runtime and a daemon that misbehave on demand.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { Bundle } from "../../conformance/driver/shim-driver.ts";
import { Code } from "../../ttrpc/status.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const driver = useDriver(() => ({
  environment: { NOTIFY_SOCKET: "/run/notify", LISTEN_FDS: "1", LISTEN_PID: "1", KEPT: "yes" },
}));
const stopped = 3;

test.runIf(isOurs)("a container whose bundle is gone is killed and deleted all the same", async () => {
  const container = await TestContainer.run(driver(), {
    args: ["sh", "-c", "trap 'exit 7' TERM; while :; do sleep 0.05; done"],
  });
  await delay(200);
  rmSync(container.bundle.path, { recursive: true });
  await container.kill(15, { all: true });
  expect(await container.wait()).toBe(7);
  await container.end();
});

describe("exits", () => {
  test("of five execs come before init's when all die together (KF-001)", async () => {
    for (let round = 0; round < 5; round += 1) {
      const runtime = new FakeRuntime(driver());
      const container = await TestContainer.run(driver(), { runc: runtime.options });
      const execs = ["a", "b", "c", "d", "e"];
      const pids = [container.pid];
      for (const execId of execs) pids.push(await container.exec(execId));
      // Init somewhere in the middle, another place each time.
      const order = [...pids.slice(1, 1 + round), container.pid, ...pids.slice(1 + round)];
      for (const pid of order) killProcess(pid, "SIGKILL");
      await container.wait();
      await container.end();
      await container.events(2 + 5 * 3 + 2);
      const exits = driver()
        .events.of(container.id)
        .filter(({ topic }) => topic === "/tasks/exit");
      expect(exits).toHaveLength(6);
      expect(exits.at(-1)?.fields.id).toBe(container.id);
    }
  });

  test("of execs are told while init goes on (KF-002)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    for (const execId of ["a", "b", "c"]) killProcess(await container.exec(execId), "SIGKILL");
    await driver().events.waitFor(container.id, 2 + 3 * 3, 1000);
    await container.end();
  });

  test("of an exec that dies at once come after its start (KF-004)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    runtime.set("exec", { die: 7, after: 0.1 });
    expect(await container.exec("quick")).toBeGreaterThan(0);
    expect(await container.wait("quick")).toBe(7);
    expect(await container.events(5)).toEqual(["create", "start", "exec-added", "exec-started", "exit"]);
    await container.end();
  });

  test("of an init that dies in start come after its start (KF-004)", async () => {
    const runtime = new FakeRuntime(driver());
    runtime.set("start", { after: 0.2 });
    const container = await TestContainer.run(driver(), { runc: runtime.options, files: { "init.sh": "exit 4" } });
    expect(await container.wait()).toBe(4);
    await container.end();
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });

  test("of an init that dies in create: Create returns, Start fails, Delete says how (KF-006, KF-022)", async () => {
    const runtime = new FakeRuntime(driver());
    runtime.set("create", { die: 3, after: 0.1 });
    const container = await TestContainer.create(driver(), { runc: runtime.options });
    expect(await container.wait()).toBe(3);
    expect((await container.state()).status).toBe(stopped);
    expect((await failure(container.client.call("Start", { id: container.id }))).message).toBe(
      "cannot start a stopped process",
    );
    expect((await container.client.call("Delete", { id: container.id })).exitStatus).toBe(3);
    expect(await container.events(3)).toEqual(["create", "exit", "delete"]);
    await driver().shutdown(container.client, container.bundle);
  });

  test("of a container that never was do not exist (KF-013)", async () => {
    const runtime = new FakeRuntime(driver());
    runtime.set("create", { status: 1, error: "exec: /nope: no such file or directory" });
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    expect((await failure(client.call("Create", bundle.createRequest(runtime.options)))).message).toBe(
      "OCI runtime create failed: exec: /nope: no such file or directory",
    );
    await driver().shutdown(client, bundle);
    expect(driver().events.of(bundle.id)).toEqual([]);
  });

  // Not 2 and 3: a shell's background processes, such as the fake runtime's containers, ignore them.
  test.each([1, 6, 9, 11, 15])("by signal %i are 128 + n everywhere (KF-018)", async (signal) => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { id, client } = container;
    const status = 128 + signal;
    killProcess(await container.exec("e"), signal);
    expect(await container.wait("e")).toBe(status);
    expect((await client.call("Delete", { id, execId: "e" })).exitStatus).toBe(status);
    killProcess(container.pid, signal);
    expect(await container.wait()).toBe(status);
    expect((await container.state()).exitStatus).toBe(status);
    expect((await client.call("Delete", { id })).exitStatus).toBe(status);
    await container.events(7);
    const exits = driver()
      .events.of(id)
      .filter(({ topic }) => topic === "/tasks/exit");
    expect(exits.map(({ fields }) => fields.exitStatus)).toEqual([status, status]);
    await driver().shutdown(client, container.bundle);
  });

  test("of an exec whose runtime fails: no pid file is a failed Start, and init goes on (KF-020)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    runtime.set("exec", { status: 42, error: "no such binary" });
    expect((await failure(container.exec("e"))).message).toBe("OCI runtime exec failed: no such binary");
    runtime.set("exec", { die: 42 });
    expect(await container.exec("f").then(() => container.wait("f"))).toBe(42);
    await container.client.call("Delete", { id: container.id, execId: "e" });
    await container.end();
  });
});

describe.runIf(isOurs)("events", () => {
  test("reach a daemon that was away, in order and once each (KF-009)", async () => {
    const runtime = new FakeRuntime(driver());
    const first = await TestContainer.run(driver(), { runc: runtime.options });
    await first.events(2);
    await driver().events.leave();
    const bundles = Array.from({ length: 5 }, () => driver().bundle());
    for (const bundle of bundles) {
      await first.client.call("Create", bundle.createRequest(runtime.options));
      await first.client.call("Start", { id: bundle.id });
      await first.client.call("Kill", { id: bundle.id, signal: 9 });
      await first.client.call("Wait", { id: bundle.id });
      await first.client.call("Delete", { id: bundle.id });
    }
    await driver().events.listen();
    for (const { id } of bundles) {
      expect(await driver().events.waitFor(id, 4)).toEqual(["create", "start", "exit", "delete"]);
    }
    await first.end();
    expect(await first.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });

  test("reach a daemon that shuts the shim down before it takes events", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.events(2);
    await driver().events.leave();
    await container.kill(9);
    await container.wait();
    // So long that the outbox pauses for seconds between its attempts.
    await delay(3_500);
    await container.end();
    await driver().events.listen();
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });

  test("keep their order when one is refused at first (KF-010)", async () => {
    const runtime = new FakeRuntime(driver());
    let refusals = 2;
    driver().events.treatment = ({ topic }) => {
      if (topic === "/tasks/start" && refusals-- > 0) throw new Error("not now");
    };
    try {
      const container = await TestContainer.run(driver(), { runc: runtime.options });
      await container.end();
      expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
    } finally {
      driver().events.treatment = () => {};
    }
  });

  test("are not sent again when the daemon's connection breaks after its answer (KF-012)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.events(2);
    await driver().events.leave();
    await driver().events.listen();
    await container.end();
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });
});

describe("the shim's end", () => {
  test("comes after the answer to Shutdown, 15 times (KF-034)", async () => {
    for (let round = 0; round < 15; round += 1) {
      const bundle = driver().bundle();
      const client = await driver().shim(bundle);
      await client.call("Shutdown", { id: bundle.id });
      await client.closed;
    }
  });

  test("is not brought by Shutdown while containers are there, and by the last one later (KF-028)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    for (let round = 0; round < 20; round += 1) await container.client.call("Shutdown", { id: container.id });
    expect((await container.state()).status).toBe(2);
    await container.kill(9);
    await container.wait();
    await container.client.call("Delete", { id: container.id });
    // The daemon calls again; a shim that remembers may have gone already.
    await container.client.call("Shutdown", { id: container.id }).catch(() => undefined);
    await container.client.closed;
  });

  test.runIf(isOurs)("follows a Delete that a Shutdown overtook (KF-026)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.kill(9);
    await container.wait();
    runtime.set("delete", { delay: 0.3 });
    const deletion = container.client.call("Delete", { id: container.id });
    await eventually("delete is under way", () => runtime.calls("delete").length === 1);
    await container.client.call("Shutdown", { id: container.id });
    expect((await deletion).exitStatus).toBe(137);
    await container.client.closed;
  });

  test("does not depend on Connect knowing the id (KF-046)", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    expect(await client.call("Connect", { id: "nobody" })).toMatchObject({ taskPid: 0, shimPid: bundle.shimPid() });
    await driver().shutdown(client, bundle);
  });

  /** The client goes away while the runtime works, which is ended: had it come to its end, a container would be somebody's to delete. */
  const giveUpCreate = async (runtime: FakeRuntime): Promise<Bundle> => {
    runtime.set("create", { delay: 3 });
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const create = client.call("Create", bundle.createRequest(runtime.options)).catch(() => undefined);
    await eventually("create is under way", () => runtime.calls("create").length === 1);
    client.close();
    await create;
    return bundle;
  };

  test.runIf(isOurs)("leaves nothing of a Create whose client went away (KF-024)", async () => {
    const runtime = new FakeRuntime(driver());
    const bundle = await giveUpCreate(runtime);
    await bundle.delete();
    const again = await driver().connect(bundle.socket);
    await again.call("Shutdown", { id: bundle.id });
    await again.closed;
    expect(existsSync(runtime.stateOf(driver(), bundle.id))).toBe(false);
  });

  test.runIf(isOurs)("obeys a Shutdown that comes before a given up Create has come to its end", async () => {
    const runtime = new FakeRuntime(driver());
    runtime.set("delete", { delay: 0.5 });
    const bundle = await giveUpCreate(runtime);
    await eventually("what it has made is removed", () => runtime.calls("delete").length === 1);
    const again = await driver().connect(bundle.socket);
    await again.call("Shutdown", { id: bundle.id });
    // One that is nobody's leaves by itself, but not that soon.
    await eventually("it has left", () => bundle.shimPid() === undefined, { timeoutMs: 12_000 });
    await again.closed;
  });

  test.runIf(isOurs)("is not hastened by a Delete that is repeated while it works (KF-025)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    await container.kill(9);
    await container.wait();
    runtime.set("delete", { delay: 1 });
    const { client, id } = container;
    const [first, second] = await Promise.all([client.call("Delete", { id }), client.call("Delete", { id })]);
    expect(second.exitStatus).toBe(first.exitStatus);
    expect(runtime.calls("delete")).toHaveLength(1);
    await driver().shutdown(client, container.bundle);
    expect(await container.events(4)).toEqual(["create", "start", "exit", "delete"]);
  });
});

describe("the runtime", () => {
  test.runIf(isOurs)("is explained by its last error, of this call alone (KF-096)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client, id } = container;
    runtime.set("pause", { status: 1, error: "the first" });
    expect((await failure(client.call("Pause", { id }))).message).toBe("OCI runtime pause failed: the first");
    // A failure that logs nothing is not explained by an older one.
    runtime.set("pause", { status: 9, output: "words on stderr" });
    const { message } = await failure(client.call("Pause", { id }));
    expect(message).toMatch(/^OCI runtime pause failed: .*exit status 9: words on stderr/);
    writeFileSync(join(container.bundle.path, "log.json"), '{"level":"info"}\n{"level":"err');
    expect((await failure(client.call("Pause", { id }))).message).toContain("exit status 9");
    expect((await container.state()).status).toBe(2);
    runtime.set("pause");
    await container.end();
  });

  test.runIf(isOurs)("inherits nothing that was meant for the shim (KF-097)", async () => {
    const runtime = new FakeRuntime(driver());
    const script = 'tr "\\0" "\\n" </proc/self/environ >"$PWD/environment" 2>/dev/null; env >&1; exec sleep 1000';
    const container = await TestContainer.run(driver(), { runc: runtime.options, files: { "init.sh": script } });
    await expect.poll(() => container.stdout.text).toContain("KEPT=yes");
    expect(container.stdout.text).not.toMatch(/^(NOTIFY_SOCKET|LISTEN_|GOMAXPROCS|BUN_|RUNTS_)/m);
    await container.end();
  });

  test.runIf(isOurs)("is not believed a pid that an earlier process has left in the file (KF-101)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    writeFileSync(join(container.bundle.path, "e.pid"), "1");
    const pid = await container.exec("e");
    expect(pid).not.toBe(1);
    expect(isAlive(pid)).toBe(true);
    await container.end();
  });

  test("leaves no file behind for any exec, failed ones included (KF-102)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client, id } = container;
    const before = readdirSync(container.bundle.path).filter((name) => name !== "log.json");
    for (const behaviour of [{ die: 0 }, { status: 1, error: "no" }]) {
      runtime.set("exec", behaviour);
      await container.exec("e").then(
        () => container.wait("e"),
        () => undefined,
      );
      await client.call("Delete", { id, execId: "e" });
    }
    const after = readdirSync(container.bundle.path).filter((name) => name !== "log.json");
    expect(after).toEqual(before);
    await container.end();
  });

  test.runIf(isOurs)("that is ended after it has started an exec's process leaves none", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { id, client } = container;
    runtime.set("exec", { after: 3 });
    await client.call("Exec", { id, execId: "e", spec: { typeUrl: "", value: ociProcess(["true"]) } });
    const start = failure(client.call("Start", { id, execId: "e" }, { timeoutMs: 700 }));
    const pid = Number(await eventually("the exec's process", () => readIn(runtime.stateOf(driver(), id), "execs")));
    expect((await start).code).toBe(Code.deadlineExceeded);
    await eventually("it is gone", () => !isAlive(pid));
    expect((await container.state("e")).status).toBe(1);
    await container.end();
  });

  test.runIf(isOurs)("that is ended after it has restored a container leaves none", async () => {
    const runtime = new FakeRuntime(driver());
    const bundle = driver().bundle();
    const { id } = bundle;
    const client = await driver().shim(bundle);
    await client.call("Create", { ...bundle.createRequest(runtime.options), checkpoint: driver().directory });
    runtime.set("restore", { after: 3 });
    const start = failure(client.call("Start", { id }, { timeoutMs: 700 }));
    const state = runtime.stateOf(driver(), id);
    const pid = Number(await eventually("the restored process", () => readIn(state, "pid")));
    expect((await start).code).toBe(Code.deadlineExceeded);
    await eventually("it is gone", () => !isAlive(pid) && !existsSync(state));
    await client.call("Delete", { id });
    await driver().shutdown(client, bundle);
  });

  test.runIf(isOurs)("is ended at the deadline of the call, in each verb (KF-109)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const { client, id } = container;
    await client.call("Exec", { id, execId: "e", spec: { value: ociProcess(["true"]) } });
    const late = { timeoutMs: 300 };
    const calls = {
      exec: () => client.call("Start", { id, execId: "e" }, late),
      pause: () => client.call("Pause", { id }, late),
      ps: () => client.call("Pids", { id }, late),
      update: () => client.call("Update", { id, resources: { value: Buffer.from("{}") } }, late),
      checkpoint: () => client.call("Checkpoint", { id, path: join(driver().directory, "never") }, late),
      kill: () => client.call("Kill", { id, signal: 15 }, late),
    } as const;
    for (const [verb, call] of Object.entries(calls)) {
      runtime.set(verb as keyof typeof calls, { hang: true });
      expect((await failure(call())).code, verb).toBe(Code.deadlineExceeded);
      runtime.set(verb as keyof typeof calls);
      await eventually(`${verb}: state is answered`, async () => (await container.state()).status === 2);
    }
    const hung = () =>
      driver()
        .processes()
        .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, "utf8") === "sleep\x001000\0");
    await eventually("no hung command is left", () => hung().every((pid) => pid === container.pid));
    await container.end();
  });

  test("gets Update's resources as they came", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const text = '{"memory":{"limit":9007199254740993},"unified":{"memory.high":"max"}}';
    const resources = { value: Buffer.from(text) };
    await container.client.call("Update", { id: container.id, resources });
    // The Go shim drops what it does not know.
    if (isOurs) expect(runtime.update.toString()).toBe(text);
    else expect(runtime.update.toString()).toContain("9007199254740993");
    await container.end();
  });
});

test("50 execs at once do not wait for one another (KF-005)", async () => {
  const runtime = new FakeRuntime(driver());
  const container = await TestContainer.run(driver(), { runc: runtime.options });
  // None of them is through before all have begun.
  runtime.set("exec", { delay: 10, die: 0 });
  let answered = 0;
  const execs = Array.from({ length: 50 }, async (_, n) => {
    await container.exec(`p${n}`);
    answered += 1;
    return container.wait(`p${n}`);
  });
  await eventually("all have begun", () => runtime.calls("exec").length === 50, { timeoutMs: 30_000 });
  expect(answered).toBeLessThan(50);
  expect(await Promise.all(execs)).toEqual(new Array(50).fill(0));
  await container.end();
});

test("200 calls at once are each answered for their own container (KF-100)", async () => {
  const runtime = new FakeRuntime(driver());
  const first = await TestContainer.run(driver(), { runc: runtime.options });
  const pids = new Map([[first.id, first.pid]]);
  for (let n = 1; n < 5; n += 1) {
    const bundle = driver().bundle();
    const { pid } = await first.client.call("Create", bundle.createRequest(runtime.options));
    await first.client.call("Start", { id: bundle.id });
    pids.set(bundle.id, pid);
  }
  const ids = [...pids.keys()];
  const calls = Array.from({ length: 200 }, async (_, n) => {
    const id = ids[n % ids.length] as string;
    // Every tenth call asks the runtime.
    if (n % 10 === 3) {
      const { processes } = await first.client.call("Pids", { id });
      return [id, processes[0]?.pid];
    }
    const state = await first.client.call("State", { id });
    return [state.id, state.pid];
  });
  const answers = await Promise.all(calls);
  expect(answers).toEqual(answers.map((_, n) => [ids[n % ids.length], pids.get(ids[n % ids.length] as string)]));
  for (const id of ids.slice(1)) {
    await first.client.call("Kill", { id, signal: 9 });
    await first.client.call("Wait", { id });
    await first.client.call("Delete", { id });
  }
  await first.end();
});

/** Undefined while there is nothing. */
function readIn(state: string, name: string): string | undefined {
  const path = join(state, name);
  const text = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  return text === "" ? undefined : text;
}
