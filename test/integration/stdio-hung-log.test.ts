// Logs on file systems that do not answer, devices and FIFOs as logs: nobody but the process itself waits for them.

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { failure } from "../../conformance/driver/container.ts";
import { StdioTask } from "../driver/stdio-task.ts";
import { useDriver } from "../driver/use-driver.ts";
import { eventually } from "../helpers/eventually.ts";
import { FreezableDisk, mountSilent } from "../helpers/hanging-files.ts";
import { isOurs } from "../helpers/shim-under-test.ts";

const driver = useDriver();
/** What would wait for a hung file system waits for ever. */
const soonMs = 5000;
const lines = 60_000;
const writeLines = `seq ${lines}`;
const allLines = `${Array.from({ length: lines }, (_, n) => n + 1).join("\n")}\n`;

const undo: (() => void)[] = [];
afterEach(() => {
  for (const step of undo.splice(0).reverse()) step();
});

function freezableDisk(name: string): { disk: FreezableDisk; path: string } {
  const path = join(driver().directory, name);
  const disk = new FreezableDisk(path);
  undo.push(() => disk.remove());
  return { disk, path };
}

async function within<T>(limitMs: number, body: () => Promise<T>): Promise<T> {
  const before = performance.now();
  const result = await body();
  expect(performance.now() - before).toBeLessThan(limitMs);
  return result;
}

/** Another container of the same shim is made, answers, runs commands and goes, its mount with it. */
async function othersLive(task: StdioTask): Promise<void> {
  await within(soonMs, async () => {
    const bundle = driver().bundle({ rootfs: "rootfs" });
    const { client } = task;
    const rootfs = [{ type: "bind", source: driver().rootfs, options: ["rbind", "rw"] }];
    await client.call("Create", { ...bundle.createRequest(), rootfs });
    await client.call("Start", { id: bundle.id });
    const other = new StdioTask(driver(), bundle, client);
    const exec = await other.exec("true");
    expect(await other.wait(exec)).toBe(0);
    expect((await client.call("State", { id: bundle.id })).status).toBe(2);
    await other.kill();
    await other.wait();
    await other.delete();
  });
}

test.each(["", "?format=raw&max-size=100k&max-file=50"])(
  "logs on a frozen disk stop nobody, and are whole after the thaw (file://…%s)",
  async (query) => {
    const { disk, path } = freezableDisk("frozen");
    const command = `sleep 2; ${writeLines}`;
    const task = await StdioTask.prepare(driver(), command);
    const tasks = [task];
    for (let n = 0; n < 4; n += 1) tasks.push(await task.beside(command));
    const uri = (each: StdioTask) => `file://${path}/${each.id}.log${isOurs ? query : ""}`;
    for (const each of tasks) await each.run({ stdout: uri(each) });
    disk.freeze();
    // Those that write stand still: their pipe is full.
    await sleep(2500);
    await othersLive(task);
    for (const each of tasks) expect((await each.client.call("State", { id: each.id })).status).toBe(2);
    disk.thaw();
    for (const each of tasks) {
      expect(await each.wait()).toBe(0);
      await each.delete();
      const files = execFileSync("sh", ["-c", `ls -v -r ${path}/${each.id}.log*`])
        .toString()
        .trim()
        .split("\n");
      const parts = files.map((file) => readFileSync(file, "utf8"));
      expect(parts.join("") === allLines, "all lines, in order").toBe(true);
    }
    await task.shutdown();
  },
);

test("exits are told and Delete succeeds while a log hangs", async () => {
  const { disk, path } = freezableDisk("frozen");
  const task = await StdioTask.prepare(driver(), "sleep 1; yes");
  await task.run({ stdout: `file://${path}/log` });
  disk.freeze();
  await sleep(1500);
  await task.kill();
  await within(soonMs, () => task.wait());
  await within(8000, () => task.delete("", 10_000));
  await othersLive(task);
  disk.thaw();
  expect(statSync(`${path}/log`).size % 2).toBe(0);
  await task.shutdown();
});

const hung: readonly [string, (path: string) => object][] = [
  ["a log file", (path) => ({ stdout: `file://${path}/log` })],
  ["a log file in a directory to be made", (path) => ({ stdout: `file://${path}/a/b/log` })],
  ["stdout and stderr", (path) => ({ stdout: `${path}/out`, stderr: `${path}/err` })],
  ["stdin", (path) => ({ stdin: `${path}/in` })],
];

test.runIf(isOurs).each(hung)("%s on a file system that does not answer fails Create in time", async (_, stdio) => {
  const path = join(driver().directory, "silent");
  const answer = mountSilent(path);
  undo.push(answer);
  const task = await StdioTask.prepare(driver(), "true");
  const created = failure(task.create(stdio(path), {}, 12_000));
  await sleep(200);
  await othersLive(task);
  const { message } = await within(12_000, () => created);
  expect(message).toMatch(/did not answer within \d+ ms/);
  await task.shutdown();
});

test("a device as log", async () => {
  const task = await StdioTask.prepare(driver(), "echo one; echo two >&2");
  await task.run({ stdout: "file:///dev/null" });
  expect(await task.finish()).toBe(0);
});

test.runIf(isOurs)("a FIFO as log: nobody waits for its reader, who gets everything", async () => {
  const task = await StdioTask.prepare(driver(), "echo one; echo two >&2; sleep 1000");
  const fifo = task.fifo("log");
  await within(soonMs, () => task.run({ stdout: `file://${fifo}` }));
  await othersLive(task);
  const out = task.reader(fifo);
  await eventually("both streams", () => out.text === "one\ntwo\n");
  await task.kill();
  await task.finish();
  await out.toEnd();
});

test("a directory as log fails Create", async () => {
  const path = join(driver().directory, "a-directory");
  mkdirSync(path);
  const task = await StdioTask.prepare(driver(), "true");
  const { message } = await failure(task.create({ stdout: `file://${path}` }));
  expect(message).toContain(`open ${path}: is a directory`);
  await task.shutdown();
});

test.runIf(isOurs)("parameters need a regular file", async () => {
  const task = await StdioTask.prepare(driver(), "true");
  const { message } = await failure(task.create({ stdout: "file:///dev/null?max-size=1m" }));
  expect(message).toContain("a log's parameters need a regular file: /dev/null is a character device");
  await task.shutdown();
});
