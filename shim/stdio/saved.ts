// The stdio of a process as another image of this process takes it up (restore-io.ts). What each of them is, is said where it is made.
import type { SavedFd } from "../../sys/saved.ts";
import type { LogFormat, StreamName } from "./log-format.ts";

export type SavedIo = { readonly kind: "null" } | SavedFifoIo | SavedPipeIo | SavedLoggerIo | SavedTerminalIo;

export interface SavedProgress {
  readonly handedOn: number;
  readonly ownersEnd: number;
  readonly isCounted: boolean;
}

/** A copy; its ends are its owner's to save. */
export interface SavedCopy extends SavedProgress {
  readonly state: "idle" | "copying" | "finishing" | "ended";
  readonly splices: boolean;
  /** Base64: what the sink has not taken yet. */
  readonly pending: string | undefined;
  /** Nobody reads the sink any more. */
  readonly isSinkLost: boolean;
}

export interface SavedInput {
  readonly fifo: SavedInputFifo | undefined;
  readonly source: SavedFd | undefined;
  readonly write: SavedFd | undefined;
  readonly copy: SavedCopy;
}

export interface SavedInputFifo {
  readonly path: string;
  readonly keepAlive: SavedFd | undefined;
}

export interface SavedLoggerOutput {
  readonly readEnd: SavedFd | undefined;
  readonly writeEnd: SavedFd | undefined;
  /** What the logger no longer reads. */
  readonly drain: SavedCopy | undefined;
}

export interface SavedLogger {
  readonly pid: number;
  readonly exited: boolean;
  readonly closed: boolean;
  readonly outputs: readonly [SavedLoggerOutput, SavedLoggerOutput];
}

export interface SavedOutput {
  readonly readEnd: SavedFd | undefined;
  readonly copy: SavedCopy;
}

export interface SavedPipeIo {
  readonly kind: "pipes";
  readonly stdin: SavedInput | undefined;
  readonly targets: SavedTargets;
  /** Of the streams that are wanted. */
  readonly outputs: readonly SavedOutput[];
}

export interface SavedLoggerIo {
  readonly kind: "logger";
  readonly stdin: SavedInput | undefined;
  readonly logger: SavedLogger;
}

export type SavedTargets =
  | SavedPaths
  | (SavedFile & { readonly kind: "file" })
  | { readonly kind: "records"; readonly file: SavedRotatingFile; readonly stdout: string; readonly stderr: string };

/** FIFOs, devices and others, by their paths (targets.ts). */
export interface SavedPaths {
  readonly kind: "paths";
  readonly opened: readonly SavedOpened[];
  /** Which of `opened` a stream goes to. */
  readonly stdout: number | undefined;
  readonly stderr: number | undefined;
}

export type SavedOpened =
  | { readonly kind: "fifo"; readonly fifo: SavedOutputFifo; readonly sinks: readonly (SavedFd | null)[] }
  | { readonly kind: "device"; readonly device: SavedFd | undefined }
  | (SavedFile & { readonly kind: "file" });

/** A file and the writing to it. */
export interface SavedFile {
  readonly file: SavedFd | undefined;
  readonly droppedBytes: number;
}

export interface SavedRotatingFile extends SavedFile {
  readonly path: string;
  readonly format: LogFormat;
  /** Undefined: it is never rotated. */
  readonly maxBytes: number | undefined;
  readonly maxFiles: number;
  readonly size: number;
  /** Undefined: never. */
  readonly rotateAt: number | undefined;
  readonly midLine: readonly StreamName[];
}

export type SavedTerminalOutput =
  | { readonly kind: "none" }
  | { readonly kind: "targets"; readonly targets: SavedTargets }
  | { readonly kind: "logger"; readonly logger: SavedLogger };

export interface SavedTerminalIo {
  readonly kind: "terminal";
  readonly stdin: SavedInputFifo | undefined;
  readonly source: SavedFd | undefined;
  readonly master: SavedFd | undefined;
  readonly input: SavedCopy | undefined;
  readonly output: SavedTerminalOutput;
  readonly outputCopy: SavedCopy;
}

export interface SavedOutputFifo {
  readonly path: string;
  readonly hold: SavedFd | undefined;
  readonly holdWrites: boolean;
  readonly writeEnd: SavedFd | undefined;
  readonly writers: number;
}

export interface SavedFifoIo {
  readonly kind: "direct";
  readonly stdin: SavedInput | undefined;
  readonly outputs: readonly SavedOutputFifo[];
  /** Both streams are the same one. */
  readonly isShared: boolean;
  readonly ended: boolean;
}
