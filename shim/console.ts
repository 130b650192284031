// Terminals: the pty master comes from the runtime; the client's FIFOs are copied to and from it.
import { ConsoleSocket } from "../oci/console-socket.ts";
import type { ContainerStdio } from "../oci/runc.ts";
import type { Fd } from "../sys/fd.ts";
import { setWindowSize } from "../sys/pty.ts";
import { InputFifo, OutputFifo } from "./client-fifo.ts";
import { Copy } from "./copy.ts";
import { wrapError } from "./errdefs.ts";
import { closeAll, type ProcessIo, type StdioPaths } from "./stdio.ts";

export class TerminalIo implements ProcessIo {
  readonly childStdio: ContainerStdio = [undefined, undefined, undefined];
  readonly #paths: StdioPaths;
  readonly #socket: ConsoleSocket;
  #socketOpen = true;
  #master: Fd | undefined;
  #stdin: InputFifo | undefined;
  #source: Fd | undefined;
  #input: Copy | undefined;
  #stdinClosed = false;
  #stdout: OutputFifo | undefined;
  #sink: Fd | undefined;
  #output: Copy | undefined;

  /** Throws when the console socket can't be made. */
  constructor(paths: StdioPaths) {
    this.#paths = paths;
    try {
      this.#socket = new ConsoleSocket();
    } catch (error) {
      throw wrapError("failed to create OCI runtime console socket", error);
    }
  }

  get consoleSocket(): string | undefined {
    return this.#socketOpen ? this.#socket.path : undefined;
  }

  attach(): void {
    try {
      this.#master = this.#socket.receiveMaster();
    } catch (error) {
      throw wrapError("failed to retrieve console master", error);
    } finally {
      this.#closeSocket();
    }
    try {
      this.#startCopying(this.#master);
    } catch (error) {
      throw wrapError("failed to start console copy", error);
    }
  }

  #startCopying(master: Fd): void {
    const { stdin, stdout } = this.#paths;
    if (stdin !== "") {
      this.#stdin = new InputFifo(stdin);
      this.#source = this.#stdin.openForCopy();
      if (this.#stdinClosed) this.#stdin.close();
      this.#input = new Copy(this.#source, master);
    }
    if (stdout !== "") {
      this.#stdout = new OutputFifo(stdout);
      this.#sink = this.#stdout.openForCopy();
    }
    this.#output = new Copy(master, this.#sink);
    this.#output.start(() => this.#outputEnded());
    this.#input?.start(() => this.#inputEnded());
  }

  /** All writers of stdin are gone, after CloseIO: the process gets a hang-up, as upstream does it. */
  #inputEnded(): void {
    this.#source?.close();
    this.#output?.finish();
  }

  /** Nothing more will come, or nothing more is wanted: only now may the master go, with what it buffers. */
  #outputEnded(): void {
    this.#input?.stop();
    this.#master?.close();
    this.#sink?.close();
    this.#stdout?.writerEnded();
  }

  closeStdin(): void {
    this.#stdinClosed = true;
    this.#stdin?.close();
  }

  resize(size: { rows: number; columns: number }): void {
    if (this.#master?.isOpen === true) setWindowSize(this.#master, size);
  }

  /** Slaves may still be open in descendants; what is buffered now goes out, then the client gets EOF. */
  processEnded(): void {
    this.#stdin?.close();
    this.#output?.finish();
  }

  async drain(limitMs: number): Promise<void> {
    await this.#output?.ended(limitMs);
  }

  close(): void {
    this.#closeSocket();
    this.#input?.stop();
    this.#output?.stop();
    closeAll([this.#source, this.#sink, this.#master]);
    this.#stdin?.close();
    this.#stdout?.close();
  }

  #closeSocket(): void {
    if (!this.#socketOpen) return;
    this.#socketOpen = false;
    this.#socket.close();
  }
}
