// The signals that the shim has handlers for, and the masks made of them.

const SIGHUP = 1;
const SIGINT = 2;
const SIGUSR1 = 10;
const SIGUSR2 = 12;
const SIGPIPE = 13;
const SIGTERM = 15;
const SIGCHLD = 17;
const SIGIO = 29;

/** glibc's sigset_t: 1024 bits, signal n is bit n - 1. */
function setOf(signals: readonly number[]): Buffer {
  const set = Buffer.alloc(128);
  for (const signal of signals) set[(signal - 1) >> 3] = (set[(signal - 1) >> 3] as number) | (1 << ((signal - 1) & 7));
  return set;
}

/** All of them; the launcher has the same list (bin/launcher/sleep.c). */
export const handledSignals = setOf([SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGPIPE, SIGTERM, SIGCHLD, SIGIO]);

/** Those that are a reason to wake up. SIGIO is told by the descriptor that it is about. */
export const wakingSignals = setOf([SIGINT, SIGUSR1, SIGUSR2, SIGTERM, SIGCHLD]);

/** Where the C library writes a mask that nobody wants. */
export const unwantedMask = setOf([]);
