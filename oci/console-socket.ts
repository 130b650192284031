// Where a runtime delivers the master of a container's terminal (runc's documentation, terminals.md).
//
// The socket lies in the container's bundle, which is root's alone and goes with the container, whatever happens to this
// process. A bundle's path may be longer than a socket's may be, hence the way by the directory's descriptor.
import { type Fd, O_DIRECTORY, O_PATH, openFd } from "../sys/fd.ts";
import { libc } from "../sys/ffi.ts";
import { removeFile } from "../sys/file.ts";
import { isTerminal } from "../sys/pty.ts";
import { acceptNow, listenAt, receiveDescriptors } from "../sys/unix-socket.ts";

let made = 0;

/** A listening socket in `bundle`; gone after `close`. Throws SysError. */
export class ConsoleSocket {
  /** For the runtime: through /proc, while this object lives. */
  readonly path: string;
  readonly #directory: Fd;
  readonly #listener: Fd;

  constructor(bundle: string) {
    made += 1;
    this.#directory = openFd(bundle, O_PATH | O_DIRECTORY, "bundle of a terminal");
    this.path = `/proc/${process.pid}/fd/${this.#directory.number}/pty${made}.sock`;
    try {
      // Of a shim that was killed when it had come as far.
      removeFile(this.path);
      this.#listener = listenAt(this.path, { nonBlocking: true });
    } catch (error) {
      this.#directory.close();
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

  /** Never throws: a socket that can't be removed goes with its bundle, and a terminal that was received is not lost for it. */
  close(): void {
    if (!this.#directory.isOpen) return;
    this.#listener.close();
    libc("unlink", this.path);
    this.#directory.close();
  }
}
