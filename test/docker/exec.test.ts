// `docker exec` with the shim in place of containerd-shim-runc-v2.

import { writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { dockerUnderTest } from "../helpers/docker-under-test.ts";
import { eventually } from "../helpers/eventually.ts";
import { useDocker } from "../helpers/use-docker.ts";

const docker = useDocker();

describe("docker exec", () => {
  test("ends with the command's exit code, its output on both streams", async () => {
    const id = await docker().runDetached();
    const result = await docker().try("exec", id, "sh", "-c", "echo out; echo err >&2; exit 9");
    expect(result).toMatchObject({ exitCode: 9, stdout: "out\n", stderr: "err\n" });
    await docker().remove(id);
  });

  // Docker tells these apart by the runtime's words, which come through the shim.
  test.each([
    [
      "a command that is not there",
      ["nope"],
      dockerUnderTest === "20.10" ? 126 : 127,
      "executable file not found in $PATH",
    ],
    ["a command that may not be executed", ["/etc/passwd"], 126, "permission denied"],
  ])("with %s ends with Docker's code for it", async (_name, command, exitCode, words) => {
    const id = await docker().runDetached();
    const { stdout, stderr, ...result } = await docker().try("exec", id, ...command);
    expect(result.exitCode).toBe(exitCode);
    expect(stdout + stderr).toContain(words);
    await docker().remove(id);
  });

  test("has the user, directory and environment that it is given", async () => {
    const id = await docker().runDetached();
    const flags = ["--user=user", "--workdir=/home/user", "--env=NAME=value"];
    const text = await docker().run(
      "exec",
      ...flags,
      id,
      "sh",
      "-c",
      "id -u; pwd; echo $NAME; echo again >/dev/stdout",
    );
    expect(text).toBe("1000\n/home/user\nvalue\nagain");
    await docker().remove(id);
  });

  test("-i gives what is typed to the command, to its end", async () => {
    const id = await docker().runDetached();
    const exec = docker().start(["exec", "-i", id, "wc", "-c"]);
    exec.stdin.end("x".repeat(1 << 20));
    expect(await exec).toMatchObject({ exitCode: 0, stdout: `${1 << 20}\n` });
    await docker().remove(id);
  });

  test("--detach leaves the command running, and docker events has its exit code", async () => {
    const since = String(Date.now() / 1000);
    const id = await docker().runDetached();
    await docker().run("exec", "--detach", id, "sh", "-c", "until [ -e /go ]; do sleep 0.02; done; exit 6");
    expect(await docker().inspect(id, ".ExecIDs")).toHaveLength(1);
    writeFileSync(`/proc/${await docker().pid(id)}/root/go`, "");
    const format = "{{.Actor.Attributes.exitCode}}";
    const words = ["events", "--since", since, "--until", "0s", "--filter", "event=exec_die", "--format", format];
    await eventually("its end", async () => (await docker().run(...words)) === "6");
    await eventually("docker forgets it", async () => (await docker().inspect(id, ".ExecIDs")) === null);
    await docker().remove(id);
  });

  test("20 times at once gives each its own output and exit code (KF-005)", async () => {
    const id = await docker().runDetached();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, n) => docker().try("exec", id, "sh", "-c", `echo ${n}; exit ${n}`)),
    );
    results.forEach((result, n) => {
      expect(result).toMatchObject({ exitCode: n, stdout: `${n}\n`, stderr: "" });
    });
    await docker().remove(id);
  });

  test("returns when the container ends meanwhile (KF-001)", async () => {
    const id = await docker().runDetached();
    const execs = Array.from({ length: 5 }, () => docker().start(["exec", id, "sh", "-c", "echo up; sleep 1000"]));
    const lines = execs.map(({ stdout }) => new Promise((resolve) => stdout.once("data", resolve)));
    await Promise.all(lines);
    await docker().run("kill", id);
    const codes = (await Promise.all(execs)).map(({ exitCode }) => exitCode);
    expect(codes).toEqual([137, 137, 137, 137, 137]);
    await docker().remove(id);
  });

  test("is refused in a container that has ended", async () => {
    const id = await docker().runDetached(["true"]);
    await docker().run("wait", id);
    const result = await docker().try("exec", id, "true");
    expect(result.exitCode).toBe(1);
    expect(result.stderr).toContain("is not running");
    await docker().remove(id);
  });
});
