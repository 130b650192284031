// Copied output: the process gets anonymous pipes, and what comes out of them is copied to the client's FIFOs, devices or
// files. For execs, for an init that may not hold the FIFO (confinement.ts), and for all that is no FIFO.
import type { ContainerStdio } from "../../oci/runc.ts";
import {
  closeAll,
  type Fd,
  O_APPEND,
  O_NOCTTY,
  O_NONBLOCK,
  O_WRONLY,
  openFd,
  openPipe,
  setPipeSize,
} from "../../sys/fd.ts";
import { openFileInfo } from "../../sys/file.ts";
import { OutputFifo, own, pipeBytes } from "./client-fifo.ts";
import type { CopiedInput } from "./copied-input.ts";
import { Copy, type CopyOptions } from "./copy.ts";
import { copyError } from "./errors.ts";
import { isFifo } from "./fifo-kind.ts";
import { FileWriter } from "./file-writer.ts";
import type { IoOwner, ProcessIo } from "./process-io.ts";
import type { Consumer } from "./sink.ts";

/** Where the copies of a process's output go. Made before the runtime runs, closed once. */
export interface OutputTargets {
  /** Undefined when the stream is not wanted. */
  readonly stdout: OutputTarget | undefined;
  readonly stderr: OutputTarget | undefined;
  close(): void;
}

export interface OutputTarget {
  readonly sink: Fd | Consumer;
  readonly options: CopyOptions;
  /** The copy has ended, nothing more will come. */
  ended(): void;
}

/** For the paths of the `fifo` scheme: FIFOs, and whatever else is there to be written. Throws with upstream's texts. */
export function openTargets(stdout: string, stderr: string): OutputTargets {
  const closers: (() => void)[] = [];
  const close = () => {
    for (const closer of closers) closer();
  };
  const open = (path: string): (() => OutputTarget) => {
    if (!isFifo(path)) {
      const file = openExisting(path);
      closers.push(() => file.close());
      // A device may take its time, and is waited for.
      if (openFileInfo(file).type !== "regular file") {
        return () => ({ sink: file, options: { mayStayBusy: true }, ended: () => {} });
      }
      const writer = new FileWriter(file);
      return () => ({ sink: { consume: (bytes) => writer.write(bytes) }, options: {}, ended: () => {} });
    }
    const fifo = new OutputFifo(path);
    closers.push(() => fifo.close());
    return () => {
      const sink = fifo.openForCopy();
      closers.push(() => sink.close());
      return { sink, options: { splice: true }, ended: () => fifo.copyEnded(sink) };
    };
  };
  try {
    const first = stdout === "" ? undefined : open(stdout);
    const second = stderr === "" ? undefined : stderr === stdout ? first : open(stderr);
    return { stdout: first?.(), stderr: second?.(), close };
  } catch (error) {
    close();
    throw copyError(error);
  }
}

function openExisting(path: string): Fd {
  try {
    // Non-blocking matters for a device without its other side; regular files don't know it.
    return openFd(path, O_WRONLY | O_APPEND | O_NONBLOCK | O_NOCTTY, path);
  } catch (error) {
    throw new Error(`containerd-shim: opening file ${JSON.stringify(path)} failed: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

export class PipeIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #stdin: CopiedInput | undefined;
  readonly #outputs: CopiedOutput[] = [];
  readonly #targets: OutputTargets;
  readonly #child: [Fd | undefined, Fd | undefined] = [undefined, undefined];

  /** Takes over `stdin` and `targets`, which are closed when this throws. */
  constructor(stdin: CopiedInput | undefined, targets: OutputTargets, owner: IoOwner) {
    this.#stdin = stdin;
    this.#targets = targets;
    try {
      for (const [index, target] of [targets.stdout, targets.stderr].entries()) {
        if (target === undefined) continue;
        const output = new CopiedOutput(index === 0 ? "stdout" : "stderr", target);
        this.#outputs.push(output);
        this.#child[index] = output.childEnd;
        own(output.childEnd, owner);
      }
    } catch (error) {
      this.close();
      throw error;
    }
  }

  get childStdio(): ContainerStdio {
    const [stdout, stderr] = this.#child;
    return [this.#stdin?.childEnd.number, stdout?.number, stderr?.number];
  }

  attach(): void {
    closeAll(this.#child);
    this.#stdin?.start();
    for (const output of this.#outputs) output.start();
  }

  closeStdin(): void {
    this.#stdin?.closeKeepAlive();
  }

  resize(): void {}

  /** Output ends when its last holder closes it, which may be a grandchild; Delete limits that (KF-061). */
  processEnded(): void {
    this.#stdin?.close();
    for (const { copy } of this.#outputs) copy.sourceOwnerEnded();
  }

  async drain(limitMs: number, othersMs?: number): Promise<void> {
    await Promise.all(this.#outputs.map(({ copy }) => copy.drained(limitMs, othersMs)));
  }

  close(): void {
    closeAll(this.#child);
    this.#stdin?.close();
    for (const output of this.#outputs) output.close();
    this.#targets.close();
  }
}

/** A pipe whose read end is copied to a target until the last writer is gone. */
class CopiedOutput {
  readonly childEnd: Fd;
  readonly copy: Copy;
  readonly #readEnd: Fd;
  readonly #target: OutputTarget;

  constructor(name: string, target: OutputTarget) {
    const { read, write } = openPipe(name);
    setPipeSize(read, pipeBytes);
    this.#readEnd = read;
    this.childEnd = write;
    this.#target = target;
    this.copy = new Copy(read, target.sink, target.options);
  }

  start(): void {
    this.copy.start(() => {
      this.#readEnd.close();
      this.#target.ended();
    });
  }

  close(): void {
    this.copy.stop();
    this.#readEnd.close();
  }
}
