// A logging binary (docs/contract/task-service.md 5.5): reads a process's stdout and stderr as its descriptors 3 and 4,
// and says on 5 that it is ready.

import { adoptChild, endedChild } from "../../sys/adopted-child.ts";
import type { Child } from "../../sys/child.ts";
import { sleep } from "../../sys/clock.ts";
import { closeAll, type Fd, openPipe } from "../../sys/fd.ts";
import { readableBytes } from "../../sys/nonblocking.ts";
import { pollNow } from "../../sys/poll.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { restoreFd, saveFd } from "../../sys/saved.ts";
import { log } from "../base/log.ts";
import { Copy } from "./copy.ts";
import { noteDeparting } from "./departing.ts";
import { startFailure, startProgram, waitReady } from "./logger-program.ts";
import type { OpenIoOptions } from "./process-io.ts";
import type { SavedCopy, SavedLogger, SavedLoggerOutput } from "./saved.ts";
import type { StdioUri } from "./uri.ts";

/** How long after SIGTERM comes SIGKILL. */
const termLimitMs = 12_000;
/** A logger that has read everything to its end usually leaves by itself: this long SIGTERM waits for it. */
const graceMs = 1000;
const lookMs = 20;

interface Output {
  /** Stays open here as long as the logger lives: its death must not be the process's by SIGPIPE. */
  readonly readEnd: Fd;
  readonly writeEnd: Fd;
}

export class Logger {
  readonly #child: Child;
  readonly #outputs: readonly [Output, Output];
  #exited = false;
  #closed = false;
  readonly #drains: Copy[] = [];

  private constructor(child: Child, outputs: readonly [Output, Output]) {
    this.#child = child;
    this.#outputs = outputs;
    child.unref();
  }

  save(): SavedLogger {
    const [out, err] = this.#outputs.map(({ readEnd, writeEnd }, index) => ({
      readEnd: saveFd(readEnd),
      writeEnd: saveFd(writeEnd),
      drain: this.#drains[index]?.save(),
    })) as [SavedLoggerOutput, SavedLoggerOutput];
    return { pid: this.#child.pid, exited: this.#exited, closed: this.#closed, outputs: [out, err] };
  }

  /** Its program is a child that another process image has made. */
  static restore({ pid, exited, closed, outputs }: SavedLogger, reaper: Reaper): Logger {
    const [out, err] = outputs.map(({ readEnd, writeEnd }) => ({
      readEnd: restoreFd(readEnd),
      writeEnd: restoreFd(writeEnd),
    })) as [Output, Output];
    const logger = new Logger(exited ? endedChild(pid) : adoptChild(pid, reaper), [out, err]);
    logger.#exited = exited;
    logger.#closed = closed;
    if (exited && !closed) logger.#drainOutputs(outputs.map(({ drain }) => drain));
    if (!exited) void logger.#watchExit();
    return logger;
  }

  /** Starts the program and waits until it is ready. Throws with upstream's texts, the program being gone then. */
  static async start(uri: StdioUri, options: OpenIoOptions, failure: string): Promise<Logger> {
    const outputs: Output[] = [];
    const others: Fd[] = [];
    let logger: Logger | undefined;
    try {
      for (const name of ["stdout", "stderr"]) {
        const { read, write } = openPipe(`${name} to logger`);
        outputs.push({ readEnd: read, writeEnd: write });
      }
      const [out, err] = outputs as [Output, Output];
      const ready = openPipe("logger's ready");
      others.push(ready.read, ready.write);
      const child = await startProgram(uri, options, [out.readEnd, err.readEnd, ready.write]).catch(
        (error: unknown) => {
          throw new Error(`${failure}: ${startFailure(error, uri.path)}`, { cause: error });
        },
      );
      // The program has its own descriptors of the same open files, whose flags are not ours to change.
      logger = new Logger(child, [out, err]);
      void logger.#watchExit();
      ready.write.close();
      await waitReady(ready.read, uri.scheme, options.deadlineMs);
      return logger;
    } catch (error) {
      if (logger !== undefined) await logger.abandon();
      else for (const { readEnd, writeEnd } of outputs) closeAll([readEnd, writeEnd]);
      throw error;
    } finally {
      closeAll(others);
    }
  }

  get stdout(): Fd {
    return this.#outputs[0].writeEnd;
  }

  get stderr(): Fd {
    return this.#outputs[1].writeEnd;
  }

  /** The logger sees the end of the output as soon as no other writer is left. */
  closeWriteEnds(): void {
    for (const { writeEnd } of this.#outputs) writeEnd.close();
  }

  async #watchExit(): Promise<void> {
    const exit = await this.#child.exited;
    this.#exited = true;
    if (this.#closed) return;
    // What follows is read here and dropped: the process neither stands still nor gets SIGPIPE.
    if (this.#outputs.some(({ readEnd }) => !allRead(readEnd))) {
      log("warning", "a logging binary ended before the output that it was to read", {
        pid: this.#child.pid,
        exit: "signal" in exit ? exit.signal : exit.code,
      });
    }
    this.#drainOutputs([]);
  }

  #drainOutputs(saved: readonly (SavedCopy | undefined)[]): void {
    this.#outputs.forEach(({ readEnd }, index) => {
      const drain = new Copy(readEnd, undefined, {}, saved[index]);
      this.#drains.push(drain);
      drain.start(() => readEnd.close());
    });
  }

  /** Resolves when the program has read all that is there, is gone, or after `limitMs`; undefined when that is so now. */
  read(limitMs: number): Promise<void> | undefined {
    return this.#hasRead ? undefined : this.#untilRead(limitMs);
  }

  get #hasRead(): boolean {
    if (this.#exited || this.#closed) return true;
    return this.#outputs.every(({ readEnd }) => !readEnd.isOpen || readableBytes(readEnd) === 0);
  }

  async #untilRead(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    let pauseMs = 1;
    do {
      await this.#exitWithin(pauseMs);
      pauseMs = Math.min(pauseMs * 2, lookMs);
    } while (!this.#hasRead && performance.now() < until);
  }

  /** Resolves when the program has ended, when it had the time to after it had read everything, or after `limitMs`. */
  async drain(limitMs: number): Promise<void> {
    const until = performance.now() + limitMs;
    const left = () => until - performance.now();
    while (!this.#exited && left() > 0 && !this.#outputs.every(({ readEnd }) => allRead(readEnd))) {
      await this.#exitWithin(Math.min(lookMs, left()));
    }
    if (!this.#exited && left() > 0) await this.#exitWithin(Math.min(graceMs, left()));
  }

  async #exitWithin(limitMs: number): Promise<void> {
    const timeout = new AbortController();
    const pause = sleep(Math.max(0, limitMs), timeout.signal);
    await Promise.race([this.#child.exited, pause]);
    timeout.abort();
  }

  /** Ends the program at once: nothing was written for it yet. */
  async abandon(): Promise<void> {
    this.#closed = true;
    for (const { readEnd, writeEnd } of this.#outputs) closeAll([readEnd, writeEnd]);
    this.#child.kill("SIGKILL");
    await this.#child.exited;
  }

  /** Ends the program: SIGTERM, later SIGKILL. Waits for it up to `limitMs`. */
  async close(limitMs: number): Promise<void> {
    if (!this.#closed) {
      this.#closed = true;
      for (const drain of this.#drains) drain.stop();
      for (const { readEnd, writeEnd } of this.#outputs) closeAll([readEnd, writeEnd]);
      if (!this.#exited) noteDeparting(this.#terminate());
    }
    if (!this.#exited && limitMs > 0) await this.#exitWithin(limitMs);
  }

  async #terminate(): Promise<void> {
    this.#child.kill("SIGTERM");
    await this.#exitWithin(termLimitMs);
    if (this.#exited) return;
    log("warning", "a logging binary did not end on SIGTERM", { pid: this.#child.pid });
    this.#child.kill("SIGKILL");
    await this.#child.exited;
  }
}

/** Nobody writes to this pipe any more, and nothing is left in it. */
function allRead(readEnd: Fd): boolean {
  if (!readEnd.isOpen) return true;
  const { readable, hangup } = pollNow(readEnd);
  return hangup && !readable;
}
