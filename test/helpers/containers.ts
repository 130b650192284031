// Containers as a user of `ctr` starts and ends them.

import { existsSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CtrProcess, CtrResult } from "./ctr.ts";
import { eventually } from "./eventually.ts";
import type { PrivateContainerd } from "./private-containerd.ts";
import { killProcess } from "./processes.ts";
import { imageName } from "./rootfs-image.ts";
import { shims } from "./shim-under-test.ts";

export interface RunOptions {
  id?: string;
  /** Flags of `ctr run`. */
  flags?: readonly string[];
  image?: string;
  /** Default: the shim under test. */
  runtime?: string;
}

/** `ctr run` with our image; prepend flags such as --rm with `options.flags`. */
export function runWords(containerd: PrivateContainerd, command: readonly string[], options: RunOptions = {}) {
  const { id = containerd.newId(), flags = [], image = imageName, runtime = containerd.shim.runtime } = options;
  return ["run", "--runtime", runtime, ...flags, image, id, ...command];
}

/** Runs a container to its end and removes it. */
export function run(
  containerd: PrivateContainerd,
  command: readonly string[],
  options: RunOptions = {},
): Promise<CtrResult> {
  return containerd.ctr.try(
    ...runWords(containerd, command, { ...options, flags: ["--rm", ...(options.flags ?? [])] }),
  );
}

/** Starts a container in the background and returns its id. */
export async function runDetached(
  containerd: PrivateContainerd,
  command: readonly string[] = ["sleep", "1000"],
  options: RunOptions = {},
): Promise<string> {
  const id = options.id ?? containerd.newId();
  const flags = ["--detach", ...(options.flags ?? [])];
  await containerd.ctr.run(...runWords(containerd, command, { ...options, id, flags }));
  return id;
}

/** `ctr tasks exec` with an exec id of its own. */
export function execWords(id: string, command: readonly string[], { execId = "", flags = [] as string[] } = {}) {
  return ["tasks", "exec", "--exec-id", execId || `exec-${++execs}`, ...flags, id, ...command];
}

let execs = 0;

/** Kills the task, if there is one, and removes it and its container. */
export async function remove(containerd: PrivateContainerd, id: string): Promise<void> {
  if (await containerd.ctr.task(id)) await containerd.ctr.run("tasks", "rm", "--force", id);
  await containerd.ctr.run("containers", "rm", id);
}

export async function waitForStatus(containerd: PrivateContainerd, id: string, status: string): Promise<void> {
  await eventually(`${id} is ${status}`, async () => (await containerd.ctr.task(id))?.status === status);
}

/** Feeds `input` to a started `ctr`, and ends it when the task runs: ctr 1.6 loses an EOF that comes before. */
export async function feed(containerd: PrivateContainerd, id: string, process: CtrProcess, input: string) {
  process.stdin.write(input);
  await waitForStatus(containerd, id, "RUNNING");
  process.stdin.end();
  return process;
}

/** The host's pid of the container's init process. */
export async function initPid(containerd: PrivateContainerd, id: string): Promise<number> {
  return eventually(`${id} has a pid`, async () => (await containerd.ctr.task(id))?.pid || undefined);
}

/** Kills the container's shim with -9 and waits until containerd has cleaned up after it. */
export async function killShim(containerd: PrivateContainerd, id: string): Promise<void> {
  const pid = containerd.shimPid(id);
  const isGo = readlinkSync(`/proc/${pid}/exe`) === realpathSync(shims.go.executable);
  killProcess(pid, "SIGKILL");
  await eventually(`containerd has forgotten the task ${id}`, async () => {
    return !(await containerd.ctr.task(id)) && !existsSync(join(containerd.bundles, id));
  });
  // The Go shim's `delete` leaves its socket behind until the next start of the same id; ours removes it.
  if (isGo) rmSync(containerd.shimSocket(id), { force: true });
}
