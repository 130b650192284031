// Terminals as a client of the shim sees them.

import { closeSync, mkdirSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { ociProcess } from "../../conformance/driver/oci-spec.ts";
import type { ShimDriver } from "../../conformance/driver/shim-driver.ts";
import { openWriter, Reader } from "../driver/stdio-client.ts";
import { describeLanes, lanes, type Scenario } from "../driver/stdio-lanes.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { eventually } from "../helpers/eventually.ts";
import { sized } from "../helpers/soak.ts";

const rounds = sized(20, 200);

/** A container with a terminal, a typist and a reader. */
async function terminalTask(driver: ShimDriver, command: string) {
  const task = await StdioTask.prepare(driver, command, { terminal: true });
  const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
  const out = new Reader(stdout);
  return { task, stdin, out, stdio: { terminal: true, stdin, stdout } };
}

const scenarios: readonly Scenario[] = [
  {
    name: `the last output arrives with Delete directly after Wait (KF-059), ${rounds} times`,
    timeoutMs: 300_000,
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      for (let n = 0; n < rounds; n += 1) {
        const stdout = task.fifo(`out-${n}`);
        const out = new Reader(stdout);
        const exec = await task.exec("stty -onlcr; seq 1 5000", { terminal: true, stdout });
        await task.wait(exec);
        await task.delete(exec);
        await out.toEnd();
        expect(out.text).toBe(Array.from({ length: 5000 }, (_, i) => `${i + 1}\n`).join(""));
      }
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "no process has the terminal open for a while: not the end (EIO)",
    async run(driver) {
      const { task, out, stdio } = await terminalTask(
        driver,
        "t=$(readlink /proc/self/fd/0); echo one; exec <&- >&- 2>&-; sleep 0.3; echo two > $t",
      );
      await task.run(stdio);
      await task.finish();
      await out.toEnd();
      expect(out.text).toBe("one\r\ntwo\r\n");
    },
  },
  {
    name: "the end of stdin hangs up",
    async run(driver) {
      const { task, stdin, out, stdio } = await terminalTask(
        driver,
        "trap 'exit 9' HUP; echo up; while :; do sleep 0.05; done",
      );
      await task.run(stdio);
      const writer = openWriter(stdin);
      await eventually("it is up", () => out.text.includes("up"));
      closeSync(writer);
      await task.closeStdin();
      expect(await task.finish()).toBe(9);
      await out.toEnd();
    },
  },
  {
    name: "detach and return, then typing goes on (KF-063)",
    async run(driver) {
      const { task, stdin, out, stdio } = await terminalTask(
        driver,
        "stty -echo; echo up; read a; read b; echo got $a $b",
      );
      await task.run(stdio);
      await eventually("it is up", () => out.text.includes("up"));
      for (const word of ["one", "two"]) {
        const writer = openWriter(stdin);
        writeSync(writer, `${word}\n`);
        closeSync(writer);
      }
      await task.finish();
      await out.toEnd();
      expect(out.text).toContain("got one two");
    },
  },
  {
    name: "the size: of the exec's process object, changed before Start, changed later",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const sizes = "stty size; trap 'stty size; exit' WINCH; echo up; while :; do sleep 0.02; done";
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec(sizes, { terminal: true, stdout }, { consoleSize: { height: 33, width: 111 } });
      await eventually("it is up", () => out.text.includes("up"));
      await task.resize(140, 44, exec);
      await task.wait(exec);
      await task.delete(exec);
      await out.toEnd();
      expect(out.text.replaceAll("\r", "")).toBe("33 111\nup\n44 140\n");
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a size that comes before an exec's Start is remembered",
    notGo: "ResizePty does nothing then",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const value = ociProcess(["sh", "-c", "sleep 0.3; stty size"], { terminal: true });
      const spec = { typeUrl: "x", value };
      await task.client.call("Exec", { id: task.id, execId: "e", terminal: true, stdout, spec });
      await task.resize(101, 27, "e");
      await task.start("e");
      await task.wait("e");
      await task.delete("e");
      await out.toEnd();
      expect(out.text).toBe("27 101\r\n");
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "three terminals in one shim: the end of one leaves the others alone (KF-073)",
    async run(driver) {
      const echo = "while read line; do echo got $line; done";
      const first = await terminalTask(driver, echo);
      await first.task.run(first.stdio);
      const all = [first];
      for (let n = 0; n < 2; n += 1) {
        const task = await first.task.beside(echo, { terminal: true });
        const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
        const out = new Reader(stdout);
        all.push({ task, stdin, out, stdio: { terminal: true, stdin, stdout } });
        const starting = task.run({ terminal: true, stdin, stdout });
        // While the third one is made, the second one ends.
        if (n === 1) {
          const [, second] = all as [typeof first, typeof first];
          await second.task.kill();
          await second.task.wait();
          await second.task.delete();
        }
        await starting;
      }
      const [one, , three] = all as [typeof first, typeof first, typeof first];
      for (const { stdin, out } of [one, three]) {
        const writer = openWriter(stdin);
        writeSync(writer, "hello\n");
        closeSync(writer);
        await eventually("an answer", () => out.text.includes("got hello"));
      }
      await three.task.kill();
      await three.task.wait();
      await three.task.delete();
      await one.task.kill();
      await one.task.finish();
    },
  },
  {
    name: "the temporary directory is deleted meanwhile (KF-083, KF-131)",
    notGo: "exec fails: no such file or directory",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const directory = join(driver.directory, "tmp");
      rmSync(directory, { recursive: true });
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec("tty", { terminal: true, stdout });
      expect(await task.wait(exec)).toBe(0);
      await task.delete(exec);
      await out.toEnd();
      mkdirSync(directory);
      expect(out.text).toMatch(/^\/dev\/pts\/\d+\r\n$/);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a terminal whose output nobody reads can be killed and deleted",
    async run(driver) {
      const { task, out, stdio } = await terminalTask(driver, "yes");
      await task.run(stdio);
      await eventually("output", () => out.bytes > 10_000);
      out.pause();
      await task.kill();
      expect(await task.wait()).toBe(137);
      expect(await task.delete("", 6000)).toBeLessThan(5500);
      out.resume();
      await task.shutdown();
      await out.toEnd();
    },
  },
  {
    name: "a runtime that never connects to the console socket (KF-083)",
    notGo: "it waits",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "tty", { terminal: true });
      const stdout = task.fifo("out");
      const before = performance.now();
      await expect(task.create({ terminal: true, stdout }, { binaryName: "/bin/true" })).rejects.toThrow(
        "failed to retrieve console master",
      );
      expect(performance.now() - before).toBeLessThan(5000);
      await task.shutdown();
    },
  },
  {
    name: "a runtime whose child connects to the console socket and says nothing",
    notGo: "it waits for the child",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "tty", { terminal: true });
      const stdout = task.fifo("out");
      const runtime = join(driver.directory, "silent-runtime");
      writeFileSync(
        runtime,
        `#!${process.execPath}
        const { argv, exit } = process;
        const socket = require("net").connect(argv[argv.indexOf("--console-socket") + 1], () => {
          const stdio = [socket._handle.fd, "ignore", "ignore"];
          require("child_process").spawn("sleep", ["3"], { detached: true, stdio }).unref();
          exit(0);
        });`,
        { mode: 0o755 },
      );
      const before = performance.now();
      await expect(task.create({ terminal: true, stdout }, { binaryName: runtime })).rejects.toThrow(
        "failed to retrieve console master",
      );
      expect(performance.now() - before).toBeLessThan(2500);
      await task.shutdown();
    },
  },
];

describeLanes(
  lanes.filter(({ name }) => name !== "copied"),
  scenarios,
);
