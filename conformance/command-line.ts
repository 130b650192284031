// The kit's command line, in one table: `scripts/conformance` and `runts conform` are both made from it. Light: the rows are loaded
// when they are played.

import { accessSync, constants, existsSync, statSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { type Dialect, dialects, type RuntimeName, runtimeNames } from "./driver/driver-options.ts";
import type { OptionSpec } from "./option.ts";

export interface Flags {
  readonly shim?: string;
  readonly against?: string;
  readonly runtime?: RuntimeName;
  readonly filter?: string;
  readonly quick?: boolean;
  readonly dialect?: Dialect;
  /** Seconds. */
  readonly patience?: number;
  readonly json?: string;
  readonly list?: boolean;
}

export const usageStatus = 2;

/** An executable's absolute path, given as a path or as a name in PATH. */
export function executable(text: string): string {
  const isPath = text.includes("/");
  const directories = isPath ? [""] : (process.env.PATH ?? "").split(delimiter);
  const candidates = directories.map((directory) => (isPath ? resolve(text) : resolve(join(directory, text))));
  const found = candidates.find(isExecutable);
  if (found !== undefined) return found;
  const [path = text] = candidates;
  if (!isPath) throw new Error("no such executable in PATH; a path has a slash in it");
  if (!existsSync(path)) throw new Error("there is no such file");
  throw new Error(statSync(path).isDirectory() ? "that is a directory" : "that file is not executable");
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 600)) throw new Error("want a number of seconds, 600 at most");
  return value;
}

function newFile(text: string): string {
  const path = resolve(text);
  if (!existsSync(dirname(path))) throw new Error("there is no such directory");
  if (existsSync(path) && statSync(path).isDirectory()) throw new Error("that is a directory");
  return path;
}

function oneOf(names: readonly string[]): (text: string) => string {
  return (text) => {
    if (!names.includes(text)) throw new Error(`want ${names.join(" or ")}`);
    return text;
  };
}

/** `own`: which shim it is when none is named. */
export const flagSpecs = (own: string): readonly OptionSpec[] => [
  { flags: "--shim <path>", text: `the shim's executable (${own})`, parse: executable },
  { flags: "--against <path>", text: "another one, to list every difference to", parse: executable },
  {
    flags: "--runtime <name>",
    text: `the OCI runtime, ${runtimeNames.join(" or ")} (${runtimeNames[0]})`,
    parse: oneOf(runtimeNames),
  },
  { flags: "--filter <text>", text: "only rows whose subject or name has this text in it" },
  { flags: "--quick", text: "without the rows that take long" },
  {
    flags: "--dialect <name>",
    text: "how start is run where the row is about something else: legacy, as containerd up to 2.2, or bootstrap, since 2.3 (legacy)",
    parse: oneOf(dialects),
  },
  {
    flags: "--patience <seconds>",
    text: "how long a call may take before it counts as not answered (10)",
    parse: seconds,
  },
  { flags: "--json <file>", text: "writes all that was seen", parse: newFile },
  { flags: "--list", text: "prints the rows and where each is written, and runs none" },
];

export const summary = "play containerd towards a shim, and say where it keeps to the contract";

/** Paragraphs. */
export const description = [
  "Plays what containerd does towards any Shim v2 binary, without a daemon, in some three hundred rows; a row that fails says what was wanted and what came.",
  "It needs root, a static busybox and the runtime. It makes containers of its own, below TMPDIR, in a namespace and in cgroups of its own, ends every process of theirs and removes all of it in the end, also when it is interrupted. It asks no containerd anything and touches no other container or shim. But it loads the machine for some minutes, and starts as root what --shim names: not on a node whose containers need all of its processors.",
];

export const statusText =
  "Exit status: 0 all rows pass, or fail as they are known to; 1 one fails, was not run, or differs from the other shim; 2 the command line is wrong, or something is missing that it needs; 129, 130, 143 it was interrupted by SIGHUP, SIGINT, SIGTERM.";

/** `name`: the command's. */
export const examples = (name: string): readonly (readonly [line: string, text: string])[] => [
  [`${name} --shim /usr/bin/containerd-shim-runc-v2`, "containerd's own shim"],
  [`${name} --shim ./my-shim --runtime crun --filter terminal`, "some rows of another"],
  [`${name} --against /usr/bin/containerd-shim-runc-v2 --json report.json`, "runts, and how it differs"],
];
