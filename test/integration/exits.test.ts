// Ends of processes that meet something else: each is told once, of the right process, with its own status.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import type { ForwardedEvent } from "../../conformance/driver/event-server.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { RuncOptions, ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { describeRuntimes, noTest } from "../driver/lanes.ts";
import { useDriver } from "../driver/use-driver.ts";
import { writeLeaderlessProgram } from "../fixtures/leaderless-program.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { daemonUnderTest } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, listProcesses, readProcess } from "../helpers/processes.ts";
import { isOurs } from "../helpers/shim-under-test.ts";
import { sized, soakTimeout } from "../helpers/soak.ts";

/** Debian's Go shim of 1.6 is older than the fix (1.6.29). */
const keepsInitLast = isOurs || daemonUnderTest.generation !== "1.6";

const running = 2;
const stopped = 3;

function exitsOf(driver: ShimDriver, id: string): ForwardedEvent[] {
  return driver.events.of(id).filter(({ topic }) => topic === "/tasks/exit");
}

/** Runs `work` for 0, 1, … `count` - 1, `width` at a time. */
async function inParallel(count: number, width: number, work: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, worker));
}

describeRuntimes("an exec whose Start init does not live to see", ({ driver, options: runc, name }) => {
  /** A runtime that waits in `exec` until the file `go` is there, and then does `then`. */
  async function slowExec(then: string, body: (slow: RuncOptions, directory: string) => Promise<void>): Promise<void> {
    const commands = new CommandDirectory();
    commands.script(
      name,
      `case " $* " in *" exec "*) d=\${0%/*}; : >$d/asked; while [ ! -e $d/go ]; do sleep 0.02; done; ${then};; esac
exec ${name} "$@"`,
    );
    try {
      await body({ ...runc, binaryName: join(commands.path, name) }, commands.path);
    } finally {
      commands.remove();
    }
  }

  async function dieMeanwhile(slow: RuncOptions, directory: string): Promise<void> {
    const container = await TestContainer.run(driver(), { runc: slow, pidNamespace: "host" });
    const start = container.exec("late").then(
      () => "started",
      () => "failed",
    );
    await eventually("the runtime has been asked", () => existsSync(join(directory, "asked")));
    const cgroups = driver().cgroups();
    killProcess(container.pid, "SIGKILL");
    await eventually("init has been collected", () => !existsSync(`/proc/${container.pid}`));
    writeFileSync(join(directory, "cgroups"), `${cgroups.join("\n")}\n`);
    writeFileSync(join(directory, "go"), "");
    if ((await start) === "started") expect(await container.wait("late")).toBe(137);
    expect(await container.wait()).toBe(137);
    const inside = cgroups.flatMap((path) =>
      readFileSync(join(path, "cgroup.procs"), "utf8")
        .split("\n")
        .filter((pid) => pid !== ""),
    );
    expect(inside).toEqual([]);
    await container.end();
    const exits = exitsOf(driver(), container.id);
    expect(exits.at(-1)?.fields.id).toBe(container.id);
  }

  test("fails, or it ends with the rest: nothing stays in the cgroup (KF-003)", () => slowExec("", dieMeanwhile));

  // What a runtime does that had looked at init just before. The Go shim lets the process live, and init's exit waits for it.
  const fork = `pid_file=$(expr "$*" : '.*--pid-file \\([^ ]*\\)')
(setsid sh -c 'while read c; do echo $$ >$c/cgroup.procs; done <'$d/cgroups'; printf %s $$ >"$0"; exec sleep 1000' $pid_file >/dev/null 2>&1 &)
while [ ! -s $pid_file ]; do sleep 0.02; done; exit 0`;
  test.runIf(isOurs)("holds back the Delete of a container that was never started: exit before delete", () =>
    slowExec("exit 1", async (slow, directory) => {
      const container = await TestContainer.create(driver(), { runc: slow });
      const { client, id } = container;
      const start = failure(container.exec("late"));
      await eventually("the runtime has been asked", () => existsSync(join(directory, "asked")));
      const patience = { timeoutMs: 20_000 };
      expect((await failure(client.call("Delete", { id }, { timeoutMs: 500 }))).code).toBe(4);
      expect((await failure(client.call("Delete", { id }, patience))).message).toBe("cannot delete a running process");
      writeFileSync(join(directory, "go"), "");
      await start;
      expect((await client.call("Delete", { id }, patience)).exitStatus).toBe(137);
      await driver().shutdown(client, container.bundle);
      expect(driver().events.topics(id)).toEqual(["create", "exec-added", "exit", "delete"]);
    }),
  );
  test.runIf(isOurs)("is ended when the runtime forks it after init's end (KF-003)", () =>
    slowExec(fork, dieMeanwhile),
  );
});

describeRuntimes("Delete", ({ driver, options: runc }) => {
  // The Go shim never answers.
  test.runIf(isOurs)("of a container answers those who wait for its exec that was never started", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { client, id } = container;
    await client.call("Exec", { id, execId: "never", spec: { typeUrl: "", value: ociProcess(["true"]) } });
    const never = container.wait("never");
    await container.kill(9);
    await container.wait();
    await client.call("Delete", { id });
    expect(await never).toBe(0);
    await driver().shutdown(client, container.bundle);
  });

  test.runIf(isOurs)("of a container does not wait for its execs' output one after the other", async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { client, id, bundle } = container;
    const spec = { typeUrl: "", value: ociProcess(["yes"]) };
    for (const execId of ["a", "b", "c", "d"]) {
      // Open, and never read.
      const stdout = bundle.output(execId).path;
      await client.call("Exec", { id, execId, spec, stdout });
      await client.call("Start", { id, execId });
    }
    await delay(200);
    await container.kill(9);
    await container.wait();
    const before = performance.now();
    await client.call("Delete", { id }, { timeoutMs: 6000 });
    // Half of it; one after the other: half, a quarter, …
    expect(performance.now() - before).toBeLessThan(4000);
    await driver().shutdown(client, bundle);
  });
});

describeRuntimes("exits", ({ driver, options: runc, name }) => {
  test("of 10 containers and 40 execs, all at once by OOM kills in the host's pid namespace (KF-008)", async () => {
    // A shell that doubles a string, when the file is there.
    const program = "while [ ! -e /go ]; do sleep 0.05; done; s=xxxxxxxxxxxxxxxx; while :; do s=$s$s; done";
    const options = { args: ["sh", "-c", program], memoryLimit: 16 << 20, pidNamespace: "host" as const };
    const go = join(driver().rootfs, "go");
    try {
      const first = await TestContainer.run(driver(), { runc, ...options });
      const bundles = [first.bundle];
      for (let n = 1; n < 10; n += 1) {
        const bundle = driver().bundle(options);
        await first.client.call("Create", bundle.createRequest(runc));
        await first.client.call("Start", { id: bundle.id });
        bundles.push(bundle);
      }
      const spec = { typeUrl: "", value: ociProcess(["sleep", "1000"]) };
      await inParallel(40, 8, async (n) => {
        const id = bundles[n % 10]?.id ?? "";
        await first.client.call("Exec", { id, execId: `e${n}`, spec });
        await first.client.call("Start", { id, execId: `e${n}` });
      });
      writeFileSync(go, "");
      for (const { id } of bundles) {
        // create, start, four times added, started and exit, at least one OOM kill, exit.
        await eventually(`the exits of ${id}`, () => exitsOf(driver(), id).length === 5);
        const exits = exitsOf(driver(), id);
        expect(exits.map(({ fields }) => fields.exitStatus)).toEqual([137, 137, 137, 137, 137]);
        if (keepsInitLast) expect(exits.at(-1)?.fields.id).toBe(id);
        if (isOurs) expect(driver().events.topics(id)).toContain("oom");
        await first.client.call("Delete", { id });
      }
      await driver().shutdown(first.client, first.bundle);
    } finally {
      rmSync(go, { force: true });
    }
  });

  // crun's exec takes a third of the time of runc's.
  const quick = name === "crun" ? test : noTest;
  quick(`of ${sized(200, 5000)} execs, 20 at a time: each has its own status (KF-017)`, soakTimeout, async () => {
    const container = await TestContainer.run(driver(), { runc });
    const { client, id } = container;
    await inParallel(sized(200, 5000), 20, async (n) => {
      const [execId, status] = [`e${n}`, 1 + (n % 200)];
      await container.exec(execId, ["sh", "-c", `exit ${status}`]);
      expect(await container.wait(execId)).toBe(status);
      expect((await client.call("Delete", { id, execId })).exitStatus).toBe(status);
    });
    await container.end();
  });

  test.runIf(process.arch === "x64")(
    "of a process whose first thread has left come when the last one has (KF-019)",
    async () => {
      const program = join(driver().rootfs, "bin/leaderless");
      writeLeaderlessProgram(program);
      const bundle = driver().bundle({ args: ["leaderless"] });
      const client = await driver().shim(bundle);
      const { id } = bundle;
      const [stdin, stdout, stderr] = [bundle.input(), bundle.output(), bundle.output("stderr")];
      await client.call("Create", {
        ...bundle.createRequest(runc),
        stdin: stdin.path,
        stdout: stdout.path,
        stderr: stderr.path,
      });
      const { pid } = await client.call("Start", { id });
      await eventually("the leader is gone", () => readProcess(pid)?.state === "Z");
      // Another child that ends makes the shim look at all of them.
      const other = driver().bundle();
      await client.call("Create", other.createRequest(runc));
      await client.call("Kill", { id: other.id, signal: 9 });
      await client.call("Wait", { id: other.id });
      await client.call("Delete", { id: other.id });
      expect((await client.call("State", { id })).status).toBe(running);
      expect(exitsOf(driver(), id)).toEqual([]);
      stdin.write("x");
      expect((await client.call("Wait", { id })).exitStatus).toBe(5);
      await driver().end(client, bundle);
      expect(exitsOf(driver(), id)).toHaveLength(1);
      rmSync(program);
    },
  );

  quick(
    `of ${sized(100, 10_000)} probes that are killed: no process, descriptor or zombie stays (KF-056)`,
    soakTimeout,
    async () => {
      const container = await TestContainer.run(driver(), { runc });
      const { client, id } = container;
      const shim = container.bundle.shimPid() ?? 0;
      const probe = async (n: number) => {
        const execId = `p${n}`;
        await container.exec(execId, ["sleep", "100"]);
        // The probe's time is up: its caller leaves, kills and deletes.
        await failure(client.call("Wait", { id, execId }, { timeoutMs: 20 }));
        await container.kill(9, { execId });
        expect(await container.wait(execId)).toBe(137);
        await client.call("Delete", { id, execId });
      };
      await inParallel(20, 10, probe);
      const descriptors = () => readdirSync(`/proc/${shim}/fd`).length;
      const before = descriptors();
      await inParallel(sized(100, 10_000), 10, (n) => probe(100 + n));
      await eventually("the shim has no child but init", () => {
        const children = listProcesses().filter(({ parent }) => parent === shim);
        return children.length === 1 && children[0]?.pid === container.pid;
      });
      // One for each probe would be a hundred; engines keep a few for a while.
      await eventually("the shim has the descriptors of before", () => descriptors() < before + 20);
      await container.end();
    },
  );
});

describe("a shim that was stopped", () => {
  const driver = useDriver();

  /** Stops the shim while `body` works. */
  async function stoppedWhile(shim: number, body: () => Promise<void>): Promise<void> {
    killProcess(shim, "SIGSTOP");
    try {
      await eventually("the shim has stopped", () => readProcess(shim)?.state === "T");
      await body();
    } finally {
      killProcess(shim, "SIGCONT");
    }
  }

  test("finds 200 children that ended meanwhile, each once, and leaves no zombie (KF-007)", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    const shim = container.bundle.shimPid() ?? 0;
    const pids = new Map<string, number>();
    await inParallel(200, 10, async (n) => {
      pids.set(`e${n}`, await container.exec(`e${n}`));
    });
    await stoppedWhile(shim, async () => {
      for (const pid of pids.values()) killProcess(pid, "SIGKILL");
      await eventually("all are zombies", () => [...pids.values()].every((pid) => readProcess(pid)?.state === "Z"));
      await delay(sized(500, 3000));
    });
    await eventually("200 exits", () => exitsOf(driver(), container.id).length === 200);
    const exits = exitsOf(driver(), container.id).map(({ fields }) => [fields.id, fields.pid, fields.exitStatus]);
    expect(exits.toSorted()).toEqual([...pids].map(([id, pid]) => [id, pid, 137]).toSorted());
    expect(listProcesses().filter(({ parent, state }) => parent === shim && state === "Z")).toEqual([]);
    await container.end();
    expect(exitsOf(driver(), container.id)).toHaveLength(201);
  });

  // Longer than the patience of the call that is under way.
  const pauseMs = sized(2000, 30_000);
  const patience = { timeoutMs: 1000 };

  test("in Start, Kill and Delete goes on from a state that is one (KF-057)", { timeout: 180_000 }, async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.create(driver(), { runc: runtime.options });
    const { client, id } = container;
    const shim = container.bundle.shimPid() ?? 0;

    // Start: the runtime has done its work by the time the shim looks again, and the caller has gone.
    runtime.set("start", { after: 0.3 });
    const start = client.call("Start", { id }, patience).catch(() => undefined);
    await eventually("start is under way", () => runtime.calls("start").length === 1);
    await stoppedWhile(shim, () => delay(pauseMs));
    await start;
    await eventually("a state after Start", async () => (await container.state()).status === running);
    expect((await failure(client.call("Start", { id }))).message).toBe("cannot start a running process");

    // Kill, and the exit that it brings while the shim is stopped.
    runtime.set("kill", { after: 0.3 });
    const exec = await container.exec("e");
    const kill = client.call("Kill", { id, signal: 9 }, patience).catch(() => undefined);
    await eventually("init has been killed", () => !isAlive(container.pid));
    await stoppedWhile(shim, async () => {
      killProcess(exec, "SIGKILL");
      await delay(pauseMs);
    });
    await kill;
    expect([await container.wait("e"), await container.wait()]).toEqual([137, 137]);
    expect((await container.state()).status).toBe(stopped);

    // Delete: whoever asks again gets the same answer, or hears that it is done.
    runtime.set("delete", { after: 0.3 });
    const remove = client.call("Delete", { id }, patience).catch(() => undefined);
    await eventually("delete is under way", () => runtime.calls("delete").length === 1);
    await stoppedWhile(shim, () => delay(pauseMs));
    await remove;
    await client.call("Delete", { id }).catch(() => undefined);
    expect((await failure(client.call("State", { id }))).code).toBe(5);
    await driver().shutdown(client, container.bundle);
    await container.events(7);
    expect(driver().events.topics(id)).toEqual([
      "create",
      "start",
      "exec-added",
      "exec-started",
      "exit",
      "exit",
      "delete",
    ]);
  });
});

describe("random lives", () => {
  const driver = useDriver();
  const seeds = Array.from({ length: sized(4, 50) }, (_, n) => n + 1);

  test.each(seeds)(
    "every process that was started has one exit, after its start, init's last, seed %i (KF-021)",
    async (seed) => {
      const random = randomNumbers(seed);
      const runtime = new FakeRuntime(driver());
      const first = await TestContainer.run(driver(), { runc: runtime.options });
      const { client } = first;
      const started = new Map<string, string[]>([[first.id, [first.id]]]);
      await inParallel(4, 4, async () => {
        const bundle = driver().bundle();
        const { id } = bundle;
        if (random(3) === 0) bundle.write("init.sh", `exit ${random(100)}`);
        await client.call("Create", bundle.createRequest(runtime.options));
        const own: string[] = [];
        started.set(id, own);
        const note = (name: string, call: Promise<unknown>) =>
          call.then(
            () => own.push(name),
            () => undefined,
          );
        await note(id, client.call("Start", { id }));
        const actions: Promise<unknown>[] = [];
        for (let n = 0; n < 6; n += 1) {
          const execId = `e${n}`;
          // Some end by themselves, at once or later, some are killed, some fail to start.
          bundle.write("exec.sh", ["exit 3", "sleep 0.05; exit 4", "exec sleep 1000"][random(3)] ?? "");
          const spec = { typeUrl: "", value: ociProcess(["x"]) };
          await client.call("Exec", { id, execId, spec }).catch(() => undefined);
          const action = note(execId, client.call("Start", { id, execId }));
          if (random(2) === 0) await action;
          else actions.push(action);
          if (random(2) === 0) actions.push(client.call("Kill", { id, execId, signal: 9 }).catch(() => undefined));
          if (random(8) === 0) actions.push(client.call("Kill", { id, signal: 9 }).catch(() => undefined));
        }
        await Promise.all(actions);
        await client.call("Kill", { id, signal: 9, all: true }).catch(() => undefined);
        // The fake runtime does not see what was started after its kill.
        for (const name of own.filter((each) => each !== id)) {
          await client.call("Kill", { id, execId: name, signal: 9 }).catch(() => undefined);
        }
        await client.call("Wait", { id });
        await client.call("Delete", { id });
      });
      await first.end();
      for (const [id, names] of started) {
        await driver().events.waitFor(id, 1);
        await eventually(`the end of ${id}`, () => driver().events.topics(id).at(-1) === "delete");
        const events = driver().events.of(id);
        const exits = events.filter(({ topic }) => topic === "/tasks/exit").map(({ fields }) => String(fields.id));
        expect(exits.toSorted(), `exits of ${id}`).toEqual(names.toSorted());
        if (keepsInitLast) expect(exits.at(-1)).toBe(id);
        for (const name of names.filter((each) => each !== id)) {
          const at = (topic: string, field: string) =>
            events.findIndex((event) => event.topic === topic && event.fields[field] === name);
          expect(at("/tasks/exec-started", "execId")).toBeLessThan(at("/tasks/exit", "id"));
        }
      }
    },
  );
});

function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
