// What `runts` can do, in one table: the command line, --help, the man page and the shells' completions are made from it.
import type { OptionSpec } from "../conformance/option.ts";

export interface ArgumentSpec {
  readonly name: string;
  readonly text: string;
  readonly isOptional?: boolean;
  /** What the shell offers. */
  readonly completes?: "containers" | readonly string[];
}

export type Options = Readonly<Record<string, unknown>>;

export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  /** Paragraphs. */
  readonly description: readonly string[];
  readonly arguments?: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** True unless said otherwise. */
  readonly needsRoot?: boolean;
  readonly examples: readonly (readonly [command: string, text: string])[];
  /** Resolves with the exit code. */
  readonly run: (
    args: readonly (string | undefined)[],
    options: Options,
    documents: () => Documents,
  ) => Promise<number>;
}

/** What is made of the table. */
export interface Documents {
  readonly manual: string;
  readonly completions: Readonly<Record<Shell, string>>;
}

export const shells = ["bash", "zsh", "fish"] as const;
export type Shell = (typeof shells)[number];

export const json: OptionSpec = { flags: "--json", text: "print JSON, for programs" };

export const namespaceOption: OptionSpec = {
  flags: "-n, --namespace <name>",
  text: "only shims of this containerd namespace (k8s.io, moby, default, …)",
};

export function positiveNumber(value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Error("want a number above 0");
  // A timer of the engine's has no more milliseconds.
  if (number > 2_000_000) throw new Error("want 2000000 at most");
  return number;
}
