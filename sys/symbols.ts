// The C declarations of what is called in libc: one typed table, which knows nothing of how a call is made (ffi.ts).

// ffi-rs's own numbers for C types.
const cstring = 0;
const i32 = 1;
const i64 = 8;
/** The tag is ffi-rs's own, and known once it is loaded. */
export const bytes = { ffiTypeTag: "Array" as unknown, type: 10, length: 1 };

type CType = typeof cstring | typeof i32 | typeof i64 | typeof bytes;

/** Return type first, then parameters. */
export type Declaration = readonly [CType, ...CType[]];

/** Each beside its C declaration. */
export const symbols = {
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
  /** int sched_getscheduler(pid_t pid) */
  sched_getscheduler: [i32, i32],
  /** int setpriority(int which, id_t who, int prio) */
  setpriority: [i32, i32, i32, i32],
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
  /** int setns(int fd, int nstype) */
  setns: [i32, i32, i32],
  /** int sethostname(const char *name, size_t len) */
  sethostname: [i32, cstring, i64],
  /** int setxattr(const char *path, const char *name, const void *value, size_t size, int flags) */
  setxattr: [i32, cstring, cstring, bytes, i64, i32],
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
  /** int signalfd(int fd, const sigset_t *mask, int flags) */
  signalfd: [i32, i32, bytes, i32],
  /** int sigprocmask(int how, const sigset_t *set, sigset_t *oldset) */
  sigprocmask: [i32, i32, bytes, bytes],
  /** int execve(const char *pathname, char *const argv[], char *const envp[]) */
  execve: [i32, cstring, i64, i64],
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
  /** int pthread_sigmask(int how, const sigset_t *set, sigset_t *oldset) */
  pthread_sigmask: [i32, i32, bytes, bytes],
  /** void *dlsym(void *handle, const char *symbol) */
  dlsym: [i64, i64, cstring],
  /** void *malloc(size_t size) */
  malloc: [i64, i64],
} as const satisfies Record<string, Declaration>;

/** Memory of C's heap, addressed by number, for structures that contain pointers. */
export const memory = {
  /** void *memcpy(void *dest, const void *src, size_t n), into C's memory */
  write: [i64, i64, bytes, i64],
  /** void *memcpy(void *dest, const void *src, size_t n), out of C's memory */
  read: [i64, bytes, i64, i64],
} as const satisfies Record<string, Declaration>;

export type SymbolName = keyof typeof symbols;

/** long syscall(SYS_openat2, int dirfd, const char *pathname, struct open_how *how, size_t size) */
export const openat2: Declaration = [i64, i64, i32, cstring, bytes, i64];
export const SYS_openat2 = 437;
