// What a shim's log says, in containerd's log: whose line it is, and at debug what it does.

import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { execWords, remove, runDetached } from "../helpers/containers.ts";
import { eventually } from "../helpers/eventually.ts";
import { killProcess } from "../helpers/processes.ts";
import { isOurs, shims } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

const containerd = useContainerd({ debug: true });

/** Lines of the shim with this pid: field → value, as logrus writes them. */
function linesOf(pid: number): Record<string, string>[] {
  return containerd()
    .log()
    .split("\n")
    .filter((line) => line.includes(`shim_pid=${pid}`))
    .map((line) =>
      Object.fromEntries(
        [...line.matchAll(/(\w+)=("(?:[^"\\]|\\.)*"|\S+)/g)].map(([, key, value]) => [
          key as string,
          value?.startsWith('"') ? (JSON.parse(value) as string) : (value as string),
        ]),
      ),
    );
}

describe.runIf(isOurs)("a shim's log", () => {
  test("at debug tells each call, runtime command and exit, each line with namespace, container and pid", async () => {
    const id = await runDetached(containerd());
    const pid = containerd().shimPid(id);
    await containerd().ctr.try(...execWords(id, ["sh", "-c", "exit 3"], { execId: "failing" }));
    await remove(containerd(), id);
    const lines = await eventually("the last line is there", () => {
      const found = linesOf(pid);
      return found.some(({ msg }) => msg === "shutting down") && found;
    });
    for (const line of lines) {
      expect(line).toMatchObject({ namespace: containerd().namespace, shim_id: id, shim_pid: String(pid) });
    }
    for (const method of ["Create", "Start", "Exec", "Delete"]) {
      expect(lines).toContainEqual(
        expect.objectContaining({ msg: `${method} answered`, id, ms: expect.stringMatching(/^\d+$/), level: "debug" }),
      );
    }
    for (const verb of ["create", "start", "exec", "delete"]) {
      const command = lines.find((line) => line.msg === "runtime command ended" && line.command?.includes(` ${verb} `));
      expect(command).toMatchObject({ status: "0", ms: expect.stringMatching(/^\d+$/) });
    }
    expect(lines).toContainEqual(
      expect.objectContaining({ msg: "process exited", id, exec_id: "failing", status: "3" }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ msg: "process exited", id, status: "137" }));
  });

  test("tells why a call failed", async () => {
    const id = await runDetached(containerd());
    const pid = containerd().shimPid(id);
    expect((await containerd().ctr.try(...execWords(id, ["no-such-program"], { execId: "wrong" }))).exitCode).not.toBe(
      0,
    );
    const failed = await eventually("it is logged", () =>
      linesOf(pid).find(({ msg, exec_id: execId }) => msg === "Start failed" && execId === "wrong"),
    );
    expect(failed.error).toMatch(/no-such-program/);
    await remove(containerd(), id);
  });

  test("SIGUSR1 tells what it is doing", async () => {
    const id = await runDetached(containerd());
    const pid = containerd().shimPid(id);
    killProcess(pid, "SIGUSR1");
    await eventually("it is told", () => linesOf(pid).some(({ msg }) => msg?.startsWith(`container ${id}: running`)));
    await remove(containerd(), id);
  });
});

describe.runIf(isOurs)("the shim's executable", () => {
  test.each(["bun", "node"] as const)(
    "tells its version and its usage without anything beside it (%s)",
    async (kind) => {
      const directory = mkdtempSync(join(tmpdir(), "runts-alone-"));
      try {
        const program = join(directory, "containerd-shim-runts-v2");
        copyFileSync(shims[kind].executable, program);
        // An ES module by its package, else.
        writeFileSync(join(directory, "package.json"), '{"type":"commonjs"}');
        expect((await execa(program, ["-v"])).stdout).toMatch(/^containerd-shim-runts-v2:\n {2}Version: {2}\d/);
        const { stderr, exitCode } = await execa(program, ["-h"], { reject: false });
        expect(exitCode).toBe(0);
        for (const word of ["start", "delete", "-namespace string"])
          expect(stderr).toMatch(new RegExp(`^ {2}${word}$`, "m"));
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );
});
