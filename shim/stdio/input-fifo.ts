// The client's stdin FIFO as this program holds it.
import { type Fd, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY, openFd } from "../../sys/fd.ts";
import { restoreFd, saveFd } from "../../sys/saved.ts";
import { own } from "./client-fifo.ts";
import type { IoOwner } from "./process-io.ts";
import type { SavedInputFifo } from "./saved.ts";

/** The client's stdin FIFO. Our write end keeps the process from seeing EOF when a client detaches (KF-063). */
export class InputFifo {
  readonly #path: string;
  #keepAlive: Fd;

  constructor(path: string, keepAlive?: Fd) {
    this.#path = path;
    // O_RDWR for the moment: neither of the two opens of openForProcess has to wait then.
    this.#keepAlive = keepAlive ?? openFd(path, O_RDWR | O_NONBLOCK, `stdin ${path}`);
  }

  save(): SavedInputFifo {
    return { path: this.#path, keepAlive: saveFd(this.#keepAlive) };
  }

  static restore({ path, keepAlive }: SavedInputFifo): InputFifo {
    return new InputFifo(path, restoreFd(keepAlive));
  }

  /** A blocking read end for the process, owned by `owner`. */
  openForProcess(owner: IoOwner): Fd {
    const child = this.#openReader(O_RDONLY);
    try {
      own(child, owner);
      return child;
    } catch (error) {
      child.close();
      throw error;
    }
  }

  /** A non-blocking read end for a copy made here. */
  openForCopy(): Fd {
    return this.#openReader(O_RDONLY | O_NONBLOCK);
  }

  #openReader(flags: number): Fd {
    const child = openFd(this.#path, flags, `read end of stdin ${this.#path}`);
    try {
      const writeEnd = openFd(this.#path, O_WRONLY | O_NONBLOCK, `stdin ${this.#path}`);
      this.#keepAlive.close();
      this.#keepAlive = writeEnd;
      return child;
    } catch (error) {
      child.close();
      throw error;
    }
  }

  close(): void {
    this.#keepAlive.close();
  }
}
