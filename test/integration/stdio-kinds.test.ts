// Which process is given a FIFO and which a pipe, and what depends on it (docs/stdio.md).

import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, openSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect } from "vitest";
import { SlowTerminal } from "../driver/slow-terminal.ts";
import { patternCommand, patternCrc, Reader } from "../driver/stdio-client.ts";
import { describeLanes, lanes, type Scenario } from "../driver/stdio-lanes.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { eventually } from "../helpers/eventually.ts";

const KiB = 1024;
const whatIsStdout = "readlink /proc/self/fd/1";

/** A client that writes `text` into its stdin FIFO and leaves. */
async function feed(task: StdioTask, stdin: string, text: string, execId = ""): Promise<void> {
  const feeder = spawn("sh", ["-c", `printf %s '${text}' > ${stdin}`]);
  await once(feeder, "exit");
  await task.closeStdin(execId);
}

/** What init's stdout is. */
async function stdoutOf(task: StdioTask): Promise<string> {
  const stdout = task.fifo("out");
  const out = new Reader(stdout);
  await task.run({ stdout });
  await task.finish();
  await out.toEnd();
  return out.text.trim();
}

const scenarios: readonly Scenario[] = [
  {
    name: "init reads stdin by its name: what was written, and the end",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 0.5; cat /dev/stdin; cat /proc/self/fd/0; echo end");
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const out = new Reader(stdout);
      await task.run({ stdin, stdout });
      await feed(task, stdin, "data");
      expect(await task.finish()).toBe(0);
      await out.toEnd();
      expect(out.text).toBe("dataend\n");
    },
  },
  {
    name: "an exec reads stdin by its name, as another user as well",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      for (const uid of [0, 1000]) {
        const [stdin, stdout] = [task.fifo(`in-${uid}`), task.fifo(`out-${uid}`)];
        const out = new Reader(stdout);
        const exec = await task.exec("sleep 0.5; sh /dev/stdin", { stdin, stdout }, { user: { uid, gid: uid } });
        await feed(task, stdin, "echo script", exec);
        expect(await task.wait(exec)).toBe(0);
        await task.delete(exec);
        await out.toEnd();
        expect(out.text).toBe("script\n");
      }
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "stdin as fifo:// URI",
    notGo: "only stdout's scheme is looked at",
    async run(driver) {
      for (const terminal of [false, true]) {
        const task = await StdioTask.prepare(driver, "read line; echo got $line", { terminal });
        const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
        const out = new Reader(stdout);
        await task.run({ stdin: `fifo://${stdin}`, stdout, terminal });
        spawn("sh", ["-c", `echo word > ${stdin}`]);
        expect(await task.finish()).toBe(0);
        await out.toEnd();
        expect(out.text).toContain("got word");
      }
    },
  },
  {
    name: "an exec's child that stays: the client has its end soon after Delete, which waits two seconds for more",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec("sleep 1000 & (sleep 1; echo late) & echo hi", { stdout });
      await task.wait(exec);
      const durationMs = await task.delete(exec);
      expect(durationMs).toBeGreaterThan(1500);
      expect(durationMs).toBeLessThan(5000);
      await eventually("the end", () => out.ended, { timeoutMs: 1000 });
      expect(out.text).toBe("hi\nlate\n");
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "an exec's own output arrives whole, however late its reader and whoever else holds the stream",
    notGo: "cut off after two seconds",
    async run(driver) {
      const bytes = 200 * KiB;
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      // Open, and not read for now.
      const silent = openSync(stdout, constants.O_RDONLY | constants.O_NONBLOCK);
      const exec = await task.exec(`sleep 1000 & ${patternCommand(bytes)}`, { stdout });
      await task.wait(exec);
      const deleted = task.delete(exec, 20_000);
      await sleep(3000);
      const out = new Reader(stdout);
      await eventually("the first bytes", () => out.bytes > 0);
      closeSync(silent);
      expect(await deleted).toBeLessThan(6000);
      expect(await out.toEnd()).toEqual({ bytes, crc: patternCrc(bytes) });
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "an exec's stdout is a pipe",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec(whatIsStdout, { stdout });
      await task.wait(exec);
      await task.delete(exec);
      await out.toEnd();
      expect(out.text).toMatch(/^pipe:\[\d+\]\n$/);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "init's stdout is the client's FIFO, where nothing forbids it",
    notGo: "it is always a pipe",
    async run(driver, lane) {
      const task = await StdioTask.prepare(driver, whatIsStdout);
      expect(await stdoutOf(task)).toMatch(lane.name === "direct" || lane.name === "asleep" ? /^\/.*-out$/ : /^pipe:/);
    },
  },
  {
    name: "init's stdout is a pipe if it may open the host's files by handle",
    async run(driver) {
      const moreCapabilities = ["CAP_DAC_READ_SEARCH"];
      const task = await StdioTask.prepare(driver, whatIsStdout, { moreCapabilities });
      expect(await stdoutOf(task)).toMatch(/^pipe:/);
    },
  },
  {
    name: "init's stdout is a pipe if others see its process",
    async run(driver) {
      const task = await StdioTask.prepare(driver, whatIsStdout, { pidNamespace: "host" });
      expect(await stdoutOf(task)).toMatch(/^pipe:/);
    },
  },
  {
    name: "a slow character device gets every byte",
    async run(driver) {
      const bytes = 640_000;
      const task = await StdioTask.prepare(driver, `head -c ${bytes} /dev/zero | tr '\\0' x`);
      const terminal = new SlowTerminal();
      await task.run({ stdout: terminal.path });
      await eventually(
        "all bytes",
        () => {
          terminal.read(16 * KiB);
          return terminal.bytes === bytes;
        },
        { timeoutMs: 20_000 },
      );
      expect(await task.finish()).toBe(0);
      terminal.close();
    },
  },
  {
    name: "a character device that nobody reads any more stops nobody",
    notGo: "the container stands still",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "head -c 640000 /dev/zero | tr '\\0' x; exit 5");
      const terminal = new SlowTerminal();
      await task.run({ stdout: terminal.path });
      await eventually("the first bytes", () => terminal.read(KiB) && terminal.bytes > 0);
      terminal.close();
      expect(await task.finish()).toBe(5);
    },
  },
];

describeLanes(lanes, scenarios);
