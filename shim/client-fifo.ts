// The client's FIFOs as this program holds them, whoever reads and writes them besides.
import { constants, fchownSync, statSync } from "node:fs";
import { SysError, sysCall } from "../sys/errno.ts";
import { type Fd, openFd, setBlocking, setPipeSize } from "../sys/fd.ts";
import { pollNow } from "../sys/readiness.ts";
import { messageOf } from "./error-text.ts";
import type { IoOwner } from "./stdio.ts";

const { O_RDONLY, O_RDWR, O_WRONLY, O_NONBLOCK } = constants;

/**
 * Bytes of kernel buffer asked for: what a copying shim has in its two 64 KiB pipes. Not more: a client that stops reading
 * when the task has ended, instead of at EOF (ctr 1.6 does now and then), loses what is still in here.
 */
const pipeBytes = 128 * 1024;

const firstLookMs = 100;
const longestLookMs = 10_000;

/** The client's stdin FIFO. Our write end keeps the process from seeing EOF when a client detaches (KF-063). */
export class InputFifo {
  readonly #path: string;
  #keepAlive: Fd;

  constructor(path: string) {
    this.#path = path;
    requireFifo(path, (reason) => new Error(`failed to open stdin fifo ${path}: ${reason}`));
    // O_RDWR for the moment: neither of the two opens of openForProcess has to wait then.
    this.#keepAlive = openFd(path, O_RDWR | O_NONBLOCK, `stdin ${path}`);
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

/** A client's stdout or stderr FIFO. */
export class OutputFifo {
  readonly #path: string;
  /** O_RDWR while the process lives, then O_RDONLY. */
  #hold: Fd;
  /** Only while no client reads after the end of the process. */
  #writeEnd: Fd | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string) {
    this.#path = path;
    requireFifo(path, (reason) => new Error(`failed to start io pipe copy: unable to copy pipes: ${reason}`));
    this.#hold = openFd(path, O_RDWR | O_NONBLOCK, `output ${path}`);
    setPipeSize(this.#hold, pipeBytes);
  }

  /** A non-blocking write end for a copy made here. */
  openForCopy(): Fd {
    return this.#reopen(O_WRONLY | O_NONBLOCK, "write end of output");
  }

  /** A blocking write end for the process, owned by `owner`. */
  openForProcess(owner: IoOwner): Fd {
    const child = this.openForCopy();
    try {
      setBlocking(child);
      own(child, owner);
      return child;
    } catch (error) {
      child.close();
      throw error;
    }
  }

  /** The process, or the copy, has ended: the client gets EOF as soon as no other writer is left. */
  writerEnded(): void {
    if (this.#hold.isOpen && this.#writeEnd === undefined) this.#settle(firstLookMs);
  }

  /** Leaves a write end only if no client has the FIFO open. */
  #settle(nextLookMs: number): void {
    const writeEnd = this.#writeEnd ?? this.#reopen(O_WRONLY | O_NONBLOCK, "output");
    // With no read end of ours, POLLERR says that nobody reads. What the buffer holds stays: writeEnd is open.
    this.#hold.close();
    const unread = pollNow(writeEnd).error;
    this.#hold = openFd(`/proc/self/fd/${writeEnd.number}`, O_RDONLY | O_NONBLOCK, `output ${this.#path}`);
    if (!unread) {
      writeEnd.close();
      this.#writeEnd = undefined;
      return;
    }
    this.#writeEnd = writeEnd;
    this.#timer = setTimeout(() => this.#settle(Math.min(nextLookMs * 2, longestLookMs)), nextLookMs);
    this.#timer.unref();
  }

  /** By descriptor: the client may have removed the path already. */
  #reopen(flags: number, purpose: string): Fd {
    return openFd(`/proc/self/fd/${this.#hold.number}`, flags, `${purpose} ${this.#path}`);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#writeEnd?.close();
    this.#hold.close();
  }
}

function own(fd: Fd, owner: IoOwner): void {
  if (owner.uid !== 0 || owner.gid !== 0) sysCall(() => fchownSync(fd.number, owner.uid, owner.gid));
}

function requireFifo(path: string, complaint: (reason: string) => Error): void {
  try {
    if (sysCall(() => statSync(path)).isFIFO()) return;
  } catch (error) {
    throw complaint(error instanceof SysError ? error.message : messageOf(error));
  }
  throw complaint(`${path} is not a fifo`);
}
