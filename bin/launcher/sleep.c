// What a shim is while nothing happens to it: this, waiting, with the engine not begun (shim/actions/asleep.ts).
//
// The shim has executed itself anew. Its state is in a memory file, its descriptors are open, its children are still its own, and
// the signals that it lives on are blocked and wait. As soon as there is something to do the engine starts and reads the state.
#include <linux/eventpoll.h>
#include <linux/time_types.h>
#include <linux/wait.h>

#include "launcher.h"

/** The signals that the shim has handlers for: sys/signal-mask.ts has the same list. Bit n - 1 is signal n. */
#define HANDLED                                                                                             \
  (1UL << (SIGHUP - 1) | 1UL << (SIGINT - 1) | 1UL << (SIGUSR1 - 1) | 1UL << (SIGUSR2 - 1) | 1UL << (SIGPIPE - 1) | \
   1UL << (SIGTERM - 1) | 1UL << (SIGCHLD - 1) | 1UL << (SIGIO - 1))

/** The value of `variable` ("NAME=") if it is meant for this very process: "<number> <our pid>…". Else -1. */
static long own_number(const struct Arguments *arguments, const char *variable) {
  for (char **each = arguments->environment; *each != 0; each += 1) {
    if (!starts_with(*each, variable)) continue;
    const char *text = *each + length_of(variable);
    word numbers[2] = {0, 0};
    for (int at = 0; at < 2; at += 1) {
      if (*text < '0' || *text > '9') return -1;
      while (*text >= '0' && *text <= '9') numbers[at] = numbers[at] * 10 + (word)(*text++ - '0');
      if (at == 0 && *text++ != ' ') return -1;
    }
    return numbers[1] == (word)system(getpid, 0) ? (long)numbers[0] : -1;
  }
  return -1;
}

static int has_variable(const struct Arguments *arguments, const char *variable) {
  for (char **each = arguments->environment; *each != 0; each += 1) {
    if (starts_with(*each, variable)) return 1;
  }
  return 0;
}

/** A child that has ended, and whose end may have been told to the image before. */
static int has_ended_child(void) {
  // siginfo_t: si_pid at 16.
  union {
    int words[32];
    word aligned;
  } info;
  info.words[4] = 0;
  return system(waitid, P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT, 0) == 0 && info.words[4] != 0;
}

int is_shim_again(const struct Arguments *arguments) { return own_number(arguments, STATE_VARIABLE) >= 0; }

void prepare_to_serve(const struct Arguments *arguments) {
  long state = own_number(arguments, STATE_VARIABLE);
  if (state < 0 && !has_variable(arguments, START_VARIABLE)) return;
  take_name(arguments);
  // Whatever thread the engine makes, signals go to the one that lets them through.
  word handled = HANDLED;
  system(rt_sigprocmask, SIG_BLOCK, &handled, 0, sizeof handled);
  if (state < 0) return;
  // The engine refuses to begin in a directory that was removed. The shim goes back to it (shim/actions/restore.ts).
  system(chdir, "/");
  long reasons = own_number(arguments, SLEEP_VARIABLE);
  if (reasons < 0 || has_ended_child()) return;
  struct epoll_event event;
  while (system(epoll_pwait, reasons, &event, 1, -1, 0, 0) == -4 /* EINTR */) continue;
}
