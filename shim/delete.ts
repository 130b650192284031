// `delete`: removes what a shim that can't be reached any more has left of a container. Runs after every normal deletion
// too, so everything may be gone already (spec/shim-cli.md 6.3).
import { lstatSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { RuncError } from "../oci/errors.ts";
import { readPidFile } from "../oci/pid-file.ts";
import { Runtime } from "../oci/runc.ts";
import { containerd } from "../proto/gen/task.js";
import { now } from "../sys/clock.ts";
import { tryLockFile } from "../sys/file.ts";
import { isListening } from "../sys/unix-socket.ts";
import { socketPath } from "./address.ts";
import type { Invocation } from "./args.ts";
import { loadExit } from "./exit-record.ts";
import { log } from "./log.ts";
import { loadOptions, runtimeBinary, runtimeRoot } from "./options.ts";
import { unmountRecursive } from "./rootfs.ts";

/** Status of a process whose end nobody saw: killed by this very action. */
const killedStatus = 137;
/** -1 as containerd's uint32: upstream's answer when there is no pid file. */
const unknownPid = 0xffffffff;
/** The daemon gives 5 s for everything. */
const unmountLimitMs = 3000;

/** Runs the action; resolves with the DeleteResponse for stdout. Failing steps are warnings on stderr. */
export async function deleteContainer(invocation: Invocation): Promise<Uint8Array> {
  const bundle = resolve("..", invocation.id);
  const options = loadOptions(bundle);
  const pid = readPid(join(bundle, "init.pid"));
  const recorded = loadExit(bundle);
  await attempt("failed to remove runc container", () => forceDelete(invocation, bundle, options));
  await attempt("failed to cleanup rootfs mount", () =>
    unmountRecursive(join(bundle, "rootfs"), { signal: AbortSignal.timeout(unmountLimitMs) }),
  );
  await attempt("failed to remove the shim's socket", () => removeDeadSocket(invocation, bundle));
  return containerd.task.v2.DeleteResponse.encode({
    pid: pid ?? unknownPid,
    exitStatus: recorded?.status ?? killedStatus,
    exitedAt: recorded?.at ?? now(),
  }).finish();
}

async function forceDelete(
  invocation: Invocation,
  bundle: string,
  options: ReturnType<typeof loadOptions>,
): Promise<void> {
  const runtime = new Runtime({
    binary: runtimeBinary(options),
    root: runtimeRoot(options, invocation.namespace),
    log: join(bundle, "log.json"),
    systemdCgroup: false,
  });
  // Without its state directory the runtime has nothing to remove: the usual case, and not worth a process.
  if (!exists(join(runtime.options.root, invocation.id))) return;
  await runtime.delete(invocation.id, { force: true });
}

/** The socket of a killed shim. One that somebody listens on belongs to a living shim of the group. */
async function removeDeadSocket(invocation: Invocation, bundle: string): Promise<void> {
  const path =
    readAddress(bundle) ??
    (await socketPath({ ...invocation, daemonAddress: invocation.address, group: invocation.id }));
  if (!exists(path)) return;
  const unlock = tryLockFile(dirname(path), { limitMs: 500 });
  try {
    if (lstatSync(path).isSocket() && !isListening(path)) rmSync(path, { force: true });
  } finally {
    unlock();
  }
}

function readAddress(bundle: string): string | undefined {
  try {
    return readFileSync(join(bundle, "address"), "utf8").replace(/^unix:\/\//, "");
  } catch {
    return undefined;
  }
}

function exists(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
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
    const text = error instanceof RuncError ? error.raw : error instanceof Error ? error.message : String(error);
    log("warning", what, { error: text });
  }
}
