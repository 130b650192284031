// The only file that opens libc. It knows C signatures and nothing of what they are used for.
//
// ffi-rs's native addon is loaded directly, without its JavaScript loader, which costs 3 ms of each start. It travels inside of
// the executable; the launcher has put it where root alone can write, since nothing privileged is ever unpacked to /tmp.
import { addonFile, buildVersion, isBun } from "./build.ts";
import { bytesOfText } from "./byte-text.ts";
import { errnoName, errnoNumbers, SysError } from "./errno.ts";

// ffi-rs's own numbers for C types.
const cstring = 0;
const i32 = 1;
const i64 = 8;
const bytes = { ffiTypeTag: "Array" as unknown, type: 10, length: 1 };

type CType = typeof cstring | typeof i32 | typeof i64 | typeof bytes;

/** Return type first, then parameters. */
type Declaration = readonly [CType, ...CType[]];

/** Each beside its C declaration. */
const symbols = {
  /** int prctl(int option, unsigned long arg2, unsigned long arg3, unsigned long arg4, unsigned long arg5) */
  prctl: [i32, i32, i64, i64, i64, i64],
  /** int waitid(idtype_t idtype, id_t id, siginfo_t *infop, int options) */
  waitid: [i32, i32, i64, bytes, i32],
  /** int open(const char *pathname, int flags, mode_t mode) */
  open: [i32, cstring, i32, i32],
  /** int close(int fd) */
  close: [i32, i32],
  /** ssize_t read(int fd, void *buf, size_t count) */
  read: [i64, i32, bytes, i64],
  /** ssize_t write(int fd, const void *buf, size_t count) */
  write: [i64, i32, bytes, i64],
  /** ssize_t pread(int fd, void *buf, size_t count, off_t offset) */
  pread: [i64, i32, bytes, i64, i64],
  /** ssize_t pwrite(int fd, const void *buf, size_t count, off_t offset) */
  pwrite: [i64, i32, bytes, i64, i64],
  /** int statx(int dirfd, const char *pathname, int flags, unsigned int mask, struct statx *statxbuf) */
  statx: [i32, i32, cstring, i32, i32, bytes],
  /** ssize_t readlink(const char *pathname, char *buf, size_t bufsiz) */
  readlink: [i64, cstring, bytes, i64],
  /** ssize_t getdents64(int fd, void *dirp, size_t count) */
  getdents64: [i64, i32, bytes, i64],
  /** int statfs(const char *path, struct statfs *buf) */
  statfs: [i32, cstring, bytes],
  /** int access(const char *pathname, int mode) */
  access: [i32, cstring, i32],
  /** int unlink(const char *pathname) */
  unlink: [i32, cstring],
  /** int ftruncate(int fd, off_t length) */
  ftruncate: [i32, i32, i64],
  /** int rename(const char *oldpath, const char *newpath) */
  rename: [i32, cstring, cstring],
  /** int symlink(const char *target, const char *linkpath) */
  symlink: [i32, cstring, cstring],
  /** int mkdir(const char *pathname, mode_t mode) */
  mkdir: [i32, cstring, i32],
  /** int rmdir(const char *pathname) */
  rmdir: [i32, cstring],
  /** int chmod(const char *pathname, mode_t mode) */
  chmod: [i32, cstring, i32],
  /** int fchmod(int fd, mode_t mode) */
  fchmod: [i32, i32, i32],
  /** int fchown(int fd, uid_t owner, gid_t group) */
  fchown: [i32, i32, i32, i32],
  /** int fcntl(int fd, int op, long arg) */
  fcntl: [i32, i32, i32, i64],
  /** int ioctl(int fd, unsigned long op, void *argp) */
  ioctl: [i32, i32, i64, bytes],
  /** int dup3(int oldfd, int newfd, int flags) */
  dup3: [i32, i32, i32, i32],
  /** int pipe2(int pipefd[2], int flags) */
  pipe2: [i32, bytes, i32],
  /** int clock_gettime(clockid_t clockid, struct timespec *tp) */
  clock_gettime: [i32, i32, bytes],
  /** ssize_t splice(int fd_in, off64_t *off_in, int fd_out, off64_t *off_out, size_t len, unsigned int flags), no offsets */
  splice: [i64, i32, i64, i32, i64, i64, i32],
  /** int poll(struct pollfd *fds, nfds_t nfds, int timeout) */
  poll: [i32, bytes, i64, i32],
  /** int epoll_create1(int flags) */
  epoll_create1: [i32, i32],
  /** int epoll_ctl(int epfd, int op, int fd, struct epoll_event *event) */
  epoll_ctl: [i32, i32, i32, i32, bytes],
  /** int epoll_wait(int epfd, struct epoll_event *events, int maxevents, int timeout) */
  epoll_wait: [i32, i32, bytes, i32, i32],
  /** int flock(int fd, int operation) */
  flock: [i32, i32, i32],
  /** sighandler_t signal(int signum, sighandler_t handler), the handler as a number */
  signal: [i64, i32, i64],
  /** int posix_spawn(pid_t *pid, const char *path, const posix_spawn_file_actions_t *, const posix_spawnattr_t *, char *const argv[], char *const envp[]) */
  posix_spawn: [i32, bytes, cstring, i64, i64, i64, i64],
  /** int posix_spawn_file_actions_init(posix_spawn_file_actions_t *) */
  posix_spawn_file_actions_init: [i32, i64],
  /** int posix_spawn_file_actions_destroy(posix_spawn_file_actions_t *) */
  posix_spawn_file_actions_destroy: [i32, i64],
  /** int posix_spawn_file_actions_adddup2(posix_spawn_file_actions_t *, int fd, int newfd) */
  posix_spawn_file_actions_adddup2: [i32, i64, i32, i32],
  /** int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *, const char *path) */
  posix_spawn_file_actions_addchdir_np: [i32, i64, cstring],
  /** int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *, int from), glibc 2.34 */
  posix_spawn_file_actions_addclosefrom_np: [i32, i64, i32],
  /** int posix_spawnattr_init(posix_spawnattr_t *) */
  posix_spawnattr_init: [i32, i64],
  /** int posix_spawnattr_destroy(posix_spawnattr_t *) */
  posix_spawnattr_destroy: [i32, i64],
  /** int posix_spawnattr_setflags(posix_spawnattr_t *, short flags) */
  posix_spawnattr_setflags: [i32, i64, i32],
  /** int posix_spawnattr_setsigdefault(posix_spawnattr_t *, const sigset_t *) */
  posix_spawnattr_setsigdefault: [i32, i64, bytes],
  /** int posix_spawnattr_setsigmask(posix_spawnattr_t *, const sigset_t *) */
  posix_spawnattr_setsigmask: [i32, i64, bytes],
  /** void free(void *ptr), its value not to be looked at */
  free: [i64, i64],
  /** void _exit(int status): does not return */
  _exit: [i32, i32],
  /** int kill(pid_t pid, int sig) */
  kill: [i32, i32, i32],
  /** int mount(const char *source, const char *target, const char *type, unsigned long flags, const void *data) */
  mount: [i32, cstring, cstring, cstring, i64, cstring],
  /** int umount2(const char *target, int flags) */
  umount2: [i32, cstring, i32],
  /** int fchdir(int fd) */
  fchdir: [i32, i32],
  /** int getpagesize(void) */
  getpagesize: [i32],
  /** int getrlimit(int resource, struct rlimit *rlim) */
  getrlimit: [i32, i32, bytes],
  /** int setrlimit(int resource, const struct rlimit *rlim) */
  setrlimit: [i32, i32, bytes],
  /** int unshare(int flags) */
  unshare: [i32, i32],
  /** int socket(int domain, int type, int protocol) */
  socket: [i32, i32, i32, i32],
  /** int bind(int sockfd, const struct sockaddr *addr, socklen_t addrlen) */
  bind: [i32, i32, bytes, i32],
  /** int connect(int sockfd, const struct sockaddr *addr, socklen_t addrlen) */
  connect: [i32, i32, bytes, i32],
  /** int listen(int sockfd, int backlog) */
  listen: [i32, i32, i32],
  /** int accept4(int sockfd, struct sockaddr *addr, socklen_t *addrlen, int flags), the address not wanted */
  accept4: [i32, i32, i64, i64, i32],
  /** int getsockopt(int sockfd, int level, int optname, void *optval, socklen_t *optlen) */
  getsockopt: [i32, i32, i32, i32, bytes, bytes],
  /** ssize_t recvmsg(int sockfd, struct msghdr *msg, int flags) */
  recvmsg: [i64, i32, bytes, i32],
  /** int eventfd(unsigned int initval, int flags) */
  eventfd: [i32, i32, i32],
  /** int inotify_init1(int flags) */
  inotify_init1: [i32, i32],
  /** int inotify_add_watch(int fd, const char *pathname, uint32_t mask) */
  inotify_add_watch: [i32, i32, cstring, i32],
  /** int inotify_rm_watch(int fd, int wd) */
  inotify_rm_watch: [i32, i32, i32],
  /** int madvise(void *addr, size_t length, int advice), the address as a number */
  madvise: [i32, i64, i64, i32],
  /** int memfd_create(const char *name, unsigned int flags) */
  memfd_create: [i32, cstring, i32],
  /** long syscall(long number, ...), for calls that older libcs have no name for; pointers are addresses of `allocate` */
  syscall: [i64, i64, i64, i64, i64, i64, i64],
  /** int clone(int (*fn)(void *), void *stack, int flags, void *arg) */
  clone: [i32, i64, i64, i32, i64],
  /** void *dlsym(void *handle, const char *symbol) */
  dlsym: [i64, i64, cstring],
  /** void *malloc(size_t size) */
  malloc: [i64, i64],
} as const satisfies Record<string, Declaration>;

/** Memory of C's heap, addressed by number, for structures that contain pointers. */
const memory = {
  /** void *memcpy(void *dest, const void *src, size_t n), into C's memory */
  write: [i64, i64, bytes, i64],
  /** void *memcpy(void *dest, const void *src, size_t n), out of C's memory */
  read: [i64, bytes, i64, i64],
} as const satisfies Record<string, Declaration>;

/** long syscall(SYS_openat2, int dirfd, const char *pathname, struct open_how *how, size_t size) */
const openat2: Declaration = [i64, i64, i32, cstring, bytes, i64];
const SYS_openat2 = 437;

export type Symbol = keyof typeof symbols;
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
function recordWith(symbol: Symbol, args: readonly Argument[]): CallRecord {
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
function isRepeatable(symbol: Symbol): boolean {
  return symbol !== "close";
}

/**
 * Calls `symbol` and returns its value, or `-errno` when it failed. Repeats a call that a signal interrupted. EINVAL for a string
 * with a NUL.
 */
export function libc(symbol: Symbol, ...args: Argument[]): number {
  if (args.some(holdsNul)) return -errnoNumbers.EINVAL;
  addon ??= load();
  for (;;) {
    const { value, errnoCode } = addon.load(recordWith(symbol, args));
    if (value !== -1) return value;
    if (errnoCode !== errnoNumbers.EINTR || !isRepeatable(symbol)) return -errnoCode;
  }
}

/**
 * As `libc`, but on a thread of the engine's pool: for calls that may take long, such as unmounting a filesystem with
 * unwritten data. Buffers must not be touched until it settles. Never rejects for the call's own failure.
 */
export async function libcAside(symbol: Symbol, ...args: Argument[]): Promise<number> {
  if (args.some(holdsNul)) return -errnoNumbers.EINVAL;
  // The launcher does it for Bun. libuv reads it when its pool is first used.
  if (!isBun) process.env.UV_THREADPOOL_SIZE = String(poolThreads);
  addon ??= load();
  const record: CallRecord = { ...recordWith(symbol, args), runInNewThread: true };
  for (;;) {
    const { value, errnoCode } = await addon.load(record);
    if (value !== -1) return value;
    if (errnoCode !== errnoNumbers.EINTR || !isRepeatable(symbol)) return -errnoCode;
  }
}

/** As `libc`, but throws a SysError named after `symbol` (and `path`) on failure. */
export function libcOrThrow(symbol: Symbol, path: string | undefined, ...args: Argument[]): number {
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
