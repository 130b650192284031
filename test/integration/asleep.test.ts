// A shim that sleeps as a program of a few kilobytes, and wakes for whatever it would have been told (docs/asleep.md). What it
// copies meanwhile is in the lane `asleep` of the stdio tests.

import { execFileSync } from "node:child_process";
import { closeSync, constants, openSync, readlinkSync, renameSync, rmSync, writeSync } from "node:fs";
import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { TestContainer } from "../../conformance/driver/container.ts";
import { LoggingBinary, ready } from "../../conformance/driver/logging-binary.ts";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { runtimeoptions } from "../../proto/gen/options.js";
import { containerd } from "../../proto/gen/task.js";
import { FrameType } from "../../ttrpc/frame.ts";
import { Reader } from "../driver/stdio-client.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { useDriver } from "../driver/use-driver.ts";
import { rawFrame, requestFrame } from "../fixtures/raw-ttrpc.ts";
import { descriptorsOf, fallsAsleep, isAsleep, namesOf } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { isAlive, killProcess, readMemory } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { sized, soakTimeout } from "../helpers/soak.ts";

const quick = { environment: { RUNTS_SLEEP_AFTER: "0.05" } };
const sleeps = describe.runIf(shimUnderTest.kind === "bun");

function shimOf({ bundle }: Pick<TestContainer | StdioTask, "bundle">): number {
  const pid = bundle.shimPid();
  if (pid === undefined) throw new Error("no shim");
  return pid;
}

async function asleep(driver: ShimDriver, options: Parameters<typeof TestContainer.run>[1] = {}) {
  const container = await TestContainer.run(driver, options);
  const pid = shimOf(container);
  await fallsAsleep(pid);
  return { container, pid };
}

sleeps("a shim that is told no number of seconds", () => {
  const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "5m" } });

  test("says so once, and takes the usual", async () => {
    const container = await TestContainer.run(driver());
    const lines = await eventually("it is logged", () => {
      const found = container.bundle.logText().match(/.*RUNTS_SLEEP_AFTER.*/g);
      return found ?? undefined;
    });
    expect(lines).toEqual([
      expect.stringMatching(/level=warning msg="RUNTS_SLEEP_AFTER is no number of seconds and is ignored: \\"5m\\""/),
    ]);
    await container.end();
  });
});

sleeps("a shim that sleeps", () => {
  const driver = useDriver(quick);

  test("is called as before, has no thread, and costs kilobytes", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    const before = namesOf(pid);
    await fallsAsleep(pid);
    expect(namesOf(pid)).toEqual(before);
    const { rssKiB, privateDirtyKiB } = readMemory(pid);
    expect(privateDirtyKiB).toBeLessThanOrEqual(32);
    expect(rssKiB).toBeLessThanOrEqual(64);
    await container.end();
  });

  test("answers a call, and sleeps again", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    for (let round = 0; round < 3; round += 1) {
      await fallsAsleep(pid);
      expect((await container.state()).pid).toBe(container.pid);
    }
    await container.end();
  });

  test("tells of an exit at once, by a Wait from before and by its event", async () => {
    const container = await TestContainer.run(driver());
    const waiting = container.wait();
    const executing = await container.exec("e");
    const waitingForExec = container.wait("e");
    await fallsAsleep(shimOf(container));
    killProcess(executing, "SIGKILL");
    expect(await waitingForExec).toBe(137);
    await fallsAsleep(shimOf(container));
    killProcess(container.pid, "SIGKILL");
    expect(await waiting).toBe(137);
    expect(await container.events(6)).toEqual(["create", "start", "exec-added", "exec-started", "exit", "exit"]);
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
  });

  test("takes a new client, and is no worse when all have gone", async () => {
    const { container, pid } = await asleep(driver());
    const second = await driver().connect(await container.bundle.waitForFile("address"));
    expect((await second.call("State", { id: container.id })).pid).toBe(container.pid);
    second.close();
    await fallsAsleep(pid);
    expect((await container.state()).pid).toBe(container.pid);
    await container.end();
  });

  test("goes on with half a request", async () => {
    const { container, pid } = await asleep(driver());
    const socket = connect((await container.bundle.waitForFile("address")).replace("unix://", ""));
    const answers: Buffer[] = [];
    socket.on("data", (chunk: Buffer) => answers.push(chunk));
    const payload = containerd.task.v2.StateRequest.encode({ id: container.id }).finish();
    const frame = requestFrame(1, { service: "containerd.task.v2.Task", method: "State", payload });
    for (const piece of [frame.subarray(0, 4), frame.subarray(4, 17), frame.subarray(17)]) {
      expect(answers).toEqual([]);
      socket.write(piece);
      await delay(20);
      if (piece.at(-1) !== frame.at(-1)) await fallsAsleep(pid);
    }
    await eventually("the answer", () => answers.length > 0);
    // The ids that were used stay used.
    socket.write(frame);
    await eventually("a refusal", () => Buffer.concat(answers).toString("latin1").includes("must increment"));
    socket.write(rawFrame(3, FrameType.request, 0, frame.subarray(10)));
    socket.destroy();
    await container.end();
  });

  test("stays awake where an engine would not find enough descriptors, and sleeps once it does", async () => {
    const container = await TestContainer.run(driver());
    const pid = shimOf(container);
    const open = descriptorsOf(pid).length;
    const limit = (count: number) => execFileSync("prlimit", ["--pid", String(pid), `--nofile=${count}:`]);
    limit(open + 40);
    await delay(1000);
    expect(isAsleep(pid)).toBe(false);
    expect((await container.state()).pid).toBe(container.pid);
    limit(1000);
    await fallsAsleep(pid);
    expect((await container.state()).pid).toBe(container.pid);
    await container.end();
  });

  test("leaves on SIGTERM, and says on SIGUSR1 how it is", async () => {
    const { container, pid } = await asleep(driver());
    killProcess(pid, "SIGUSR1");
    await eventually("the description", () =>
      container.bundle.logText().includes(`container ${container.id}: running`),
    );
    await fallsAsleep(pid);
    killProcess(pid, "SIGTERM");
    await eventually("it is gone", () => !isAlive(pid));
    killProcess(container.pid, "SIGKILL");
    expect(await container.bundle.delete()).toMatchObject({ exitStatus: 137 });
  });

  test("stands still on SIGSTOP, and has lost nothing on SIGCONT", async () => {
    const { container, pid } = await asleep(driver());
    const waiting = container.wait();
    await delay(100);
    await fallsAsleep(pid);
    killProcess(pid, "SIGSTOP");
    killProcess(container.pid, "SIGKILL");
    await delay(200);
    killProcess(pid, "SIGCONT");
    expect(await waiting).toBe(137);
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
  });

  test("that is killed leaves a container that `delete` removes and tells the truth about", async () => {
    const { container, pid } = await asleep(driver());
    killProcess(pid, "SIGKILL");
    await eventually("it is gone", () => !isAlive(pid));
    expect(await container.bundle.delete()).toMatchObject({ exitStatus: 137 });
    await eventually("the container is gone", () => !isAlive(container.pid));
  });

  test("wakes up although the first container of its pod, and its bundle, are gone", async () => {
    const annotations = { "io.kubernetes.cri.sandbox-id": driver().newId("pod") };
    const first = await TestContainer.run(driver(), { annotations });
    const second = await TestContainer.run(driver(), { annotations });
    const pid = shimOf(first);
    await first.kill(9);
    await first.wait();
    await first.client.call("Delete", { id: first.id });
    renameSync(first.bundle.path, `${first.bundle.path}.removed`);
    rmSync(`${first.bundle.path}.removed`, { recursive: true });
    await fallsAsleep(pid);
    expect((await second.state()).pid).toBe(second.pid);
    expect(readlinkSync(`/proc/${pid}/cwd`)).toMatch(/ \(deleted\)$/);
    await fallsAsleep(pid);
    await second.client.upgrade();
    expect((await second.state()).pid).toBe(second.pid);
    await second.end();
  });

  test("starts processes that block and ignore nothing, with the limits that it was started with", async () => {
    const { container } = await asleep(driver());
    const look = "grep -E 'SigBlk|SigIgn' /proc/self/status; ulimit -n";
    const task = new StdioTask(driver(), container.bundle, container.client);
    const awake = await TestContainer.run(driver());
    const other = new StdioTask(driver(), awake.bundle, awake.client);
    const texts: string[] = [];
    for (const each of [task, other]) {
      const out = each.bundle.output("look");
      const exec = await each.exec(look, { stdout: out.path });
      expect(await each.wait(exec)).toBe(0);
      texts.push(await out.toEnd());
      await each.delete(exec);
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toMatch(/SigBlk:\s+0+\n/);
    await container.end();
    await awake.end();
  });

  test("notices the end of a logging binary, and the process goes on", async () => {
    const logger = new LoggingBinary(driver(), `${ready}\nread line <&3; echo $line > $d/first; sleep 0.5`);
    const task = await StdioTask.prepare(driver(), "echo one; sleep 1; yes | head -c 1000000; exec sleep 1000");
    await task.run({ stdout: logger.uri() });
    const pid = shimOf(task);
    await eventually("its first line", () => logger.file("first") === "one\n");
    await fallsAsleep(pid);
    await eventually("the logger has gone", () => !logger.isAlive);
    // What nobody reads is drained: else the shell would be blocked, and not have become sleep.
    await delay(1500);
    await fallsAsleep(pid);
    expect((await task.client.call("State", { id: task.id })).status).toBe(2);
    await task.kill();
    await task.finish();
  });
});

sleeps("a shim that sleeps after two milliseconds", () => {
  const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0.002" } });

  for (const terminal of [true, false]) {
    const count = sized(90, 5000);
    const what = terminal ? "a terminal" : "pipes";
    test(
      `takes ${count} bytes through ${what} that come at any moment of falling asleep and waking up`,
      soakTimeout,
      async () => {
        const task = await StdioTask.prepare(driver(), terminal ? "stty raw -echo; exec cat" : "exec cat", {
          terminal,
        });
        const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
        const keyboard = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
        const out = new Reader(stdout);
        await task.run({ terminal, stdin, stdout });
        // Until the terminal is raw.
        await delay(300);
        let typed = "";
        let sleepsSeen = 0;
        const pid = shimOf(task);
        for (let n = 0; n < count; n += 1) {
          const key = String.fromCharCode(97 + (n % 26));
          if (isAsleep(pid)) sleepsSeen += 1;
          writeSync(keyboard, key);
          typed += key;
          // After 120 ms it sleeps at the latest, and to wake up takes it some 20.
          if (n % 3 > 0) await delay(Math.random() * 240);
          else await eventually(`key ${n}`, () => out.text.length === typed.length, { intervalMs: 2 });
        }
        await eventually("all of them", () => out.text === typed);
        expect(sleepsSeen).toBeGreaterThan(count / 20);
        await task.kill();
        await task.finish();
        closeSync(keyboard);
        await out.toEnd();
      },
    );
  }

  test(`does so ${sized(100, 10_000)} times without growing`, soakTimeout, async () => {
    const container = await TestContainer.run(driver());
    const patience = { timeoutMs: 3_600_000 };
    const waiting = container.client.call("Wait", { id: container.id }, patience);
    const pid = shimOf(container);
    const rounds = sized(100, 10_000);
    let first: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await fallsAsleep(pid);
      if (round === 2) first = descriptorsOf(pid);
      expect((await container.state()).pid).toBe(container.pid);
    }
    await fallsAsleep(pid);
    expect(descriptorsOf(pid)).toEqual(first);
    killProcess(container.pid, "SIGKILL");
    expect((await waiting).exitStatus).toBe(137);
    expect(await container.events(3)).toEqual(["create", "start", "exit"]);
    await container.client.call("Delete", { id: container.id });
    await driver().shutdown(container.client, container.bundle);
  });
});

sleeps("what is asked for", () => {
  const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0" } });

  test("by the option of a container, whatever the variable says", async () => {
    const bundle = driver().bundle();
    const client = await driver().shim(bundle);
    const configBody = Buffer.from(`Root = "${driver().runtimeRoot}"\nSleepAfter = 1\n`);
    const value = runtimeoptions.v1.Options.encode({ configBody }).finish();
    await client.call("Create", {
      ...bundle.createRequest(),
      options: { typeUrl: "runtimeoptions.v1.Options", value },
    });
    await client.call("Start", { id: bundle.id });
    const pid = shimOf({ bundle });
    await fallsAsleep(pid);
    // The next image knows it as well.
    expect((await client.call("State", { id: bundle.id })).status).toBe(2);
    await fallsAsleep(pid);
    await driver().end(client, bundle);
  });

  test("0 is never", async () => {
    const container = await TestContainer.run(driver());
    await delay(700);
    expect(isAsleep(shimOf(container))).toBe(false);
    await container.end();
  });
});
