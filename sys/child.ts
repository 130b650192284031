// A child of our own, whoever has started it.

export interface SpawnOptions {
  /** Absolute, or looked up in the PATH of `env`. */
  readonly file: string;
  /** What the child sees as its own name; `file` unless told. */
  readonly argv0?: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** Descriptor numbers for 0, 1, 2, … of the child; undefined is /dev/null. */
  readonly stdio: readonly (number | undefined)[];
  /** A process group and session of its own. */
  readonly detached?: boolean;
}

/** How a child of ours ended. */
export type ChildExit = { readonly code: number } | { readonly signal: NodeJS.Signals };

export interface Child {
  readonly pid: number;
  /** Settles once, never rejects. */
  readonly exited: Promise<ChildExit>;
  kill(signal: NodeJS.Signals): void;
  /** The engine no longer stays alive for it. */
  unref(): void;
}
