// What lies in a bundle, read by `delete` and by `runts`: whatever has become of it.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readPidFile } from "../../oci/pid-file.ts";
import { containerd } from "../../proto/gen/task.js";
import { encodeDeleted } from "../../shim/bundle/delete-answer.ts";
import { loadExit } from "../../shim/bundle/exit-record.ts";
import * as layout from "../../shim/bundle/layout.ts";
import { loadNewCgroups } from "../../shim/bundle/new-cgroups.ts";
import { loadOptions, runtimeBinary, runtimeRoot } from "../../shim/bundle/stored-options.ts";
import { loadState } from "../../shim/sandbox/state.ts";
import { check, onlyThrows, type Target } from "./fuzz.ts";

let directory: string | undefined;

/** A bundle in which `name` holds `content`. */
function bundleWith(path: (bundle: string) => string, content: Uint8Array): string {
  if (directory === undefined) {
    const made = mkdtempSync(join(tmpdir(), "runts-fuzz-"));
    process.once("exit", () => rmSync(made, { recursive: true, force: true }));
    directory = made;
  }
  const file = path(directory);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return directory;
}

const texts = (values: readonly (string | object)[]): Buffer[] =>
  values.map((value) => Buffer.from(typeof value === "string" ? value : JSON.stringify(value)));

const pidFile: Target = {
  name: "pid-file",
  seeds: texts(["1", "4194304", "31033", "4194305", "2147483648", "4294967295", "007", "12\n", ""]),
  run(input) {
    const bundle = bundleWith(layout.initPid, input);
    onlyThrows([Error], () => {
      const pid = readPidFile(layout.initPid(bundle));
      // Above it there is no process, and 2^32 - 1 is -1 to kill(2): everybody.
      check(Number.isInteger(pid) && pid > 0 && pid <= 4_194_304, `${pid} is taken for a pid`);
    });
  },
};

const exit: Target = {
  name: "exit-record",
  seeds: texts([
    { pid: 7, status: 137, at: { seconds: 1_790_000_000, nanos: 999_999_999 } },
    '{"status":1e999,"at":{"seconds":1e999,"nanos":0}}',
    '{"status":"0","at":{}}',
    '{"status":-1,"at":{"seconds":-5,"nanos":0.5}}',
    "null",
  ]),
  run(input) {
    const exit = loadExit(bundleWith(layout.exit, input));
    if (exit === undefined) return;
    const { exitStatus, exitedAt } = containerd.task.v2.DeleteResponse.decode(encodeDeleted({ pid: 7, exit }));
    check(exitStatus === exit.status, "the answer has another status");
    check(
      Number(exitedAt?.seconds) === exit.at.seconds && exitedAt?.nanos === exit.at.nanos,
      "the answer has another time",
    );
  },
};

const options: Target = {
  name: "stored-options",
  seeds: texts([{ binary_name: "crun", root: "/r", io_uid: 5, systemd_cgroup: true }, "null", "[]", '{"root":5}', "{"]),
  run(input) {
    const bundle = bundleWith(layout.options, input);
    const loaded = loadOptions(bundle);
    check(typeof runtimeBinary(loaded) === "string", "the runtime is no text");
    check(runtimeRoot(loaded, { namespace: "n", bundle }).startsWith("/"), "the root is relative");
  },
};

const cgroups: Target = {
  name: "new-cgroups",
  seeds: texts([["/sys/fs/cgroup/memory/a", "/sys/fs/cgroup/a"], "[5,null,{}]", "{}", '["']),
  run(input) {
    const directories = loadNewCgroups(bundleWith(layout.newCgroups, input));
    check(
      directories.every((each) => typeof each === "string"),
      "a directory is no text",
    );
  },
};

const identity = { pid: 5, startTime: "77" };

const sandboxState: Target = {
  name: "sandbox-state",
  seeds: texts([
    {
      ...{ id: "p", bundle: "/b", pod: {}, createdAt: { seconds: 1, nanos: 0 }, shim: identity },
      life: { kind: "ready", pid: 5, holder: identity },
    },
    { life: { kind: "stopped", exit: { status: 0 } } },
    "null",
    "5",
  ]),
  run(input) {
    const state = loadState(bundleWith(layout.sandbox, input));
    if (state === undefined) return;
    check(typeof state === "object" && typeof state.life?.kind === "string", "what is no state is taken for one");
    const { life } = state;
    const holder = life.kind === "ready" ? life.holder : undefined;
    check(holder === undefined || (holder.pid > 1 && typeof holder.startTime === "string"), "the holder is no process");
  },
};

export const bundleTargets: readonly Target[] = [pidFile, exit, options, cgroups, sandboxState];
