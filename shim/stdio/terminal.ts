// Terminals: the pty master comes from the runtime; the client's FIFOs, a logging binary or a file are copied to and from it.
import { ConsoleSocket } from "../../oci/console-socket.ts";
import type { ContainerStdio } from "../../oci/runc.ts";
import type { Fd } from "../../sys/fd.ts";
import { closeAll } from "../../sys/fd.ts";
import { setWindowSize } from "../../sys/pty.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { relay } from "../../sys/relay.ts";
import { NotQuiet, restoreFd, saveFd } from "../../sys/saved.ts";
import { wrapError } from "../base/errdefs.ts";
import { openInputFifo } from "./copied-input.ts";
import { Copy } from "./copy.ts";
import { InputFifo } from "./input-fifo.ts";
import type { OpenIoOptions, ProcessIo, StdioPaths } from "./process-io.ts";
import type { SavedTerminalIo } from "./saved.ts";
import { openOutput, restoreOutput, type TerminalOutput } from "./terminal-output.ts";

export class TerminalIo implements ProcessIo {
  readonly childStdio: ContainerStdio = [undefined, undefined, undefined];
  /** Until the terminal was received. */
  #socket: ConsoleSocket | undefined;
  #master: Fd | undefined;
  readonly #stdin: InputFifo | undefined;
  readonly #source: Fd | undefined;
  #input: Copy | undefined;
  readonly #output: TerminalOutput;
  #outputCopy: Copy | undefined;

  private constructor(
    socket: ConsoleSocket | undefined,
    stdin: InputFifo | undefined,
    output: TerminalOutput,
    source = stdin?.openForCopy(),
  ) {
    this.#socket = socket;
    this.#stdin = stdin;
    this.#output = output;
    this.#source = source;
  }

  /** Throws NotQuiet before `attach`. */
  save(): SavedTerminalIo {
    if (this.#outputCopy === undefined) throw new NotQuiet("a process is being made");
    return {
      kind: "terminal",
      stdin: this.#stdin?.save(),
      source: saveFd(this.#source),
      master: saveFd(this.#master),
      input: this.#input?.save(),
      output: this.#output.save(),
      outputCopy: this.#outputCopy.save(),
    };
  }

  static async restore(saved: SavedTerminalIo, reaper: Reaper): Promise<TerminalIo> {
    const stdin = saved.stdin === undefined ? undefined : InputFifo.restore(saved.stdin);
    const output = await restoreOutput(saved.output, reaper);
    const source = saved.input === undefined ? undefined : restoreFd(saved.source);
    const io = new TerminalIo(undefined, stdin, output, source);
    io.#copy(restoreFd(saved.master), saved);
    return io;
  }

  /** All but the terminal itself is there before the runtime runs. Throws with upstream's texts. */
  static async open(paths: StdioPaths, options: OpenIoOptions): Promise<TerminalIo> {
    let socket: ConsoleSocket;
    try {
      socket = new ConsoleSocket(options.bundle);
    } catch (error) {
      throw wrapError("failed to create OCI runtime console socket", error);
    }
    let stdin: InputFifo | undefined;
    let output: TerminalOutput | undefined;
    try {
      stdin = paths.stdin === "" ? undefined : openInputFifo(paths.stdin);
      output = await openOutput(paths.stdout, options);
      return new TerminalIo(socket, stdin, output);
    } catch (error) {
      socket.close();
      stdin?.close();
      await output?.close(0);
      throw error;
    }
  }

  get consoleSocket(): string | undefined {
    return this.#socket?.path;
  }

  attach(): void {
    if (this.#socket === undefined) throw new Error("there is a terminal already");
    let master: Fd;
    try {
      master = this.#socket.receiveMaster();
    } catch (error) {
      throw wrapError("failed to retrieve console master", error);
    } finally {
      this.#closeSocket();
    }
    this.#copy(master);
  }

  #copy(master: Fd, saved?: SavedTerminalIo): void {
    this.#master = master;
    const { target } = this.#output;
    // A device does not always tell when it takes more: only the program tries it again.
    const mayRelay = target?.options.mayStayBusy !== true;
    this.#outputCopy = new Copy(master, target?.sink, mayRelay ? { relay } : {}, saved?.outputCopy);
    if (this.#source !== undefined) {
      this.#input = new Copy(this.#source, master, { isAnswered: true, relay }, saved?.input);
    }
    this.#outputCopy.start(() => this.#outputEnded());
    this.#input?.start(() => this.#inputEnded());
  }

  /** All writers of stdin are gone, after CloseIO: the process gets a hang-up, as upstream does it. */
  #inputEnded(): void {
    this.#source?.close();
    this.#outputCopy?.finish();
  }

  /** Nothing more will come, or nothing more is wanted: only now may the master go, with what it buffers. */
  #outputEnded(): void {
    this.#input?.stop();
    this.#master?.close();
    this.#output.target?.ended();
  }

  closeStdin(): void {
    this.#stdin?.close();
  }

  resize(size: { rows: number; columns: number }): void {
    if (this.#master?.isOpen === true) setWindowSize(this.#master, size);
  }

  /** Slaves may still be open in descendants; what is buffered now goes out, then the client gets EOF. */
  processEnded(): void {
    this.#stdin?.close();
    this.#outputCopy?.finish();
  }

  outputRead(limitMs: number): Promise<void> | undefined {
    return this.#output.read === undefined ? undefined : this.#copiedAndRead(limitMs);
  }

  async #copiedAndRead(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    this.processEnded();
    await this.#outputCopy?.ended(limitMs);
    await this.#output.read?.(Math.max(0, until - performance.now()));
  }

  async drain(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    await this.#outputCopy?.ended(limitMs);
    await this.#output.drain(Math.max(0, until - performance.now()));
  }

  async close(limitMs = 0): Promise<void> {
    this.#closeSocket();
    this.#input?.stop();
    this.#outputCopy?.stop();
    closeAll([this.#source, this.#master]);
    this.#stdin?.close();
    await this.#output.close(limitMs);
  }

  #closeSocket(): void {
    this.#socket?.close();
    this.#socket = undefined;
  }
}
