// What the copies of a process's output need to know of where it goes.
import type { Fd } from "../../sys/fd.ts";
import type { CopyOptions } from "./copy-options.ts";
import type { SavedTargets } from "./saved.ts";
import type { Consumer } from "./sink.ts";

/** Where the copies of a process's output go. Made before the runtime runs, closed once. */
export interface OutputTargets {
  /** Undefined when the stream is not wanted. */
  readonly stdout: OutputTarget | undefined;
  readonly stderr: OutputTarget | undefined;
  /** Resolves when what the copies have handed over is where it belongs, or after `limitMs`. */
  drain?(limitMs: number): Promise<void>;
  /** What was handed over still arrives, whenever that may be. */
  close(): void;
  /** Throws NotQuiet while what was handed over is not where it belongs. */
  save(): SavedTargets;
}

export interface OutputTarget {
  readonly sink: Fd | Consumer;
  readonly options: CopyOptions;
  /** The copy has ended, nothing more will come. */
  ended(): void;
}
