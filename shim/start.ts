// `start`: makes the listening socket, hands it to a daemon of our own, prints where it is and leaves. It does not wait
// for the daemon's boot: the kernel queues containerd's connection meanwhile (design.md 2).
import { readSpec } from "../oci/spec.ts";
import { ownEnvironment } from "../sys/environment.ts";
import { errnoOf, errnoText } from "../sys/errno.ts";
import type { Fd } from "../sys/fd.ts";
import { libcOrThrow } from "../sys/ffi.ts";
import {
  changeMode,
  fileInfo,
  makeDirectories,
  readFileText,
  removeFile,
  tryLockFile,
  writeExisting,
  writeFileAtomically,
} from "../sys/file.ts";
import { parentOf } from "../sys/path.ts";
import { becomeSubreaper, createCoreSchedulingCookie } from "../sys/prctl.ts";
import { selfCommand } from "../sys/self.ts";
import { spawnChild } from "../sys/spawn.ts";
import { isListening, listenAt } from "../sys/unix-socket.ts";
import { defaultSocketDirectory, groupOf, socketPath } from "./address.ts";
import type { Invocation } from "./args.ts";
import { messageOf } from "./error-text.ts";
import type { PackedOptions } from "./options.ts";
import { socketVariable } from "./socket-variable.ts";
import { answer, mayNameShimCgroup, parseStartRequest, type StartRequest } from "./start-request.ts";

/** Runs the action and returns what is to be written to stdout. */
export async function start(invocation: Invocation, stdin: Uint8Array): Promise<Uint8Array> {
  const request = parseStartRequest(stdin, invocation);
  const daemonAddress = request.grpcAddress === "" ? invocation.address : request.grpcAddress;
  const group = groupOf(invocation.id, readSpec(".").annotations);
  const directory = request.socketDirectory === "" ? defaultSocketDirectory : request.socketDirectory;
  const path = await socketPath({ directory, daemonAddress, namespace: invocation.namespace, group });
  const address = `unix://${path}`;

  if (request.socketDirectory !== "") linkSocketDirectory(request.socketDirectory);
  const socket = bindGroupSocket(path);
  if (socket !== undefined) await launch(invocation, request, { socket, path, daemonAddress });
  writeFileAtomically("address", address, 0o644);
  return answer(request, address);
}

/** Since 2.3: `s` in the bundle points to the socket directory. An existing one is replaced. */
function linkSocketDirectory(directory: string): void {
  removeFile("s");
  libcOrThrow("symlink", "s", directory, "s");
}

/**
 * Listens at `path`, or returns undefined when a shim of this group does already. Between several `start`s of one group
 * (KF-144) a lock on the directory decides: without it, one of them could take a socket that another has bound but does
 * not listen on yet for the leftover of a killed shim (KF-031).
 */
export function bindGroupSocket(path: string): Fd | undefined {
  const directory = parentOf(path);
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
    makeDirectories(directory, 0o700);
    changeMode(directory, 0o700);
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
    const found = fileInfo(path, { followLinks: false });
    if (found !== undefined && found.type !== "socket") throw error;
    removeFile(path);
    socket = listenAt(path);
  }
  try {
    changeMode(path, 0o600);
    return socket;
  } catch (error) {
    socket.close();
    removeFile(path);
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
    if ((process.env.SCHED_CORE ?? "") !== "") enableCoreScheduling();
    pid = await spawnDaemon(invocation, request, listener);
    const { options } = request;
    if (options !== undefined && mayNameShimCgroup(options)) await applyOptions(options, pid);
    adjustOomScore(pid);
  } catch (error) {
    if (pid !== undefined) process.kill(pid, "SIGKILL");
    removeFile(listener.path);
    throw error;
  } finally {
    listener.socket.close();
  }
}

function enableCoreScheduling(): void {
  try {
    createCoreSchedulingCookie();
  } catch (error) {
    const reason = errnoOf(error);
    throw new Error(`enable sched core support: ${reason === undefined ? messageOf(error) : errnoText(reason)}`, {
      cause: error,
    });
  }
}

async function applyOptions(packed: PackedOptions, pid: number): Promise<void> {
  const { decodeOptions } = await import("./options.ts");
  const { shimCgroup } = await decodeOptions(packed);
  if (shimCgroup === "") return;
  const { joinCgroup } = await import("../cgroups/join.ts");
  joinCgroup(shimCgroup, pid);
}

/**
 * The daemon's engine, with what an idle shim does without (docs/performance.md): no JIT, no helper threads of the garbage
 * collector, no WebAssembly, no timer that wakes it every second (sys/memory.ts has its part). Removed again from what the runtime gets.
 */
const engineVariables: Readonly<Record<string, string>> = {
  BUN_JSC_useJIT: "0",
  BUN_JSC_useConcurrentGC: "0",
  BUN_JSC_numberOfGCMarkers: "1",
  BUN_JSC_useWasm: "0",
  BUN_GC_TIMER_DISABLE: "1",
  // Bytes allocated between two collections at least, 32 MiB unless told: a small heap stays small.
  BUN_JSC_largeHeapSize: "2097152",
  // Free pages go back at once, without a thread that does it later.
  MIMALLOC_PURGE_DELAY: "0",
};

async function spawnDaemon(invocation: Invocation, request: StartRequest, listener: Listener): Promise<number> {
  const self = selfCommand();
  const debug = invocation.debug || request.debug;
  const args = [
    ...self.args,
    ...["-namespace", invocation.namespace],
    ...["-id", invocation.id],
    ...["-address", listener.daemonAddress],
    ...(debug ? ["-debug"] : []),
  ];
  const child = await spawnChild({
    file: self.file,
    args,
    argv0: process.argv0,
    detached: true,
    cwd: ".",
    stdio: [undefined, undefined, undefined, listener.socket.number],
    env: {
      ...ownEnvironment(),
      ...(request.ttrpcAddress === "" ? {} : { TTRPC_ADDRESS: request.ttrpcAddress }),
      ...engineVariables,
      [socketVariable]: listener.path,
    },
  });
  child.unref();
  return child.pid;
}

/** The kernel shall end the shim before the daemon: parent's score + 1 (KF-095). */
function adjustOomScore(pid: number): void {
  const parent = Number.parseInt(readFileText(`/proc/${process.ppid}/oom_score_adj`, "latin1"), 10);
  const score = Math.max(-1000, Math.min(1000, parent + 1));
  try {
    writeExisting(`/proc/${pid}/oom_score_adj`, String(score));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== "EACCES" && errno !== "EPERM") throw error;
  }
}
