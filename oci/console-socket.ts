// Where a runtime delivers the master of a container's terminal (runc's docs/terminals.md).
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sysCall } from "../sys/errno.ts";
import type { Fd } from "../sys/fd.ts";
import { isTerminal } from "../sys/pty.ts";
import { acceptNow, listenAt, receiveDescriptors } from "../sys/unix-socket.ts";

/** A listening socket in a private directory; both are gone after `close`. */
export class ConsoleSocket {
  readonly path: string;
  readonly #directory: string;
  readonly #listener: Fd;

  constructor() {
    const runtimeDirectory = process.env.XDG_RUNTIME_DIR;
    const parent = runtimeDirectory === undefined || runtimeDirectory === "" ? tmpdir() : runtimeDirectory;
    this.#directory = sysCall(() => mkdtempSync(join(parent, "pty")));
    this.path = join(this.#directory, "pty.sock");
    try {
      this.#listener = listenAt(this.path, { nonBlocking: true });
      // The sticky bit keeps cleaners of XDG_RUNTIME_DIR away (XDG base directory specification).
      if (parent === runtimeDirectory) chmodSync(this.path, 0o1755);
    } catch (error) {
      rmSync(this.#directory, { recursive: true, force: true });
      throw error;
    }
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
