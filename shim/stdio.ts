// What a process's stdin, stdout and stderr are connected to. One object owns all descriptors of one process's stdio and
// closes them on every path (KF-045).
import type { ContainerStdio } from "../oci/runc.ts";
import type { Fd } from "../sys/fd.ts";

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
  /** Resolves when all output was handed on, or after `limitMs`. */
  drain(limitMs: number): Promise<void>;
  /** Closes everything; closing again does nothing. */
  close(): void | Promise<void>;
}

/** Host ids that own the process's pipes. */
export interface IoOwner {
  readonly uid: number;
  readonly gid: number;
}

export interface OpenIoOptions {
  readonly owner: IoOwner;
}

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
  if (paths.terminal) {
    const { TerminalIo } = await import("./console.ts");
    return new TerminalIo(paths);
  }
  if (paths.stdin === "" && paths.stdout === "" && paths.stderr === "") return new NullIo();
  const scheme = schemeOf(paths.stdout);
  switch (scheme) {
    case "fifo": {
      const { FifoIo } = await import("./fifo-io.ts");
      return new FifoIo(paths, options.owner);
    }
    default:
      throw new Error(`unknown STDIO scheme ${scheme}`);
  }
}

/** URI scheme of a stdio path; a bare path is a FIFO's. */
export function schemeOf(path: string): string {
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):\/\//.exec(path);
  return match?.[1] ?? "fifo";
}

/** Closes all of `descriptors` that are there. */
export function closeAll(descriptors: Iterable<Fd | undefined>): void {
  for (const fd of descriptors) fd?.close();
}
