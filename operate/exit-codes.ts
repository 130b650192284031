// Exit codes of `runts`, for scripts; the man page lists them.
export const ExitCode = {
  done: 0,
  failed: 1,
  usage: 2,
  notFound: 3,
  problems: 4,
  refused: 5,
} as const;

export const exitCodeTexts: readonly (readonly [code: number, text: string])[] = [
  [ExitCode.done, "done; for doctor, nothing to mend"],
  [ExitCode.failed, "it failed, for the reason that is on stderr; for conform, a row did"],
  [ExitCode.usage, "the command line is wrong"],
  [ExitCode.notFound, "no such container, shim or installation"],
  [ExitCode.problems, "doctor has found something to mend"],
  [
    ExitCode.refused,
    "nothing was changed: a file is not understood, or belongs to somebody else, or the answer was no",
  ],
];

/** An end with an exit code of its own and a line for stderr. */
export class CommandError extends Error {
  override readonly name = "CommandError";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
