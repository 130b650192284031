// Runs one command of a runtime to its end. It does not know the verbs' meaning.
import { type Fd, openMemoryFile } from "../sys/fd.ts";
import { libcOrThrow } from "../sys/ffi.ts";
import { openFileInfo } from "../sys/file.ts";
import type { ChildExit } from "../sys/spawn.ts";
import { spawnChild } from "../sys/spawn.ts";

export interface CommandOptions {
  readonly file: string;
  readonly args: readonly string[];
  /** The container's own 0, 1, 2. Without it: stdin is `input` or /dev/null, 1 and 2 are captured together. */
  readonly stdio?: readonly (number | undefined)[];
  readonly input?: Uint8Array;
  /** Added to the common environment for this command alone (KF-098). */
  readonly environment?: Readonly<Record<string, string>>;
  /** Ends the command with SIGKILL. */
  readonly signal?: AbortSignal | undefined;
}

export interface CommandResult {
  readonly exit: ChildExit;
  /** Last 64 KiB of what it printed; empty when it had the container's stdio. */
  readonly output: string;
  /** It was ended by `signal`. */
  readonly killed: boolean;
}

const maxOutputBytes = 64 * 1024;

// What belongs to this process alone (KF-097): service readiness, socket activation, the engines' and Go's own switches.
const privateVariables =
  /^(NOTIFY_SOCKET|LISTEN_(FDS|PID|FDNAMES)|GOMAXPROCS|GOGC|NODE_.*|BUN_.*|MIMALLOC_.*|RUNTS_.*)$/;

let environment: Record<string, string> | undefined;

/** The environment of every runtime command: this process's without what is its own. */
export function runtimeEnvironment(): Record<string, string> {
  environment ??= Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !privateVariables.test(entry[0]),
    ),
  );
  return environment;
}

/** Throws SysError (call `exec`) if the command can't be started; a failing command is a result, not an error. */
export async function runCommand(options: CommandOptions): Promise<CommandResult> {
  const captured = options.stdio === undefined ? openMemoryFile("runtime output") : undefined;
  const input = options.input === undefined ? undefined : memoryFileOf(options.input);
  try {
    const child = await spawnChild({
      file: options.file,
      args: options.args,
      env: { ...runtimeEnvironment(), ...options.environment },
      // The working directory of this process may be deleted (the first bundle of a group): never depend on it.
      cwd: "/",
      stdio: options.stdio ?? [input?.number, captured?.number, captured?.number],
    });
    let killed = false;
    const end = () => {
      killed = true;
      child.kill("SIGKILL");
    };
    if (options.signal?.aborted === true) end();
    else options.signal?.addEventListener("abort", end, { once: true });
    const exit = await child.exited;
    options.signal?.removeEventListener("abort", end);
    return { exit, output: captured === undefined ? "" : tail(captured), killed };
  } finally {
    captured?.close();
    input?.close();
  }
}

function memoryFileOf(bytes: Uint8Array): Fd {
  const file = openMemoryFile("runtime input");
  // The command shares the position, and begins to read at 0.
  if (bytes.length > 0) libcOrThrow("pwrite", file.purpose, file.number, bytes, bytes.length, 0);
  return file;
}

function tail(file: Fd): string {
  const { size } = openFileInfo(file);
  const from = Math.max(0, size - maxOutputBytes);
  const buffer = Buffer.alloc(size - from);
  const count = libcOrThrow("pread", file.purpose, file.number, buffer, buffer.length, from);
  return buffer.toString("utf8", 0, count);
}
