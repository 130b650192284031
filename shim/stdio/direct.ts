// Direct output: init writes into the client's FIFOs itself and this program copies nothing of it (docs/stdio.md). Who may is
// decided in confinement.ts.
//
// What keeps the promises that a copying shim makes:
// - Each FIFO is open here O_RDWR while the process lives: opening never blocks, a client that is away costs neither
//   SIGPIPE nor end of file, and nothing written is lost while nobody reads.
// - The process gets open file descriptions of its own (write-only), so what it does to their flags concerns nobody else.
// - What happens after the process's end is OutputFifo's.
import type { ContainerStdio } from "../../oci/runc.ts";
import type { Fd } from "../../sys/fd.ts";
import { closeAll } from "../../sys/fd.ts";
import { OutputFifo } from "./client-fifo.ts";
import type { CopiedInput } from "./copied-input.ts";
import { copyError } from "./errors.ts";
import type { IoOwner, ProcessIo } from "./process-io.ts";

/** FIFOs, or empty. */
export interface FifoPaths {
  readonly stdout: string;
  readonly stderr: string;
}

export class FifoIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #stdin: CopiedInput | undefined;
  /** One for each stream, or the same for both. */
  readonly #outputs: OutputFifo[] = [];
  readonly #child: [Fd | undefined, Fd | undefined] = [undefined, undefined];
  #ended = false;

  /** Takes over `stdin`, which is closed when this throws. */
  constructor(stdin: CopiedInput | undefined, { stdout, stderr }: FifoPaths, owner: IoOwner) {
    this.#stdin = stdin;
    try {
      if (stdout !== "") this.#child[0] = this.#openOutput(stdout, owner);
      const [shared] = stderr === stdout ? this.#outputs : [];
      if (stderr !== "") this.#child[1] = this.#openOutput(stderr, owner, shared);
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
    const [stdout, stderr] = this.#child;
    return [this.#stdin?.childEnd.number, stdout?.number, stderr?.number];
  }

  attach(): void {
    closeAll(this.#child);
    this.#stdin?.start();
  }

  closeStdin(): void {
    this.#stdin?.closeKeepAlive();
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
