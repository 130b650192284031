// Files by system calls. What every start and every container need goes this way: importing node:fs costs an idle shim
// 0.4 MB and each start 1.7 ms on Bun (docs/performance.md). What is rare or reads much (metrics) takes node:fs.
import { bytesOfText, textOfBytes } from "./byte-text.ts";
import { errnoName, errnoNumbers, SysError } from "./errno.ts";
import { type Fd, O_CREAT, O_PATH, O_RDONLY, O_TRUNC, O_WRONLY, openFd, openMemoryFile } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";

export const AT_FDCWD = -100;
const AT_SYMLINK_NOFOLLOW = 0x100;
export const AT_EMPTY_PATH = 0x1000;
/** A network file system answers from memory, be it out of date. */
const AT_STATX_DONT_SYNC = 0x4000;
export const STATX_TYPE_AND_SIZE = 0x1 | 0x200;
const S_IFMT = 0o170000;

/** Kinds of files by the type bits of their mode (inode(7)). */
const fileTypes = new Map([
  [0o010000, "fifo"],
  [0o020000, "character device"],
  [0o040000, "directory"],
  [0o060000, "block device"],
  [0o100000, "regular file"],
  [0o120000, "symbolic link"],
  [0o140000, "socket"],
] as const);

type FileType = typeof fileTypes extends Map<number, infer T> ? T : never;

export interface FileInfo {
  /** Undefined for what the kernel calls none of them, such as an epoll instance. */
  readonly type: FileType | undefined;
  /** Bytes. */
  readonly size: number;
}

/** struct statx (statx(2)): stx_mode at 28, stx_size at 40. */
export const statxBytes = 256;
const shared = Buffer.alloc(statxBytes);

/** What statx(2), which said `result`, has left in `statx`; undefined for "no such file". Throws SysError. */
export function infoOf(result: number, path: string, statx: Buffer): FileInfo | undefined {
  if (result < 0) {
    const errno = errnoName(-result);
    if (errno === "ENOENT") return undefined;
    throw new SysError("stat", errno, path);
  }
  const mode = statx.readUInt16LE(28) & S_IFMT;
  return { type: (fileTypes as ReadonlyMap<number, FileType>).get(mode), size: Number(statx.readBigUInt64LE(40)) };
}

/** What is at `path`, symbolic links followed unless told; undefined when nothing is. Throws SysError (call `stat`). */
export function fileInfo(
  path: string,
  { followLinks = true, fromMemory = false }: { followLinks?: boolean; fromMemory?: boolean } = {},
): FileInfo | undefined {
  const flags = (followLinks ? 0 : AT_SYMLINK_NOFOLLOW) | (fromMemory ? AT_STATX_DONT_SYNC : 0);
  return infoOf(libc("statx", AT_FDCWD, path, flags, STATX_TYPE_AND_SIZE, shared), path, shared);
}

/** What `fd` is open on. */
export function openFileInfo(fd: Fd): FileInfo {
  const info = infoOf(libc("statx", fd.number, "", AT_EMPTY_PATH, STATX_TYPE_AND_SIZE, shared), fd.purpose, shared);
  if (info === undefined) throw new SysError("stat", "ENOENT", fd.purpose);
  return info;
}

/** Whether anything is at `path`, be it a dangling link. */
export function exists(path: string): boolean {
  return fileInfo(path, { followLinks: false }) !== undefined;
}

const POLLIN = 1;

/** read(2) into `buffer`: bytes read, 0 at the end. Waits, be the descriptor non-blocking or not. Throws SysError. */
export function readFd(fd: number, buffer: Uint8Array, purpose: string): number {
  for (;;) {
    const count = libc("read", fd, buffer, buffer.length);
    if (count >= 0) return count;
    if (count !== -errnoNumbers.EAGAIN) throw new SysError("read", errnoName(-count), purpose);
    // What a caller has made non-blocking, stdin for example, is waited for all the same.
    const entry = Buffer.alloc(8);
    entry.writeInt32LE(fd, 0);
    entry.writeInt16LE(POLLIN, 4);
    libcOrThrow("poll", purpose, entry, 1, -1);
  }
}

/** write(2): how many of `bytes` were taken. Throws SysError. */
export function writeOnce(fd: number, bytes: Uint8Array, purpose: string): number {
  return libcOrThrow("write", purpose, fd, bytes, bytes.length);
}

/** Writes all of `bytes` (a blocking descriptor, or one that takes them). Throws SysError. */
export function writeFd(fd: number, bytes: Uint8Array, purpose: string): void {
  for (let rest = bytes; rest.length > 0; ) {
    rest = rest.subarray(writeOnce(fd, rest, purpose));
  }
}

/** A nameless file in memory that holds `bytes`, to be read from its beginning. Throws SysError. */
export function memoryFileOf(bytes: Uint8Array, purpose: string): Fd {
  const file = openMemoryFile(purpose);
  try {
    // Who inherits the descriptor shares its position, which stays 0.
    for (let at = 0; at < bytes.length; ) {
      const rest = bytes.subarray(at);
      at += libcOrThrow("pwrite", purpose, file.number, rest, rest.length, at);
    }
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

/** Files of the kernel tell no size, and are read whole in one go if the buffer is large enough. */
const firstReadBytes = 16 * 1024;

/** Everything that can be read from `fd` from where it stands. Throws SysError. */
export function readToEnd(fd: number, purpose: string, { maxBytes = Number.POSITIVE_INFINITY } = {}): Buffer {
  let buffer = Buffer.allocUnsafe(firstReadBytes);
  let length = 0;
  for (;;) {
    const count = readFd(fd, buffer.subarray(length), purpose);
    if (count === 0) return buffer.subarray(0, length);
    length += count;
    if (length > maxBytes) throw new Error(`${purpose} is longer than ${maxBytes} bytes`);
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(length)]);
  }
}

/** The whole file. Throws SysError. */
export function readFileBytes(path: string): Buffer {
  const fd = openFd(path, O_RDONLY, path);
  try {
    return readToEnd(fd.number, path);
  } finally {
    fd.close();
  }
}

/** The whole file as text. Throws SysError. */
export function readFileText(path: string, encoding: "utf8" | "latin1" = "utf8"): string {
  return readFileBytes(path).toString(encoding);
}

/** As `readFileText`, for names of the kernel's: whatever bytes they have, they name the same thing again (byte-text.ts). */
export function readKernelText(path: string): string {
  return textOfBytes(readFileBytes(path));
}

/** As `readKernelText`; undefined when there is no such file. */
export function readFileTextIfThere(path: string): string | undefined {
  try {
    return readKernelText(path);
  } catch (error) {
    if (error instanceof SysError && error.errno === "ENOENT") return undefined;
    throw error;
  }
}

/** Writes `text` to an existing file, which may be one of the kernel's, in one write(2). Throws SysError. */
export function writeExisting(path: string, text: string): void {
  const fd = openFd(path, O_WRONLY, path);
  try {
    writeFd(fd.number, bytesOfText(text), path);
  } finally {
    fd.close();
  }
}

/** Removes a file or link; a missing one is fine. Throws SysError. */
export function removeFile(path: string): void {
  const result = libc("unlink", path);
  if (result < 0 && errnoName(-result) !== "ENOENT") throw new SysError("unlink", errnoName(-result), path);
}

/** chmod(2): `mode` exactly. Throws SysError. */
export function changeMode(path: string, mode: number): void {
  libcOrThrow("chmod", path, path, mode);
}

/** Target of the symbolic link at `path`. Throws SysError; EINVAL when it is none. */
export function readLink(path: string): string {
  const target = Buffer.allocUnsafe(4096);
  return textOfBytes(target.subarray(0, libcOrThrow("readlink", path, path, target, target.length)));
}

/** `path` without symbolic links. Throws SysError. */
export function realPath(path: string): string {
  const fd = openFd(path, O_PATH, path);
  try {
    return readLink(`/proc/self/fd/${fd.number}`);
  } finally {
    fd.close();
  }
}

/** Writes `path` through a hidden temporary file and a rename, with exactly `mode`. No disk flush: /run is memory. */
export function writeFileAtomically(path: string, content: string | Uint8Array, mode: number): void {
  const slash = path.lastIndexOf("/");
  const temporary = `${path.slice(0, slash + 1)}.${path.slice(slash + 1)}`;
  const fd = openFd(temporary, O_WRONLY | O_CREAT | O_TRUNC, temporary, mode);
  try {
    libcOrThrow("fchmod", temporary, fd.number, mode);
    writeFd(fd.number, typeof content === "string" ? bytesOfText(content) : content, temporary);
    libcOrThrow("rename", path, temporary, path);
  } catch (error) {
    libc("unlink", temporary);
    throw error;
  } finally {
    fd.close();
  }
}
