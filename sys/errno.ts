// System call errors: one class for every failed call, so that callers branch on `errno`, never on text.

/** errno(3) of x86-64 and arm64 (asm-generic/errno.h). The engines' own tables cost an import and lack a few. */
export const errnoNumbers = {
  EPERM: 1,
  ENOENT: 2,
  ESRCH: 3,
  EINTR: 4,
  EIO: 5,
  ENXIO: 6,
  E2BIG: 7,
  ENOEXEC: 8,
  EBADF: 9,
  ECHILD: 10,
  EAGAIN: 11,
  EWOULDBLOCK: 11,
  ENOMEM: 12,
  EACCES: 13,
  EFAULT: 14,
  ENOTBLK: 15,
  EBUSY: 16,
  EEXIST: 17,
  EXDEV: 18,
  ENODEV: 19,
  ENOTDIR: 20,
  EISDIR: 21,
  EINVAL: 22,
  ENFILE: 23,
  EMFILE: 24,
  ENOTTY: 25,
  ETXTBSY: 26,
  EFBIG: 27,
  ENOSPC: 28,
  ESPIPE: 29,
  EROFS: 30,
  EMLINK: 31,
  EPIPE: 32,
  EDOM: 33,
  ERANGE: 34,
  EDEADLK: 35,
  ENAMETOOLONG: 36,
  ENOLCK: 37,
  ENOSYS: 38,
  ENOTEMPTY: 39,
  ELOOP: 40,
  ENOMSG: 42,
  EIDRM: 43,
  ENOSTR: 60,
  ENODATA: 61,
  ETIME: 62,
  ENOSR: 63,
  ENOLINK: 67,
  EPROTO: 71,
  EMULTIHOP: 72,
  EBADMSG: 74,
  EOVERFLOW: 75,
  EILSEQ: 84,
  ENOTSOCK: 88,
  EDESTADDRREQ: 89,
  EMSGSIZE: 90,
  EPROTOTYPE: 91,
  ENOPROTOOPT: 92,
  EPROTONOSUPPORT: 93,
  EOPNOTSUPP: 95,
  ENOTSUP: 95,
  EAFNOSUPPORT: 97,
  EADDRINUSE: 98,
  EADDRNOTAVAIL: 99,
  ENETDOWN: 100,
  ENETUNREACH: 101,
  ENETRESET: 102,
  ECONNABORTED: 103,
  ECONNRESET: 104,
  ENOBUFS: 105,
  EISCONN: 106,
  ENOTCONN: 107,
  ETIMEDOUT: 110,
  ECONNREFUSED: 111,
  EHOSTUNREACH: 113,
  EALREADY: 114,
  EINPROGRESS: 115,
  ESTALE: 116,
  EUCLEAN: 117,
  EDQUOT: 122,
  ENOMEDIUM: 123,
  EMEDIUMTYPE: 124,
  ECANCELED: 125,
} as const;

/** A number that has no name here is told as Go tells it; it is never taken for another error. */
export type ErrnoName = keyof typeof errnoNumbers | `errno ${number}`;

let nameByNumber: Map<number, ErrnoName> | undefined;

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

/** Name of a positive errno number. */
export function errnoName(number: number): ErrnoName {
  if (nameByNumber === undefined) {
    nameByNumber = new Map();
    for (const [name, value] of Object.entries(errnoNumbers)) {
      if (!nameByNumber.has(value)) nameByNumber.set(value, name as ErrnoName);
    }
  }
  return nameByNumber.get(number) ?? `errno ${number}`;
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
  return typeof code === "string" && code in errnoNumbers ? (code as ErrnoName) : undefined;
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
