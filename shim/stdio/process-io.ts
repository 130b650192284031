// The stdio of one process, whichever kind it is of.
import type { ContainerStdio } from "../../oci/runc.ts";
import type { SavedIo } from "./saved.ts";

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
   * The process is gone. Resolves when the logging binary has read what it wrote, has ended, or after `limitMs`; undefined when
   * there is nothing to wait for.
   */
  outputRead?(limitMs: number): Promise<void> | undefined;
  /**
   * Resolves when all output was handed on, or after `limitMs`. Once what the ended process wrote was handed on, what others
   * go on writing is waited for no longer than `othersMs`.
   */
  drain(limitMs: number, othersMs?: number): Promise<void>;
  /**
   * Closes everything; closing again does nothing. Waits up to `limitMs` (default: not at all) for a logging binary to end;
   * one that does not is ended later.
   */
  close(limitMs?: number): void | Promise<void>;
  /** For another image of this process (restore-io.ts). Throws NotQuiet in the middle of something. */
  save(): SavedIo;
}

/** Host ids that own the process's pipes. */
export interface IoOwner {
  readonly uid: number;
  readonly gid: number;
}

export interface OpenIoOptions {
  readonly owner: IoOwner;
  /** Container id, or exec id: what a logging binary is told. */
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
  save(): SavedIo {
    return { kind: "null" };
  }
}
