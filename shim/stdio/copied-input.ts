// The process's stdin: always a pipe, into which the client's FIFO or file is copied. The FIFO itself would not do: a
// process that opens /dev/stdin by its name waits for a writer then, who may have gone already.
import { errnoOf } from "../../sys/errno.ts";
import { closeAll, type Fd, O_NOCTTY, O_NONBLOCK, O_RDONLY, openFd, openPipe } from "../../sys/fd.ts";
import { type FileInfo, fileInfo } from "../../sys/file.ts";
import { InputFifo, own } from "./client-fifo.ts";
import { Copy } from "./copy.ts";
import { inputError } from "./errors.ts";
import type { IoOwner } from "./process-io.ts";

/** A full pipe stops the copy, and that the client. */
export class CopiedInput {
  /** The process's; closed by `start`. */
  readonly childEnd: Fd;
  readonly #fifo: InputFifo | undefined;
  readonly #ends: readonly Fd[];
  readonly #copy: Copy;

  /** Throws with upstream's texts; nothing stays open then. */
  constructor(path: string, owner: IoOwner) {
    const opened: { close(): void }[] = [];
    const keep = <T extends { close(): void }>(thing: T): T => {
      opened.push(thing);
      return thing;
    };
    try {
      const isFifo = infoOrThrow(path).type === "fifo";
      if (isFifo) this.#fifo = keep(openInputFifo(path));
      const source = keep(this.#fifo?.openForCopy() ?? openFd(path, O_RDONLY | O_NONBLOCK | O_NOCTTY, `stdin ${path}`));
      const { read, write } = openPipe("stdin");
      this.childEnd = keep(read);
      keep(write);
      own(read, owner);
      this.#ends = [source, write];
      this.#copy = new Copy(source, write, { splice: isFifo, whenUnread: "end" });
    } catch (error) {
      for (const thing of opened) thing.close();
      throw error;
    }
  }

  /** The process has its end. The copy ends at the client's end of file, or when nobody reads any more. */
  start(): void {
    this.childEnd.close();
    this.#copy.start(() => closeAll(this.#ends));
  }

  /** From now on the client's close is the end. */
  closeKeepAlive(): void {
    this.#fifo?.close();
  }

  close(): void {
    this.#copy.stop();
    this.#fifo?.close();
    closeAll([this.childEnd, ...this.#ends]);
  }
}

/** Throws with upstream's text. */
export function openInputFifo(path: string): InputFifo {
  try {
    return new InputFifo(path);
  } catch (error) {
    throw errnoOf(error) === "ENOENT" ? inputError(path, error, missing(path)) : inputError(path, error);
  }
}

function infoOrThrow(path: string): FileInfo {
  let info: FileInfo | undefined;
  try {
    info = fileInfo(path, { fromMemory: true });
  } catch (error) {
    throw inputError(path, error);
  }
  if (info === undefined) throw inputError(path, undefined, missing(path));
  return info;
}

function missing(path: string): string {
  return `stat ${path}: no such file or directory`;
}
