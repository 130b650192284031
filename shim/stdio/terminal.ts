// Terminals: the pty master comes from the runtime; the client's FIFOs, a logging binary or a file are copied to and from it.
import { ConsoleSocket } from "../../oci/console-socket.ts";
import type { ContainerStdio } from "../../oci/runc.ts";
import type { Fd } from "../../sys/fd.ts";
import { closeAll } from "../../sys/fd.ts";
import { setWindowSize } from "../../sys/pty.ts";
import { relay } from "../../sys/relay.ts";
import { wrapError } from "../base/errdefs.ts";
import type { InputFifo } from "./client-fifo.ts";
import { openInputFifo } from "./copied-input.ts";
import { Copy } from "./copy.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import type { OpenIoOptions, ProcessIo, StdioPaths } from "./process-io.ts";
import { openTargetsInTime } from "./targets.ts";
import { parseOutput } from "./uri.ts";

/** Where the output goes, and how its end is waited for. */
interface TerminalOutput {
  readonly target: OutputTarget | undefined;
  /** Only of a logging binary: as `Logger.read`. */
  read?(limitMs: number): Promise<void> | undefined;
  drain(limitMs: number): Promise<void>;
  close(limitMs: number): void | Promise<void>;
}

export class TerminalIo implements ProcessIo {
  readonly childStdio: ContainerStdio = [undefined, undefined, undefined];
  readonly #socket: ConsoleSocket;
  #socketOpen = true;
  #master: Fd | undefined;
  readonly #stdin: InputFifo | undefined;
  readonly #source: Fd | undefined;
  #input: Copy | undefined;
  readonly #output: TerminalOutput;
  #outputCopy: Copy | undefined;

  private constructor(socket: ConsoleSocket, stdin: InputFifo | undefined, output: TerminalOutput) {
    this.#socket = socket;
    this.#stdin = stdin;
    this.#output = output;
    this.#source = stdin?.openForCopy();
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
    const master = this.#master;
    const { target } = this.#output;
    // A device does not always tell when it takes more: only the program tries it again.
    const mayRelay = target?.options.mayStayBusy !== true;
    this.#outputCopy = new Copy(master, target?.sink, mayRelay ? { relay } : {});
    if (this.#source !== undefined) {
      this.#input = new Copy(this.#source, master, { isAnswered: true, relay });
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
    if (!this.#socketOpen) return;
    this.#socketOpen = false;
    this.#socket.close();
  }
}

async function openOutput(stdout: string, options: OpenIoOptions): Promise<TerminalOutput> {
  if (stdout === "") return { target: undefined, drain: async () => {}, close: () => {} };
  const uri = parseOutput(stdout);
  switch (uri.scheme) {
    case "fifo":
      return copyOnly(await openTargetsInTime(uri.path, "", options.deadlineMs));
    case "file": {
      const { openLogFileInTime } = await import("./log-file.ts");
      return copyOnly(await openLogFileInTime(uri, options.deadlineMs));
    }
    case "binary":
    case "binary-v2": {
      const { Logger } = await import("./logger.ts");
      const logger = await Logger.start(
        uri,
        options,
        "failed to start console copy: failed to start logging binary process",
      );
      // A terminal has no stderr of its own.
      logger.stderr.close();
      return {
        target: { sink: logger.stdout, options: {}, ended: () => logger.stdout.close() },
        read: (limitMs) => logger.read(limitMs),
        drain: (limitMs) => logger.drain(limitMs),
        close: (limitMs) => logger.close(limitMs),
      };
    }
    default:
      throw new Error(`unknown STDIO scheme ${uri.scheme}`);
  }
}

function copyOnly(targets: OutputTargets): TerminalOutput {
  return {
    target: targets.stdout,
    drain: async (limitMs) => {
      await targets.drain?.(limitMs);
    },
    close: () => targets.close(),
  };
}
