// Direct stdio: the process reads and writes the client's FIFOs itself and this program copies nothing (design.md 4).
//
// What keeps the promises that a copying shim makes:
// - Each FIFO is open here O_RDWR while the process lives: opening never blocks, a client that is away costs neither
//   SIGPIPE nor end of file, and nothing written is lost while nobody reads.
// - The process gets open file descriptions of its own (write-only, read-only), so what it does to their flags
//   concerns nobody else.
// - When the process is gone only a read end stays open here: the client gets EOF exactly when the last writer (a
//   grandchild may have inherited stdout) is gone, and that writer still gets no SIGPIPE when the client leaves. As long as
//   no client has the FIFO open, a write end stays too: a client's blocking open would wait for ever without one.
import type { ContainerStdio } from "../oci/runc.ts";
import type { Fd } from "../sys/fd.ts";
import { InputFifo, OutputFifo } from "./client-fifo.ts";
import { closeAll, type IoOwner, type ProcessIo, type StdioPaths } from "./stdio.ts";

export class FifoIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #stdin: InputFifo | undefined;
  readonly #outputs = new Map<string, OutputFifo>();
  readonly #child: [Fd | undefined, Fd | undefined, Fd | undefined] = [undefined, undefined, undefined];

  constructor(paths: StdioPaths, owner: IoOwner) {
    try {
      if (paths.stdin !== "") {
        this.#stdin = new InputFifo(paths.stdin);
        this.#child[0] = this.#stdin.openForProcess(owner);
      }
      for (const [index, path] of [paths.stdout, paths.stderr].entries()) {
        if (path === "") continue;
        let output = this.#outputs.get(path);
        if (output === undefined) {
          output = new OutputFifo(path);
          this.#outputs.set(path, output);
        }
        this.#child[index + 1] = output.openForProcess(owner);
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
  }

  closeStdin(): void {
    this.#stdin?.close();
  }

  resize(): void {}

  processEnded(): void {
    closeAll(this.#child);
    this.#stdin?.close();
    for (const output of this.#outputs.values()) output.writerEnded();
  }

  /** Nothing is on its way here: what the process wrote is in the kernel's buffer, where the client reads. */
  async drain(): Promise<void> {}

  close(): void {
    closeAll(this.#child);
    this.#stdin?.close();
    for (const output of this.#outputs.values()) output.close();
  }
}
