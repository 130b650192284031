// `docker run` with the shim in place of containerd-shim-runc-v2: what comes out, what goes in, and as whom it runs.

import { existsSync, mkdirSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { describe, expect, test } from "vitest";
import { eventually } from "../helpers/eventually.ts";
import { carriesMark, isAlive, listProcesses } from "../helpers/processes.ts";
import { shimUnderTest } from "../helpers/shim-under-test.ts";
import { useDocker } from "../helpers/use-docker.ts";

const docker = useDocker();

test("containers are the shim's under test", async () => {
  const id = await docker().runDetached();
  const pid = docker().containerd.shimPid(id);
  if (shimUnderTest.kind !== "node") {
    expect(realpathSync(`/proc/${pid}/exe`)).toBe(realpathSync(shimUnderTest.executable));
  }
  // Where the check for leftovers looks.
  expect(docker().containerd.ids).toContain(id);
  expect(existsSync(docker().containerd.shimSocket(id))).toBe(true);
  expect(existsSync(docker().runtimeState(id))).toBe(true);
  await docker().remove(id);
});

describe("docker run", () => {
  test("--rm ends with the container's exit code, 128 + n for a signal", async () => {
    // The first process of a pid namespace is safe from its own signals.
    const ends = ["exit 0", "exit 1", "exit 255", "sh -c 'kill -SEGV $$'; exit $?"];
    const results = await Promise.all(ends.map((end) => docker().runToEnd(["sh", "-c", end])));
    expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 1, 255, 139]);
  });

  // Docker tells these apart by the runtime's words, which come through the shim.
  test.each([
    ["a command that is not there", ["nope"], 127, "executable file not found in $PATH"],
    ["a command that may not be executed", ["/etc/passwd"], 126, "permission denied"],
  ])("with %s ends with Docker's code for it", async (_name, command, exitCode, words) => {
    const result = await docker().runToEnd(command);
    expect(result.exitCode).toBe(exitCode);
    expect(result.stderr).toContain(words);
  });

  test("keeps stdout and stderr apart", async () => {
    const result = await docker().runToEnd(["sh", "-c", "echo out; echo err >&2"]);
    expect(result).toMatchObject({ stdout: "out\n", stderr: "err\n" });
  });

  test("-i gives what is typed to the container, to its end", async () => {
    const process = docker().start(docker().runWords(["sh", "-c", "wc -c; cat"], ["--rm", "-i"]));
    process.stdin.end("x".repeat(1 << 20));
    expect((await process).stdout).toBe(`${1 << 20}\n`);
  });

  test("and docker logs show 10 MiB of output whole (KF-059)", async () => {
    const script = "seq 1 1600000 | tr '\\n' ' ' | fold -w 120";
    const process = docker().start(docker().runWords(["sh", "-c", script], ["--name=ten-mib"]));
    process.stdin.end();
    const attached = await process;
    const logs = await docker().try("logs", "ten-mib");
    const bytes = [attached.stdout.length, logs.stdout.length];
    const expected = foldedNumbers(1_600_000, 120);
    expect(bytes).toEqual([expected.length, expected.length]);
    expect([crc32(attached.stdout), crc32(logs.stdout)]).toEqual([crc32(expected), crc32(expected)]);
    await docker().remove("ten-mib");
  });

  test("--user runs as that user, who may open /dev/stdout again (KF-072)", async () => {
    const script = "id -u; id -g; echo again >/dev/stdout";
    const result = await docker().runToEnd(["sh", "-c", script], ["--user", "1000:1000"]);
    expect(result).toMatchObject({ exitCode: 0, stdout: "1000\n1000\nagain\n" });
  });

  test("-v shows a directory of the host, which :ro keeps as it is", async () => {
    const volume = join(docker().containerd.directory, "volume");
    mkdirSync(volume, { recursive: true });
    writeFileSync(join(volume, "in"), "of the host\n");
    const result = await docker().runToEnd(
      ["sh", "-c", "cat /rw/in; echo of the container >/rw/out; echo no >/ro/out"],
      ["-v", `${volume}:/rw`, "-v", `${volume}:/ro:ro`],
    );
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toBe("of the host\n");
    expect(result.stderr).toContain("Read-only file system");
    expect(readFileSync(join(volume, "out"), "utf8")).toBe("of the container\n");
  });

  test("--init puts docker-init first, which collects orphans and passes SIGTERM on", async () => {
    const script = "trap 'exit 7' TERM; (sh -c 'sleep 0.01 & echo $! >/orphan'); until false; do sleep 0.05; done";
    const id = await docker().runDetached(["sh", "-c", script], ["--init"]);
    expect(await docker().run("exec", id, "cat", "/proc/1/cmdline")).toMatch(/^\/sbin\/docker-init\0/);
    const gone = ["exec", id, "sh", "-c", "[ -s /orphan ] && [ ! -e /proc/$(cat /orphan) ]"];
    await eventually("the orphan is collected", async () => (await docker().try(...gone)).exitCode === 0);
    await docker().run("stop", id);
    expect(await docker().inspect(id, ".State.ExitCode")).toBe(7);
    await docker().remove(id);
  });

  test("--pid=host shares the host's processes, and leaves none of its own behind (KF-052)", async () => {
    const script = "sleep 1000 & sleep 1000 & echo $$; exec sleep 1000";
    const id = await docker().runDetached(["sh", "-c", script], ["--pid=host"]);
    const pid = await docker().pid(id);
    await eventually("it tells its pid", async () => (await docker().run("logs", id)) === String(pid));
    const cgroup = `:/${docker().containerd.namespace}/${id}`;
    const all = listProcesses().filter(({ pid, state }) => state !== "Z" && carriesMark(pid, [cgroup]));
    expect(all).toHaveLength(3);
    await docker().run("kill", id);
    await eventually("they have gone", () => all.every(({ pid }) => !isAlive(pid)));
    await docker().remove(id);
  });

  test("--network=host and --ipc=host share those of the host", async () => {
    const { stdout } = await docker().runToEnd(
      ["sh", "-c", "readlink /proc/self/ns/net; readlink /proc/self/ns/ipc"],
      ["--network=host", "--ipc=host"],
    );
    const own = ["net", "ipc"].map((name) => `${readlinkSync(`/proc/self/ns/${name}`)}\n`).join("");
    expect(stdout).toBe(own);
  });

  test("10 times at once gives each its own output and exit code", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) => docker().runToEnd(["sh", "-c", `echo ${n}; exit ${n}`])),
    );
    results.forEach((result, n) => {
      expect(result).toMatchObject({ exitCode: n, stdout: `${n}\n`, stderr: "" });
    });
  });
});

/** Every number up to `last`, a space after each, in lines of `width` characters. */
function foldedNumbers(last: number, width: number): string {
  const text = Array.from({ length: last }, (_, index) => `${index + 1} `).join("");
  return text.replace(new RegExp(`.{${width}}(?=.)`, "g"), "$&\n");
}
