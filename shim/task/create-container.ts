// Create, from the request to a container whose init waits for its start.
import { Runtime } from "../../oci/runc.ts";
import { readSpec } from "../../oci/spec.ts";
import type { containerd } from "../../proto/gen/task.js";
import { makeDirectory } from "../../sys/directory.ts";
import { errnoOf } from "../../sys/errno.ts";
import { messageOf } from "../base/error-text.ts";
import { attemptToEnd, errorFields, log } from "../base/log.ts";
import { checkBundle, checkId, checkStdio, checkText } from "../base/request-check.ts";
import { forgetDeleted } from "../bundle/delete-answer.ts";
import * as layout from "../bundle/layout.ts";
import { recordNewCgroups } from "../bundle/new-cgroups.ts";
import { decodeOptions } from "../bundle/options.ts";
import { runtimeBinary, runtimeRoot, storeOptions } from "../bundle/stored-options.ts";
import { mountRootfs, unmountRecursive } from "../rootfs/mounts.ts";
import { mayHoldFifo } from "../stdio/confinement.ts";
import { openIo } from "../stdio/open.ts";
import type { ProcessIo } from "../stdio/process-io.ts";
import { Container } from "./container.ts";
import type { Caller, ShimEnvironment } from "./environment.ts";
import { Execs } from "./execs.ts";
import { InitProcess } from "./init-process.ts";
import { stdioPaths } from "./process.ts";

type CreateRequest = containerd.task.v2.CreateTaskRequest;

/**
 * Makes the container up to the point where its init waits for `start`, and publishes /tasks/create.
 * A failure at any step leaves nothing behind.
 */
export async function createContainer(
  request: CreateRequest,
  environment: ShimEnvironment,
  caller: Caller,
): Promise<Container> {
  const { id, bundle } = request;
  checkId("id", id);
  checkBundle(bundle);
  const { stdin, stdout, stderr, checkpoint: image, parentCheckpoint: parent } = request;
  checkStdio([stdin, stdout, stderr]);
  checkText("a path", [image, parent]);
  checkText("a rootfs mount", request.rootfs);
  const options = await decodeOptions(request.options, (text) => log("warning", `runtime options: ${text}`, { id }));
  checkText("a runtime option", options);
  if (options.sleepAfter >= 0) environment.setSleepAfter(options.sleepAfter);
  const owner = { uid: options.ioUid, gid: options.ioGid };
  environment.prepare?.({ id, bundle, options });
  const spec = readSpec(bundle);
  const rootfs = layout.rootfs(bundle);
  const mounts = request.rootfs.map((mount) => ({
    type: mount.type ?? "",
    source: mount.source ?? "",
    target: mount.target ?? "",
    options: mount.options ?? [],
  }));
  // What `delete` needs is on disk before the step that needs it (invariant 12).
  forgetDeleted(bundle);
  storeOptions(bundle, options);
  const newCgroups = recordNewCgroups(bundle, spec.cgroupsPath);
  environment.onNewCgroups?.(id, newCgroups);
  let io: ProcessIo | undefined;
  const release = environment.reaper.hold();
  try {
    if (mounts.length > 0) {
      makeRootfsDirectory(rootfs);
      try {
        await mountRootfs(rootfs, mounts);
      } catch (error) {
        throw new Error(`failed to mount rootfs component: ${messageOf(error)}`, { cause: error });
      }
    }
    const stdio = stdioPaths(request);
    io = await openIo(stdio, {
      owner,
      id,
      namespace: environment.namespace,
      bundle,
      mayHoldFifo: options.stdio !== "pipes" && mayHoldFifo(spec),
      deadlineMs: caller.deadlineMs,
    });
    const runtime = new Runtime({
      binary: runtimeBinary(options),
      root: runtimeRoot(options, { namespace: environment.namespace, bundle }),
      bundle,
      systemdCgroup: options.systemdCgroup,
    });
    const { checkpoint, parentCheckpoint } = request;
    const execs = new Execs();
    const execPids = () => execs.pids();
    const init = new InitProcess(
      { id, bundle, stdio, io, runtime, options, checkpoint, parentCheckpoint, newCgroups, execPids },
      environment,
    );
    await init.create(caller);
    const { privatePidNamespace } = spec;
    const hasRootfsMounts = mounts.length > 0;
    const parts = { id, bundle, hasRootfsMounts, init, execs, runtime, privatePidNamespace, ioOwner: owner };
    const container = new Container(parts, environment);
    container.tellCreated(request);
    return container;
  } catch (error) {
    await attemptToEnd("failed to close the stdio of a container", { id }, () => io?.close());
    if (mounts.length > 0) await unmountQuietly(rootfs);
    throw error;
  } finally {
    release();
  }
}

function makeRootfsDirectory(path: string): void {
  try {
    makeDirectory(path, 0o711);
  } catch (error) {
    if (errnoOf(error) !== "EEXIST") throw error;
  }
}

async function unmountQuietly(path: string): Promise<void> {
  try {
    await unmountRecursive(path);
  } catch (error) {
    log("warning", "failed to cleanup rootfs mount", { path, ...errorFields(error) });
  }
}
