// A program that travels inside of this one and is run from memory: nobody finds a file to write to behind its /proc/<pid>/exe.
import { Fd } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";
import { writeFd } from "./file.ts";

// memfd_create(2)
const MFD_CLOEXEC = 1;
const MFD_ALLOW_SEALING = 2;
const MFD_EXEC = 0x10;

const F_ADD_SEALS = 1033;
const F_SEAL_SEAL = 1;
const F_SEAL_SHRINK = 2;
const F_SEAL_GROW = 4;
const F_SEAL_WRITE = 8;

/** A program's file in memory that can't be changed any more, and the path that it is executed by while `fd` is open. */
export function programInMemory(bytes: Uint8Array, name: string): { fd: Fd; path: string } {
  const flags = MFD_CLOEXEC | MFD_ALLOW_SEALING;
  // Before Linux 6.3 there is no such flag, and all are executable.
  const result = libc("memfd_create", name, flags | MFD_EXEC);
  const fd = new Fd(result >= 0 ? result : libcOrThrow("memfd_create", name, name, flags), name);
  try {
    writeFd(fd.number, bytes, name);
    const seals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;
    libcOrThrow("fcntl", name, fd.number, F_ADD_SEALS, seals);
    return { fd, path: `/proc/${process.pid}/fd/${fd.number}` };
  } catch (error) {
    fd.close();
    throw error;
  }
}
