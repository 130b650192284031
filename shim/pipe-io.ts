// Copied stdio: the process gets anonymous pipes, and what goes through them is copied to and from the client's FIFOs or
// files. For what direct hand-over can't serve: confined processes (confinement.ts), files, devices.
import { constants, statSync } from "node:fs";
import type { ContainerStdio } from "../oci/runc.ts";
import { errnoOf, sysCall } from "../sys/errno.ts";
import { type Fd, openFd, openPipe, setPipeSize } from "../sys/fd.ts";
import { type InputFifo, OutputFifo, own, pipeBytes } from "./client-fifo.ts";
import { type Consumer, Copy, type CopyOptions } from "./copy.ts";
import { openInputFifo } from "./fifo-io.ts";
import { FileWriter } from "./file-writer.ts";
import { closeAll, copyError, type IoOwner, isFifo, type ProcessIo } from "./stdio.ts";

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
      const writer = new FileWriter(file);
      return () => ({ sink: { consume: (bytes) => writer.write(bytes) }, options: {}, ended: () => {} });
    }
    const fifo = new OutputFifo(path);
    closers.push(() => fifo.close());
    return () => {
      const sink = fifo.openForCopy();
      closers.push(() => sink.close());
      return {
        sink,
        options: { splice: true },
        ended: () => {
          sink.close();
          fifo.writerEnded();
        },
      };
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
    return openFd(path, constants.O_WRONLY | constants.O_APPEND | constants.O_NONBLOCK | constants.O_NOCTTY, path);
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
  readonly #child: (Fd | undefined)[] = [undefined, undefined, undefined];

  /** Takes over `targets`, which are closed when this throws. */
  constructor(stdin: string, targets: OutputTargets, owner: IoOwner) {
    this.#targets = targets;
    try {
      if (stdin !== "") {
        this.#stdin = new CopiedInput(stdin);
        this.#child[0] = this.#stdin.childEnd;
        own(this.#stdin.childEnd, owner);
      }
      for (const [index, target] of [targets.stdout, targets.stderr].entries()) {
        if (target === undefined) continue;
        const name = index === 0 ? "stdout" : "stderr";
        const output = new CopiedOutput(name, target);
        this.#outputs.push(output);
        this.#child[index + 1] = output.childEnd;
        own(output.childEnd, owner);
      }
    } catch (error) {
      this.close();
      throw error;
    }
  }

  get childStdio(): ContainerStdio {
    const [stdin, stdout, stderr] = this.#child;
    return [stdin?.number, stdout?.number, stderr?.number];
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
  }

  async drain(limitMs: number): Promise<void> {
    await Promise.all(this.#outputs.map((output) => output.copy.ended(limitMs)));
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

/** The client's stdin, FIFO or file, copied into a pipe. A full pipe stops the copy, and that the client. */
class CopiedInput {
  readonly childEnd: Fd;
  readonly #writeEnd: Fd;
  readonly #fifo: InputFifo | undefined;
  readonly #source: Fd;
  readonly #copy: Copy;

  constructor(path: string) {
    if (isFifoOrThrow(path)) {
      this.#fifo = openInputFifo(path);
      this.#source = this.#fifo.openForCopy();
    } else {
      this.#source = openFd(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY, `stdin ${path}`);
    }
    try {
      const { read, write } = openPipe("stdin");
      this.childEnd = read;
      this.#writeEnd = write;
    } catch (error) {
      this.#fifo?.close();
      this.#source.close();
      throw error;
    }
    const splice = this.#fifo !== undefined;
    this.#copy = new Copy(this.#source, this.#writeEnd, { splice, whenUnread: "end" });
  }

  /** At the client's end of file, or when nobody reads any more. */
  start(): void {
    this.#copy.start(() => closeAll([this.#writeEnd, this.#source]));
  }

  closeKeepAlive(): void {
    this.#fifo?.close();
  }

  close(): void {
    this.#copy.stop();
    this.#fifo?.close();
    closeAll([this.#writeEnd, this.#source]);
  }
}

/** Throws with upstream's text for a stdin that is not there. */
function isFifoOrThrow(path: string): boolean {
  try {
    return sysCall(() => statSync(path)).isFIFO();
  } catch (error) {
    const text = errnoOf(error) === undefined ? "" : (error as Error).message;
    throw new Error(`failed to open stdin fifo ${path}: ${text}`, { cause: error });
  }
}
