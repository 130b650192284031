// `ctr run`: what goes in, what comes out, and the exit code at the end.

import { createHash, randomBytes } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { feed, initPid, remove, run, runDetached, runWords, waitForStatus } from "../helpers/containers.ts";
import { daemonUnderTest } from "../helpers/daemon-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { userImageName } from "../helpers/rootfs-image.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();

describe("ctr run, attached", () => {
  test("gives stdout and stderr of the container apart", async () => {
    const result = await run(containerd(), ["sh", "-c", "echo out; echo err >&2"]);
    expect(result).toMatchObject({ exitCode: 0, stdout: "out\n", stderr: "err\n" });
  });

  test.each([0, 1, 42, 127, 255])("ends with the container's exit code %i", async (code) => {
    expect((await run(containerd(), ["sh", "-c", `exit ${code}`])).exitCode).toBe(code);
  });

  test.each([
    ["TERM", 143],
    ["INT", 130],
    ["SEGV", 139],
    ["USR1", 138],
    ["KILL", 137],
  ])("ends with 128+n when the container dies of SIG%s", async (signal, code) => {
    // The first process of a pid namespace survives most signals; the second one's init is not the first.
    const first = await runDetached(containerd());
    const flags = ["--with-ns", `pid:/proc/${await initPid(containerd(), first)}/ns/pid`];
    const result = await run(containerd(), ["sh", "-c", `kill -${signal} $$`], { flags });
    expect(result).toMatchObject({ exitCode: code, stderr: "" });
    await remove(containerd(), first);
  });

  test("ends with 137 when the task is killed from outside", async () => {
    const id = containerd().newId();
    const attached = containerd().ctr.start(runWords(containerd(), ["sleep", "1000"], { id, flags: ["--rm"] }));
    await waitForStatus(containerd(), id, "RUNNING");
    await containerd().ctr.run("tasks", "kill", "--signal", "KILL", id);
    expect((await attached).exitCode).toBe(137);
  });

  test("runs with the given directory and environment", async () => {
    const flags = ["--env", "GREETING=good day", "--cwd", "/home"];
    const result = await run(containerd(), ["sh", "-c", 'echo "$GREETING"; pwd; id -u'], { flags });
    expect(result).toMatchObject({ exitCode: 0, stdout: "good day\n/home\n0\n" });
  });

  test("runs as the user of the image, who may re-open stdout", async () => {
    const script = "id -u; id -g; pwd; echo again >/dev/stdout; echo wrong >/dev/stderr";
    const result = await run(containerd(), ["sh", "-c", script], { image: userImageName });
    expect(result).toMatchObject({ exitCode: 0, stdout: "1000\n1000\n/home/user\nagain\n", stderr: "wrong\n" });
  });

  test("passes stdin to the container and its end as EOF", async () => {
    const id = containerd().newId();
    const sort = containerd().ctr.start(runWords(containerd(), ["sort"], { id, flags: ["--rm"] }));
    const result = await feed(containerd(), id, sort, "b\na\n");
    expect(result).toMatchObject({ exitCode: 0, stdout: "a\nb\n" });
  });

  test("reads stdin by its name, when the client has gone already, and its end", async () => {
    const id = containerd().newId();
    const words = ["sh", "-c", "sleep 1; cat /dev/stdin"];
    const cat = containerd().ctr.start(runWords(containerd(), words, { id, flags: ["--rm"] }));
    expect(await feed(containerd(), id, cat, "data\n")).toMatchObject({ exitCode: 0, stdout: "data\n" });
  });

  test("carries 8 MiB through cat unchanged", async () => {
    const input = randomBytes(6 * 1024 * 1024).toString("base64");
    expect(input.length).toBe(8 * 1024 * 1024);
    const id = containerd().newId();
    const cat = containerd().ctr.start(runWords(containerd(), ["cat"], { id, flags: ["--rm"] }));
    let received = 0;
    cat.stdout.on("data", (chunk: Buffer) => {
      received += chunk.length;
    });
    cat.stdin.write(input);
    // The end of stdin comes when all is back: ctr 1.6 may stop reading too early when the container ends.
    await eventually("all of it has come back", () => received === input.length);
    cat.stdin.end();
    const result = await cat;
    expect(result).toMatchObject({ exitCode: 0, stderr: "" });
    expect(result.stdout.length).toBe(input.length);
    expect(sha256(result.stdout)).toBe(sha256(input));
  });

  // ctr 1.6 sometimes stops reading before the end of the FIFO, whichever the shim: there the shim writes a file.
  test("loses none of 4 MiB written just before the exit", async () => {
    const script = "head -c 4194304 /dev/zero | tr '\\0' x; exit 3";
    const file = daemonUnderTest.generation === "1.6" ? join(containerd().directory, "output") : undefined;
    const flags = file === undefined ? [] : ["--log-uri", `file://${file}`];
    const result = await run(containerd(), ["sh", "-c", script], { flags });
    expect(result.exitCode).toBe(3);
    expect(file === undefined ? result.stdout.length : statSync(file).size).toBe(4_194_304);
  });

  test("runs with all stdio on /dev/null", async () => {
    const script = "[ $(readlink /proc/$$/fd/1) = /dev/null ] && exit 5";
    const result = await run(containerd(), ["sh", "-c", script], { flags: ["--null-io"] });
    expect(result).toMatchObject({ exitCode: 5, stdout: "" });
  });
});

describe("ctr run, detached", () => {
  test("returns at once, and the container runs on", async () => {
    const id = await runDetached(containerd());
    expect(await containerd().ctr.task(id)).toMatchObject({ status: "RUNNING" });
    const pid = await initPid(containerd(), id);
    expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).toBe("sleep\x001000\0");
    await remove(containerd(), id);
  });

  test("keeps the exit code until the task is deleted", async () => {
    const id = await runDetached(containerd(), ["sh", "-c", "exit 42"]);
    await waitForStatus(containerd(), id, "STOPPED");
    const deleted = await containerd().ctr.try("tasks", "rm", id);
    expect(deleted.stderr).toContain("exit code 42");
    await remove(containerd(), id);
  });

  test("writes the task's pid where it was asked to", async () => {
    const pidFile = join(containerd().directory, "pid");
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags: ["--pid-file", pidFile] });
    expect(Number(readFileSync(pidFile, "utf8"))).toBe(await initPid(containerd(), id));
    await remove(containerd(), id);
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
