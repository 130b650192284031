// The same short life of a container with every engine and every runtime we promise.

import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { execWords, remove, run, runDetached, runWords, waitForStatus } from "../helpers/containers.ts";
import { daemonUnderTest } from "../helpers/daemon-under-test.ts";
import { newerRuntimes } from "../helpers/runtimes-under-test.ts";
import { type Shim, shims, shimUnderTest } from "../helpers/shim-under-test.ts";
import { Terminal } from "../helpers/terminal.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

interface Lane {
  shim: Shim;
  runtime: string;
  /** The program, where it is not what PATH finds as runc. */
  program?: string;
  withHugetlb?: boolean;
}

const newer = (name: string) => join(newerRuntimes(), name);

const lanes: Lane[] = [
  { shim: shimUnderTest, runtime: "runc" },
  { shim: shimUnderTest, runtime: "a newer runc", program: newer("runc") },
  { shim: shimUnderTest, runtime: "a newer crun", program: newer("crun") },
  // Bookworm's crun 1.8.1 refuses the spec that ctr writes since 1.7: `unknown version specified`.
  ...(daemonUnderTest.generation === "1.6"
    ? [{ shim: shimUnderTest, runtime: "crun", program: "/usr/bin/crun", withHugetlb: true }]
    : []),
  // The Node bundle, unless it is what the whole suite runs or the suite only looks at the Go shim.
  ...(shimUnderTest.kind === "bun" ? [{ shim: shims.node, runtime: "runc" }] : []),
];

for (const { shim, runtime, program, withHugetlb = false } of lanes) {
  describe(`the ${shim.kind} shim with ${runtime}`, () => {
    const commands = new CommandDirectory();
    // runts gets no options from ctr under its own name, so the PATH decides what `runc` is.
    if (program !== undefined) commands.link("runc", program);
    afterAll(() => commands.remove());

    const containerd = useContainerd(() => ({ shim, path: [commands.path], withHugetlb }));

    test("runs a container to its exit code", async () => {
      const result = await run(containerd(), ["sh", "-c", "echo out; echo err >&2; exit 42"]);
      expect(result).toMatchObject({ exitCode: 42, stdout: "out\n", stderr: "err\n" });
    });

    test("runs, execs, pauses, resumes, kills and deletes", async () => {
      const { ctr } = containerd();
      const id = await runDetached(containerd());
      expect(await ctr.try(...execWords(id, ["sh", "-c", "echo in; exit 7"]))).toMatchObject({
        exitCode: 7,
        stdout: "in\n",
      });
      await ctr.run("tasks", "pause", id);
      await waitForStatus(containerd(), id, "PAUSED");
      await ctr.run("tasks", "resume", id);
      await waitForStatus(containerd(), id, "RUNNING");
      await ctr.run("tasks", "kill", "--signal", "KILL", id);
      await waitForStatus(containerd(), id, "STOPPED");
      expect((await ctr.try("tasks", "rm", id)).stderr).toContain("exit code 137");
      await remove(containerd(), id);
    });

    test("serves a terminal", async () => {
      const terminal = new Terminal(
        containerd().ctr.argv(...runWords(containerd(), ["sh"], { flags: ["--rm", "-t"] })),
      );
      await terminal.see(/# /);
      terminal.type("echo $((6 * 7))\r");
      await terminal.see(/\n42\n/);
      terminal.type("\x04");
      expect(await terminal.exit()).toBe(0);
    });

    test("reports a command that does not exist", async () => {
      const result = await run(containerd(), ["/bin/nope"]);
      expect(result.exitCode).not.toBe(0);
      expect(result.stderr).toMatch(/OCI runtime create failed: .*\/bin\/nope.*(no such file or directory|not found)/i);
    });
  });
}
