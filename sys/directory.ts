// Directories by system calls, as files (file.ts).
import { textOfBytes } from "./byte-text.ts";
import { errnoName, SysError } from "./errno.ts";
import { O_RDONLY, openFd } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";
import { fileInfo } from "./file.ts";

/** Removes an empty directory; one that is missing or not empty stays as it is. */
export function removeEmptyDirectory(path: string): void {
  libc("rmdir", path);
}

/** mkdir(2), the mode as the process's umask leaves it. Throws SysError. */
export function makeDirectory(path: string, mode: number): void {
  libcOrThrow("mkdir", path, path, mode);
}

/** rmdir(2). Throws SysError. */
export function removeDirectory(path: string): void {
  libcOrThrow("rmdir", path, path);
}

/** As `makeDirectory`, with all of its parents that are missing; one that is there already is fine. */
export function makeDirectories(path: string, mode: number): void {
  const result = libc("mkdir", path, mode);
  if (result >= 0) return;
  const errno = errnoName(-result);
  if (errno === "ENOENT") {
    makeDirectories(path.slice(0, path.lastIndexOf("/")), mode);
    makeDirectory(path, mode);
  } else if (errno !== "EEXIST" || fileInfo(path)?.type !== "directory") {
    throw new SysError("mkdir", errno, path);
  }
}

const readBytes = 16 * 1024;

/** struct linux_dirent64 (getdents64(2)): d_reclen at 16, d_type at 18, the name behind. */
const recordLengthAt = 16;
const typeAt = 18;
const nameAt = 19;
const DT_DIR = 4;

export interface DirectoryEntry {
  readonly name: string;
  readonly isDirectory: boolean;
}

/** What is in a directory of a file system that tells types (all of the kernel's own do). Throws SysError. */
export function listDirectory(path: string): DirectoryEntry[] {
  const fd = openFd(path, O_RDONLY, path);
  const buffer = Buffer.allocUnsafe(readBytes);
  const entries: DirectoryEntry[] = [];
  try {
    for (;;) {
      const length = libcOrThrow("getdents64", path, fd.number, buffer, buffer.length);
      if (length === 0) return entries;
      for (let at = 0; at < length; at += buffer.readUInt16LE(at + recordLengthAt)) {
        const name = textOfBytes(buffer.subarray(at + nameAt, buffer.indexOf(0, at + nameAt)));
        if (name !== "." && name !== "..") entries.push({ name, isDirectory: buffer[at + typeAt] === DT_DIR });
      }
    }
  } finally {
    fd.close();
  }
}
