// Calls that wait for something outside of this program (a disk, a server, a frozen file system), each on a thread of the
// engine's pool. What does not answer keeps its thread until it does; others find one all the same.
import { errnoName, SysError } from "./errno.ts";
import { Fd, O_CLOEXEC, O_PATH } from "./fd.ts";
import { type Argument, libc, libcAside, openBy, poolThreads } from "./ffi.ts";
import { AT_EMPTY_PATH, AT_FDCWD, type FileInfo, infoOf, STATX_TYPE_AND_SIZE, statxBytes } from "./file.ts";
import type { SymbolName } from "./symbols.ts";

/** Calls that answer in time, at once: more threads would be memory that is never given back. */
const quickCalls = 4;
/** A call that takes longer does not count among them. */
const slowMs = 20;
/** What is left of the pool is for mounts, unmounts and the wait for OOM kills. */
const allCalls = poolThreads - 32;

interface Call {
  readonly since: number;
  isSlow: boolean;
}

const calls = new Set<Call>();
const waiting: (() => void)[] = [];
let slowCalls = 0;
let timer: NodeJS.Timeout | undefined;

function hasRoom(): boolean {
  return calls.size < allCalls && calls.size - slowCalls < quickCalls;
}

function admit(): void {
  while (waiting.length > 0 && hasRoom()) waiting.shift()?.();
  if (waiting.length > 0 && calls.size > slowCalls && timer === undefined) timer = setTimeout(lookForSlow, slowMs);
}

function lookForSlow(): void {
  timer = undefined;
  const now = performance.now();
  for (const call of calls) {
    if (call.isSlow || now - call.since < slowMs) continue;
    call.isSlow = true;
    slowCalls += 1;
  }
  admit();
}

/** How many have not answered yet. */
export function callsOutside(): number {
  return calls.size;
}

/**
 * As `libcAside`. When very many calls hang, it waits for one of them.
 * Strings and buffers are the call's until it settles.
 */
export async function outside(symbol: SymbolName, ...args: Argument[]): Promise<number> {
  const call = { since: 0, isSlow: false };
  const begin = () => {
    call.since = performance.now();
    calls.add(call);
  };
  if (hasRoom() && waiting.length === 0) begin();
  else {
    await new Promise<void>((resolve) => {
      waiting.push(() => {
        begin();
        resolve();
      });
      admit();
    });
  }
  try {
    return await libcAside(symbol, ...args);
  } finally {
    calls.delete(call);
    if (call.isSlow) slowCalls -= 1;
    if (waiting.length > 0) admit();
  }
}

async function outsideOrThrow(symbol: SymbolName, path: string, ...args: Argument[]): Promise<number> {
  const value = await outside(symbol, ...args);
  if (value < 0) throw new SysError(symbol, errnoName(-value), path);
  return value;
}

/** As `openFd`. */
export async function openOutside(path: string, flags: number, mode = 0o600): Promise<Fd> {
  return new Fd(await outsideOrThrow("open", path, path, flags | O_CLOEXEC, mode), path);
}

/** As `Fd.close`: a server may be told of it, and a terminal waits for its line. */
export async function closeOutside(fd: Fd): Promise<void> {
  if (fd.isOpen) await outside("close", fd.take());
}

/** As `writeOnce`. */
export function writeOutside(fd: Fd, bytes: Uint8Array): Promise<number> {
  return outsideOrThrow("write", fd.purpose, fd.number, bytes, bytes.length);
}

/** ftruncate(2). Throws SysError. */
export async function truncateOutside(fd: Fd, size: number): Promise<void> {
  await outsideOrThrow("ftruncate", fd.purpose, fd.number, size);
}

/** rename(2). Throws SysError. */
export async function renameOutside(from: string, to: string): Promise<void> {
  await outsideOrThrow("rename", from, from, to);
}

/** As `removeFile`. */
export async function removeOutside(path: string): Promise<void> {
  const result = await outside("unlink", path);
  if (result < 0 && errnoName(-result) !== "ENOENT") throw new SysError("unlink", errnoName(-result), path);
}

/** As `fileInfo`, links followed. */
export async function infoOutside(path: string): Promise<FileInfo | undefined> {
  const statx = Buffer.alloc(statxBytes);
  return infoOf(await outside("statx", AT_FDCWD, path, 0, STATX_TYPE_AND_SIZE, statx), path, statx);
}

/** As `openFileInfo`. */
export async function openInfoOutside(fd: Fd): Promise<FileInfo> {
  const statx = Buffer.alloc(statxBytes);
  const result = await outside("statx", fd.number, "", AT_EMPTY_PATH, STATX_TYPE_AND_SIZE, statx);
  const info = infoOf(result, fd.purpose, statx);
  if (info === undefined) throw new SysError("stat", "ENOENT", fd.purpose);
  return info;
}

/** As `makeDirectories`. */
export async function makeDirectoriesOutside(path: string, mode: number): Promise<void> {
  let result = await outside("mkdir", path, mode);
  const parent = path.slice(0, path.lastIndexOf("/"));
  if (result < 0 && errnoName(-result) === "ENOENT" && parent !== "") {
    await makeDirectoriesOutside(parent, mode);
    result = await outside("mkdir", path, mode);
  }
  if (result >= 0) return;
  const errno = errnoName(-result);
  // Others may have made it meanwhile.
  if (errno !== "EEXIST" || (await infoOutside(path))?.type !== "directory") throw new SysError("mkdir", errno, path);
}

/** struct open_how (openat2(2)): flags, mode, resolve. */
const fromMemory = Buffer.alloc(24);
fromMemory.writeUInt32LE(O_PATH | O_CLOEXEC, 0);
fromMemory.writeUInt32LE(0x20 /* RESOLVE_CACHED, Linux 5.12 */, 16);

/** Whether the kernel finds `path` without asking a disk or a server. False also where it can't tell. Never waits. */
export function isInMemory(path: string): boolean {
  const number = openBy(fromMemory, path);
  if (number < 0) return false;
  libc("close", number);
  return true;
}

/** Looks `path` up, whatever is there. */
export async function lookOutside(path: string): Promise<void> {
  await outside("access", path, 0);
}
