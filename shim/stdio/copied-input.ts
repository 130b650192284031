// The process's stdin: always a pipe, into which the client's FIFO or file is copied. The FIFO itself would not do: a
// process that opens /dev/stdin by its name waits for a writer then, who may have gone already.
import { errnoOf } from "../../sys/errno.ts";
import { closeAll, type Fd, O_NOCTTY, O_NONBLOCK, O_RDONLY, openFd, openPipe } from "../../sys/fd.ts";
import { type FileInfo, fileInfo } from "../../sys/file.ts";
import { NotQuiet, restoreFd, saveFd } from "../../sys/saved.ts";
import { own } from "./client-fifo.ts";
import { Copy } from "./copy.ts";
import { inputError } from "./errors.ts";
import { InputFifo } from "./input-fifo.ts";
import type { IoOwner } from "./process-io.ts";
import type { SavedInput } from "./saved.ts";

interface InputParts {
  readonly childEnd: Fd;
  readonly fifo: InputFifo | undefined;
  readonly ends: readonly Fd[];
  readonly copy: Copy;
}

/** A full pipe stops the copy, and that the client. */
export class CopiedInput {
  /** The process's; closed by `start`. */
  readonly childEnd: Fd;
  readonly #fifo: InputFifo | undefined;
  readonly #ends: readonly Fd[];
  readonly #copy: Copy;

  private constructor(parts: InputParts) {
    this.childEnd = parts.childEnd;
    this.#fifo = parts.fifo;
    this.#ends = parts.ends;
    this.#copy = parts.copy;
  }

  /** Throws with upstream's texts; nothing stays open then. */
  static open(path: string, owner: IoOwner): CopiedInput {
    const opened: { close(): void }[] = [];
    const keep = <T extends { close(): void }>(thing: T): T => {
      opened.push(thing);
      return thing;
    };
    try {
      const isFifo = infoOrThrow(path).type === "fifo";
      const fifo = isFifo ? keep(openInputFifo(path)) : undefined;
      const source = keep(fifo?.openForCopy() ?? openFd(path, O_RDONLY | O_NONBLOCK | O_NOCTTY, `stdin ${path}`));
      const { read, write } = openPipe("stdin");
      keep(read);
      keep(write);
      own(read, owner);
      const copy = new Copy(source, write, { splice: isFifo, whenUnread: "end" });
      return new CopiedInput({ childEnd: read, fifo, ends: [source, write], copy });
    } catch (error) {
      for (const thing of opened) thing.close();
      throw error;
    }
  }

  /** Throws NotQuiet before `start`. */
  save(): SavedInput {
    if (this.childEnd.isOpen) throw new NotQuiet("a process is being made");
    const [source, write] = this.#ends;
    return { fifo: this.#fifo?.save(), source: saveFd(source), write: saveFd(write), copy: this.#copy.save() };
  }

  /** As after `start`. */
  static restore({ fifo, source, write, copy }: SavedInput): CopiedInput {
    const ends = [restoreFd(source), restoreFd(write)] as const;
    const restored = new CopiedInput({
      childEnd: restoreFd(undefined),
      fifo: fifo === undefined ? undefined : InputFifo.restore(fifo),
      ends,
      copy: new Copy(...ends, { splice: fifo !== undefined, whenUnread: "end" }, copy),
    });
    restored.start();
    return restored;
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
