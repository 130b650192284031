// Where a runtime delivers the master of a container's terminal (runc's docs/terminals.md).
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sysCall } from "../sys/errno.ts";
import type { Fd } from "../sys/fd.ts";
import { isTerminal } from "../sys/pty.ts";
import { acceptNow, listenAt, receiveDescriptors } from "../sys/unix-socket.ts";

/** What upstream uses; then, when a cleaner has removed that or its path is too long (KF-083, KF-131), the usual places. */
function parents(): Set<string> {
  const runtimeDirectory = process.env.XDG_RUNTIME_DIR ?? "";
  return new Set([runtimeDirectory === "" ? tmpdir() : runtimeDirectory, "/run", "/tmp"]);
}

function listenBelow(parent: string): { directory: string; path: string; listener: Fd } {
  const directory = sysCall(() => mkdtempSync(join(parent, "pty")));
  try {
    const path = join(directory, "pty.sock");
    const listener = listenAt(path, { nonBlocking: true });
    // The sticky bit keeps cleaners of XDG_RUNTIME_DIR away (XDG base directory specification).
    if (parent === process.env.XDG_RUNTIME_DIR) chmodSync(path, 0o1755);
    return { directory, path, listener };
  } catch (error) {
    rmSync(directory, { recursive: true, force: true });
    throw error;
  }
}

/** A listening socket in a private directory; both are gone after `close`. */
export class ConsoleSocket {
  readonly path: string;
  readonly #directory: string;
  readonly #listener: Fd;

  constructor() {
    let failure: unknown;
    for (const parent of parents()) {
      try {
        const { directory, path, listener } = listenBelow(parent);
        this.#directory = directory;
        this.path = path;
        this.#listener = listener;
        return;
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  }

  /**
   * The pty master, to be called after the runtime has ended: its message waits in the socket, so this never waits.
   * Anything but one message with exactly one terminal is an error, and what came is closed.
   */
  receiveMaster(): Fd {
    const connection = acceptNow(this.#listener);
    if (connection === undefined) throw new Error("the runtime did not connect to the console socket");
    try {
      const message = receiveDescriptors(connection);
      if (message === undefined) throw new Error("recvfd: no message");
      const [master, ...surplus] = message.descriptors;
      if (master === undefined) throw new Error("recvfd: number of fds is not 1: 0");
      for (const fd of surplus) fd.close();
      const complaint =
        surplus.length > 0
          ? `recvfd: number of fds is not 1: ${surplus.length + 1}`
          : isTerminal(master)
            ? undefined
            : "provided file is not a console";
      if (complaint === undefined) return master;
      master.close();
      throw new Error(complaint);
    } finally {
      connection.close();
    }
  }

  close(): void {
    this.#listener.close();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
