// `ctr tasks …` on running containers, alone and many at once.

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { execWords, initPid, remove, run, runDetached, waitForStatus } from "../helpers/containers.ts";
import { userImageName } from "../helpers/rootfs-image.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();

describe("ctr tasks", () => {
  test("ls shows each task with pid and status", async () => {
    const ids = [await runDetached(containerd()), await runDetached(containerd(), ["true"])];
    await waitForStatus(containerd(), ids[1] as string, "STOPPED");
    const tasks = await containerd().ctr.tasks();
    expect(ids.map((id) => tasks.get(id)?.status)).toEqual(["RUNNING", "STOPPED"]);
    for (const id of ids) await remove(containerd(), id);
  });

  test("ps lists the processes of the container, with the exec id of an exec", async () => {
    const id = await runDetached(containerd());
    await containerd().ctr.run(...execWords(id, ["sleep", "1000"], { execId: "second", flags: ["--detach"] }));
    const [, ...rows] = (await containerd().ctr.run("tasks", "ps", id)).trimEnd().split("\n");
    const pid = String(await initPid(containerd(), id));
    expect(rows).toHaveLength(2);
    expect(rows[0]?.split(/\s+/)).toEqual([pid, "-"]);
    expect(rows[1]).toMatch(/second/);
    await remove(containerd(), id);
  });

  test.each([0, 1, 42, 127, 255])("exec ends with its command's exit code %i", async (code) => {
    const id = await runDetached(containerd());
    const result = await containerd().ctr.try(...execWords(id, ["sh", "-c", `echo here; exit ${code}`]));
    expect(result).toMatchObject({ exitCode: code, stdout: "here\n" });
    await remove(containerd(), id);
  });

  test.each([
    ["TERM", 143],
    ["KILL", 137],
    ["SEGV", 139],
  ])("exec ends with 128+n when its command dies of SIG%s", async (signal, code) => {
    const id = await runDetached(containerd());
    const result = await containerd().ctr.try(...execWords(id, ["sh", "-c", `kill -${signal} $$`]));
    expect(result.exitCode).toBe(code);
    await remove(containerd(), id);
  });

  test("exec runs as another user, in another directory", async () => {
    const id = await runDetached(containerd());
    const flags = ["--user", "1000:1000", "--cwd", "/tmp"];
    const result = await containerd().ctr.try(
      ...execWords(id, ["sh", "-c", "id -u; pwd; echo x >/dev/stdout"], { flags }),
    );
    expect(result).toMatchObject({ exitCode: 0, stdout: "1000\n/tmp\nx\n" });
    await remove(containerd(), id);
  });

  test.each(["cat /dev/stdin", "sleep 0.3; cat /dev/stdin"])(
    "exec reads stdin by its name, and its end: %s",
    async (command) => {
      const id = await runDetached(containerd());
      const exec = containerd().ctr.start(execWords(id, ["sh", "-c", command]));
      exec.stdin.end("data\n");
      expect(await exec).toMatchObject({ exitCode: 0, stdout: "data\n" });
      await remove(containerd(), id);
    },
  );

  test("exec returns soon after its command, whoever keeps its output", async () => {
    const id = await runDetached(containerd());
    const before = performance.now();
    const result = await containerd().ctr.try(...execWords(id, ["sh", "-c", "sleep 300 & echo hi"]));
    expect(result).toMatchObject({ exitCode: 0, stdout: "hi\n" });
    expect(performance.now() - before).toBeLessThan(6000);
    await remove(containerd(), id);
  });

  test("exec passes stdin and its end", async () => {
    const id = await runDetached(containerd());
    const exec = containerd().ctr.start(execWords(id, ["sh", "-c", "echo up; sort"]));
    exec.stdout.once("data", () => exec.stdin.end("b\na\n"));
    expect(await exec).toMatchObject({ exitCode: 0, stdout: "up\na\nb\n" });
    await remove(containerd(), id);
  });

  test("kill sends the signal to init, and to an exec when it is named", async () => {
    const trap = "trap 'echo got it >/tmp/got' USR1; echo up >/tmp/up; while :; do sleep 0.02; done";
    const id = await runDetached(containerd(), ["sh", "-c", trap], { image: userImageName });
    const pid = await initPid(containerd(), id);
    await expect.poll(() => tryRead(pid, "/tmp/up")).toBe("up\n");
    await containerd().ctr.run("tasks", "kill", "--signal", "USR1", id);
    await expect.poll(() => tryRead(pid, "/tmp/got")).toBe("got it\n");

    const exec = containerd().ctr.start(execWords(id, ["sh", "-c", "echo up; exec sleep 1000"], { execId: "victim" }));
    exec.stdout.once("data", () => void containerd().ctr.try("tasks", "kill", "--exec-id", "victim", id));
    expect((await exec).exitCode).toBe(143);
    await remove(containerd(), id);
  });

  test("kill --all ends every process of the container", async () => {
    const id = await runDetached(containerd(), ["sh", "-c", "sleep 1000 & sleep 1000"]);
    await containerd().ctr.run("tasks", "kill", "--all", "--signal", "KILL", id);
    await waitForStatus(containerd(), id, "STOPPED");
    await remove(containerd(), id);
  });

  test("pause stops the container and resume lets it go on", async () => {
    const id = await runDetached(containerd(), ["sh", "-c", "while :; do echo >>/tmp/ticks; sleep 0.02; done"]);
    const pid = await initPid(containerd(), id);
    await containerd().ctr.run("tasks", "pause", id);
    await waitForStatus(containerd(), id, "PAUSED");
    const frozen = tryRead(pid, "/tmp/ticks").length;
    await containerd().ctr.run("tasks", "ls");
    expect(tryRead(pid, "/tmp/ticks").length).toBe(frozen);
    await containerd().ctr.run("tasks", "resume", id);
    await expect.poll(() => tryRead(pid, "/tmp/ticks").length).toBeGreaterThan(frozen);
    await remove(containerd(), id);
  });

  test("delete removes the task and leaves the container to be started again", async () => {
    const id = await runDetached(containerd(), ["true"]);
    await waitForStatus(containerd(), id, "STOPPED");
    await containerd().ctr.run("tasks", "delete", id);
    expect(await containerd().ctr.task(id)).toBeUndefined();
    const again = await containerd().ctr.try("tasks", "start", id);
    expect(again.exitCode).toBe(0);
    await remove(containerd(), id);
  });
});

describe("many at once", () => {
  test("20 containers run at the same time, each with its own output and exit code", async () => {
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    const results = await Promise.all(
      numbers.map((number) => run(containerd(), ["sh", "-c", `echo ${number}; exit ${number}`])),
    );
    expect(results.map(({ stdout, exitCode }) => [stdout, exitCode])).toEqual(numbers.map((n) => [`${n}\n`, n]));
  });

  test("30 execs run at the same time in one container", async () => {
    const id = await runDetached(containerd());
    const numbers = Array.from({ length: 30 }, (_, number) => number);
    const results = await Promise.all(
      numbers.map((n) => containerd().ctr.try(...execWords(id, ["sh", "-c", `echo ${n}; exit ${n}`]))),
    );
    expect(results.map(({ stdout, exitCode }) => [stdout, exitCode])).toEqual(numbers.map((n) => [`${n}\n`, n]));
    await remove(containerd(), id);
  });
});

/** A file in the container's rootfs, empty while it does not exist. */
function tryRead(pid: number, path: string): string {
  try {
    return readFileSync(`/proc/${pid}/root${path}`, "utf8");
  } catch {
    return "";
  }
}
