// Runs one command of a runtime to its end. It does not know the verbs' meaning.

import type { Child, ChildExit, SpawnOptions } from "../sys/child.ts";
import { childEnvironment } from "../sys/environment.ts";
import { errnoOf } from "../sys/errno.ts";
import { closeAll, type Fd, openMemoryFile } from "../sys/fd.ts";
import { libcOrThrow } from "../sys/ffi.ts";
import { fileInfo, memoryFileOf, openFileInfo } from "../sys/file.ts";
import { takePrecedence } from "../sys/precedence.ts";
import { spawnChild } from "../sys/spawn.ts";
import { type Step, watched } from "../sys/steps.ts";

export interface CommandOptions {
  readonly file: string;
  readonly args: readonly string[];
  /** Where it runs; in `/` when that is gone. */
  readonly cwd: string;
  /** The container's own 0, 1, 2. Without it: stdin is `input` or /dev/null, 1 and 2 are captured together. */
  readonly stdio?: readonly (number | undefined)[];
  readonly input?: Uint8Array;
  /** Added to the common environment for this command alone (KF-098). */
  readonly environment?: Readonly<Record<string, string>>;
  /** What it prints on stdout is for a program: kept apart from what it says on stderr. */
  readonly answers?: boolean;
  /** Ends the command with SIGKILL. */
  readonly signal?: AbortSignal | undefined;
}

export interface CommandResult {
  readonly exit: ChildExit;
  /** Last 64 KiB of what it printed; empty when it had the container's stdio, or answered. */
  readonly output: string;
  /** What it printed on stdout, where it `answers`. */
  readonly answer: Buffer;
  /** It was ended by `signal`. */
  readonly killed: boolean;
}

export type CommandObserver = (words: readonly string[], result: CommandResult, elapsedMs: number) => void;

let observer: CommandObserver | undefined;

/** `observe` is told of each command that has ended. */
export function observeCommands(observe: CommandObserver): void {
  observer = observe;
}

const maxOutputBytes = 64 * 1024;
/** A million pids. */
const maxAnswerBytes = 8 * 1024 * 1024;

/** Commands at once from which on others would wait for a turn of ours. */
const manyCommands = 2;
let running = 0;

/** Until the returned function is called one more command runs. */
function countCommand(): () => void {
  running += 1;
  if (running === manyCommands) takePrecedence(true);
  return () => {
    running -= 1;
    if (running === manyCommands - 1) takePrecedence(false);
  };
}

/** Throws SysError (call `exec`) if the command can't be started; a failing command is a result, not an error. */
export async function runCommand(options: CommandOptions): Promise<CommandResult> {
  const runWatched = () =>
    watched(
      () => run(options),
      () => describe(options),
    );
  if (observer === undefined) return runWatched();
  const beganMs = performance.now();
  const result = await runWatched();
  observer([options.file, ...options.args], result, performance.now() - beganMs);
  return result;
}

const verbs =
  /^(create|start|exec|kill|delete|pause|resume|update|checkpoint|restore|ps|state|events|features|--version)$/;

/** Its arguments are paths, ids and flags: what a container is given as environment or arguments is in files. */
function describe({ file, args }: CommandOptions): Omit<Step<CommandResult>, "run"> {
  const verb = args.find((word) => verbs.test(word)) ?? "";
  return {
    name: `${file.slice(file.lastIndexOf("/") + 1)} ${verb}`.trimEnd(),
    attributes: { "process.executable.path": file, "process.command_line": [file, ...args].join(" ") },
    describe: ({ exit, killed }) => ({
      ...("code" in exit ? { "process.exit.code": exit.code } : { "runts.signal": String(exit.signal) }),
      ...(killed ? { "runts.killed": true } : {}),
    }),
  };
}

async function run(options: CommandOptions): Promise<CommandResult> {
  const opened: Fd[] = [];
  const ended = countCommand();
  const keep = (file: Fd): Fd => {
    opened.push(file);
    return file;
  };
  try {
    const captured = options.stdio === undefined ? keep(openMemoryFile("runtime output")) : undefined;
    const messages = options.answers === true ? keep(openMemoryFile("runtime messages")) : undefined;
    const input = options.input === undefined ? undefined : keep(memoryFileOf(options.input, "runtime input"));
    const child = await spawnWhereItCan({
      file: options.file,
      args: options.args,
      env: { ...childEnvironment(), ...options.environment },
      cwd: options.cwd,
      stdio: options.stdio ?? [input?.number, captured?.number, messages?.number ?? captured?.number],
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
    const isAnswer = options.answers === true && "code" in exit && exit.code === 0;
    return {
      exit,
      output: captured === undefined || isAnswer ? "" : tail(captured) + (messages === undefined ? "" : tail(messages)),
      answer: captured !== undefined && isAnswer ? lastBytes(captured, maxAnswerBytes) : Buffer.alloc(0),
      killed,
    };
  } finally {
    ended();
    closeAll(opened);
  }
}

function tail(file: Fd): string {
  return lastBytes(file, maxOutputBytes).toString("utf8");
}

function lastBytes(file: Fd, maxBytes: number): Buffer {
  const { size } = openFileInfo(file);
  const from = Math.max(0, size - maxBytes);
  if (size === 0) return Buffer.alloc(0);
  const buffer = Buffer.alloc(size - from);
  return buffer.subarray(0, libcOrThrow("pread", file.purpose, file.number, buffer, buffer.length, from));
}

/** A bundle can be removed under a container, and its processes are to be killed all the same. */
async function spawnWhereItCan(options: SpawnOptions): Promise<Child> {
  try {
    return await spawnChild(options);
  } catch (error) {
    if (options.cwd === "/" || !isMissing(error) || isDirectory(options.cwd)) throw error;
    return spawnChild({ ...options, cwd: "/" });
  }
}

function isMissing(error: unknown): boolean {
  const errno = errnoOf(error);
  return errno === "ENOENT" || errno === "ENOTDIR";
}

function isDirectory(path: string): boolean {
  try {
    return fileInfo(path)?.type === "directory";
  } catch {
    return false;
  }
}
