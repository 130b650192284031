// Direct stdio: the process reads and writes the client's FIFOs itself and this program copies nothing (docs/stdio.md).
//
// What keeps the promises that a copying shim makes:
// - Each FIFO is open here O_RDWR while the process lives: opening never blocks, a client that is away costs neither
//   SIGPIPE nor end of file, and nothing written is lost while nobody reads.
// - The process gets open file descriptions of its own (write-only, read-only), so what it does to their flags
//   concerns nobody else.
// - What happens after the process's end is OutputFifo's.
import type { ContainerStdio } from "../oci/runc.ts";
import { errnoOf } from "../sys/errno.ts";
import type { Fd } from "../sys/fd.ts";
import { InputFifo, OutputFifo } from "./client-fifo.ts";
import { closeAll, copyError, type IoOwner, type ProcessIo } from "./stdio.ts";

/** All of them FIFOs, or empty. */
export interface FifoPaths {
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
}

export class FifoIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #stdin: InputFifo | undefined;
  /** One for each stream, or the same for both. */
  readonly #outputs: OutputFifo[] = [];
  readonly #child: [Fd | undefined, Fd | undefined, Fd | undefined] = [undefined, undefined, undefined];
  #ended = false;

  constructor({ stdin, stdout, stderr }: FifoPaths, owner: IoOwner) {
    try {
      if (stdin !== "") {
        this.#stdin = openInputFifo(stdin);
        this.#child[0] = this.#stdin.openForProcess(owner);
      }
      if (stdout !== "") this.#child[1] = this.#openOutput(stdout, owner);
      const [shared] = stderr === stdout ? this.#outputs : [];
      if (stderr !== "") this.#child[2] = this.#openOutput(stderr, owner, shared);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #openOutput(path: string, owner: IoOwner, shared?: OutputFifo): Fd {
    try {
      const output = shared ?? new OutputFifo(path);
      this.#outputs.push(output);
      return output.openForProcess(owner);
    } catch (error) {
      throw copyError(error);
    }
  }

  get childStdio(): ContainerStdio {
    const [stdin, stdout, stderr] = this.#child;
    return [stdin?.number, stdout?.number, stderr?.number];
  }

  attach(): void {
    closeAll(this.#child);
  }

  closeStdin(): void {
    this.#stdin?.close();
  }

  resize(): void {}

  processEnded(): void {
    if (this.#ended) return;
    this.#ended = true;
    closeAll(this.#child);
    this.#stdin?.close();
    for (const output of this.#outputs) output.writerEnded();
  }

  /** Nothing is on its way here: what the process wrote is in the kernel's buffer, where the client reads. */
  async drain(): Promise<void> {}

  close(): void {
    this.#ended = true;
    closeAll(this.#child);
    this.#stdin?.close();
    for (const output of this.#outputs) output.close();
  }
}

/** Throws with upstream's text. */
export function openInputFifo(path: string): InputFifo {
  try {
    return new InputFifo(path);
  } catch (error) {
    const reason = errnoOf(error) === "ENOENT" ? `stat ${path}: no such file or directory` : (error as Error).message;
    throw new Error(`failed to open stdin fifo ${path}: ${reason}`, { cause: error });
  }
}
