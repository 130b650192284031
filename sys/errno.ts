// System call errors: one class for every failed call, so that callers branch on `errno`, never on text.
import { constants } from "node:os";

/** Numbers of Linux that the engines don't name: what mount(2) says of damaged, absent or odd devices. */
const linuxOnly = { ENOTBLK: 15, ESTALE: 116, EUCLEAN: 117, ENOMEDIUM: 123, EMEDIUMTYPE: 124 } as const;

export type ErrnoName = keyof typeof constants.errno | keyof typeof linuxOnly;

const nameByNumber = new Map<number, ErrnoName>();
for (const [name, number] of Object.entries({ ...constants.errno, ...linuxOnly })) {
  if (!nameByNumber.has(number)) nameByNumber.set(number, name as ErrnoName);
}

/** The texts of strerror(3) that Go prints too, for the errors a shim meets; others are shown by name. */
const texts: Partial<Record<ErrnoName, string>> = {
  EPERM: "operation not permitted",
  ENOENT: "no such file or directory",
  ESRCH: "no such process",
  EINTR: "interrupted system call",
  EIO: "input/output error",
  ENXIO: "no such device or address",
  E2BIG: "argument list too long",
  EBADF: "bad file descriptor",
  ECHILD: "no child processes",
  EAGAIN: "resource temporarily unavailable",
  ENOMEM: "cannot allocate memory",
  EACCES: "permission denied",
  EBUSY: "device or resource busy",
  EEXIST: "file exists",
  EXDEV: "invalid cross-device link",
  ENODEV: "no such device",
  ENOTDIR: "not a directory",
  EISDIR: "is a directory",
  EINVAL: "invalid argument",
  ENFILE: "too many open files in system",
  EMFILE: "too many open files",
  ENOTTY: "inappropriate ioctl for device",
  ENOSPC: "no space left on device",
  EROFS: "read-only file system",
  EPIPE: "broken pipe",
  ENAMETOOLONG: "file name too long",
  ENOSYS: "function not implemented",
  ENOTEMPTY: "directory not empty",
  ELOOP: "too many levels of symbolic links",
  EOPNOTSUPP: "operation not supported",
  ENOTSUP: "operation not supported",
  EADDRINUSE: "address already in use",
  ECONNREFUSED: "connection refused",
  ECONNRESET: "connection reset by peer",
  ENOTCONN: "transport endpoint is not connected",
  ETIMEDOUT: "connection timed out",
  EFAULT: "bad address",
  EFBIG: "file too large",
  EMLINK: "too many links",
  ENODATA: "no data available",
  EOVERFLOW: "value too large for defined data type",
  ERANGE: "numerical result out of range",
  ENOTBLK: "block device required",
  ESTALE: "stale file handle",
  EUCLEAN: "structure needs cleaning",
  ENOMEDIUM: "no medium found",
  EMEDIUMTYPE: "wrong medium type",
};

/** What Go prints for `errno`, e.g. `no such file or directory`. */
export function errnoText(errno: ErrnoName): string {
  return texts[errno] ?? errno;
}

/** Name of a positive errno number; unknown numbers become EIO. */
export function errnoName(number: number): ErrnoName {
  return nameByNumber.get(number) ?? "EIO";
}

/** A failed system call. The message is Go's: `<call> <path>: <text>`. */
export class SysError extends Error {
  override readonly name = "SysError";
  readonly call: string;
  readonly errno: ErrnoName;
  readonly path: string | undefined;

  constructor(call: string, errno: ErrnoName, path?: string, options?: ErrorOptions) {
    super(path === undefined ? `${call}: ${errnoText(errno)}` : `${call} ${path}: ${errnoText(errno)}`, options);
    this.call = call;
    this.errno = errno;
    this.path = path;
  }
}

/** The errno of a SysError or of an error thrown by `node:fs`; undefined for anything else. */
export function errnoOf(error: unknown): ErrnoName | undefined {
  if (error instanceof SysError) return error.errno;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" && code in constants.errno ? (code as ErrnoName) : undefined;
}

/** Turns an error of `node:fs` into a SysError with Go's wording; passes others through. */
export function asSysError(error: unknown): unknown {
  if (error instanceof SysError) return error;
  const errno = errnoOf(error);
  if (errno === undefined) return error;
  const { syscall, path } = error as { syscall?: string; path?: string };
  return new SysError(syscall ?? "syscall", errno, path, { cause: error });
}

/** Runs `f`, turning the errors of `node:fs` into SysErrors. */
export function sysCall<T>(f: () => T): T {
  try {
    return f();
  } catch (error) {
    throw asSysError(error);
  }
}
