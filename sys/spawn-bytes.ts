// Children whose arguments or variables are no UTF-8, which neither engine can pass on: posix_spawn(3), by our own hand.
// Loaded when there is one.
import { bytesOfText } from "./byte-text.ts";
import type { Child, ChildExit, SpawnOptions } from "./child.ts";
import { errnoName, SysError } from "./errno.ts";
import { F_DUPFD_CLOEXEC, Fd, O_RDWR, openFd } from "./fd.ts";
import { allocate, libc, libcOrThrow, writeMemory } from "./ffi.ts";
import { findExecutable } from "./path.ts";

const POSIX_SPAWN_SETSIGDEF = 0x04;
const POSIX_SPAWN_SETSIGMASK = 0x08;
const POSIX_SPAWN_SETSID = 0x80;
/** Larger than posix_spawn_file_actions_t (80 bytes) and posix_spawnattr_t (336) of glibc. */
const structBytes = 512;
const sigsetBytes = 128;

/** These functions return the error's number. */
function check(path: string, ...call: Parameters<typeof libc>): void {
  const error = libc(...call);
  if (error !== 0) throw new SysError("exec", errnoName(Math.abs(error)), path);
}

/** Starts the program; `onExit` is called with its pid once it has ended. Throws SysError (call `exec`). */
export function spawnWithBytes(options: SpawnOptions, onExit: (pid: number) => void): Child {
  const { file } = options;
  const path = file.includes("/") ? file : findExecutable(file, options.env.PATH ?? "");
  if (path === undefined) throw new SysError("exec", "ENOENT", file);
  const actions = allocate(structBytes);
  const attributes = allocate(structBytes);
  const vectors = new Vectors(
    [options.argv0 ?? file, ...options.args],
    Object.entries(options.env).map(([name, value]) => `${name}=${value}`),
  );
  const inherited: Fd[] = [];
  check(path, "posix_spawn_file_actions_init", actions);
  check(path, "posix_spawnattr_init", attributes);
  try {
    const standIn = openFd("/dev/null", O_RDWR, "/dev/null");
    inherited.push(standIn);
    // Above all targets, so that none of them is overwritten before its turn.
    const { length } = options.stdio;
    options.stdio.forEach((number = standIn.number, target) => {
      const copy = new Fd(libcOrThrow("fcntl", path, number, F_DUPFD_CLOEXEC, length), "stdio of a child");
      inherited.push(copy);
      check(path, "posix_spawn_file_actions_adddup2", actions, copy.number, target);
    });
    check(path, "posix_spawn_file_actions_addclosefrom_np", actions, length);
    check(path, "posix_spawn_file_actions_addchdir_np", actions, options.cwd);
    const session = options.detached === true ? POSIX_SPAWN_SETSID : 0;
    check(path, "posix_spawnattr_setflags", attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | session);
    check(path, "posix_spawnattr_setsigdefault", attributes, Buffer.alloc(sigsetBytes, 0xff));
    check(path, "posix_spawnattr_setsigmask", attributes, Buffer.alloc(sigsetBytes));
    const pid = Buffer.alloc(4);
    check(path, "posix_spawn", pid, path, actions, attributes, vectors.arguments, vectors.environment);
    return watchChild(pid.readInt32LE(0), onExit);
  } finally {
    for (const fd of inherited) fd.close();
    libc("posix_spawn_file_actions_destroy", actions);
    libc("posix_spawnattr_destroy", attributes);
    for (const address of [actions, attributes]) libc("free", address);
    vectors.free();
  }
}

/** argv and envp in one piece of C's memory: pointers, then what they point to. */
export class Vectors {
  readonly arguments: number;
  readonly environment: number;

  constructor(args: readonly string[], variables: readonly string[]) {
    const words = [...args, ...variables].map((word) => Buffer.concat([bytesOfText(word), Buffer.of(0)]));
    const pointers = Buffer.alloc(8 * (words.length + 2));
    const size = words.reduce((sum, word) => sum + word.length, pointers.length);
    this.arguments = allocate(size);
    this.environment = this.arguments + 8 * (args.length + 1);
    let address = this.arguments + pointers.length;
    words.forEach((word, index) => {
      const entry = index < args.length ? index : index + 1;
      pointers.writeBigUInt64LE(BigInt(address), 8 * entry);
      address += word.length;
    });
    writeMemory(this.arguments, Buffer.concat([pointers, ...words]));
  }

  free(): void {
    libc("free", this.arguments);
  }
}

const P_PID = 1;
const WNOHANG = 1;
const WEXITED = 4;
const CLD_EXITED = 1;
/** Keeps the engine alive, and looks in case that a signal was lost. */
const lookMs = 1000;

function watchChild(pid: number, onExit: (pid: number) => void): Child {
  let ended = false;
  let settle: (exit: ChildExit) => void = () => {};
  const exited = new Promise<ChildExit>((resolve) => {
    settle = resolve;
  });
  const look = () => {
    if (ended) return;
    // siginfo_t: si_code at 8, si_pid at 16, si_status at 24.
    const info = Buffer.alloc(128);
    const result = libc("waitid", P_PID, pid, info, WEXITED | WNOHANG);
    if (result === 0 && info.readInt32LE(16) === 0) return;
    ended = true;
    process.off("SIGCHLD", look).off("SIGIO", look);
    clearInterval(timer);
    onExit(pid);
    const status = info.readInt32LE(24);
    const isCode = result < 0 || info.readInt32LE(8) === CLD_EXITED;
    settle(isCode ? { code: result < 0 ? 255 : status } : { signal: signalName(status) });
  };
  process.on("SIGCHLD", look).on("SIGIO", look);
  const timer = setInterval(look, lookMs);
  setImmediate(look);
  const kill = (signal: NodeJS.Signals) => {
    if (!ended) libc("kill", pid, signalNumber(signal));
  };
  return { pid, exited, kill, unref: () => clearInterval(timer) };
}

function signalNumber(name: NodeJS.Signals): number {
  return process.getBuiltinModule("node:os").constants.signals[name];
}

function signalName(number: number): NodeJS.Signals {
  const { signals } = process.getBuiltinModule("node:os").constants;
  return (Object.entries(signals).find(([, value]) => value === number)?.[0] ?? "SIGKILL") as NodeJS.Signals;
}
