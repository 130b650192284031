// The only file that opens libc. It knows how a symbol (symbols.ts) is called and nothing of what it is used for.
//
// ffi-rs's native addon is loaded directly, without its JavaScript loader, which costs 3 ms of each start. It travels inside of
// the executable; the launcher has put it where root alone can write, since nothing privileged is ever unpacked to /tmp.
import { addonFile, buildVersion, isBun } from "./build.ts";
import { bytesOfText } from "./byte-text.ts";
import { errnoName, errnoNumbers, SysError } from "./errno.ts";
import { handledSignals, unwantedMask } from "./handled-signals.ts";
import { bytes, type Declaration, memory, openat2, SYS_openat2, type SymbolName, symbols } from "./symbols.ts";

export type Argument = number | string | Uint8Array;

interface CallRecord {
  library: string;
  funcName: string;
  retType: number;
  paramsType: unknown[];
  paramsValue: readonly Argument[];
  errno: true;
  runInNewThread: boolean;
  freeResultMemory: false;
}

interface Addon {
  FFITypeTag: { Array: unknown };
  open(options: { library: string; path: string }): void;
  /** A promise when the record says `runInNewThread`. */
  load(record: CallRecord): { value: number; errnoCode: number };
}

/** The variable by which the launcher says where it has put the addon (bin/launcher/addon.c). */
const addonVariable = "RUNTS_ADDON";

/** Where the addon is. On Node it is beside the bundle, under its content's name. */
function addonPath(): string {
  if (buildVersion === undefined) {
    // From source (unit tests): the package itself.
    const architecture = process.arch === "x64" ? "linux-x64-gnu" : "linux-arm64-gnu";
    const { createRequire } = process.getBuiltinModule("node:module");
    return createRequire(import.meta.url).resolve(`@yuuang/ffi-rs-${architecture}`);
  }
  if (!isBun) {
    const program = process.getBuiltinModule("node:fs").realpathSync(process.argv[1] as string);
    return `${program.slice(0, program.lastIndexOf("/"))}/${addonFile}`;
  }
  const path = process.env[addonVariable];
  if (path === undefined) throw new Error("no place to load it from");
  return path;
}

/** Throws an Error of one line. */
function openAddon(): Addon {
  const module: { exports: unknown } = { exports: {} };
  try {
    process.dlopen(module as NodeModule, addonPath());
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`failed to load the ffi addon: ${reason}`, { cause: error });
  }
  return module.exports as Addon;
}

/** Threads of the engine's pool at most; one comes into being when all others are busy (bin/launcher/engine.c has it too). */
export const poolThreads = 128;

let addon: Addon | undefined;
/** By declaration: memcpy has two. */
const records = new Map<Declaration, CallRecord>();

function load(): Addon {
  const loaded = openAddon();
  bytes.ffiTypeTag = loaded.FFITypeTag.Array;
  loaded.open({ library: "c", path: "libc.so.6" });
  return loaded;
}

function callRecord(name: string, declaration: Declaration): CallRecord {
  let record = records.get(declaration);
  if (record === undefined) {
    const [retType, ...types] = declaration;
    record = {
      library: "c",
      funcName: name,
      retType: retType as number,
      paramsType: types,
      paramsValue: [],
      errno: true,
      runInNewThread: false,
      freeResultMemory: false,
    };
    records.set(declaration, record);
  }
  return record;
}

/** openat2(2), which has no name in libc: as `libc`. */
export function openBy(how: Uint8Array, path: string): number {
  if (holdsNul(path)) return -errnoNumbers.EINVAL;
  addon ??= load();
  const record = recordOf("syscall", openat2, [SYS_openat2, -100, path, how, how.length]);
  const { value, errnoCode } = addon.load(record);
  return value === -1 ? -errnoCode : value;
}

/** The record with `args`; text with bytes that are no UTF-8 (byte-text.ts) goes as bytes. */
function recordWith(symbol: SymbolName, args: readonly Argument[]): CallRecord {
  return recordOf(symbol, symbols[symbol], args);
}

function recordOf(name: string, declaration: Declaration, args: readonly Argument[]): CallRecord {
  const record = callRecord(name, declaration);
  if (args.every((argument) => typeof argument !== "string" || argument.isWellFormed())) {
    record.paramsValue = args;
    return record;
  }
  const isOdd = args.map((argument) => typeof argument === "string" && !argument.isWellFormed());
  return {
    ...record,
    paramsType: record.paramsType.map((type, index) => (isOdd[index] === true ? bytes : type)),
    paramsValue: args.map((argument, index) =>
      isOdd[index] === true ? Buffer.concat([bytesOfText(argument as string), Buffer.alloc(1)]) : argument,
    ),
  };
}

/** C would take a part of it for the whole: Go says EINVAL. */
function holdsNul(argument: Argument): boolean {
  return typeof argument === "string" && argument.includes("\0");
}

/** The descriptor is free whatever close(2) says: by the second call the number may be somebody else's. */
function isRepeatable(symbol: SymbolName): boolean {
  return symbol !== "close";
}

let patientUntil = 0;
const lacks = new Set<number>([errnoNumbers.EMFILE, errnoNumbers.ENFILE, errnoNumbers.ENOMEM, errnoNumbers.ENOBUFS]);
const oncePatientMs = 20;

/**
 * For `limitMs` from now, a call that fails for want of memory or descriptors is tried again: for a shim that goes on where an
 * earlier image was, with containers and nobody to tell of a failure. 0 ends it.
 */
export function bePatient(limitMs: number): void {
  patientUntil = performance.now() + limitMs;
}

/** After a pause; false when there is no reason to hope. */
function hopes(symbol: SymbolName, errno: number): boolean {
  if (performance.now() >= patientUntil) return false;
  // epoll_ctl(2): the user's watches are used up.
  if (!lacks.has(errno) && !(symbol === "epoll_ctl" && errno === errnoNumbers.ENOSPC)) return false;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, oncePatientMs);
  return true;
}

/**
 * Calls `symbol` and returns its value, or `-errno` when it failed. Repeats a call that a signal interrupted. EINVAL for a string
 * with a NUL.
 */
export function libc(symbol: SymbolName, ...args: Argument[]): number {
  if (args.some(holdsNul)) return -errnoNumbers.EINVAL;
  addon ??= load();
  for (;;) {
    const { value, errnoCode } = addon.load(recordWith(symbol, args));
    if (value !== -1) return value;
    if (!isRepeatable(symbol) || (errnoCode !== errnoNumbers.EINTR && !hopes(symbol, errnoCode))) return -errnoCode;
  }
}

/**
 * As `libc`, but on a thread of the engine's pool: for calls that may take long, such as unmounting a filesystem with
 * unwritten data. Buffers must not be touched until it settles. Never rejects for the call's own failure.
 */
export async function libcAside(symbol: SymbolName, ...args: Argument[]): Promise<number> {
  if (args.some(holdsNul)) return -errnoNumbers.EINVAL;
  // The launcher does it for Bun. libuv reads it when its pool is first used.
  if (!isBun) process.env.UV_THREADPOOL_SIZE = String(poolThreads);
  addon ??= load();
  const record: CallRecord = { ...recordWith(symbol, args), runInNewThread: true };
  running += 1;
  try {
    for (;;) {
      const { value, errnoCode } = await loadAside(addon, record);
      if (value !== -1) return value;
      if (errnoCode !== errnoNumbers.EINTR || !isRepeatable(symbol)) return -errnoCode;
    }
  } finally {
    running -= 1;
  }
}

/** Calls aside that are under way now, and at most so far: where there are more than ever, a thread is made. */
let running = 0;
let mostRunning = 0;
const SIG_BLOCK = 0;
const SIG_SETMASK = 2;
const oldMask = Buffer.alloc(128);

/** A new thread inherits the mask of this one, and takes no signal: none may be lost that is this one's (signal-mask.ts). */
function loadAside(loaded: Addon, record: CallRecord): ReturnType<Addon["load"]> {
  if (running <= mostRunning) return loaded.load(record);
  mostRunning = running;
  libc("sigprocmask", SIG_BLOCK, handledSignals, oldMask);
  try {
    return loaded.load(record);
  } finally {
    libc("sigprocmask", SIG_SETMASK, oldMask, unwantedMask);
  }
}

/** As `libc`, but throws a SysError named after `symbol` (and `path`) on failure. */
export function libcOrThrow(symbol: SymbolName, path: string | undefined, ...args: Argument[]): number {
  const value = libc(symbol, ...args);
  if (value < 0) throw new SysError(symbol, errnoName(-value), path);
  return value;
}

/** Allocates `size` bytes on C's heap until they are given to `free`; returns the address. */
export function allocate(size: number): number {
  return libcOrThrow("malloc", undefined, size);
}

/** Copies `source` to `address`. */
export function writeMemory(address: number, source: Uint8Array): void {
  addon ??= load();
  const record = callRecord("memcpy", memory.write);
  record.paramsValue = [address, source, source.length];
  addon.load(record);
}

/** Fills `target` from `address`. */
export function readMemory(address: number, target: Uint8Array): void {
  addon ??= load();
  const record = callRecord("memcpy", memory.read);
  record.paramsValue = [target, address, target.length];
  addon.load(record);
}

/** Where the memory of `buffer` is, which must outlive whoever is told so. */
export function addressOf(buffer: Int32Array): number {
  addon ??= load();
  const record = callRecord("memcpy", memory.read);
  // memcpy(3) of nothing returns its target.
  record.paramsValue = [new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength), 0, 0];
  return addon.load(record).value;
}
