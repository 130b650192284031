// `start`: makes the listening socket, prints where it is, and becomes the shim: one boot. Who waits for containerd and leaves
// with our status is another process, the launcher (bin/launcher) or, on Node, shim/actions/launch.ts. The answer goes out before the
// code that serves is loaded: the kernel queues containerd's connection meanwhile.
import { readSpec } from "../../oci/spec.ts";
import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";
import { makeDirectories } from "../../sys/directory.ts";
import { errnoOf, errnoText } from "../../sys/errno.ts";
import { Fd, O_RDWR, openFd, replaceStandard, setCloseOnExec } from "../../sys/fd.ts";
import { libc, libcOrThrow } from "../../sys/ffi.ts";
import {
  changeMode,
  fileInfo,
  readFileText,
  removeFile,
  writeExisting,
  writeFd,
  writeFileAtomically,
} from "../../sys/file.ts";
import { tryLockFile } from "../../sys/file-lock.ts";
import { absolutePath, parentOf } from "../../sys/path.ts";
import { createCoreSchedulingCookie, outliveLauncher } from "../../sys/prctl.ts";
import { isListening, listenAt } from "../../sys/unix-socket.ts";
import type { Invocation } from "../args.ts";
import { messageOf } from "../base/error-text.ts";
import { defaultSocketDirectory, groupOf, socketPath } from "../bundle/address.ts";
import * as layout from "../bundle/layout.ts";
import type { RuncOptions } from "../bundle/stored-options.ts";
import { waiterVariable } from "./launch-variable.ts";
import { answer, mayConcernStart, parseStartRequest, readStdin, type StartRequest } from "./start-request.ts";

/** Who waits for the end of `start`, and leaves with the status that it is told. */
interface Waiter {
  readonly answer: Fd;
  /** Who has run `start`: containerd. */
  readonly callerPid: number;
}

/** What a shim serves with that `start` has made. */
export interface Started {
  readonly socket: Fd;
  readonly socketPath: string;
  readonly debug: boolean;
  /** It is a sandbox's. */
  readonly isSandbox: boolean;
}

/**
 * Runs the action. Resolves with what is to be served, or with the exit status: a shim of the group is there already, or
 * it went wrong, which `fail` has told the caller.
 */
export async function start(invocation: Invocation, fail: (error: unknown) => void): Promise<Started | number> {
  const waiter = takeWaiter();
  let started: Started | undefined;
  try {
    started = await makeShim(invocation, parseStartRequest(readStdin(), invocation), waiter.callerPid);
    outliveLauncher();
    leaveStandardStreams();
    report(waiter, 0);
  } catch (error) {
    // Its address is out already, but whoever is told of a failure connects to nothing and ends nothing.
    if (started !== undefined) giveUp(started);
    fail(error);
    if (waiter.answer.isOpen) report(waiter, 1);
    return 1;
  }
  // Nobody waits for this process any more, and the engine takes a while to end.
  if (started === undefined) libc("_exit", 0);
  return started ?? 0;
}

function giveUp({ socket, socketPath: path }: Started): void {
  removeFile(path);
  socket.close();
}

function takeWaiter(): Waiter {
  const [descriptor, pid] = (process.env[waiterVariable] ?? "").split(" ").map(Number);
  delete process.env[waiterVariable];
  if (descriptor === undefined || pid === undefined || !(descriptor > 2)) throw new Error("start without a launcher");
  const answer = new Fd(descriptor, "start's answer");
  setCloseOnExec(answer);
  return { answer, callerPid: pid };
}

/** Throws SysError when nobody waits any more. */
function report({ answer }: Waiter, status: number): void {
  try {
    writeFd(answer.number, Buffer.from([status]), answer.purpose);
  } finally {
    answer.close();
  }
}

/** Makes or finds the group's socket and answers; everything that may fail is before the answer. */
async function makeShim(
  invocation: Invocation,
  request: StartRequest,
  callerPid: number,
): Promise<Started | undefined> {
  const containerdAddress = request.grpcAddress === "" ? invocation.address : request.grpcAddress;
  const options = await optionsOf(request);
  // A pod's shim has its namespaces, which it shares with nobody; and containerd gives a sandbox no specification.
  const isSandbox = layout.isOfSandbox(absolutePath(layout.here));
  const group = isSandbox
    ? invocation.id
    : groupOf(invocation.id, readSpec(layout.here).annotations, options?.shimGroup);
  const directory = request.socketDirectory === "" ? defaultSocketDirectory : request.socketDirectory;
  const path = await socketPath({ directory, containerdAddress, namespace: invocation.namespace, group });
  const address = `unix://${path}`;

  if (request.socketDirectory !== "") linkSocketDirectory(request.socketDirectory);
  const socket = bindGroupSocket(path);
  try {
    if (socket !== undefined) await takePlace(options, callerPid);
    writeFileAtomically(layout.address(layout.here), address, 0o644);
    writeFd(1, answer(request, address, { isSandbox }), "stdout");
  } catch (error) {
    // Whatever fails takes the socket with it (KF-047).
    if (socket !== undefined) removeFile(path);
    socket?.close();
    throw error;
  }
  if (socket === undefined) return undefined;
  if (request.ttrpcAddress !== "") process.env.TTRPC_ADDRESS = request.ttrpcAddress;
  return { socket, socketPath: path, debug: invocation.debug || request.debug, isSandbox };
}

/** Where this process stands among the machine's: core scheduling, cgroup, OOM score. */
async function takePlace(options: RuncOptions | undefined, callerPid: number): Promise<void> {
  if ((process.env.SCHED_CORE ?? "") !== "") enableCoreScheduling();
  if (options !== undefined && options.shimCgroup !== "") {
    const { joinCgroup } = await import("../../cgroups/join.ts");
    joinCgroup(options.shimCgroup, process.pid);
  }
  adjustOomScore(callerPid);
}

/** containerd waits for the end of stdout and stderr, and its pipes are nobody's after that. */
function leaveStandardStreams(): void {
  const nothing = openFd("/dev/null", O_RDWR, "/dev/null");
  for (const target of [0, 1, 2] as const) replaceStandard(nothing, target);
  nothing.close();
}

/** Since 2.3: `s` in the bundle points to the socket directory. An existing one is replaced. */
function linkSocketDirectory(directory: string): void {
  const link = layout.socketDirectory(layout.here);
  removeFile(link);
  libcOrThrow("symlink", link, directory, link);
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

/** Undefined where none of them concerns `start`: decoding takes longer than looking. */
async function optionsOf({ options }: StartRequest): Promise<RuncOptions | undefined> {
  if (options === undefined || !mayConcernStart(options)) return undefined;
  const { decodeOptions } = await import("../bundle/options.ts");
  const { codeStringsBy } = await import("../../ttrpc/strings.ts");
  codeStringsBy({ textOfBytes, bytesOfText });
  return decodeOptions(options);
}

/** The kernel shall end the shim before containerd: its score + 1 (KF-095). */
function adjustOomScore(callerPid: number): void {
  const caller = Number.parseInt(readFileText(`/proc/${callerPid}/oom_score_adj`, "latin1"), 10);
  const score = Math.max(-1000, Math.min(1000, caller + 1));
  try {
    writeExisting("/proc/self/oom_score_adj", String(score));
  } catch (error) {
    const errno = errnoOf(error);
    if (errno !== "EACCES" && errno !== "EPERM") throw error;
  }
}
