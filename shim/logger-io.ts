// Stdio of the `binary` schemes: the process writes into the log program's pipes, nothing is copied here.
import type { ContainerStdio } from "../oci/runc.ts";
import type { Fd } from "../sys/fd.ts";
import { type InputFifo, own } from "./client-fifo.ts";
import { openInputFifo } from "./fifo-io.ts";
import { Logger } from "./logger.ts";
import { ioError, type OpenIoOptions, type ProcessIo } from "./stdio.ts";
import type { StdioUri } from "./stdio-uri.ts";

export class LoggerIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #logger: Logger;
  readonly #stdin: InputFifo | undefined;
  readonly #childStdin: Fd | undefined;

  private constructor(logger: Logger, stdin: InputFifo | undefined, childStdin: Fd | undefined) {
    this.#logger = logger;
    this.#stdin = stdin;
    this.#childStdin = childStdin;
  }

  /** Upstream gives the process no stdin here; a client that names one gets it. */
  static async open(stdin: string, uri: StdioUri, options: OpenIoOptions): Promise<LoggerIo> {
    const input = stdin === "" ? undefined : openInputFifo(stdin);
    let childStdin: Fd | undefined;
    try {
      childStdin = input?.openForProcess(options.owner);
      const logger = await Logger.start(uri, options, "failed to start binary process");
      own(logger.stdout, options.owner);
      own(logger.stderr, options.owner);
      return new LoggerIo(logger, input, childStdin);
    } catch (error) {
      childStdin?.close();
      input?.close();
      throw ioError(error);
    }
  }

  get childStdio(): ContainerStdio {
    return [this.#childStdin?.number, this.#logger.stdout.number, this.#logger.stderr.number];
  }

  attach(): void {
    this.#logger.closeWriteEnds();
    this.#childStdin?.close();
  }

  closeStdin(): void {
    this.#stdin?.close();
  }

  resize(): void {}

  processEnded(): void {
    this.#stdin?.close();
  }

  drain(limitMs: number): Promise<void> {
    return this.#logger.drain(limitMs);
  }

  close(limitMs = 0): Promise<void> {
    this.#childStdin?.close();
    this.#stdin?.close();
    return this.#logger.close(limitMs);
  }
}
