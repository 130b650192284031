// Giving a connected descriptor back to the engine (Bun only).
import { F_DUPFD_CLOEXEC, Fd } from "./fd.ts";
import { libc } from "./ffi.ts";

/** For so long, and so often, the engine is asked to take a connection. */
const patienceMs = 10_000;
const againMs = 50;

export interface HandOver {
  /** Asks the engine, which closes `fd` when it can't take it; `opened` is called when it has. */
  readonly connect: (fd: number, opened: () => void) => Promise<unknown>;
  readonly isWanted: () => boolean;
  readonly onFailure: (cause: Error) => void;
}

/**
 * The engine closes a descriptor that it can't watch, for want of memory or of the user's watches: another one is kept until it has
 * taken the first. A connection that is lost is a shim that has died, as containerd sees it. `fd` is taken over.
 */
export function handOver(fd: number, how: HandOver, untilMs = performance.now() + patienceMs): void {
  const number = libc("fcntl", fd, F_DUPFD_CLOEXEC, 3);
  const spare = number < 0 ? Fd.closed("spare connection") : new Fd(number, "spare connection");
  how
    .connect(fd, () => spare.close())
    .catch((cause: Error) => {
      if (spare.isOpen && how.isWanted() && performance.now() < untilMs) {
        setTimeout(() => handOver(spare.take(), how, untilMs), againMs);
        return;
      }
      spare.close();
      how.onFailure(cause);
    });
}
