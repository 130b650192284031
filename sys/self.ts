// How this very program is started again.
import { isBun } from "./build.ts";
import { ownArguments } from "./environment.ts";
import { findExecutable } from "./path.ts";

/** Executable and leading arguments that run this program. */
export function selfCommand(): { file: string; args: string[] } {
  if (isBun) return { file: process.execPath, args: [] };
  const script = process.argv[1];
  return { file: process.execPath, args: [...process.execArgv, ...(script === undefined ? [] : [script])] };
}

/** Name that this program was called by, e.g. containerd-shim-runc-v2. */
export function programName(): string {
  const path = isBun ? process.argv0 : (process.argv[1] ?? process.argv0);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Whether `name` asks for the operator's command; the launcher asks the same (bin/launcher/request.c). */
export function isCommandName(name: string): boolean {
  return name === "runts" || name.startsWith("runts-");
}

/** The arguments behind the program's name. */
export function programArguments(): string[] {
  return ownArguments(process.argv.slice(2));
}

/** What is found now under the name that this program was called by; undefined when nothing is. */
export function installedProgram(): string | undefined {
  const name = process.argv0;
  if (name.startsWith("/")) return name;
  return name.includes("/") ? undefined : findExecutable(name);
}
