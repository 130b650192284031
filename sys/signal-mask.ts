// The signals that this process lives on, blocked while nobody could act on them: they stay pending, also through execve(2).
//
// The launcher has blocked them before there was an engine (bin/launcher/signals.c), so all threads of the engine have them
// blocked for good, and whatever comes goes to this one, or waits.
import { Fd } from "./fd.ts";
import { libcOrThrow } from "./ffi.ts";

const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SFD_CLOEXEC = 0o2000000;
const SIGHUP = 1;
const SIGINT = 2;
const SIGUSR1 = 10;
const SIGUSR2 = 12;
const SIGPIPE = 13;
const SIGTERM = 15;
const SIGCHLD = 17;
const SIGIO = 29;

/** All that the shim has handlers for; the launcher has the same list. */
const handled = [SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGPIPE, SIGTERM, SIGCHLD, SIGIO];
/** Those that are a reason to wake up. SIGIO is told by the descriptor that it is about. */
const waking = [SIGINT, SIGUSR1, SIGUSR2, SIGTERM, SIGCHLD];

/** glibc's sigset_t: 1024 bits, signal n is bit n - 1. */
function setOf(signals: readonly number[]): Buffer {
  const set = Buffer.alloc(128);
  for (const signal of signals) set[(signal - 1) >> 3] = (set[(signal - 1) >> 3] as number) | (1 << ((signal - 1) & 7));
  return set;
}

export function blockSignals(): void {
  libcOrThrow("sigprocmask", undefined, SIG_BLOCK, setOf(handled), 0);
}

/** Once there is a handler for each. */
export function unblockSignals(): void {
  libcOrThrow("sigprocmask", undefined, SIG_UNBLOCK, setOf(handled), 0);
}

/** Readable while a signal waits that is a reason to wake up (signalfd(2)). Nothing is read from it. */
export function openSignalDescriptor(): Fd {
  return new Fd(libcOrThrow("signalfd", undefined, -1, setOf(waking), SFD_CLOEXEC), "signals");
}
