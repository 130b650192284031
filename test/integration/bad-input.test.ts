// Errors of users and of the machine: the Go shim's words, and nothing left behind.

import { existsSync, renameSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { remove, run, runDetached, waitForStatus } from "../helpers/containers.ts";
import type { CtrResult } from "../helpers/ctr.ts";
import { daemonUnderTest } from "../helpers/daemon-under-test.ts";
import type { PrivateContainerd } from "../helpers/private-containerd.ts";
import { shims } from "../helpers/shim-under-test.ts";
import { useContainerd } from "../helpers/use-containerd.ts";

interface Failure {
  name: string;
  /** Must match what the user sees with either shim. */
  message: RegExp;
  /** Why our words are not the Go shim's to the letter; without it, they must be. */
  wordsDiffer?: string;
  cause(containerd: PrivateContainerd, runtime: string): Promise<CtrResult>;
}

/**
 * The client's exit code and message, without what differs from run to run. What the runtime itself wrote before is left
 * out: the container's stderr is its stderr, and with direct FIFOs the client reads it (docs/differences.md).
 */
function seen({ exitCode, stderr }: CtrResult, containerd: PrivateContainerd) {
  const ids = new RegExp(containerd.ids.join("|"), "g");
  return {
    exitCode,
    stderr: stderr
      .slice(Math.max(0, stderr.search(/^(ctr:|time=)/m)))
      .replaceAll(ids, "ID")
      .replace(/\/snapshots\/\d+\//g, "/snapshots/N/")
      .replace(/time="[^"]*"/g, "time"),
  };
}

function checkFailures(containerd: () => PrivateContainerd, failures: readonly Failure[]) {
  for (const { name, cause, message, wordsDiffer } of failures) {
    test(name, async () => {
      const expected = seen(await cause(containerd(), shims.go.runtime), containerd());
      const actual = seen(await cause(containerd(), containerd().shim.runtime), containerd());
      if (!wordsDiffer) expect(actual).toEqual(expected);
      for (const { exitCode, stderr } of [expected, actual]) {
        expect(exitCode).toBe(1);
        expect(stderr).toMatch(message);
      }
    });
  }
}

describe("a container that can't be created", () => {
  checkFailures(useContainerd(), [
    {
      name: "for a command that is not in the image",
      message: /OCI runtime create failed: .*exec: "\/bin\/nope": stat \/bin\/nope: no such file or directory/,
      cause: (containerd, runtime) => run(containerd, ["/bin/nope"], { runtime }),
    },
    {
      name: "for a command that can't be executed",
      message: /OCI runtime create failed: .*permission denied/,
      cause: (containerd, runtime) => run(containerd, ["/etc/passwd"], { runtime }),
    },
    {
      name: "for a working directory that is a file",
      message: /OCI runtime create failed: .*not a directory/,
      cause: (containerd, runtime) => run(containerd, ["true"], { runtime, flags: ["--cwd", "/etc/passwd"] }),
    },
    {
      name: "without stdio, for a command that is not in the image",
      message: /OCI runtime create failed: .*\/bin\/nope/,
      cause: (containerd, runtime) => run(containerd, ["/bin/nope"], { runtime, flags: ["--null-io"] }),
    },
    {
      name: "for a mount whose source does not exist",
      message: /OCI runtime create failed: .*no such file or directory/,
      cause: (containerd, runtime) => {
        const mount = ["--mount", "type=bind,src=/does/not/exist,dst=/mnt,options=bind"];
        return run(containerd, ["true"], { runtime, flags: mount });
      },
    },
    {
      name: "for a rootfs mount that fails",
      message: /failed to mount rootfs component.*no such file or directory/,
      wordsDiffer: "the Go shim of 1.6 prints the mount as a Go value, later ones in words; so do we",
      cause: async (containerd, runtime) => {
        const { ctr } = containerd;
        const id = await runDetached(containerd, ["true"], { runtime });
        await waitForStatus(containerd, id, "STOPPED");
        await ctr.try("tasks", "rm", id);
        const mounts = await ctr.run("snapshots", "mounts", "/unused", id);
        const upper = /upperdir=(?<path>[^,\s]+)/.exec(mounts)?.groups?.path as string;
        renameSync(upper, `${upper}.away`);
        const result = await ctr.try("tasks", "start", id);
        renameSync(`${upper}.away`, upper);
        await remove(containerd, id);
        return result;
      },
    },
  ]);
});

describe("a request that does not fit", () => {
  /** Has a running container, lets `ask` ask for something, removes it. */
  const withContainer = (ask: (containerd: PrivateContainerd, id: string) => Promise<CtrResult>): Failure["cause"] => {
    return async (containerd, runtime) => {
      const id = await runDetached(containerd, undefined, { runtime });
      const result = await ask(containerd, id);
      await remove(containerd, id);
      return result;
    };
  };

  checkFailures(useContainerd(), [
    {
      name: "kill of an exec that does not exist",
      message: /process does not exist nope: not found/,
      cause: withContainer(({ ctr }, id) => ctr.try("tasks", "kill", "--exec-id", "nope", id)),
    },
    {
      name: "delete of an exec that does not exist",
      message: /nope.*not found/,
      cause: withContainer(({ ctr }, id) => ctr.try("tasks", "rm", "--exec-id", "nope", id)),
    },
    {
      name: "delete of a running task",
      message: /must be stopped before deletion|cannot delete a running process/,
      cause: withContainer(({ ctr }, id) => ctr.try("tasks", "rm", id)),
    },
    {
      name: "resume of a running task",
      message: /cannot resume a running process/,
      cause: withContainer(({ ctr }, id) => ctr.try("tasks", "resume", id)),
    },
    {
      name: "pause of a paused task",
      message: /cannot pause a paused container/,
      cause: withContainer(async ({ ctr }, id) => {
        await ctr.run("tasks", "pause", id);
        const result = await ctr.try("tasks", "pause", id);
        await ctr.run("tasks", "resume", id);
        return result;
      }),
    },
    {
      name: "exec in a paused task",
      message: /cannot exec in a paused state/,
      cause: withContainer(async ({ ctr }, id) => {
        await ctr.run("tasks", "pause", id);
        const result = await ctr.try("tasks", "exec", "--exec-id", "one", id, "true");
        await ctr.run("tasks", "resume", id);
        return result;
      }),
    },
    {
      name: "kill of a stopped task",
      message: /process already finished: not found/,
      cause: withContainer(async (containerd, id) => {
        await containerd.ctr.run("tasks", "kill", "--signal", "KILL", id);
        await waitForStatus(containerd, id, "STOPPED");
        return containerd.ctr.try("tasks", "kill", id);
      }),
    },
    {
      name: "pause of a stopped task",
      message: /cannot pause a stopped container/,
      cause: withContainer(async (containerd, id) => {
        await containerd.ctr.run("tasks", "kill", "--signal", "KILL", id);
        await waitForStatus(containerd, id, "STOPPED");
        return containerd.ctr.try("tasks", "pause", id);
      }),
    },
    {
      name: "exec in a stopped task",
      message: /cannot exec in a stopped state/,
      cause: withContainer(async (containerd, id) => {
        await containerd.ctr.run("tasks", "kill", "--signal", "KILL", id);
        await waitForStatus(containerd, id, "STOPPED");
        return containerd.ctr.try("tasks", "exec", "--exec-id", "one", id, "true");
      }),
    },
    {
      name: "exec of a command that does not exist",
      message: /OCI runtime exec failed: .*"\/bin\/nope": stat \/bin\/nope: no such file or directory/,
      cause: withContainer(({ ctr }, id) => ctr.try("tasks", "exec", "--exec-id", "one", id, "/bin/nope")),
    },
    {
      name: "exec in a directory that does not exist",
      message: /OCI runtime exec failed: .*chdir to cwd/,
      cause: withContainer(({ ctr }, id) => {
        return ctr.try("tasks", "exec", "--exec-id", "one", "--cwd", "/etc/passwd", id, "true");
      }),
    },
    {
      name: "a request for a container that does not exist",
      message: /not found/,
      cause: ({ ctr }) => ctr.try("tasks", "kill", "nope"),
    },
    {
      name: "a second start of the same container",
      message: /already exists/,
      cause: withContainer(({ ctr }, id) => ctr.try("tasks", "start", id)),
    },
  ]);
});

describe("without runc in the PATH", () => {
  const commands = new CommandDirectory();
  for (const name of ["containerd", "containerd-shim-runc-v2"]) commands.link(name, findInPath(name));
  afterAll(() => commands.remove());

  checkFailures(
    useContainerd(() => ({ path: [commands.path], systemPath: commands.path })),
    [
      {
        name: "a create says so",
        message: /OCI runtime create failed: .*exec: "runc": executable file not found in \$PATH/,
        cause: (containerd, runtime) => run(containerd, ["true"], { runtime }),
      },
    ],
  );
});

const failingRuncs = [
  {
    name: "with a runc that fails without a log",
    script: "echo to the stderr of the container >&2; exit 3",
    message: /OCI runtime create failed: .*runc did not terminate successfully: exit status 3/,
  },
  {
    name: "with a runc that fails and says why in its log",
    // Word 4 of the command line is the log: runc --root R --log L …
    script: `echo '{"level":"error","msg":"no more room","time":"2026-01-31T12:00:00Z"}' >>"$4"; exit 1`,
    message: /OCI runtime create failed: no more room/,
  },
  {
    name: "with a runc that writes nonsense into its log",
    script: `echo '{"level":' >>"$4"; exit 1`,
    message: /OCI runtime create failed: unable to retrieve OCI runtime error \(.*\): runc did not terminate/,
    wordsDiffer: "the reason in parentheses is the JSON parser's own",
  },
];

for (const { name, script, ...expectation } of failingRuncs) {
  describe(name, () => {
    const commands = new CommandDirectory().script("runc", script);
    afterAll(() => commands.remove());

    checkFailures(
      useContainerd(() => ({ path: [commands.path] })),
      [
        {
          name: "a create gives its words",
          ...expectation,
          cause: (containerd, runtime) => run(containerd, ["true"], { runtime }),
        },
      ],
    );
  });
}

function findInPath(name: string): string {
  const directories = [...daemonUnderTest.path, ...(process.env.PATH ?? "").split(":")];
  const found = directories.map((directory) => `${directory}/${name}`).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not installed`);
  return found;
}
