// The signals that this process lives on, blocked while nobody could act on them: they stay pending, also through execve(2).
//
// The launcher has blocked them before there was an engine (bin/launcher/sleep.c), and threads are made while they are blocked
// (ffi.ts): no other thread takes one, whatever comes goes to this one, or waits.
import { Fd } from "./fd.ts";
import { libcOrThrow } from "./ffi.ts";
import { handledSignals, unwantedMask, wakingSignals } from "./handled-signals.ts";

const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SFD_CLOEXEC = 0o2000000;

/** The launcher's mask is in force until `unblockSignals`, where there is a launcher. */
let mayBeBlocked = true;
const SIG_SETMASK = 2;
const oldMask = Buffer.from(unwantedMask);

export function blockSignals(): void {
  mayBeBlocked = true;
  libcOrThrow("sigprocmask", undefined, SIG_BLOCK, handledSignals, unwantedMask);
}

/** Once there is a handler for each. */
export function unblockSignals(): void {
  mayBeBlocked = false;
  libcOrThrow("sigprocmask", undefined, SIG_UNBLOCK, handledSignals, unwantedMask);
}

/** Runs `spawn`, which starts a process in the course of the call: none inherits a mask that is ours alone. */
export function withInheritedMask<T>(spawn: () => T): T {
  if (!mayBeBlocked) return spawn();
  libcOrThrow("sigprocmask", undefined, SIG_UNBLOCK, handledSignals, oldMask);
  try {
    return spawn();
  } finally {
    libcOrThrow("sigprocmask", undefined, SIG_SETMASK, oldMask, unwantedMask);
  }
}

/** Readable while a signal waits that is a reason to wake up (signalfd(2)). Nothing is read from it. */
export function openSignalDescriptor(): Fd {
  return new Fd(libcOrThrow("signalfd", undefined, -1, wakingSignals, SFD_CLOEXEC), "signals");
}
