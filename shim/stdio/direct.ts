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
import { NotQuiet } from "../../sys/saved.ts";
import { OutputFifo } from "./client-fifo.ts";
import { CopiedInput } from "./copied-input.ts";
import { copyError } from "./errors.ts";
import type { IoOwner, ProcessIo } from "./process-io.ts";
import type { SavedFifoIo } from "./saved.ts";

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

  private constructor(stdin: CopiedInput | undefined) {
    this.#stdin = stdin;
  }

  /** Takes over `stdin`, which is closed when this throws. */
  static open(stdin: CopiedInput | undefined, { stdout, stderr }: FifoPaths, owner: IoOwner): FifoIo {
    const io = new FifoIo(stdin);
    try {
      if (stdout !== "") io.#child[0] = io.#openOutput(stdout, owner);
      const [shared] = stderr === stdout ? io.#outputs : [];
      if (stderr !== "") io.#child[1] = io.#openOutput(stderr, owner, shared);
      return io;
    } catch (error) {
      io.close();
      throw error;
    }
  }

  save(): SavedFifoIo {
    if (this.#child.some((fd) => fd?.isOpen)) throw new NotQuiet("a process is being made");
    const [first, second] = this.#outputs;
    return {
      kind: "direct",
      stdin: this.#stdin?.save(),
      outputs: [...new Set(this.#outputs)].map((output) => output.save()),
      isShared: second !== undefined && first === second,
      ended: this.#ended,
    };
  }

  static restore(saved: SavedFifoIo): FifoIo {
    const io = new FifoIo(saved.stdin === undefined ? undefined : CopiedInput.restore(saved.stdin));
    for (const output of saved.outputs) io.#outputs.push(new OutputFifo(output.path, output));
    if (saved.isShared) io.#outputs.push(io.#outputs[0] as OutputFifo);
    io.#ended = saved.ended;
    return io;
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
