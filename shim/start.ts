// `start`: makes the listening socket, hands it to a daemon of our own, prints where it is and leaves. It does not wait
// for the daemon's boot: the kernel queues containerd's connection meanwhile (design.md 2).
import { spawn } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readFileSync, readSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { readSpec } from "../oci/spec.ts";
import { containerd } from "../proto/gen/bootstrap.js";
import { errnoOf, sysCall } from "../sys/errno.ts";
import type { Fd } from "../sys/fd.ts";
import { tryLockFile, writeFileAtomically } from "../sys/file.ts";
import { becomeSubreaper, createCoreSchedulingCookie } from "../sys/prctl.ts";
import { selfCommand } from "../sys/self.ts";
import { isListening, listenAt } from "../sys/unix-socket.ts";
import { defaultSocketDirectory, groupOf, socketPath } from "./address.ts";
import type { Invocation } from "./args.ts";
import { messageOf } from "./error-text.ts";
import type { PackedOptions } from "./options.ts";

const maxStdinBytes = 10 * 1024 * 1024;

/** What the daemon sent on stdin, in whichever dialect (spec/shim-cli.md 2.2). */
export type StartRequest =
  | { readonly dialect: "bootstrap"; readonly params: containerd.runtime.bootstrap.v1.BootstrapParams }
  | { readonly dialect: "legacy"; readonly options: PackedOptions | undefined };

/** Reads all of stdin. Throws when it holds more than 10 MiB. */
export function readStdin(): Buffer {
  const chunks: Buffer[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.allocUnsafe(16 * 1024);
    let count: number;
    try {
      count = readSync(0, chunk, 0, chunk.length, null);
    } catch (error) {
      if (errnoOf(error) === "EAGAIN") continue;
      throw error;
    }
    if (count === 0) return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    total += count;
    if (total > maxStdinBytes) throw new Error(`stdin is longer than ${maxStdinBytes} bytes`);
    chunks.push(chunk.subarray(0, count));
  }
}

/**
 * Tells the dialects apart: an Any usually parses as BootstrapParams too, so the id and the namespace must be the ones
 * of the flags. Throws when stdin is neither.
 */
export function parseStartRequest(stdin: Uint8Array, invocation: Invocation): StartRequest {
  if (stdin.length === 0) return { dialect: "legacy", options: undefined };
  const params = tryDecode(() => containerd.runtime.bootstrap.v1.BootstrapParams.decode(stdin));
  if (params !== undefined && params.instanceId === invocation.id && params.namespace === invocation.namespace) {
    return { dialect: "bootstrap", params };
  }
  const any = tryDecode(() => containerd.runtime.bootstrap.v1.Extension.decode(wrapAsField1(stdin)).value);
  if (any === undefined || any === null)
    throw new Error("failed to decode stdin: neither options nor bootstrap parameters");
  return { dialect: "legacy", options: any };
}

/** A marshalled Any, or undefined when it is none. */
export function decodeAny(bytes: Uint8Array): PackedOptions | undefined {
  return tryDecode(() => containerd.runtime.bootstrap.v1.Extension.decode(wrapAsField1(bytes)).value) ?? undefined;
}

/** The bytes of a message as field 1 of another: Extension{value: Any} decodes an Any without a module of its own. */
function wrapAsField1(message: Uint8Array): Uint8Array {
  const header: number[] = [0x0a];
  let rest = message.length;
  while (rest > 127) {
    header.push((rest & 127) | 128);
    rest >>>= 7;
  }
  header.push(rest);
  return Buffer.concat([Buffer.from(header), message]);
}

function tryDecode<T>(f: () => T): T | undefined {
  try {
    return f();
  } catch {
    return undefined;
  }
}

function optionsOf(request: StartRequest): PackedOptions | undefined {
  if (request.dialect === "legacy") return request.options;
  for (const extension of request.params.extensions) {
    const name = extension.value?.typeUrl ?? "";
    if (/(^|\/)(containerd\.runc\.v1|runtimeoptions\.v1)\.Options$/.test(name)) return extension.value ?? undefined;
  }
  return undefined;
}

/** LogLevel is an open scale: debug was asked for at -4 and below. */
function wantsDebug(invocation: Invocation, request: StartRequest): boolean {
  return invocation.debug || (request.dialect === "bootstrap" && request.params.logLevel <= -4);
}

/** Runs the action and returns what is to be written to stdout. */
export async function start(invocation: Invocation, stdin: Uint8Array): Promise<string | Uint8Array> {
  const request = parseStartRequest(stdin, invocation);
  const bootstrap = request.dialect === "bootstrap" ? request.params : undefined;
  const daemonAddress =
    bootstrap === undefined || bootstrap.containerdGrpcAddress === ""
      ? invocation.address
      : bootstrap.containerdGrpcAddress;
  const group = groupOf(invocation.id, readSpec(".").annotations);
  const givenDirectory = bootstrap?.socketDir ?? "";
  const directory = givenDirectory === "" ? defaultSocketDirectory : givenDirectory;
  const path = socketPath({ directory, daemonAddress, namespace: invocation.namespace, group });
  const address = `unix://${path}`;

  if (givenDirectory !== "") linkSocketDirectory(givenDirectory);
  const socket = bindGroupSocket(path);
  if (socket !== undefined) await launch(invocation, request, { socket, path, daemonAddress });
  writeFileAtomically("address", address, 0o644);
  return answer(request, address);
}

/** What the daemon understands: the plain address is right for 1.6 to 2.2, the protobuf since 2.3. */
export function answer(request: StartRequest, address: string): string | Uint8Array {
  if (request.dialect === "legacy") return address;
  return containerd.runtime.bootstrap.v1.BootstrapResult.encode({
    version: 3,
    address,
    protocol: "ttrpc",
  }).finish();
}

/** Since 2.3: `s` in the bundle points to the socket directory. An existing one is replaced. */
function linkSocketDirectory(directory: string): void {
  rmSync("s", { force: true });
  sysCall(() => symlinkSync(directory, "s"));
}

/**
 * Listens at `path`, or returns undefined when a shim of this group does already. Between several `start`s of one group
 * (KF-144) a lock on the directory decides: without it, one of them could take a socket that another has bound but does
 * not listen on yet for the leftover of a killed shim (KF-031).
 */
export function bindGroupSocket(path: string): Fd | undefined {
  const directory = dirname(path);
  const unlock = lockDirectory(directory);
  try {
    return bindLocked(path);
  } catch (error) {
    throw new Error(`create new shim socket: ${messageOf(error)}`, { cause: error });
  } finally {
    unlock();
  }
}

function lockDirectory(directory: string): () => void {
  try {
    return tryLockFile(directory, { limitMs: 1000 });
  } catch (error) {
    if (errnoOf(error) !== "ENOENT") throw error;
    sysCall(() => mkdirSync(directory, { recursive: true, mode: 0o700 }));
    chmodSync(directory, 0o700);
    return tryLockFile(directory, { limitMs: 1000 });
  }
}

function bindLocked(path: string): Fd | undefined {
  let socket: Fd;
  try {
    socket = listenAt(path);
  } catch (error) {
    if (errnoOf(error) !== "EADDRINUSE") throw error;
    if (isListening(path)) return undefined;
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found !== undefined && !found.isSocket()) throw error;
    rmSync(path, { force: true });
    socket = listenAt(path);
  }
  try {
    sysCall(() => chmodSync(path, 0o600));
    return socket;
  } catch (error) {
    socket.close();
    rmSync(path, { force: true });
    throw error;
  }
}

interface Listener {
  readonly socket: Fd;
  readonly path: string;
  readonly daemonAddress: string;
}

/** Starts the daemon with the socket as descriptor 3. Whatever fails after that ends it and removes the socket (KF-047). */
async function launch(invocation: Invocation, request: StartRequest, listener: Listener): Promise<void> {
  let pid: number | undefined;
  try {
    becomeSubreaper();
    if ((process.env.SCHED_CORE ?? "") !== "") createCoreSchedulingCookie();
    pid = await spawnDaemon(invocation, request, listener);
    const packed = optionsOf(request);
    if (packed !== undefined && (packed.value?.length ?? 0) > 0) await applyOptions(packed, pid);
    adjustOomScore(pid);
  } catch (error) {
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    rmSync(listener.path, { force: true });
    throw error;
  } finally {
    listener.socket.close();
  }
}

async function applyOptions(packed: PackedOptions, pid: number): Promise<void> {
  const { decodeOptions } = await import("./options.ts");
  const { shimCgroup } = await decodeOptions(packed);
  if (shimCgroup === "") return;
  const { joinCgroup } = await import("../cgroups/join.ts");
  joinCgroup(shimCgroup, pid);
}

/** By which `start` tells the daemon the socket's path: with a group annotation it can't be derived from its flags. */
export const socketVariable = "RUNTS_SOCKET";

/** The daemon's engine: no JIT, small heaps (design.md 1). Removed again from what the runtime gets. */
const engineVariables: Readonly<Record<string, string>> = {
  BUN_JSC_useJIT: "0",
};

async function spawnDaemon(invocation: Invocation, request: StartRequest, listener: Listener): Promise<number> {
  const self = selfCommand();
  const debug = wantsDebug(invocation, request);
  const args = [
    ...self.args,
    ...["-namespace", invocation.namespace],
    ...["-id", invocation.id],
    ...["-address", listener.daemonAddress],
    ...(debug ? ["-debug"] : []),
  ];
  const bootstrap = request.dialect === "bootstrap" ? request.params : undefined;
  const child = spawn(self.file, args, {
    argv0: process.argv0,
    detached: true,
    stdio: ["ignore", "ignore", "ignore", listener.socket.number],
    env: {
      ...process.env,
      ...(bootstrap === undefined || bootstrap.containerdTtrpcAddress === ""
        ? {}
        : { TTRPC_ADDRESS: bootstrap.containerdTtrpcAddress }),
      ...engineVariables,
      [socketVariable]: listener.path,
    },
  });
  if (child.pid === undefined) {
    const error = await new Promise<Error>((resolve) => child.once("error", resolve));
    throw new Error(`failed to start the shim process: ${error.message}`, { cause: error });
  }
  child.unref();
  return child.pid;
}

/** The kernel shall end the shim before the daemon: parent's score + 1 (KF-095). */
function adjustOomScore(pid: number): void {
  const parent = Number.parseInt(readFileSync(`/proc/${process.ppid}/oom_score_adj`, "latin1"), 10);
  const score = Math.max(-1000, Math.min(1000, parent + 1));
  try {
    writeFileSync(`/proc/${pid}/oom_score_adj`, String(score));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== "EACCES" && errno !== "EPERM") throw error;
  }
}

/** Writes the answer to stdout as exact bytes. */
export function printAnswer(content: string | Uint8Array, write: (bytes: Uint8Array) => void): void {
  write(typeof content === "string" ? Buffer.from(content) : content);
}
