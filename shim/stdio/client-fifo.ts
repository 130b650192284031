// The client's output FIFOs as this program holds them, whoever reads and writes them besides.
import { errnoOf } from "../../sys/errno.ts";
import { type Fd, O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY, openFd, setBlocking, setPipeSize } from "../../sys/fd.ts";
import { libcOrThrow } from "../../sys/ffi.ts";
import { type FileWatch, IN_CLOSE_NOWRITE, IN_CLOSE_WRITE, IN_OPEN, watchFile } from "../../sys/inotify.ts";
import { readableBytes } from "../../sys/nonblocking.ts";
import { pollNow } from "../../sys/poll.ts";
import { NotQuiet, restoreFd, restoreOptionalFd, saveFd } from "../../sys/saved.ts";
import { errorFields, log } from "../base/log.ts";
import type { IoOwner } from "./process-io.ts";
import type { SavedOutputFifo } from "./saved.ts";

/**
 * Bytes of kernel buffer asked for: what a copying shim has in its two 64 KiB pipes. Not more: a client that stops reading
 * when the task has ended, instead of at EOF (ctr 1.6 does now and then), loses what is still in here.
 */
export const pipeBytes = 128 * 1024;

const afterCloseMs = 20;
const lookAgainMs = 1000;

/**
 * A client's stdout or stderr FIFO, for one or two writers (stdout and stderr may be the same path).
 *
 * While they write, it is open here O_RDWR: opening never waits, and a client that is away costs neither SIGPIPE nor
 * what was written meanwhile. After them:
 * - Others still write (a grandchild inherited stdout): only a read end stays here, which keeps SIGPIPE from them. The
 *   client gets EOF when the last of them is gone.
 * - Nobody writes, a client reads: it gets EOF after the last byte. If it goes away before (a containerd that restarts), a
 *   read end here keeps the rest.
 * - Nobody writes, nobody reads: a write end keeps what is buffered until a client comes, whose blocking open finds a
 *   writer; then it goes, so that EOF follows the data.
 */
export class OutputFifo {
  readonly #path: string;
  /** A read end, O_RDWR while a writer of ours is there; closed in the last of the three cases. */
  #hold: Fd;
  #holdWrites = true;
  #writeEnd: Fd | undefined;
  #writers = 0;
  #watch: FileWatch | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(path: string, saved?: SavedOutputFifo) {
    this.#path = path;
    if (saved === undefined) {
      this.#hold = openFd(path, O_RDWR | O_NONBLOCK, `output ${path}`);
      setPipeSize(this.#hold, pipeBytes);
      return;
    }
    this.#hold = restoreFd(saved.hold);
    this.#holdWrites = saved.holdWrites;
    this.#writeEnd = restoreOptionalFd(saved.writeEnd);
    this.#writers = saved.writers;
    // What it waits for may have come meanwhile, or the wait has to begin anew.
    if (this.#writers === 0 && (this.#hold.isOpen || this.#writeEnd !== undefined)) this.#lookOrLater();
  }

  /** Throws NotQuiet when it is about to look. */
  save(): SavedOutputFifo {
    if (this.#timer !== undefined) throw new NotQuiet("the end of an output is looked for");
    return {
      path: this.#path,
      hold: saveFd(this.#hold),
      holdWrites: this.#holdWrites,
      writeEnd: saveFd(this.#writeEnd),
      writers: this.#writers,
    };
  }

  /** A non-blocking write end for a copy made here. Counts as a writer. */
  openForCopy(): Fd {
    this.#writers += 1;
    return this.#reopen(this.#hold, O_WRONLY | O_NONBLOCK, "write end of output");
  }

  /** A blocking write end for the process, owned by `owner`. Counts as a writer. */
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

  /** A writer, the process or a copy, has ended and its end is closed here. */
  writerEnded(): void {
    this.#writers -= 1;
    if (this.#writers === 0 && this.#hold.isOpen) this.#lookOrLater();
  }

  /** Where no descriptor is to be had, the client's end of file waits, and nobody else. */
  #lookOrLater(): void {
    try {
      this.#look();
    } catch (error) {
      log("warning", "failed to end an output", { path: this.#path, ...errorFields(error) });
      const errno = errnoOf(error);
      if (errno === "EMFILE" || errno === "ENFILE") this.#lookLater(lookAgainMs);
    }
  }

  /** A copy into `sink`, a write end of `openForCopy`, has ended; `sink` is taken over. */
  copyEnded(sink: Fd): void {
    if (this.#writers > 1 || !this.#hold.isOpen || readableBytes(this.#hold) > 0) {
      sink.close();
      this.writerEnded();
      return;
    }
    // The usual end, in few system calls: everything is read, and nobody else writes.
    this.#writers = 0;
    this.#hold.close();
    this.#lookForReader(sink, false);
  }

  /**
   * Nothing opened or closed here may wake us again: each watch begins after its opens, and says what it waits for. There is
   * none where nothing is to be waited for: to end the process's last one takes the kernel milliseconds, and an exit waits.
   */
  #look(): void {
    this.#stopWaiting();
    if (this.#writeEnd !== undefined) {
      this.#lookForReader(this.#writeEnd);
      return;
    }
    const readEnd = this.#readEnd();
    if (!pollNow(readEnd).hangup) {
      this.#wait(readEnd, IN_CLOSE_WRITE);
      if (!pollNow(readEnd).hangup) return;
      this.#stopWaiting();
    }
    const writeEnd = this.#reopen(readEnd, O_WRONLY | O_NONBLOCK, "output");
    const { readable } = pollNow(readEnd);
    readEnd.close();
    this.#lookForReader(writeEnd, readable);
  }

  /** Opened while there is a writer: without one, poll(2) never reports its hang-up (pipe_poll in the kernel). */
  #readEnd(): Fd {
    if (!this.#holdWrites) return this.#hold;
    const readEnd = this.#reopen(this.#hold, O_RDONLY | O_NONBLOCK, "output");
    this.#hold.close();
    this.#hold = readEnd;
    this.#holdWrites = false;
    return readEnd;
  }

  /** Nobody else writes, and no read end is open here: POLLERR says that no client reads. */
  #lookForReader(writeEnd: Fd, hasBytes = true): void {
    this.#writeEnd = writeEnd;
    if (hasBytes || pollNow(writeEnd).error) {
      this.#wait(writeEnd, IN_OPEN | IN_CLOSE_NOWRITE);
      if (pollNow(writeEnd).error) return;
      if (hasBytes) this.#hold = this.#reopen(writeEnd, O_RDONLY | O_NONBLOCK, "output");
      else this.#stopWaiting();
    }
    writeEnd.close();
    this.#writeEnd = undefined;
  }

  #wait(fd: Fd, mask: number): void {
    try {
      this.#watch = watchFile(`/proc/self/fd/${fd.number}`, mask, (events) => this.#changed(events));
    } catch {
      // The user's inotify instances are used up (KF-087).
      this.#lookLater(lookAgainMs);
    }
  }

  #changed(events: number): void {
    if (this.#writeEnd !== undefined) {
      if ((events & IN_OPEN) !== 0) this.#lookOrLater();
    } else if ((events & (IN_CLOSE_WRITE | IN_CLOSE_NOWRITE)) !== 0) {
      // The kernel reports a close just before the end is gone.
      this.#lookLater(afterCloseMs);
    }
  }

  #lookLater(afterMs: number): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#lookOrLater(), afterMs);
    this.#timer.unref();
  }

  #stopWaiting(): void {
    this.#watch?.stop();
    this.#watch = undefined;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** By descriptor: the client may have removed the path already. */
  #reopen(from: Fd, flags: number, purpose: string): Fd {
    return openFd(`/proc/self/fd/${from.number}`, flags, `${purpose} ${this.#path}`);
  }

  close(): void {
    this.#stopWaiting();
    this.#writeEnd?.close();
    this.#hold.close();
  }
}

/** Gives a pipe or FIFO to the process's user, who may then re-open it (/dev/stdout). */
export function own(fd: Fd, owner: IoOwner): void {
  if (owner.uid !== 0 || owner.gid !== 0) libcOrThrow("fchown", fd.purpose, fd.number, owner.uid, owner.gid);
}
