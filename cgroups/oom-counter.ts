// The kernel's count of processes killed for want of memory, compared with what was reported of it.
import { readText } from "./files.ts";

/** Value of the line `oom_kill N`; undefined when the file or the line is missing. */
export function readOomKills(file: string): number | undefined {
  const count = /^oom_kill (\d+)$/m.exec(readText(file) ?? "")?.[1];
  return count === undefined ? undefined : Number(count);
}

/** What a watch knows, for another image of this process. */
export interface SavedOomWatch {
  /** The count that was reported last. */
  readonly last: number;
  /** v2: see ScopeCounter. */
  readonly scope?: SavedScope;
}

export interface SavedScope {
  readonly descriptor: number;
  readonly outsideKills: number | undefined;
  readonly unread: boolean;
  /** How long ago the file changed, in milliseconds; undefined: it never did. */
  readonly changedAgoMs: number | undefined;
}

export interface OomWatch {
  /** One last look, calling back for an increase not yet reported; then forgets. Never waits; again is legal. */
  stop(): void;
  /** Undefined when nothing is watched. */
  save(): SavedOomWatch | undefined;
}

/** Where there is nothing to see. */
export const noWatch: OomWatch = { stop: () => {}, save: () => undefined };

/** Reports increases of a count, once each. */
export class OomCounter {
  readonly #read: () => number | undefined;
  readonly #onOom: (count: number) => void;
  #last: number;

  /** What was counted before now, or until `last`, is nobody's news. */
  constructor(read: () => number | undefined, onOom: (count: number) => void, last = read() ?? 0) {
    this.#read = read;
    this.#onOom = onOom;
    this.#last = last;
  }

  get last(): number {
    return this.#last;
  }

  /** Returns the increase; undefined when the count can't be read any more, as its cgroup is gone. */
  look(): number | undefined {
    const count = this.#read();
    if (count === undefined) return undefined;
    const increase = count - this.#last;
    this.#last = count;
    if (increase > 0) this.#onOom(increase);
    return increase;
  }
}
