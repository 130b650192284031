// The same life of a process's stdio against our shim, handing FIFOs over and copying, and the Go shim.

import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { crc32 } from "node:zlib";
import { expect } from "vitest";
import { openWriter, patternCommand, patternCrc, Reader } from "../driver/stdio-client.ts";
import { describeLanes, lanes, type Scenario } from "../driver/stdio-lanes.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { eventually } from "../helpers/eventually.ts";
import { isSoak, sized } from "../helpers/soak.ts";

const MiB = 1 << 20;

const scenarios: readonly Scenario[] = [
  {
    name: "stdout and stderr are apart, binary bytes are themselves",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "printf '\\000\\377\\n\\r\\033'; echo err >&2");
      const [stdout, stderr] = [task.fifo("out"), task.fifo("err")];
      const [out, err] = [new Reader(stdout), new Reader(stderr)];
      await task.run({ stdout, stderr });
      expect(await task.finish()).toBe(0);
      await Promise.all([out.toEnd(), err.toEnd()]);
      expect([out.text, err.text]).toEqual(["\0\xff\n\r\x1b", "err\n"]);
    },
  },
  {
    name: "64 MiB and exit, Delete directly after Wait: all arrives, and the end",
    async run(driver) {
      const task = await StdioTask.prepare(driver, patternCommand(64 * MiB));
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      await task.run({ stdout });
      await task.finish();
      expect(await out.toEnd()).toEqual({ bytes: 64 * MiB, crc: patternCrc(64 * MiB) });
    },
  },
  {
    name: `8 MiB and exit, ${sized(2, 200)} times each for init and exec: every byte arrives (KF-059)`,
    // In one of some hundred rounds the one of containerd 1.6.20 answers a call no more.
    ...(isSoak ? { notGo: "stands still in long runs" } : {}),
    timeoutMs: 600_000,
    async run(driver) {
      const bytes = 8 * MiB;
      const whole = { bytes, crc: patternCrc(bytes) };
      const first = await StdioTask.prepare(driver, "sleep 1000");
      await first.run({});
      for (let n = 0; n < sized(2, 200); n += 1) {
        const stdout = first.fifo(`exec-${n}`);
        const out = new Reader(stdout);
        const exec = await first.exec(patternCommand(bytes), { stdout });
        await first.wait(exec);
        await first.delete(exec);
        expect(await out.toEnd()).toEqual(whole);
        const init = await first.beside(patternCommand(bytes));
        const path = init.fifo("init");
        const initOut = new Reader(path);
        await init.run({ stdout: path });
        await init.wait();
        await init.delete();
        expect(await initOut.toEnd()).toEqual(whole);
      }
      await first.kill();
      await first.finish();
    },
  },
  {
    name: "a last megabyte that is not read yet when the process ends",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      const stdout = task.fifo("out");
      await task.run({});
      const out = new Reader(stdout);
      const exec = await task.exec(patternCommand(MiB), { stdout });
      await task.wait(exec);
      await task.delete(exec);
      expect(await out.toEnd()).toEqual({ bytes: MiB, crc: patternCrc(MiB) });
      await task.kill();
      await task.finish();
    },
  },
  {
    name: `a flood of short lines up to the end, ${sized(3, 100)} times: the end is told (KF-007)`,
    timeoutMs: 600_000,
    async run(driver) {
      const first = await StdioTask.prepare(driver, "sleep 1000");
      await first.run({});
      for (let n = 0; n < sized(3, 100); n += 1) {
        const task = await first.beside("i=0; while [ $i -lt 40000 ]; do i=$((i+1)); echo line $i; done");
        const stdout = task.fifo("out");
        const out = new Reader(stdout);
        await task.run({ stdout });
        expect(await task.wait()).toBe(0);
        await task.delete();
        await out.toEnd();
        expect(out.text.endsWith("line 40000\n")).toBe(true);
      }
      await first.kill();
      await first.finish();
    },
  },
  {
    name: "the end is seen without Delete (KF-062)",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo bye");
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      await task.run({ stdout });
      await task.wait();
      await eventually("end of file", () => out.ended, { timeoutMs: 1000 });
      expect(out.text).toBe("bye\n");
      await task.finish();
    },
  },
  {
    name: "20 MiB through stdin, cat and stdout",
    async run(driver) {
      const task = await StdioTask.prepare(driver, ["cat"]);
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const out = new Reader(stdout);
      const feeder = spawn("sh", ["-c", `${patternCommand(20 * MiB)} > ${stdin}`]);
      const fed = once(feeder, "exit");
      await task.run({ stdin, stdout });
      await fed;
      await task.closeStdin();
      await task.finish();
      expect(await out.toEnd()).toEqual({ bytes: 20 * MiB, crc: patternCrc(20 * MiB) });
    },
  },
  {
    name: "detach and return: only CloseIO ends stdin (KF-063)",
    async run(driver) {
      const task = await StdioTask.prepare(driver, ["cat"]);
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const out = new Reader(stdout);
      await task.run({ stdin, stdout });
      for (const word of ["one\n", "two\n", "three\n"]) {
        const writer = openWriter(stdin);
        writeSync(writer, word);
        closeSync(writer);
        await eventually(`${word} is back`, () => out.text.endsWith(word));
      }
      await task.closeStdin();
      expect(await task.finish()).toBe(0);
      await out.toEnd();
      expect(out.text).toBe("one\ntwo\nthree\n");
    },
  },
  {
    name: "CloseIO before Start is remembered, for init (KF-064)",
    notGo: "the Go shim forgets it now and then",
    async run(driver) {
      const task = await StdioTask.prepare(driver, ["cat"]);
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const out = new Reader(stdout);
      const feeder = spawn("sh", ["-c", `echo early > ${stdin}`]);
      const fed = once(feeder, "exit");
      await task.create({ stdin, stdout });
      await fed;
      await task.closeStdin();
      await task.start();
      expect(await task.finish()).toBe(0);
      await out.toEnd();
      expect(out.text).toBe("early\n");
    },
  },
  {
    name: "CloseIO before Start is remembered, for an exec (KF-064)",
    notGo: "the Go shim forgets it",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const out = new Reader(stdout);
      const value = Buffer.from(
        JSON.stringify({ args: ["cat"], cwd: "/", env: ["PATH=/bin"], user: { uid: 0, gid: 0 } }),
      );
      await task.client.call("Exec", { id: task.id, execId: "e", stdin, stdout, spec: { typeUrl: "x", value } });
      await task.closeStdin("e");
      // Before that, a client's blocking open has nobody to wait for.
      const feeder = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
      writeSync(feeder, "early\n");
      const starting = task.start("e");
      await starting;
      closeSync(feeder);
      expect(await task.wait("e")).toBe(0);
      await task.delete("e");
      await out.toEnd();
      expect(out.text).toBe("early\n");
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a process that does not read stdin goes on writing, and can be killed (KF-065)",
    async run(driver) {
      const task = await StdioTask.prepare(driver, `${patternCommand(10 * MiB)}; sleep 1000`);
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const out = new Reader(stdout);
      const feeder = spawn("sh", ["-c", `exec yes > ${stdin}`], { stdio: "ignore" });
      await task.run({ stdin, stdout });
      await eventually("all output", () => out.bytes === 10 * MiB);
      const rss = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${task.bundle.shimPid()}/status`, "utf8"))?.[1]);
      expect(rss).toBeLessThan(100 * 1024);
      await task.kill();
      expect(await task.finish()).toBe(137);
      feeder.kill("SIGKILL");
      expect(await out.toEnd()).toEqual({ bytes: 10 * MiB, crc: patternCrc(10 * MiB) });
    },
  },
  {
    name: "1 MiB lines without newline",
    async run(driver) {
      const bytes = 8 * MiB;
      const task = await StdioTask.prepare(driver, `head -c ${bytes} /dev/zero | tr '\\0' x`);
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      await task.run({ stdout });
      await task.finish();
      expect(await out.toEnd()).toEqual({ bytes, crc: crc32(Buffer.alloc(bytes, "x")) });
    },
  },
  {
    name: "the client goes and returns: the process lives, nothing is lost (KF-067)",
    notGo: "1.6 was seen to hang here on a busy machine",
    async run(driver) {
      const task = await StdioTask.prepare(driver, `cat`);
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const first = new Reader(stdout);
      await task.run({ stdin, stdout });
      const writer = openWriter(stdin);
      writeSync(writer, "before\n");
      await eventually("the first line", () => first.text === "before\n");
      await first.kill();
      writeSync(writer, "while away\n");
      await sleep(100);
      const second = new Reader(stdout);
      writeSync(writer, "after\n");
      closeSync(writer);
      await task.closeStdin();
      expect(await task.finish()).toBe(0);
      await second.toEnd();
      expect(second.text).toBe("while away\nafter\n");
    },
  },
  {
    name: "a reader killed -9 in the middle: the next one gets the rest in order, and the end",
    async run(driver) {
      // More than all buffers together hold, less than a Reader keeps.
      const task = await StdioTask.prepare(driver, "seq 1 140000");
      const stdout = task.fifo("out");
      const first = new Reader(stdout, { pauseAfter: 10_000 });
      await task.run({ stdout });
      await eventually("some lines", () => first.bytes > 10_000);
      await first.kill();
      await sleep(50);
      const second = new Reader(stdout);
      expect(await task.finish()).toBe(0);
      await second.toEnd();
      // What the dead reader had read is gone, half a line perhaps; from there on, nothing is missing.
      const [, ...numbers] = second.text.trimEnd().split("\n").map(Number);
      expect(numbers.at(-1)).toBe(140_000);
      expect(numbers.every((number, index) => index === 0 || number === (numbers[index - 1] as number) + 1)).toBe(true);
    },
  },
  {
    name: "a client that leaves and returns twenty times: not a byte is lost or doubled",
    async run(driver) {
      const bytes = 8 * MiB;
      const task = await StdioTask.prepare(driver, patternCommand(bytes));
      const stdout = task.fifo("out");
      const first = readPart(stdout, 100_000);
      await task.run({ stdout });
      let crc = crc32(await first);
      for (let n = 1; n < 20; n += 1) crc = crc32(await readPart(stdout, 100_000), crc);
      const last = readPart(stdout, bytes - 2_000_000);
      expect(await task.finish()).toBe(0);
      expect(crc32(await last, crc)).toBe(patternCrc(bytes));
    },
  },
  {
    name: "100 containers of one shim (40 of the copying one) write at once",
    isMany: true,
    notGo: "its calls time out on a small machine",
    timeoutMs: 180_000,
    async run(driver, lane) {
      const count = lane.name === "direct" ? 100 : 40;
      const first = await StdioTask.prepare(driver, patternCommand(MiB));
      const others = await Promise.all(Array.from({ length: count - 1 }, () => first.beside(patternCommand(MiB))));
      const tasks = [first, ...others];
      const readers = await Promise.all(
        tasks.map(async (task) => {
          const stdout = task.fifo("out");
          const reader = new Reader(stdout);
          await task.create({ stdout });
          return reader;
        }),
      );
      await Promise.all(tasks.map((task) => task.start()));
      await Promise.all(
        tasks.map(async (task) => {
          await task.wait();
          await task.delete();
        }),
      );
      for (const reader of readers) expect(await reader.toEnd()).toEqual({ bytes: MiB, crc: patternCrc(MiB) });
      await first.shutdown();
    },
  },
  {
    name: "1,000 execs (200 copied) whose client leaves stdin open: no descriptor more than before (KF-080)",
    isMany: true,
    notGo: "what reads the client's stdin stays",
    timeoutMs: 240_000,
    async run(driver, lane) {
      const rounds = lane.name === "direct" ? 250 : 50;
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const [stdin, stdout] = [task.fifo("in"), task.fifo("out")];
      const client = openSync(stdin, constants.O_RDWR | constants.O_NONBLOCK);
      const reader = openSync(stdout, constants.O_RDWR | constants.O_NONBLOCK);
      const once = async () => {
        const exec = await task.exec("exit 0", { stdin, stdout });
        await task.wait(exec);
        await task.delete(exec);
      };
      await once();
      const before = task.shimDescriptors().length;
      for (let n = 0; n < rounds; n += 1) await Promise.all([once(), once(), once(), once()]);
      await eventually("no more descriptors", () => task.shimDescriptors().length <= before);
      closeSync(client);
      closeSync(reader);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a process with a label of its own gets pipes, and so does its exec",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "readlink /proc/self/fd/1; sleep 1000");
      const file = join(task.bundle.path, "config.json");
      const config = JSON.parse(readFileSync(file, "utf8")) as { process: Record<string, unknown> };
      config.process.selinuxLabel = "system_u:system_r:container_t:s0";
      writeFileSync(file, JSON.stringify(config));
      // This kernel knows no labels, and runc refuses them then: it never sees this one.
      const binaryName = task.path("runc");
      const strip = `sed -i -E 's/,"selinuxLabel":"[^"]*"//' ${file}`;
      writeFileSync(binaryName, `#!/bin/sh\n${strip}\nexec runc "$@"\n`);
      chmodSync(binaryName, 0o755);
      const [stdout, ofExec] = [task.fifo("out"), task.fifo("exec")];
      const [out, outOfExec] = [new Reader(stdout), new Reader(ofExec)];
      await task.run({ stdout }, { binaryName });
      // The Go shim opens it twice: a reader that has seen an end in between would be gone by the second time.
      const held = openSync(ofExec, constants.O_RDWR | constants.O_NONBLOCK);
      const exec = await task.exec("readlink /proc/self/fd/1", { stdout: ofExec });
      closeSync(held);
      await task.wait(exec);
      await task.delete(exec);
      await outOfExec.toEnd();
      await task.kill();
      await task.finish();
      await out.toEnd();
      for (const reader of [out, outOfExec]) expect(reader.text).toMatch(/^pipe:\[\d+\]\n$/);
    },
  },
  {
    name: "a client that opens after the exit gets everything, and the end",
    notGo: "the Go shim's Create waits for the client",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo first; echo last");
      const stdout = task.fifo("out");
      await task.run({ stdout });
      expect(await task.wait()).toBe(0);
      await sleep(50);
      const late = new Reader(stdout);
      await eventually("end of file", () => late.ended, { timeoutMs: 1000 });
      expect(late.text).toBe("first\nlast\n");
      // And another one after it has an end as well.
      const later = new Reader(stdout);
      await eventually("end of file again", () => later.ended, { timeoutMs: 1000 });
      await task.finish();
    },
  },
  {
    name: "a client that never opens holds neither Start nor Kill nor Delete",
    notGo: "the Go shim's Create waits for the client",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "yes");
      const stdout = task.fifo("out");
      await task.run({ stdout });
      await sleep(50);
      await task.kill();
      expect(await task.wait()).toBe(137);
      const durationMs = await task.delete("", 6000);
      expect(durationMs).toBeLessThan(5000);
      await task.shutdown();
    },
  },
  {
    name: "a grandchild keeps stdout: the exit is not held, its output goes on, the end follows it",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec("(sleep 0.5; echo grandchild) & echo ok", { stdout });
      const before = performance.now();
      await task.wait(exec);
      expect(performance.now() - before).toBeLessThan(1000);
      await out.toEnd();
      expect(out.text).toBe("ok\ngrandchild\n");
      await task.delete(exec);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a grandchild that never ends does not hold Delete for ever (KF-061)",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec("sleep 1000 & echo ok", { stdout });
      await task.wait(exec);
      expect(await task.delete(exec, 15_000)).toBeLessThan(12_000);
      expect(out.text).toBe("ok\n");
      await task.kill();
      await task.finish();
      await out.toEnd();
    },
  },
  {
    name: "stdout and stderr are the same FIFO",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "for i in 1 2 3 4 5; do echo out $i; echo err $i >&2; done");
      const path = task.fifo("both");
      const out = new Reader(path);
      await task.run({ stdout: path, stderr: path });
      await task.finish();
      await out.toEnd();
      const lines = out.text.split("\n").slice(0, -1);
      expect(lines.filter((line) => line.startsWith("out"))).toEqual([1, 2, 3, 4, 5].map((i) => `out ${i}`));
      expect(lines.filter((line) => line.startsWith("err"))).toEqual([1, 2, 3, 4, 5].map((i) => `err ${i}`));
    },
  },
  {
    name: "stderr is not wanted",
    notGo: 'opening file "" failed',
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo err >&2; echo out");
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      await task.run({ stdout, stderr: "" });
      expect(await task.finish()).toBe(0);
      await out.toEnd();
      expect(out.text).toBe("out\n");
    },
  },
  {
    name: "stdout is not wanted",
    notGo: 'opening file "" failed',
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo err >&2; echo out");
      const stderr = task.fifo("err");
      const err = new Reader(stderr);
      await task.run({ stderr });
      expect(await task.finish()).toBe(0);
      await err.toEnd();
      expect(err.text).toBe("err\n");
    },
  },
  {
    name: "only stdin is wanted, for an exec",
    notGo: "Start hangs until the process ends",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdin = task.fifo("in");
      const exec = await task.exec('read line; test "$line" = hello', { stdin });
      const writer = openWriter(stdin);
      writeSync(writer, "hello\n");
      expect(await task.wait(exec)).toBe(0);
      closeSync(writer);
      await task.delete(exec);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a regular file is appended to, and is not the process's to damage",
    async run(driver) {
      const task = await StdioTask.prepare(
        driver,
        ": > /proc/self/fd/1; echo out; echo err >&2; readlink /proc/self/fd/1",
      );
      const path = task.path("file");
      writeFileSync(path, "earlier\n");
      await task.run({ stdout: path, stderr: path });
      await task.finish();
      const lines = readFileSync(path, "utf8").split("\n");
      expect(lines[0]).toBe("earlier");
      expect(lines).toContain("out");
      expect(lines).toContain("err");
      expect(lines.filter((line) => line.startsWith("pipe:")).length).toBe(1);
    },
  },
  {
    name: "/dev/null as a path",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo out; echo err >&2");
      await task.run({ stdout: "/dev/null", stderr: "/dev/null" });
      expect(await task.finish()).toBe(0);
    },
  },
  {
    name: "a missing path fails Create in the same words",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo out");
      const path = task.path("missing");
      await expect(task.create({ stdout: path, stderr: path })).rejects.toThrow(
        `failed to start io pipe copy: unable to copy pipes: containerd-shim: opening file "${path}" failed: open ${path}: no such file or directory`,
      );
      await task.shutdown();
    },
  },
  {
    name: "a directory fails Create in the same words",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo out");
      const path = task.path("directory");
      mkdirSync(path);
      await expect(task.create({ stdout: path, stderr: path })).rejects.toThrow(
        `failed to start io pipe copy: unable to copy pipes: containerd-shim: opening file "${path}" failed: open ${path}: is a directory`,
      );
      await task.shutdown();
    },
  },
  {
    name: "a missing stdin fails Create in the same words",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "cat");
      const [stdin, stdout] = [task.path("missing"), task.fifo("out")];
      const out = new Reader(stdout);
      await expect(task.create({ stdin, stdout, stderr: stdout })).rejects.toThrow(
        `failed to open stdin fifo ${stdin}: stat ${stdin}: no such file or directory`,
      );
      await out.kill();
      await task.shutdown();
    },
  },
  {
    name: "an unknown scheme fails Create in the same words",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "echo out");
      await expect(task.create({ stdout: "gopher://x/y", stderr: "gopher://x/y" })).rejects.toThrow(
        "failed to create init process I/O: unknown STDIO scheme gopher",
      );
      await task.shutdown();
    },
  },
  {
    name: "a non-root process re-opens /dev/stdout (KF-072)",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const out = new Reader(stdout);
      const exec = await task.exec(
        "id -u; echo again > /proc/self/fd/1",
        { stdout, stderr: stdout },
        { user: { uid: 1000, gid: 1000 } },
      );
      expect(await task.wait(exec)).toBe(0);
      await task.delete(exec);
      await out.toEnd();
      expect(out.text).toBe("1000\nagain\n");
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "a hundred short lines of an exec that are read after its Delete: it does not wait for that, and all are there",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      const late = openSync(stdout, constants.O_RDONLY | constants.O_NONBLOCK);
      const exec = await task.exec("for i in $(seq 100); do echo $i; usleep 2000; done", { stdout });
      await task.wait(exec);
      expect(await task.delete(exec)).toBeLessThan(5000);
      const buffer = Buffer.alloc(1000);
      const numbers = Array.from({ length: 100 }, (_, n) => `${n + 1}\n`);
      expect(buffer.toString("latin1", 0, readSync(late, buffer))).toBe(numbers.join(""));
      closeSync(late);
      await task.kill();
      await task.finish();
    },
  },
  {
    name: "Delete with a reader that is stuck: within the caller's patience (KF-060)",
    notGo: "a drain as long as the caller's deadline",
    async run(driver) {
      const task = await StdioTask.prepare(driver, "sleep 1000");
      await task.run({});
      const stdout = task.fifo("out");
      // Open, and never read.
      const stuck = openSync(stdout, constants.O_RDONLY | constants.O_NONBLOCK);
      const exec = await task.exec("yes", { stdout });
      await sleep(100);
      await task.kill(exec);
      await task.wait(exec);
      expect(await task.delete(exec, 3000)).toBeLessThan(3000);
      closeSync(stuck);
      await task.kill();
      await task.finish();
    },
  },
];

/** Reads exactly `bytes` bytes and leaves. */
async function readPart(path: string, bytes: number): Promise<Buffer> {
  const head = spawn("head", ["-c", String(bytes), path], { stdio: ["ignore", "pipe", "inherit"] });
  const chunks: Buffer[] = [];
  head.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(head, "close");
  return Buffer.concat(chunks);
}

describeLanes(lanes, scenarios);
