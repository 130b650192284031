// How bytes are copied.
import type { relay } from "../../sys/relay.ts";
import type { SinkOptions } from "./sink.ts";

export interface CopyOptions extends SinkOptions {
  /** Both ends are pipes or FIFOs: the kernel moves the bytes, none comes here. */
  readonly splice?: boolean;
  /**
   * When the sink's readers are gone: go on reading, so that a process does not stand still because nobody wants its
   * output (the default), or end, so that who writes to the source learns of it.
   */
  readonly whenUnread?: "drain" | "end";
  /** What is written is answered at once, such as a keystroke by its echo. */
  readonly isAnswered?: boolean;
  /** Moves what there is without us (sys/relay.ts) as long as nothing is out of the ordinary; for a sink that is a descriptor. */
  readonly relay?: typeof relay;
}
