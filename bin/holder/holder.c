// The process that holds a pod's pid or user namespace, where the kernel needs one: a thread can't be in those for itself.
//
//   runts-pod <what> <name…>
//
// with `what` of these letters, done in this order:
//   u  enter the user namespace of descriptor 3, as its root
//   n  enter the network namespace of descriptor 4
//   i  t  p  make an IPC, a UTS, a pid namespace
// It has a file system of its own, which is empty: who shares its pid namespace finds nothing of the machine in /proc/1/root.
// The one that stays is a child of who has started this (CLONE_PARENT), ends with it, and is told on descriptor 1 as its pid and
// a full stop; else that says what failed, and its errno. It reaps by ignoring SIGCHLD, and does nothing else.
#include "../launcher/system.h"

#define MS_RDONLY 1
#define MS_NOSUID 2
#define MS_NODEV 4
#define MS_NOEXEC 8
#define MS_REMOUNT 32
#define MS_MOVE 8192
#define MS_REC 16384
#define MS_PRIVATE (1 << 18)
#define MNT_DETACH 2
#define SIGCHLD_NUMBER 17

#if defined(__x86_64__)
__asm__(
    ".section .text.start,\"ax\"\n.global _start\n_start:\n"
    "  xor %ebp, %ebp\n  mov %rsp, %rdi\n  and $-16, %rsp\n  call hold\n  hlt\n.previous\n");
#else
__asm__(
    ".section .text.start,\"ax\"\n.global _start\n_start:\n"
    "  mov x29, #0\n  mov x30, #0\n  mov x0, sp\n  bl hold\n  brk #1\n.previous\n");
#endif

static void tell(const char *text) { system(write, 1, text, length_of(text)); }

/** What failed, in words of ours; `result` is a system call's. */
static void check(const char *what, long result) {
  if (result >= 0) return;
  char text[128];
  append_number(append(append(text, what), " "), (word)-result);
  tell(text);
  leave(1);
}

static int has(const char *letters, char letter) {
  for (; *letters != 0; letters += 1) {
    if (*letters == letter) return 1;
  }
  return 0;
}

/** A root directory with nothing in it, and nothing of the machine's mounts behind it. */
static void leave_root(void) {
  check("unshare mnt", system(unshare, CLONE_NEWNS));
  check("make mounts private", system(mount, 0, "/", 0, MS_REC | MS_PRIVATE, 0));
  check("mount an empty root", system(mount, "runts-pod", "/proc", "tmpfs", MS_NOSUID | MS_NODEV | MS_NOEXEC,
                                      "size=4096,nr_inodes=2,mode=0555"));
  check("chdir", system(chdir, "/proc"));
  long result = system(pivot_root, ".", ".");
  if (result == -22 /* EINVAL: the machine runs from its initial ramdisk */) {
    check("move the root", system(mount, ".", "/", 0, MS_MOVE, 0));
    check("chroot", system(chroot, "."));
  } else {
    check("pivot_root", result);
    check("unmount the old root", system(umount2, ".", MNT_DETACH));
  }
  check("chdir /", system(chdir, "/"));
  check("remount the root", system(mount, 0, "/", 0, MS_REMOUNT | MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC, 0));
}

static void enter(const char *what) {
  check("setgroups", system(setgroups, 0, 0));
  if (has(what, 'u')) {
    check("setns user", system(setns, 3, CLONE_NEWUSER));
    check("setgid", system(setresgid, 0, 0, 0));
    check("setuid", system(setresuid, 0, 0, 0));
  }
  if (has(what, 'n')) check("setns net", system(setns, 4, CLONE_NEWNET));
  if (has(what, 'i')) check("unshare ipc", system(unshare, CLONE_NEWIPC));
  if (has(what, 't')) check("unshare uts", system(unshare, CLONE_NEWUTS));
  if (has(what, 'p')) check("unshare pid", system(unshare, CLONE_NEWPID));
}

/** Everything that can be given up is. Whoever started this is gone if the full stop reaches nobody. */
__attribute__((noreturn)) static void stay(void) {
  struct {
    void (*handler)(int);
    word flags;
    void (*restorer)(void);
    word mask;
  } ignore = {.handler = (void (*)(int))1};
  struct {
    unsigned version;
    int pid;
  } header = {.version = 0x20080522};
  struct {
    unsigned effective, permitted, inheritable;
  } none[2] = {{0, 0, 0}, {0, 0, 0}};
  word all = ~0UL;
  system(rt_sigprocmask, 2 /* SIG_SETMASK */, &all, 0, sizeof all);
  check("ignore children", system(rt_sigaction, SIGCHLD_NUMBER, &ignore, 0, sizeof ignore.mask));
  check("end with the shim", system(prctl, PR_SET_PDEATHSIG, 9, 0, 0, 0));
  check("no dumps", system(prctl, PR_SET_DUMPABLE, 0, 0, 0, 0));
  check("no new privileges", system(prctl, PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0));
  check("no capabilities", system(capset, &header, none));
  system(prctl, PR_SET_NAME, "runts-pod", 0, 0, 0);
  system(setsid, 0);
  if (system(write, 1, ".", 1) != 1) leave(1);
  // Who waits on descriptor 1 waits for its end. What else is open was given by nobody: the shim's are closed by execve(2).
  for (int descriptor = 0; descriptor < 16; descriptor += 1) system(close, descriptor);
  system(close_range, 0, ~0U, 0);
  for (;;) system(ppoll, 0, 0, 0, 0, 0);
}

__attribute__((used, noreturn)) void hold(word *stack) {
  char **values = (char **)&stack[1];
  const char *what = stack[0] > 1 ? values[1] : "";
  leave_root();
  enter(what);
  // Only what is made from here on is in the new pid namespace. SIGCHLD is what the other child of our parent has: us.
  long child = system(clone, CLONE_PARENT | SIGCHLD_NUMBER, 0, 0, 0, 0);
  check("clone", child);
  if (child == 0) stay();
  char text[32];
  append_number(text, (word)child);
  tell(text);
  leave(0);
}
