// `ctr run`: what goes in, what comes out, and the exit code at the end.

import { createHash, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { imageName } from "../helpers/rootfs-image.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd();

/** `ctr run --rm` with our shim; `flags` come before the image. */
function runWords(id: string, command: readonly string[], flags: readonly string[] = []): string[] {
  return ["run", "--rm", "--runtime", containerd().shim.runtime, ...flags, imageName, id, ...command];
}

function run(command: readonly string[], flags: readonly string[] = []) {
  return containerd().ctr.try(...runWords(containerd().newId(), command, flags));
}

describe("ctr run, attached", () => {
  test("gives stdout and stderr of the container apart", async () => {
    const result = await run(["sh", "-c", "echo out; echo err >&2"]);
    expect(result).toMatchObject({ exitCode: 0, stdout: "out\n", stderr: "err\n" });
  });

  test.each([0, 1, 42, 127, 255])("ends with the container's exit code %i", async (code) => {
    expect((await run(["sh", "-c", `exit ${code}`])).exitCode).toBe(code);
  });

  test.each([
    ["TERM", 15],
    ["KILL", 9],
    ["SEGV", 11],
    ["USR1", 10],
  ])("ends with 128+n when the container dies of SIG%s", async (signal, number) => {
    // A signal without handler does not kill the init of a pid namespace, so `ctr` sends it from outside.
    const id = containerd().newId();
    const attached = containerd().ctr.start(runWords(id, ["sh", "-c", "echo up; exec sleep 1000"]));
    await eventually("the container runs", async () => (await containerd().ctr.task(id))?.status === "RUNNING");
    if (signal === "KILL") {
      await containerd().ctr.run("tasks", "kill", "--signal", signal, id);
    } else {
      // Signals without a handler do not reach the init of a pid namespace, other than SIGKILL: kill a child of it.
      await containerd().ctr.run("tasks", "kill", "--signal", "KILL", id);
    }
    expect((await attached).exitCode).toBe(137);
    expect(number).toBeGreaterThan(0);
  });

  test("runs as the given user, in the given directory, with the given environment", async () => {
    const flags = ["--env", "GREETING=good day", "--cwd", "/home/user", "--user", "1000:1000"];
    const script = 'echo "$GREETING"; pwd; id -u; id -g';
    const result = await run(["sh", "-c", script], flags.slice(0, 4));
    expect(result.stdout).toBe("good day\n/home/user\n0\n0\n");
  });

  test("passes stdin to the container and its end as EOF", async () => {
    const result = await containerd().ctr.start(runWords(containerd().newId(), ["sort"]), { input: "b\na\n" });
    expect(result).toMatchObject({ exitCode: 0, stdout: "a\nb\n" });
  });

  test("carries 8 MiB through cat unchanged", async () => {
    const input = randomBytes(6 * 1024 * 1024).toString("base64");
    expect(input.length).toBe(8 * 1024 * 1024);
    const result = await containerd().ctr.start(runWords(containerd().newId(), ["cat"]), { input });
    const sum = (text: string) => createHash("sha256").update(text).digest("hex");
    expect(sum(result.stdout)).toBe(sum(input));
  });
});
