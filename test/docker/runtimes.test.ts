// How Docker is told which runtime to use, apart from the shim that took containerd-shim-runc-v2's place.

import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { isContainerd2 } from "../helpers/daemon-under-test.ts";
import { dockerUnderTest } from "../helpers/docker-under-test.ts";
import { newerRuntimes } from "../helpers/runtimes-under-test.ts";
import { isOurs, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useDocker } from "../helpers/use-docker.ts";

// Docker itself has two ways: another OCI runtime for the default shim, and since 23.0 another shim.
const crun = isContainerd2 ? join(newerRuntimes(), "crun") : "/usr/bin/crun";

describe("an OCI runtime by its path, in daemon.json", () => {
  // What crun before 1.9 needs.
  const docker = useDocker({ configuration: { runtimes: { crun: { path: crun } } }, withHugetlb: true });

  test("is what the shim calls, with Docker's state directory", async () => {
    const id = await docker().runDetached(["sleep", "1000"], ["--runtime=crun", "--memory=64m"]);
    // A file that only crun writes.
    expect(existsSync(join(docker().runtimeState(id), "status"))).toBe(true);
    expect(await docker().try("exec", id, "sh", "-c", "echo in crun; exit 9")).toMatchObject({
      exitCode: 9,
      stdout: "in crun\n",
    });
    await docker().run("pause", id);
    await docker().run("unpause", id);
    await docker().run("stop", "--time=0", id);
    expect(await docker().inspect(id, ".State.ExitCode")).toBe(137);
    await docker().remove(id);
  });

  test("reports one that is not there", async () => {
    const result = await docker().runToEnd(["true"], ["--runtime=nope"]);
    expect(result.exitCode).toBe(125);
    expect(result.stderr).toMatch(/[Uu]nknown.* nope/);
  });
});

// The Go shim has no other name, and 20.10 takes none.
if (isOurs && dockerUnderTest === "28") {
  describe("a shim by its own name", () => {
    const directory = mkdtempSync(join(tmpdir(), "runts-toml-"));
    const file = join(directory, "runts.toml");
    const runtimes = {
      runts: { runtimeType: shimUnderTest.runtime },
      "runts-crun": { runtimeType: shimUnderTest.runtime, options: { ConfigPath: file } },
    };
    const docker = useDocker({ configuration: { runtimes, "default-runtime": "runts" }, withHugetlb: true });
    writeFileSync(file, `BinaryName = "${crun}"\nRoot = "${join(directory, "root")}"\n`);
    afterAll(() => rmSync(directory, { recursive: true }));

    test.each([
      ["as the default of daemon.json", []],
      ["as --runtime of its entry in daemon.json", ["--runtime=runts"]],
      ["as --runtime without an entry", [`--runtime=${shimUnderTest.runtime}`]],
    ])("%s", async (_name, flags) => {
      const id = await docker().runDetached(["sh", "-c", "trap 'exit 7' TERM; while :; do sleep 0.02; done"], flags);
      const command = readFileSync(`/proc/${docker().containerd.shimPid(id)}/cmdline`, "utf8");
      expect(command).toContain("containerd-shim-runts-v2");
      expect((await docker().try("exec", id, "sh", "-c", "exit 9")).exitCode).toBe(9);
      await docker().run("stop", id);
      expect(await docker().inspect(id, ".State.ExitCode")).toBe(7);
      await docker().remove(id);
    });

    test("with options from a file that names crun and its state directory", async () => {
      const id = await docker().runDetached(["sleep", "1000"], ["--runtime=runts-crun"]);
      const { namespace } = docker().containerd;
      expect(existsSync(join(directory, "root", namespace, id, "status"))).toBe(true);
      await docker().remove(id);
      expect(existsSync(join(directory, "root", namespace, id))).toBe(false);
    });
  });
}
