// File descriptors with one owner each: closing happens once, moving away is explicit.
import { errnoName, SysError } from "./errno.ts";
import { libc, libcOrThrow } from "./ffi.ts";

// Flags of open(2), asm-generic/fcntl.h; x86-64 and arm64 differ in two.
export const O_RDONLY = 0;
export const O_WRONLY = 1;
export const O_RDWR = 2;
export const O_CREAT = 0o100;
export const O_NOCTTY = 0o400;
export const O_TRUNC = 0o1000;
export const O_APPEND = 0o2000;
export const O_NONBLOCK = 0o4000;
export const O_DIRECTORY = process.arch === "arm64" ? 0o40000 : 0o200000;
export const O_PATH = 0o10000000;
export const O_CLOEXEC = 0o2000000;

const F_SETFD = 2;
const FD_CLOEXEC = 1;
const F_SETFL = 4;
const F_GETFL = 3;
const F_SETOWN = 8;
const F_SETPIPE_SZ = 1031;
const F_GETPIPE_SZ = 1032;
export const F_DUPFD_CLOEXEC = 1030;
const O_ASYNC = 0o20000;

/** Open descriptors of this table, for diagnosis and for the leak checks of the tests. */
const open = new Set<Fd>();

/** An open file descriptor, close-on-exec. `number` is borrowed for one call; the object owns it. */
export class Fd {
  #number: number;
  /** What it is, for the operator: `stdout of exec x`. */
  readonly purpose: string;

  constructor(number: number, purpose: string) {
    this.#number = number;
    this.purpose = purpose;
    if (number >= 0) open.add(this);
  }

  /** One that is closed already. */
  static closed(purpose: string): Fd {
    return new Fd(-1, purpose);
  }

  /** Throws EBADF once closed or taken. */
  get number(): number {
    if (this.#number < 0) throw new SysError("use", "EBADF", this.purpose);
    return this.#number;
  }

  get isOpen(): boolean {
    return this.#number >= 0;
  }

  /** Moves ownership to the caller, who must close the number. */
  take(): number {
    const number = this.number;
    this.#number = -1;
    open.delete(this);
    return number;
  }

  /** Closes once; closing again is legal and does nothing. */
  close(): void {
    if (this.#number < 0) return;
    // The number is free whatever close(2) says (close(2), "Dealing with error returns").
    libc("close", this.take());
  }

  /** A second descriptor of the same open file description (fcntl(2), F_DUPFD_CLOEXEC). */
  duplicate(purpose: string): Fd {
    return new Fd(libcOrThrow("fcntl", this.purpose, this.number, F_DUPFD_CLOEXEC, 3), purpose);
  }
}

/** Closes all of `descriptors` that are there. */
export function closeAll(descriptors: Iterable<Fd | undefined>): void {
  for (const fd of descriptors) fd?.close();
}

/** The descriptors that are open now, by purpose. */
export function openDescriptors(): string[] {
  return [...open].map((fd) => `${fd.number} ${fd.purpose}`);
}

/** open(2) with O_CLOEXEC. */
export function openFd(path: string, flags: number, purpose: string, mode = 0o600): Fd {
  return new Fd(libcOrThrow("open", path, path, flags | O_CLOEXEC, mode), purpose);
}

/** For a descriptor that was inherited: no child gets it. */
export function setCloseOnExec(fd: Fd): void {
  libcOrThrow("fcntl", fd.purpose, fd.number, F_SETFD, FD_CLOEXEC);
}

/** Both ends of a pipe(2): reading, writing. */
export function openPipe(purpose: string): { read: Fd; write: Fd } {
  const ends = Buffer.alloc(8);
  libcOrThrow("pipe2", purpose, ends, O_CLOEXEC);
  return {
    read: new Fd(ends.readInt32LE(0), `${purpose} (read)`),
    write: new Fd(ends.readInt32LE(4), `${purpose} (write)`),
  };
}

const MFD_CLOEXEC = 1;
const MFD_ALLOW_SEALING = 2;
/** Since Linux 6.3; vm.memfd_noexec may demand it. It may be sealed as well. */
const MFD_NOEXEC_SEAL = 8;

/** A nameless file in memory (memfd_create(2)). */
export function openMemoryFile(purpose: string): Fd {
  const number = libc("memfd_create", purpose, MFD_CLOEXEC | MFD_NOEXEC_SEAL);
  if (number >= 0) return new Fd(number, purpose);
  return new Fd(libcOrThrow("memfd_create", purpose, purpose, MFD_CLOEXEC | MFD_ALLOW_SEALING), purpose);
}

/** Clears O_NONBLOCK and O_ASYNC: what a child inherits is an ordinary blocking file. */
export function setBlocking(fd: Fd): void {
  const flags = libcOrThrow("fcntl", fd.purpose, fd.number, F_GETFL, 0);
  libcOrThrow("fcntl", fd.purpose, fd.number, F_SETFL, flags & ~(O_NONBLOCK | O_ASYNC));
}

/** Makes `fd` non-blocking and has the kernel send SIGIO to this process when it becomes ready (fcntl(2), O_ASYNC). */
export function setAsync(fd: Fd): void {
  libcOrThrow("fcntl", fd.purpose, fd.number, F_SETOWN, process.pid);
  const flags = libcOrThrow("fcntl", fd.purpose, fd.number, F_GETFL, 0);
  libcOrThrow("fcntl", fd.purpose, fd.number, F_SETFL, flags | O_NONBLOCK | O_ASYNC);
}

/** As open(2) with O_NONBLOCK would have it. */
export function setNonblocking(fd: Fd): void {
  const flags = libcOrThrow("fcntl", fd.purpose, fd.number, F_GETFL, 0);
  if ((flags & O_NONBLOCK) === 0) libcOrThrow("fcntl", fd.purpose, fd.number, F_SETFL, flags | O_NONBLOCK);
}

/** Ends what `setAsync` has begun; the descriptor stays non-blocking. */
export function clearAsync(fd: Fd): void {
  const flags = libcOrThrow("fcntl", fd.purpose, fd.number, F_GETFL, 0);
  libcOrThrow("fcntl", fd.purpose, fd.number, F_SETFL, flags & ~O_ASYNC);
}

/** Asks for a pipe buffer of `size` bytes; a refusal (limits of the user) is no error. Returns the size in force. */
export function setPipeSize(fd: Fd, size: number): number | undefined {
  const result = libc("fcntl", fd.number, F_SETPIPE_SZ, size);
  return result < 0 ? undefined : result;
}

/** Bytes that a pipe or FIFO holds; undefined for anything else. */
export function pipeSize(fd: Fd): number | undefined {
  const result = libc("fcntl", fd.number, F_GETPIPE_SZ, 0);
  return result < 0 ? undefined : result;
}

/** Makes descriptor `target` (0, 1 or 2) a copy of `fd`, inherited by children. */
export function replaceStandard(fd: Fd, target: 0 | 1 | 2): void {
  const result = libc("dup3", fd.number, target, 0);
  if (result < 0 && errnoName(-result) !== "EINVAL") throw new SysError("dup3", errnoName(-result), fd.purpose);
}
