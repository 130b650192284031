import { describe, expect, test } from "vitest";
import { checkpointArgs, createArgs, deleteArgs, execArgs, globalArgs, killArgs, restoreArgs } from "./args.ts";

const words = (text: string) => text.split(" ");

// Options before ids, so that an id that looks like an option is none (KF-110).
describe("argument vectors", () => {
  const common = { binary: "runc", root: "/r/ns", bundle: "/b", systemdCgroup: false };

  test.each([
    ["global", globalArgs(common, "/b/log.json"), "--root /r/ns --log /b/log.json --log-format json"],
    [
      "global, systemd",
      globalArgs({ ...common, systemdCgroup: true }, "/b/log.json"),
      "--root /r/ns --log /b/log.json --log-format json --systemd-cgroup",
    ],
    [
      "create",
      createArgs("id", { bundle: "/b", pidFile: "/b/init.pid" }),
      "create --bundle /b --pid-file /b/init.pid id",
    ],
    [
      "create, all",
      createArgs("id", { bundle: "/b", pidFile: "/p", consoleSocket: "/c", noPivot: true, noNewKeyring: true }),
      "create --bundle /b --pid-file /p --console-socket /c --no-pivot --no-new-keyring id",
    ],
    ["exec", execArgs("id", { processFile: "/f", pidFile: "/p" }), "exec --process /f --detach --pid-file /p id"],
    [
      "exec, terminal",
      execArgs("id", { processFile: "/f", pidFile: "/p", consoleSocket: "/c" }),
      "exec --process /f --console-socket /c --detach --pid-file /p id",
    ],
    ["kill", killArgs("id", 15), "kill id 15"],
    ["kill all", killArgs("id", 9, { all: true }), "kill --all id 9"],
    ["delete", deleteArgs("id"), "delete id"],
    ["delete, force", deleteArgs("id", { force: true }), "delete --force id"],
    [
      "checkpoint",
      checkpointArgs("id", { imagePath: "/i", workPath: "/w", leaveRunning: true }),
      "checkpoint --image-path /i --work-path /w --leave-running id",
    ],
    [
      "checkpoint, all",
      checkpointArgs("id", {
        imagePath: "/i",
        workPath: "/w",
        parentPath: "../p",
        tcpEstablished: true,
        externalUnixSockets: true,
        shellJob: true,
        fileLocks: true,
        emptyNamespaces: ["network", "ipc"],
        leaveRunning: false,
        criu: "/opt/criu",
      }),
      "--criu /opt/criu checkpoint --image-path /i --work-path /w --parent-path ../p --tcp-established --ext-unix-sk " +
        "--shell-job --file-locks --empty-ns network --empty-ns ipc id",
    ],
    [
      "restore",
      restoreArgs("id", { imagePath: "/i", workPath: "/w", bundle: "/b", pidFile: "/p" }),
      "restore --image-path /i --work-path /w --detach --pid-file /p --no-subreaper --bundle /b id",
    ],
    [
      "restore, all",
      restoreArgs("id", {
        imagePath: "/i",
        workPath: "/w",
        parentPath: "../p",
        bundle: "/b",
        pidFile: "/p",
        consoleSocket: "/c",
        noPivot: true,
        criu: "/opt/criu",
      }),
      "--criu /opt/criu restore --image-path /i --work-path /w --parent-path ../p --detach --pid-file /p " +
        "--console-socket /c --no-pivot --no-subreaper --bundle /b id",
    ],
  ])("of %s", (_name, args, expected) => {
    expect(args).toEqual(words(expected));
  });
});
