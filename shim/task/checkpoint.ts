// Checkpoint: the request's options → the runtime's, and what becomes of CRIU's log. Loaded with the first checkpoint.
import { copyFileSync, mkdirSync, readlinkSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { CheckpointOptions } from "../../oci/args.ts";
import { RuncError } from "../../oci/errors.ts";
import type { Runtime } from "../../oci/runc.ts";
import { containerd as optionTypes } from "../../proto/gen/options.js";
import { sysCall } from "../../sys/errno.ts";
import { interruption, ShimError } from "../base/errdefs.ts";
import { errorFields, log } from "../base/log.ts";
import { checkText } from "../base/request-check.ts";
import * as layout from "../bundle/layout.ts";
import type { PackedOptions } from "../bundle/options.ts";
import { dumpConfiguration, externalStdio, storeExternalStdio } from "./criu-stdio.ts";

const optionsName = "containerd.runc.v1.CheckpointOptions";

/** Throws when `packed` is something else; absent options are all defaults (KF-140). */
function decodeOptions(packed: PackedOptions | null | undefined): optionTypes.runc.v1.CheckpointOptions {
  const url = packed?.typeUrl ?? "";
  const value = packed?.value ?? new Uint8Array(0);
  if (url !== "" && url.slice(url.lastIndexOf("/") + 1) !== optionsName) {
    throw new Error(`can't unmarshal type ${JSON.stringify(url)} to output ${JSON.stringify(optionsName)}`);
  }
  try {
    return optionTypes.runc.v1.CheckpointOptions.decode(value);
  } catch (error) {
    throw new ShimError("invalid-argument", `failed to decode checkpoint options: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** What the caller asks for. */
export interface ImageRequest {
  /** Directory for the image. */
  readonly path: string;
  readonly options: PackedOptions | null | undefined;
}

export interface CheckpointRequest extends ImageRequest {
  readonly id: string;
  readonly bundle: string;
  /** Passed on as `--criu`. */
  readonly criuPath: string;
  /** Of init. */
  readonly pid: number;
}

/**
 * Runs `runc checkpoint`. A failure leaves CRIU's log as `criu-dump.log` in the bundle, and names it; the container's
 * state is the caller's concern.
 */
export async function checkpoint(runtime: Runtime, request: CheckpointRequest, signal: AbortSignal): Promise<void> {
  const { id, bundle, criuPath, pid } = request;
  const options = decodeOptions(request.options);
  // The runtime would take its own working directory.
  if (request.path === "") throw new ShimError("invalid-argument", "no path for the checkpoint was given");
  checkText("the checkpoint's path", [request.path, options]);
  const path = resolve(bundle, request.path);
  const ownWorkPath = join(layout.work(bundle), "criu-work");
  const workPath = options.workPath !== "" ? resolve(bundle, options.workPath) : (criWorkPath(request) ?? ownWorkPath);
  const runcOptions: CheckpointOptions = {
    imagePath: path,
    workPath,
    parentPath: options.parentPath,
    tcpEstablished: options.openTcp,
    externalUnixSockets: options.externalUnixSockets,
    shellJob: options.terminal,
    fileLocks: options.fileLocks,
    emptyNamespaces: options.emptyNamespaces,
    leaveRunning: !options.exit,
    criu: criuPath,
  };
  const stdio = externalStdio(pid);
  const configuration = dumpConfiguration(stdio);
  try {
    if (workPath === ownWorkPath) sysCall(() => mkdirSync(workPath, { recursive: true, mode: 0o700 }));
    await runtime.checkpoint(id, runcOptions, { environment: configuration.environment, signal });
    sysCall(() => storeExternalStdio(path, stdio));
  } catch (error) {
    const copy = join(bundle, "criu-dump.log");
    keepLog(join(workPath, "dump.log"), copy);
    if (!(error instanceof RuncError)) throw error;
    throw interruption(error) ?? new Error(`${firstLine(error.raw)} path= ${copy}`, { cause: error });
  } finally {
    configuration.close();
    if (workPath === ownWorkPath) rmSync(workPath, { recursive: true, force: true });
  }
}

/**
 * Where containerd's CRI plugin will look for CRIU's log and figures. It says so only to runtimes whose name is runc's, and sends
 * others no options: then it is the directory that it keeps for the container, beside the one that `work` in the bundle leads
 * to.
 */
function criWorkPath({ bundle, id, options }: CheckpointRequest): string | undefined {
  if ((options?.typeUrl ?? "") !== "") return undefined;
  try {
    // <root>/io.containerd.runtime.v2.task/<namespace>/<id>
    const tasks = dirname(dirname(readlinkSync(layout.work(bundle))));
    if (basename(tasks) !== "io.containerd.runtime.v2.task") return undefined;
    const directory = join(dirname(tasks), "io.containerd.grpc.v1.cri", "containers", id);
    return statSync(directory).isDirectory() ? directory : undefined;
  } catch {
    return undefined;
  }
}

function keepLog(source: string, target: string): void {
  try {
    sysCall(() => copyFileSync(source, target));
  } catch (error) {
    log("warning", "failed to copy CRIU's log", errorFields(error));
  }
}

function firstLine(text: string): string {
  return text.split("\n", 1)[0] ?? "";
}
