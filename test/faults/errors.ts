// Which system calls are made to fail, and with what: errors that the kernel does give for them.

/** The first is what the short form takes; the sweep takes all. */
export const errorsOf: Readonly<Record<string, readonly string[]>> = {
  ...each(["open", "openat", "openat2"], ["EMFILE", "ENOMEM", "EIO"]),
  ...each(["socket", "pipe2", "memfd_create", "epoll_create1", "eventfd2", "timerfd_create"], ["EMFILE", "ENOMEM"]),
  ...each(["signalfd4", "inotify_init1", "pidfd_open", "dup", "dup2", "dup3"], ["EMFILE"]),
  // EMFILE is for F_DUPFD_CLOEXEC, EPERM for F_SETPIPE_SZ; the other commands don't fail.
  fcntl: ["EMFILE"],
  ...each(["read", "readv"], ["EINTR", "EIO"]),
  pread64: ["EIO"],
  ...each(["write", "writev"], ["ENOSPC", "EINTR"]),
  pwrite64: ["ENOSPC"],
  ...each(["recvfrom", "recvmsg"], ["EINTR", "EAGAIN"]),
  ...each(["sendto", "sendmsg"], ["EAGAIN", "EINTR", "ENOBUFS"]),
  ...each(["accept4", "accept"], ["EMFILE", "ECONNABORTED"]),
  connect: ["ECONNREFUSED", "EAGAIN"],
  bind: ["EADDRINUSE", "ENOSPC"],
  listen: ["EADDRINUSE"],
  ...each(["setsockopt", "getsockopt"], ["ENOBUFS"]),
  epoll_ctl: ["ENOMEM", "ENOSPC"],
  ...each(["epoll_wait", "epoll_pwait", "epoll_pwait2", "poll", "ppoll"], ["EINTR"]),
  inotify_add_watch: ["ENOSPC"],
  ...each(["clone", "clone3", "fork", "vfork"], ["EAGAIN", "ENOMEM"]),
  execve: ["ENOMEM"],
  ...each(["wait4", "waitid"], ["EINTR"]),
  ...each(["kill", "tgkill", "pidfd_send_signal"], ["EPERM"]),
  mount: ["EIO", "ENOMEM"],
  umount2: ["EBUSY", "EIO"],
  ...each(["unlink", "unlinkat", "rmdir"], ["EIO", "EBUSY"]),
  ...each(["rename", "renameat2", "mkdir", "mkdirat", "symlink", "mknod", "mknodat"], ["ENOSPC", "EIO"]),
  ...each(["chmod", "fchmod", "chown", "fchown", "fchownat", "ftruncate"], ["EIO"]),
  ...each(
    ["stat", "lstat", "fstat", "statx", "newfstatat", "access", "readlink", "statfs", "fstatfs"],
    ["EIO", "ENOMEM"],
  ),
  ...each(["getdents64", "chdir"], ["EIO"]),
  splice: ["EINTR", "ENOMEM", "EAGAIN"],
  ioctl: ["EIO"],
  flock: ["EINTR", "ENOLCK"],
  ...each(["setns", "unshare"], ["ENOMEM"]),
  ...each(["prctl", "prlimit64", "sched_setscheduler", "setpriority"], ["EPERM"]),
  ...each(["setsid", "setpgid"], ["EPERM"]),
};

function each(calls: readonly string[], errors: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(calls.map((call) => [call, errors]));
}

/** What is left out, and why: docs/faults.md. */
const isHelpless = [
  /^write\(\d+, "\\1\\0\\0\\0\\0\\0\\0\\0", 8/,
  /^fcntl\((?!.*F_(DUPFD|SETPIPE_SZ))/,
  /^ioctl\(.*TCGETS/,
  /^prctl\(PR_SET_(NAME|VMA|CHILD_SUBREAPER)/,
];

/** Whether the kernel could refuse this call, by its line in a trace. */
export function canFail(line: string): boolean {
  return !isHelpless.some((pattern) => pattern.test(line));
}

/**
 * The engine's own beginning, where the process has executed itself: the loader's calls, its libraries', Bun's. What fails there
 * ends the process before it is ours.
 */
export function markBoots<T extends { readonly line: string }>(calls: readonly T[]): Set<T> {
  const marked = new Set<T>();
  let isBoot = false;
  for (const call of calls) {
    if (/ld\.so\.preload/.test(call.line)) isBoot = true;
    if (isBoot) marked.add(call);
    if (/^openat\(AT_FDCWD, ".*runts-ffi\.node"/.test(call.line)) isBoot = false;
  }
  return marked;
}
