// What a process's stdin, stdout and stderr are connected to. One object owns all descriptors of one process's stdio and
// closes them on every path (KF-045). Which kind it is, is decided here; docs/stdio.md explains the kinds.
import type { ContainerStdio } from "../oci/runc.ts";
import type { Fd } from "../sys/fd.ts";
import { fileInfo } from "../sys/file.ts";
import type { CopiedInput } from "./copied-input.ts";
import { wrapError } from "./errdefs.ts";
import { parseStdioUri, type StdioUri } from "./stdio-uri.ts";

/** Paths or URIs exactly as the client gave them; empty when not wanted. */
export interface StdioPaths {
  readonly stdin: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly terminal: boolean;
}

/** The stdio of one process, from before the runtime runs until Delete. */
export interface ProcessIo {
  /** Descriptors that the runtime gives to the process. */
  readonly childStdio: ContainerStdio;
  /** Where the runtime delivers the terminal. */
  readonly consoleSocket: string | undefined;
  /** The runtime has ended well: lets go of the process's own ends and starts copying where copying is needed. */
  attach(): void;
  /** The client will write no more; what it wrote still arrives. Repeating is fine, and so is coming early (KF-064). */
  closeStdin(): void;
  /** Throws for a size that can't be set; no terminal is no error. */
  resize(size: { rows: number; columns: number }): void;
  /** The process is gone; others may still hold its stdio. */
  processEnded(): void;
  /**
   * The process is gone. Resolves when the log program has read what it wrote, has ended, or after `limitMs`; undefined when
   * there is nothing to wait for.
   */
  outputRead?(limitMs: number): Promise<void> | undefined;
  /**
   * Resolves when all output was handed on, or after `limitMs`. Once what the ended process wrote was handed on, what others
   * go on writing is waited for no longer than `othersMs`.
   */
  drain(limitMs: number, othersMs?: number): Promise<void>;
  /**
   * Closes everything; closing again does nothing. Waits up to `limitMs` (default: not at all) for a log program to end;
   * one that does not is ended later.
   */
  close(limitMs?: number): void | Promise<void>;
}

/** Host ids that own the process's pipes. */
export interface IoOwner {
  readonly uid: number;
  readonly gid: number;
}

export interface OpenIoOptions {
  readonly owner: IoOwner;
  /** Container id, or exec id: what a log program is told. */
  readonly id: string;
  /** containerd namespace. */
  readonly namespace: string;
  /** The container's. */
  readonly bundle: string;
  /** Whether the process may be given the client's FIFO for its output (confinement.ts). */
  readonly mayHoldFifo: boolean;
  /** When the caller gives up, in terms of performance.now(). */
  readonly deadlineMs?: number | undefined;
}

/** Set in the daemon's environment to `copy`, no process gets a client's FIFO itself. */
export const stdioVariable = "RUNTS_STDIO";

/** /dev/null in all three places. */
export class NullIo implements ProcessIo {
  readonly childStdio: ContainerStdio = [undefined, undefined, undefined];
  readonly consoleSocket = undefined;
  attach(): void {}
  closeStdin(): void {}
  resize(): void {}
  processEnded(): void {}
  async drain(): Promise<void> {}
  close(): void {}
}

/** Opens what `paths` ask for. Throws Error with upstream's text; nothing stays open then. */
export async function openIo(paths: StdioPaths, options: OpenIoOptions): Promise<ProcessIo> {
  const stdin = pathOf(paths.stdin);
  if (paths.terminal) {
    const { TerminalIo } = await import("./console.ts");
    return TerminalIo.open({ ...paths, stdin }, options);
  }
  if (stdin === "" && paths.stdout === "" && paths.stderr === "") return new NullIo();
  const uri = parseOutput(paths.stdout);
  let input: CopiedInput | undefined;
  if (stdin !== "") {
    const copied = await import("./copied-input.ts");
    input = new copied.CopiedInput(stdin, options.owner);
  }
  try {
    return await openOutput(input, uri, paths.stderr, options);
  } catch (error) {
    input?.close();
    throw error;
  }
}

async function openOutput(
  input: CopiedInput | undefined,
  uri: StdioUri,
  stderrPath: string,
  options: OpenIoOptions,
): Promise<ProcessIo> {
  switch (uri.scheme) {
    case "fifo": {
      const [stdout, stderr] = [uri.path, pathOf(stderrPath)];
      const direct = options.mayHoldFifo && process.env[stdioVariable] !== "copy";
      if (direct && [stdout, stderr].every((path) => path === "" || isFifo(path))) {
        const { FifoIo } = await import("./fifo-io.ts");
        return new FifoIo(input, { stdout, stderr }, options.owner);
      }
      const { PipeIo, openTargets } = await import("./pipe-io.ts");
      return new PipeIo(input, openTargets(stdout, stderr), options.owner);
    }
    case "file": {
      const { PipeIo } = await import("./pipe-io.ts");
      const { openLogFile } = await import("./log-file.ts");
      return new PipeIo(input, openLogFile(uri), options.owner);
    }
    case "binary":
    case "binary-v2": {
      const { LoggerIo } = await import("./logger-io.ts");
      return LoggerIo.open(input, uri, options);
    }
    default:
      throw ioError(new Error(`unknown STDIO scheme ${uri.scheme}`));
  }
}

/** Throws with upstream's text when `stdout` is no URI. */
export function parseOutput(stdout: string): StdioUri {
  try {
    return parseStdioUri(stdout);
  } catch (error) {
    throw wrapError("unable to parse stdout uri", error);
  }
}

/** Of stdin and stderr, whose schemes are not looked at, as upstream. */
function pathOf(stream: string): string {
  return stream.startsWith("fifo://") ? parseStdioUri(stream).path : stream;
}

/** Upstream's context for what fails before the runtime runs; what fails after it there has a context of its own. */
export function ioError(error: unknown): Error {
  return wrapError("failed to create init process I/O", error);
}

/** Upstream's context for a stdout or stderr that can't be opened. */
export function copyError(error: unknown): Error {
  return wrapError("failed to start io pipe copy: unable to copy pipes", error);
}

/** Whether a client's FIFO is at `path`. Nothing at all is none; throws SysError for other failures. */
export function isFifo(path: string): boolean {
  try {
    return fileInfo(path)?.type === "fifo";
  } catch (error) {
    throw copyError(error);
  }
}

/** Closes all of `descriptors` that are there. */
export function closeAll(descriptors: Iterable<Fd | undefined>): void {
  for (const fd of descriptors) fd?.close();
}

const departing = new Set<Promise<void>>();

/** Something of a closed stdio that still has to end, and does so in bounded time. */
export function noteDeparting(end: Promise<void>): void {
  departing.add(end);
  end.then(
    () => departing.delete(end),
    () => departing.delete(end),
  );
}

/** Resolves when all log programs of closed stdio are gone: a shim that leaves earlier would leave them behind. */
export async function stdioGone(): Promise<void> {
  await Promise.allSettled(departing);
}
