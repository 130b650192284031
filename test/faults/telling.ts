// The faults that the short form tries (test/integration/faults.test.ts): those that would have found something, or are where
// something could be lost.

export interface TellingFault {
  /** Found in a run without a fault, by its line of the trace; the first one, or the one of this number. */
  readonly call: RegExp;
  readonly which?: number;
  readonly error: string;
}

export function fault(call: RegExp, error: string, which = 1): TellingFault {
  return { call, error, which };
}

export const tellingFaults: Readonly<Record<string, readonly TellingFault[]>> = {
  life: [
    fault(/^statx\(.*bundles\/c-\w+",/, "EIO"),
    fault(/^openat\(.*config\.json/, "EMFILE"),
    fault(/^write\(.*"root/, "ENOSPC"),
    fault(/^rename\(.*options\.json/, "EIO"),
    fault(/^openat\(.*cgroups\.new/, "ENOSPC"),
    fault(/^openat\(.*-stdout"/, "EMFILE"),
    fault(/^openat\(.*proc\/self\/fd/, "EMFILE", 2),
    fault(/^vfork/, "EAGAIN"),
    fault(/^pidfd_open/, "EMFILE"),
    fault(/^openat\(.*init\.pid/, "EMFILE"),
    fault(/^unlink\(.*log\.json/, "EIO"),
    fault(/^memfd_create/, "EMFILE"),
    fault(/^vfork/, "ENOMEM", 2),
    fault(/^openat\(.*\/cgroup"/, "EMFILE"),
    fault(/^openat\(.*event_control|^eventfd2/, "EMFILE"),
    fault(/^socket/, "EMFILE"),
    fault(/^connect/, "ECONNREFUSED"),
    fault(/^sendto\(.*Events/, "EAGAIN"),
    fault(/^recvfrom/, "EINTR", 3),
    fault(/^waitid\(P_PID/, "EINTR"),
    fault(/^openat\(.*init\.exit/, "EMFILE"),
    fault(/^write\(.*"status/, "ENOSPC"),
    fault(/^vfork/, "EAGAIN", 3),
    fault(/^unlink\(.*log\.json/, "EIO", 3),
  ],
  exec: [
    fault(/^openat\(.*e-in"/, "EMFILE"),
    fault(/^pipe2/, "EMFILE"),
    fault(/^memfd_create.*process spec/, "EMFILE"),
    fault(/^write\(.*"terminal/, "ENOSPC"),
    fault(/^vfork/, "EAGAIN"),
    fault(/^openat\(.*e\.pid/, "EMFILE"),
    fault(/^read\(\d+, "\d+", 16384/, "EIO"),
    fault(/^splice/, "ENOMEM"),
    fault(/^epoll_ctl\(.*EPOLLET/, "ENOMEM"),
    fault(/^unlink\(.*e\.pid"\) = 0/, "EIO"),
  ],
  terminal: [
    fault(/^bind/, "ENOSPC"),
    fault(/^accept4/, "EMFILE"),
    fault(/^recvmsg/, "EAGAIN"),
    fault(/^unlink\(.*pty/, "EIO", 2),
    fault(/^epoll_create1/, "EMFILE"),
    fault(/^clone\(/, "EAGAIN"),
    fault(/^ioctl\(.*TIOCSWINSZ/, "EIO"),
    fault(/^inotify_init1/, "EMFILE"),
  ],
  asleep: [
    fault(/^signalfd4/, "EMFILE"),
    fault(/^memfd_create.*state/, "EMFILE"),
    fault(/^execve/, "ENOMEM"),
    fault(/^openat\(.*ld-linux/, "EMFILE"),
    fault(/^pread64.*ELF/, "EIO"),
    fault(/^epoll_ctl\(.*EPOLLIN\|EPOLLOUT\|EPOLLET/, "ENOMEM", 2),
    fault(/^listen/, "ENOBUFS"),
    fault(/^epoll_ctl\(.*EPOLL_CTL_ADD, \d+, \{events=EPOLLIN\|EPOLLOUT, data/, "ENOSPC"),
  ],
  upgrade: [fault(/^openat\(.*self\/exe/, "EMFILE"), fault(/^execve/, "ENOMEM")],
  start: [
    fault(/^pipe2/, "EMFILE"),
    fault(/^clone\(.*VFORK/, "EAGAIN"),
    fault(/^bind/, "ENOSPC"),
    fault(/^chmod/, "EIO"),
    fault(/^openat\(.*\.address/, "ENOSPC"),
    fault(/^write\(1, "unix/, "ENOSPC"),
    fault(/^dup3/, "EMFILE"),
  ],
  delete: [fault(/^openat\(.*options\.json/, "EMFILE"), fault(/^vfork/, "EAGAIN"), fault(/^flock/, "ENOLCK")],
};
