// A shim that becomes another program under its containers (docs/upgrade.md). What it copies meanwhile is in the lane `upgraded`
// of the stdio tests.

import { chmodSync, readlinkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { failure, TestContainer } from "../../conformance/driver/container.ts";
import { FakeRuntime } from "../../conformance/driver/fake-runtime.ts";
import { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { Code } from "../../ttrpc/status.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { copyOfProgram, upgradeAgainAndAgain } from "../driver/upgrading.ts";
import { useDriver } from "../driver/use-driver.ts";
import { descriptorsOf, fallsAsleep } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess } from "../helpers/processes.ts";
import { runtimePath } from "../helpers/runtimes-under-test.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { sized, soakTimeout } from "../helpers/soak.ts";

const driver = useDriver();
const { executable } = shimUnderTest;

function shimOf({ bundle }: Pick<TestContainer | StdioTask, "bundle">): number {
  const pid = bundle.shimPid();
  if (pid === undefined) throw new Error("no shim");
  return pid;
}

function programOf(pid: number): string {
  return readlinkSync(`/proc/${pid}/exe`);
}

function program(name: string, script: string): string {
  const path = join(driver().directory, name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return path;
}

describe.runIf(shimUnderTest.kind === "bun")("a shim that is upgraded", () => {
  test("is the same process with another program, and nobody notices", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    const waiting = container.wait();
    await container.exec("e");
    const waitingForExec = container.wait("e");
    const path = copyOfProgram(driver(), "next");
    const answer = await container.client.upgrade(path);
    expect(answer.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(answer.before).toBe(answer.version);
    expect(programOf(pid)).toBe(path);
    expect((await container.state()).pid).toBe(container.pid);
    await container.kill(9, { execId: "e" });
    expect(await waitingForExec).toBe(137);
    killProcess(container.pid, "SIGKILL");
    expect(await waiting).toBe(137);
    await container.client.call("Delete", { id: container.id });
    const topics = await container.events(7);
    expect(topics).toEqual(["create", "start", "exec-added", "exec-started", "exit", "exit", "delete"]);
    await driver().shutdown(container.client, container.bundle);
  });

  test("becomes what is installed under its name, once that was replaced; on SIGUSR2 as well", async () => {
    const installed = copyOfProgram(driver(), "containerd-shim-runts-v2");
    const own = await ShimDriver.start({ executable: installed, path: [...shimUnderTest.path, ...runtimePath] });
    try {
      const container = await TestContainer.run(own);
      const pid = shimOf(container);
      for (const upgrade of [() => container.client.upgrade(), () => killProcess(pid, "SIGUSR2")]) {
        renameSync(copyOfProgram(driver(), "new"), installed);
        await upgrade();
        await eventually("it is the new one", () => programOf(pid) === installed);
        expect((await container.state()).pid).toBe(container.pid);
      }
      await container.end();
    } finally {
      await own.stop();
    }
  });

  test("stays what it is where the other program does not take over, and says why", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    const before = programOf(pid);
    const reasons: [path: string, reason: RegExp][] = [
      [join(driver().directory, "missing"), /no such file/],
      [driver().directory, /permission denied/],
      ["bin/true", /not absolute/],
      ["/bin/true", /does not say which states it reads/],
      [program("failing", "exit 3"), /-v failed: 3/],
      [program("later", "echo '  State:    2,3'"), /reads states of version 2,3, not 1/],
      [program("hanging", "exec sleep 60"), /did not answer within/],
    ];
    for (const [path, reason] of reasons) {
      const { code, message } = await failure(container.client.upgrade(path));
      expect([path, code]).toEqual([path, Code.failedPrecondition]);
      expect(message).toMatch(reason);
    }
    expect(programOf(pid)).toBe(before);
    expect((await container.state()).pid).toBe(container.pid);
    await container.end();
  });

  /** A program that answers -v as it should, and finds the state as sed's `change` makes it. */
  function liar(change: string): string {
    const path = join(driver().directory, "liar");
    const state = '"/proc/$$/fd/$n" >"$0.state"; eval "exec $n<\\"\\$0.state\\""';
    const lines = [
      "#!/bin/bash",
      `case " $* " in *" -v "*) echo "  State:    1"; exit ;; esac`,
      `n=\${RUNTS_STATE%% *}; sed '${change}' ${state}`,
      `exec '${executable}' "$@"`,
    ];
    writeFileSync(path, `${lines.join("\n")}\n`, { mode: 0o755 });
    return path;
  }

  // The one that it goes back to is the same program, and bears what it is not asked to check.
  const surprises: [what: string, change: string, reason: RegExp][] = [
    ["of another version", 's/"version":1,/"version":99,/', /a state of version 99, written by .*; readable: 1/],
    ["with another type", 's/"debug":[a-z]*/"debug":0/', /: debug of the state is no boolean/],
    [
      "with another type deep inside",
      's/"killed":false/"killed":0/',
      /\[0\].init.freeze.killed of the state is no bool/,
    ],
  ];
  test.each(surprises)("goes back where the other program finds a state %s", async (_, change, reason) => {
    const container = await TestContainer.run(driver());
    await container.exec("e");
    const pid = shimOf(container);
    const before = programOf(pid);
    const waits = [container.wait("e"), container.wait()];
    const { code, message } = await failure(container.client.upgrade(liar(change)));
    expect([code, message]).toEqual([
      Code.failedPrecondition,
      expect.stringMatching(/^the other program could not go on: ./),
    ]);
    expect(message).toMatch(reason);
    expect(programOf(pid)).toBe(before);
    expect((await container.state()).pid).toBe(container.pid);
    // And it can be done properly after that, where it has not kept what it was given.
    if (change.includes("version")) await container.client.upgrade();
    for (const signal of [{ execId: "e" }, {}]) await container.kill(9, signal);
    expect(await Promise.all(waits)).toEqual([137, 137]);
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
  });

  test.each([
    ["cut off", 's/"connections":.*//'],
    ["no text", "s/.*/\\xff\\x00/"],
    ["nothing", "d"],
    ["of objects that are none", 's/"execs":\\[/"execs":7,"others":[/'],
  ])("ends where nobody can go on, the state being %s: `delete` knows what was before", async (_, change) => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    container.wait().catch(() => {});
    await expect(container.client.upgrade(liar(change))).rejects.toThrow("closed");
    await eventually("it has ended", () => !isAlive(pid));
    container.client.close();
    expect(await container.bundle.delete()).toMatchObject({ pid: container.pid, exitStatus: 137 });
    expect(await driver().settle()).toEqual([]);
  });

  test("does not happen while a command of the runtime hangs, but afterwards", async () => {
    const runtime = new FakeRuntime(driver());
    const container = await TestContainer.run(driver(), { runc: runtime.options });
    runtime.set("pause", { delay: 3 });
    const pausing = container.client.call("Pause", { id: container.id });
    await delay(200);
    const other = await driver().connect(await container.bundle.waitForFile("address"));
    const { code, message } = await failure(other.upgrade());
    expect(code).toBe(Code.unavailable);
    expect(message).toMatch(/not within 1000 ms: /);
    // Nobody was turned away.
    expect((await other.call("State", { id: container.id })).pid).toBe(container.pid);
    await pausing;
    await other.upgrade();
    await container.client.call("Resume", { id: container.id });
    other.close();
    await container.end();
  });

  test("that has no container leaves as it would have", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    await client.upgrade();
    const pid = bundle.shimPid() ?? 0;
    renameSync(bundle.path, `${bundle.path}.removed`);
    rmSync(`${bundle.path}.removed`, { recursive: true });
    await eventually("it has left", () => !isAlive(pid), { timeoutMs: 25_000 });
    await client.closed;
  });

  test("was asleep, and sleeps again", soakTimeout, async () => {
    const own = await ShimDriver.start({
      ...{ executable, path: [...shimUnderTest.path, ...runtimePath] },
      environment: { RUNTS_SLEEP_AFTER: "0.05" },
    });
    try {
      const container = await TestContainer.run(own);
      const pid = shimOf(container);
      await fallsAsleep(pid);
      const next = copyOfProgram(driver(), "next-asleep");
      await container.client.upgrade(next);
      expect(programOf(pid)).toBe(next);
      await fallsAsleep(pid);
      expect((await container.state()).pid).toBe(container.pid);
      // At whatever moment it comes: awake, half asleep, asleep.
      for (let round = 0; round < sized(15, 500); round += 1) {
        await delay(Math.random() * 90);
        await container.client.upgrade();
      }
      await fallsAsleep(pid);
      await container.end();
    } finally {
      await own.stop();
    }
  });

  test(
    `${sized(20, 200)} upgrades under execs, eight at a time: each exit once, nothing left`,
    soakTimeout,
    async () => {
      const container = await TestContainer.run(driver());
      const pid = shimOf(container);
      const rounds = sized(20, 200);
      const named = () => descriptorsOf(pid).filter((name) => name.startsWith("/"));
      await container.client.upgrade();
      // The answer comes a moment before it lets go of the former program.
      await delay(500);
      const before = named();
      let isOver = false;
      let execs = 0;
      const work = async (worker: number) => {
        for (let count = 0; !isOver; count += 1) {
          const id = `e-${worker}-${count}`;
          await container.exec(id, ["sh", "-c", `exit ${count % 100}`]);
          expect(await container.wait(id)).toBe(count % 100);
          await container.client.call("Delete", { id: container.id, execId: id });
          execs += 1;
        }
      };
      const workers = Array.from({ length: 8 }, (_, worker) => work(worker));
      const other = await driver().connect(await container.bundle.waitForFile("address"));
      for (let round = 0; round < rounds; round += 1) {
        await other.upgrade();
        await delay(50);
      }
      isOver = true;
      await Promise.all(workers);
      await other.upgrade();
      await expect.poll(named).toEqual(before);
      other.close();
      await container.end();
      const topics = await container.events(2 + 3 * execs + 2);
      expect(topics.filter((topic) => topic === "exit")).toHaveLength(execs + 1);
      expect(topics.filter((topic) => topic === "exec-started")).toHaveLength(execs);
    },
  );

  test("is killed in the midst of it at some moment: `delete` removes everything and tells the truth", async () => {
    for (let round = 0; round < sized(5, 60); round += 1) {
      const container = await TestContainer.run(driver());
      const pid = shimOf(container);
      killProcess(pid, "SIGUSR2");
      await delay(round * sized(12, 1));
      killProcess(pid, "SIGKILL");
      await eventually("it is gone", () => !isAlive(pid));
      expect(await container.bundle.delete()).toMatchObject({ exitStatus: 137 });
      await eventually("the container is gone", () => !isAlive(container.pid));
    }
  });

  test("whole lives while every shim is told to upgrade again and again", soakTimeout, async () => {
    const upgrading = upgradeAgainAndAgain(driver(), { everyMs: 30 });
    try {
      for (let round = 0; round < sized(5, 100); round += 1) {
        const task = await StdioTask.prepare(driver(), `echo ${round}; exit 3`);
        const out = task.bundle.output();
        await task.run({ stdout: out.path });
        expect(await task.finish()).toBe(3);
        expect(await out.toEnd()).toBe(`${round}\n`);
      }
    } finally {
      await upgrading.stop();
    }
    expect(upgrading.count).toBeGreaterThan(0);
  });
});
