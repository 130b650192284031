// The executable under the name containerd-shim-runc-v2, first in PATH: a plain `ctr run` finds it.

import { readFileSync, realpathSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { execWords, remove, run, runDetached } from "../helpers/containers.ts";
import { imageName } from "../helpers/rootfs-image.ts";
import { type Shim, shimUnderTest } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

describe("installed as containerd-shim-runc-v2", () => {
  const commands = new CommandDirectory().link("containerd-shim-runc-v2", shimUnderTest.executable);
  afterAll(() => commands.remove());
  const shim: Shim = { ...shimUnderTest, runtime: "io.containerd.runc.v2" };
  const containerd = useContainerd(() => ({ shim, path: [commands.path] }));

  test("serves `ctr run` without --runtime", async () => {
    const id = containerd().newId();
    const result = await containerd().ctr.try("run", "--rm", imageName, id, "sh", "-c", "echo hello; exit 3");
    expect(result).toMatchObject({ exitCode: 3, stdout: "hello\n" });
  });

  test("is the program that supervises the container", async () => {
    const id = await runDetached(containerd());
    const pid = containerd().shimPid(id);
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    if (shimUnderTest.kind !== "node") {
      expect(realpathSync(`/proc/${pid}/exe`)).toBe(realpathSync(shimUnderTest.executable));
    }
    expect(command).toContain(id);
    expect((await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 9"]))).exitCode).toBe(9);
    await remove(containerd(), id);
  });

  test("obeys the runc options that ctr sends under this name", async () => {
    const root = `${containerd().directory}/runc-root`;
    const id = await runDetached(containerd(), ["sleep", "1000"], { flags: ["--runc-root", root] });
    const state = JSON.parse(readFileSync(`${root}/${containerd().namespace}/${id}/state.json`, "utf8")) as object;
    expect(state).toMatchObject({ id });
    await remove(containerd(), id);
  });

  test("reports a runtime binary that does not exist, in the Go shim's words", async () => {
    const result = await run(containerd(), ["true"], { flags: ["--runc-binary", "/nope/runc"] });
    expect(result.exitCode).toBe(1);
    // The daemons before 2.0 add the class of the error.
    expect(result.stderr.trim().replace(/: unknown$/, "")).toMatch(
      /failed to create shim task: OCI runtime create failed: unable to retrieve OCI runtime error \(open \S+\/log\.json: no such file or directory\): fork\/exec \/nope\/runc: no such file or directory$/,
    );
  });
});
