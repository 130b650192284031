// Stdio of the `binary` schemes: the process writes into the logging binary's pipes, nothing is copied here.
import type { ContainerStdio } from "../../oci/runc.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { own } from "./client-fifo.ts";
import { CopiedInput } from "./copied-input.ts";
import { ioError } from "./errors.ts";
import { Logger } from "./logger.ts";
import type { OpenIoOptions, ProcessIo } from "./process-io.ts";
import type { SavedLoggerIo } from "./saved.ts";
import type { StdioUri } from "./uri.ts";

export class LoggerIo implements ProcessIo {
  readonly consoleSocket = undefined;
  readonly #logger: Logger;
  readonly #stdin: CopiedInput | undefined;

  private constructor(logger: Logger, stdin: CopiedInput | undefined) {
    this.#logger = logger;
    this.#stdin = stdin;
  }

  /**
   * Takes over `stdin` when it succeeds. Upstream gives the process no stdin here; a client that names one gets it. After a
   * failure no program is left.
   */
  static async open(stdin: CopiedInput | undefined, uri: StdioUri, options: OpenIoOptions): Promise<LoggerIo> {
    try {
      const logger = await Logger.start(uri, options, "failed to start binary process");
      try {
        own(logger.stdout, options.owner);
        own(logger.stderr, options.owner);
        return new LoggerIo(logger, stdin);
      } catch (error) {
        await logger.abandon();
        throw error;
      }
    } catch (error) {
      throw ioError(error);
    }
  }

  save(): SavedLoggerIo {
    return { kind: "logger", stdin: this.#stdin?.save(), logger: this.#logger.save() };
  }

  static restore({ stdin, logger }: SavedLoggerIo, reaper: Reaper): LoggerIo {
    return new LoggerIo(Logger.restore(logger, reaper), stdin === undefined ? undefined : CopiedInput.restore(stdin));
  }

  get childStdio(): ContainerStdio {
    return [this.#stdin?.childEnd.number, this.#logger.stdout.number, this.#logger.stderr.number];
  }

  attach(): void {
    this.#logger.closeWriteEnds();
    this.#stdin?.start();
  }

  closeStdin(): void {
    this.#stdin?.closeKeepAlive();
  }

  resize(): void {}

  processEnded(): void {
    this.#stdin?.close();
  }

  outputRead(limitMs: number): Promise<void> | undefined {
    return this.#logger.read(limitMs);
  }

  drain(limitMs: number): Promise<void> {
    return this.#logger.drain(limitMs);
  }

  close(limitMs = 0): Promise<void> {
    this.#stdin?.close();
    return this.#logger.close(limitMs);
  }
}
