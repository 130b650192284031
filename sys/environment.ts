// This process's environment and arguments as text that loses nothing (byte-text.ts). The engines' own texts have U+FFFD
// for what is no UTF-8.
import { textOfBytes } from "./byte-text.ts";
import { readFileBytes } from "./file.ts";

const replacement = "\ufffd";

/**
 * All variables that this process was started with, by the kernel's record: the launcher has kept from the engine what is meant for
 * others (bin/launcher/engine.c), and given it some of its own.
 */
export function ownEnvironment(): Record<string, string> {
  const given = kernelWords("environ").flatMap((word) => {
    const equals = word.indexOf("=", 1);
    return equals < 0 ? [] : [[word.slice(0, equals), word.slice(equals + 1)] as const];
  });
  // Of a name given twice the first is what getenv(3) finds.
  return Object.fromEntries(given.toReversed());
}

/** A variable as it is now: the engine's, unless that has lost something of the kernel's. */
export function ownVariable(name: string): string | undefined {
  const text = process.env[name];
  return text?.includes(replacement) === true ? ownEnvironment()[name] : text;
}

/** The variables as the kernel has them, `name=value`, doubles included. */
export function ownEnvironmentWords(): string[] {
  return kernelWords("environ");
}

/** The command line as the kernel has it. */
export function ownWords(): string[] {
  return kernelWords("cmdline");
}

/** The last `count` words of the command line, which the engine tells as `words`. */
export function ownArguments(words: readonly string[]): string[] {
  return words.some((word) => word.includes(replacement)) ? kernelWords("cmdline").slice(-words.length) : [...words];
}

function kernelWords(file: "environ" | "cmdline"): string[] {
  return textOfBytes(readFileBytes(`/proc/self/${file}`))
    .split("\0")
    .slice(0, -1);
}

/** What belongs to this process alone (KF-097): service readiness, socket activation, Go's switches, and ours. */
const privateVariables = /^(NOTIFY_SOCKET|LISTEN_(FDS|PID|FDNAMES)|GOMAXPROCS|GOGC|RUNTS_.*)$/;

let forChildren: Record<string, string> | undefined;

/** The environment of every program that is not this one: this process's without what is its own. */
export function childEnvironment(): Record<string, string> {
  const TTRPC_ADDRESS = ownVariable("TTRPC_ADDRESS");
  forChildren ??= Object.fromEntries(
    Object.entries({
      ...ownEnvironment(),
      // `start` may have been told another one.
      ...(TTRPC_ADDRESS === undefined ? {} : { TTRPC_ADDRESS }),
    }).filter(([name]) => !privateVariables.test(name)),
  );
  return forChildren;
}
