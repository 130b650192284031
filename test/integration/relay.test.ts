// The thread that moves a terminal's bytes (sys/relay.ts), and when it hands back to the program.
import { constants, openSync, readFileSync, readSync, writeSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { Reader } from "../driver/stdio-client.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { useDriver } from "../driver/use-driver.ts";
import { fallsAsleep, isAsleep } from "../helpers/asleep.ts";
import { eventually } from "../helpers/eventually.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";

/** How often the program itself, not another thread of it, has gone to sleep. */
function programsSleeps(pid: number): number {
  const status = readFileSync(`/proc/${pid}/task/${pid}/status`, "latin1");
  return Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1]);
}

// Node has no launcher, and copies itself.
describe.runIf(shimUnderTest.kind === "bun")("a shim with a terminal that sleeps", () => {
  const driver = useDriver({ environment: { RUNTS_SLEEP_AFTER: "0.5" } });

  test("is awake while somebody types, and loses nothing when it sleeps", async () => {
    const task = await StdioTask.prepare(driver(), "stty -icanon; echo up; cat >/dev/null", { terminal: true });
    const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
    const keyboard = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
    const out = new Reader(stdout);
    await task.run({ terminal: true, stdin, stdout });
    await eventually("it is up", () => out.text.includes("up"));
    const pid = task.bundle.shimPid() ?? 0;
    let typed = "";
    const type = async (key: string) => {
      writeSync(keyboard, key);
      typed += key;
      await eventually("the echo", () => out.text.endsWith(`up\r\n${typed}`));
    };
    for (let n = 0; n < 15; n += 1) {
      await type("x");
      await delay(200);
      expect(isAsleep(pid)).toBe(false);
    }
    for (const key of "ab") {
      await fallsAsleep(pid, 40_000);
      await type(key);
    }
    await task.kill();
    await task.finish();
    await out.toEnd();
  }, 120_000);
});

describe.runIf(shimUnderTest.kind === "bun")("a terminal's bytes", () => {
  const driver = useDriver();
  const fullDuplex = constants.O_RDWR | constants.O_NONBLOCK;

  async function terminal(command: string) {
    const task = await StdioTask.prepare(driver(), command, { terminal: true });
    const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
    const keyboard = openSync(stdin, fullDuplex);
    return { task, keyboard, stdout, stdio: { terminal: true, stdin, stdout } };
  }

  test("are moved while the program sleeps", async () => {
    const { task, keyboard, stdout, stdio } = await terminal("stty -icanon; echo up; cat >/dev/null");
    const out = new Reader(stdout);
    await task.run(stdio);
    await eventually("it is up", () => out.text.includes("up"));
    const pid = task.bundle.shimPid() ?? 0;
    // Whatever the start has left to do, and the connection is parked.
    await delay(3500);
    for (let seen = -1; seen !== programsSleeps(pid); await delay(3500)) seen = programsSleeps(pid);
    const before = programsSleeps(pid);
    for (let n = 0; n < 50; n += 1) {
      writeSync(keyboard, "x");
      await eventually("the echo", () => out.text.endsWith("x".repeat(n + 1)));
    }
    expect(programsSleeps(pid) - before).toBe(0);
    await task.kill();
    await task.finish();
    await out.toEnd();
  });

  test("are all there, in order, with a reader that stops now and then", async () => {
    const { task, stdout, stdio } = await terminal("stty -onlcr; read -r go; seq 1 60000");
    const out = openSync(stdout, fullDuplex);
    await task.run(stdio);
    writeSync(openSync(stdio.stdin, fullDuplex), "\n");
    const buffer = Buffer.alloc(7000);
    let text = "";
    await eventually(
      "all of it",
      async () => {
        // The FIFO and the terminal fill up meanwhile.
        if (text.length % 5 === 0) await delay(2);
        try {
          text += buffer.toString("latin1", 0, readSync(out, buffer));
        } catch {
          await delay(5);
        }
        return text.endsWith("60000\n");
      },
      { timeoutMs: 60_000, intervalMs: 0 },
    );
    expect(text.replace(/^\r?\n/, "")).toBe(Array.from({ length: 60_000 }, (_, n) => `${n + 1}\n`).join(""));
    await task.finish();
  });

  test("that the process does not read wait, and arrive when it does", async () => {
    const { task, keyboard, stdout, stdio } = await terminal(
      "stty raw -echo; echo up; sleep 1; head -c 30000 | md5sum",
    );
    const out = new Reader(stdout);
    await task.run(stdio);
    await eventually("it is up", () => out.text.includes("up"));
    const typed = Buffer.from(Array.from({ length: 30_000 }, (_, n) => 97 + (n % 23)));
    for (let sent = 0; sent < typed.length; ) {
      try {
        sent += writeSync(keyboard, typed, sent, Math.min(900, typed.length - sent));
      } catch {
        await delay(5);
      }
    }
    await task.finish();
    await out.toEnd();
    const { createHash } = await import("node:crypto");
    expect(out.text).toContain(createHash("md5").update(typed).digest("hex"));
  });

  test("of more terminals than the thread takes go through the program, and none is mixed up", async () => {
    const task = await StdioTask.prepare(driver(), "sleep 1000");
    await task.run({});
    const before = task.shimDescriptors().length;
    const count = 70;
    const terminals = await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const [stdin, stdout] = [task.fifo(`in-${n}`), task.fifo(`out-${n}`)];
        const keyboard = openSync(stdin, fullDuplex);
        const out = new Reader(stdout);
        const id = await task.exec("read -r x; echo got $x", { terminal: true, stdin, stdout });
        return { keyboard, out, id };
      }),
    );
    for (const [n, { keyboard }] of terminals.entries()) writeSync(keyboard, `word-${n}\n`);
    for (const [n, { out, id }] of terminals.entries()) {
      await task.wait(id);
      await task.delete(id);
      await out.toEnd();
      expect(out.text.replaceAll("\r", "")).toBe(`word-${n}\ngot word-${n}\n`);
    }
    // The thread stays with its own: an epoll instance and a pipe; so does the program's.
    await eventually("descriptors are closed", () => task.shimDescriptors().length <= before + 4);
    await task.kill();
    await task.finish();
  });
});
