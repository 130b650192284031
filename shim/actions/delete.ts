// `delete`: removes what a shim that can't be reached any more has left of a container. Runs after every normal deletion
// too, so everything may be gone already (docs/contract/shim-cli.md 6.3).
import { RuncError } from "../../oci/errors.ts";
import { readPidFile } from "../../oci/pid-file.ts";
import type { Runtime } from "../../oci/runc.ts";
import { readSpec } from "../../oci/spec.ts";
import { now } from "../../sys/clock.ts";
import { exists, fileInfo, readFileText, removeFile } from "../../sys/file.ts";
import { tryLockFile } from "../../sys/file-lock.ts";
import { absolutePath, parentOf } from "../../sys/path.ts";
import { isListening } from "../../sys/unix-socket.ts";
import type { Invocation } from "../args.ts";
import { messageOf } from "../base/error-text.ts";
import { complaintAboutId } from "../base/ids.ts";
import { configureLog, log } from "../base/log.ts";
import { socketPath } from "../bundle/address.ts";
import { encodeDeleted } from "../bundle/delete-answer.ts";
import { loadExit } from "../bundle/exit-record.ts";
import * as layout from "../bundle/layout.ts";
import { loadOptions, runtimeBinary, runtimeRoot } from "../bundle/stored-options.ts";

/** Status of a process whose end nobody saw: killed by this very action. */
const killedStatus = 137;
/** -1 as containerd's uint32: upstream's answer when there is no pid file. */
const unknownPid = 0xffffffff;
/** containerd gives 5 s for everything. */
const unmountLimitMs = 3000;

/** Runs the action; resolves with the DeleteResponse for stdout. Failing steps are warnings on stderr. */
export async function deleteContainer(invocation: Invocation): Promise<Uint8Array> {
  configureLog({ shim: invocation });
  const complaint = complaintAboutId(invocation.id);
  if (complaint !== undefined) throw new Error(`id ${JSON.stringify(invocation.id)} ${complaint}`);
  const bundle = absolutePath(`../${invocation.id}`);
  if (exists(layout.sandbox(bundle))) await attempt("failed to remove the pod", () => removePod(invocation, bundle));
  const answer = await removeContainer(invocation, bundle);
  await attempt("failed to remove the shim's socket", () => removeDeadSocket(invocation, bundle));
  return answer;
}

/** containerd asks for the sandbox alone: whom a killed shim held goes with it. */
async function removePod(invocation: Invocation, bundle: string): Promise<void> {
  const sandbox = await import("../sandbox/leftovers.ts");
  await sandbox.removePod(bundle, async ({ id, bundle: own, record }) => {
    // containerd removes the bundles of a lost pod meanwhile: what is to be known of the container is in its record.
    await removeContainer({ ...invocation, id }, own, record);
  });
}

/** Everything of a container but its bundle's files. `record`: where its options and cgroups are kept. Returns the DeleteResponse. */
async function removeContainer(invocation: Invocation, bundle: string, record = bundle): Promise<Uint8Array> {
  const pid = readPid(layout.initPid(bundle));
  const recorded = loadExit(bundle);
  const options = loadOptions(record);
  const root = runtimeRoot(options, { namespace: invocation.namespace, bundle });
  // Without its state the runtime has nothing to remove: the usual case, and not worth a process.
  const isKnown = exists(`${root}/${invocation.id}`);
  const wasInterrupted = pid === undefined && exists(layout.options(record));
  if (isKnown || wasInterrupted) {
    const { Runtime } = await import("../../oci/runc.ts");
    const runtime = new Runtime({ binary: runtimeBinary(options), root, bundle, systemdCgroup: false });
    const container = { id: invocation.id, bundle, runtime };
    let offspring: ReadonlySet<number> = new Set();
    await attempt("failed to end the runtime", async () => {
      offspring = await endRuntime(container);
    });
    await attempt("failed to remove runc container", () => forceDelete(container));
    await attempt("failed to remove the cgroup", () => endNewCgroups(record, offspring));
  }
  await attempt("failed to cleanup rootfs mount", () => unmountRootfs(layout.rootfs(bundle)));
  const exit = recorded ?? { status: killedStatus, at: now() };
  return encodeDeleted({ pid: pid ?? unknownPid, exit });
}

async function unmountRootfs(rootfs: string): Promise<void> {
  // The second one is there only when the shim was killed while it mounted.
  for (const path of [rootfs, layout.lowerLayers(rootfs)]) {
    if (!exists(path)) continue;
    const { unmountRecursive } = await import("../rootfs/mounts.ts");
    await unmountRecursive(path, { signal: AbortSignal.timeout(unmountLimitMs) });
  }
}

interface Leftover {
  readonly id: string;
  readonly bundle: string;
  readonly runtime: Runtime;
}

/**
 * What the killed shim had begun would otherwise go on, and make a container after we have removed it. Returns the processes that
 * the ended commands had started.
 */
async function endRuntime({ bundle }: Leftover): Promise<ReadonlySet<number>> {
  const { endCommands } = await import("../../oci/commands-in-flight.ts");
  const { commands, offspring } = await endCommands(bundle);
  removeFile(layout.runtimeLog(bundle));
  if (commands.length > 0) log("warning", "ended runtime commands of a dead shim", { bundle, ended: commands.length });
  return offspring;
}

async function forceDelete({ id, bundle, runtime }: Leftover): Promise<void> {
  if (!exists(`${runtime.options.root}/${id}`)) return;
  // The kernel ends what is in a private pid namespace; elsewhere init's descendants would live on (KF-052).
  if (!hasPrivatePidNamespace(bundle)) {
    await attempt("failed to kill the container's processes", () => runtime.kill(id, 9, { all: true }));
  }
  await runtime.delete(id, { force: true });
}

function hasPrivatePidNamespace(bundle: string): boolean {
  try {
    return readSpec(bundle).privatePidNamespace;
  } catch {
    return false;
  }
}

/** A runtime that was killed half way knows nothing of the cgroup that it has made. */
async function endNewCgroups(bundle: string, offspring: ReadonlySet<number>): Promise<void> {
  const { loadNewCgroups } = await import("../bundle/new-cgroups.ts");
  const directories = loadNewCgroups(bundle);
  if (directories.length === 0) return;
  const { endCgroup } = await import("../../cgroups/remove.ts");
  await endCgroup(directories, { isOurs: (pid) => offspring.has(pid) });
}

/** The socket of a killed shim. One that somebody listens on belongs to a living shim of the group. */
async function removeDeadSocket(invocation: Invocation, bundle: string): Promise<void> {
  const path =
    readAddress(bundle) ??
    (await socketPath({ ...invocation, containerdAddress: invocation.address, group: invocation.id }));
  if (!exists(path)) return;
  const unlock = tryLockFile(parentOf(path), { limitMs: 500 });
  try {
    if (fileInfo(path, { followLinks: false })?.type === "socket" && !isListening(path)) removeFile(path);
  } finally {
    unlock();
  }
}

function readAddress(bundle: string): string | undefined {
  try {
    return readFileText(layout.address(bundle)).replace(/^unix:\/\//, "");
  } catch {
    return undefined;
  }
}

function readPid(path: string): number | undefined {
  try {
    return readPidFile(path);
  } catch {
    return undefined;
  }
}

async function attempt(what: string, step: () => Promise<void>): Promise<void> {
  try {
    await step();
  } catch (error) {
    const text = error instanceof RuncError ? error.raw : messageOf(error);
    log("warning", what, { error: text });
  }
}
