// `start`: the shim is made by one execution of this executable, and this process leaves when the shim says so.
#include "launcher.h"

static void ignore(int number) {
  // The kernel's own structure; SIG_IGN.
  struct {
    void (*handler)(int);
    word flags;
    void (*restorer)(void);
    word mask;
  } action = {.handler = (void (*)(int))1};
  system(rt_sigaction, number, &action, 0, sizeof action.mask);
}

/** The shim has gone without a word: its end is ours. */
__attribute__((noreturn)) static void leave_with(long child) {
  int status = 0;
  while (system(wait4, child, &status, 0, 0) == -4) continue;
  int number = status & 0x7f;
  if (number == 0) leave(((status >> 8) & 0xff) == 0 ? 1 : (status >> 8) & 0xff);
  char text[64];
  append(append_number(append(text, "the shim was ended by signal "), (word)number), "\n");
  say(text);
  leave(1);
}

/**
 * What the shim starts has the usual priority, also while the shim has a higher one (sys/precedence.ts; sched(7),
 * SCHED_RESET_ON_FORK). Left alone where somebody has chosen another.
 */
static void keep_priority_from_children(void) {
  int none = 0;
  // getpriority(2): the kernel says 20 for a nice value of 0.
  if (system(sched_getscheduler, 0) != 0 || system(getpriority, 0, 0) != 20) return;
  system(sched_setscheduler, 0, 0x40000000 /* SCHED_RESET_ON_FORK */, &none);
}

void start(const struct Arguments *arguments, const struct Request *request) {
  int answer[2];
  // Where the caller has closed standard streams, a pipe takes their numbers: the shim gets none of that one.
  do {
    if (system(pipe2, answer, O_CLOEXEC) < 0) {
      say("failed to make a pipe for the shim's answer\n");
      leave(1);
    }
  } while (answer[1] <= 2);
  char variable[64];
  append_number(append(append_number(append(variable, START_VARIABLE), (word)answer[1]), " "), (word)system(getppid, 0));

  // As upstream's shim is called: what ps shows, and what people look for.
  char *values[] = {arguments->values[0], "-namespace", (char *)request->namespace, "-id",  (char *)request->id,
                    "-address",           (char *)request->address, request->debug ? "-debug" : 0, 0};
  word count = 0;
  while (arguments->environment[count] != 0) count += 1;
  char *environment[count + 2];
  word kept = 0;
  for (word at = 0; at < count; at += 1) {
    const char *each = arguments->environment[at];
    if (starts_with(each, START_VARIABLE) || starts_with(each, STATE_VARIABLE) || starts_with(each, SLEEP_VARIABLE)) continue;
    environment[kept++] = arguments->environment[at];
  }
  environment[kept] = variable;
  environment[kept + 1] = 0;

  long launcher = system(getpid, 0);
  // As vfork(2): the child borrows this stack until it executes, and touches nothing in it that is looked at afterwards.
  long child = system(clone, CLONE_VM | CLONE_VFORK | 17 /* SIGCHLD */, 0, 0, 0, 0);
  if (child == 0) {
    // A start that is given up takes the shim with it, which takes this back when it serves.
    system(prctl, PR_SET_PDEATHSIG, 9, 0, 0, 0);
    if (system(getppid, 0) != launcher) leave(127);
    system(setsid, 0);
    keep_priority_from_children();
    system(fcntl, answer[1], F_SETFD, 0);
    // What the caller did not close for us is not ours to keep open for days.
    if (answer[1] > 3) system(close_range, 3, answer[1] - 1, 0);
    system(close_range, answer[1] + 1, ~0U, 0);
    system(execve, "/proc/self/exe", values, environment);
    say("failed to execute the shim by /proc/self/exe\n");
    leave(1);
  }
  if (child < 0) {
    say("failed to make the shim's process\n");
    leave(1);
  }
  // A group-wide Ctrl-C shall not leave half a start behind.
  ignore(2);
  ignore(15);
  system(close, answer[1]);
  byte status;
  long got;
  while ((got = system(read, answer[0], &status, 1)) == -4) continue;
  if (got != 1) leave_with(child);
  leave(status);
}
