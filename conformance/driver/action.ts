// One run of a shim's executable that is to end: `start`, `delete`, `-info`, `-v`.

import { spawn } from "node:child_process";
import { once } from "node:events";

export interface ActionWords {
  readonly cwd: string;
  readonly stdin?: Uint8Array;
  /** Besides the driver's, and instead of it where both have one. */
  readonly environment?: Readonly<Record<string, string>>;
  /** How long it may take; for ever unless told. */
  readonly timeoutMs?: number;
}

export interface ActionResult {
  readonly exitCode: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Says what has not happened in time: the end of the process, or that of its output, which somebody else still holds. */
export class ActionTimeout extends Error {
  override readonly name = "ActionTimeout";
}

/**
 * Runs `command` to its end and until nobody holds its output. Throws ActionTimeout, and ends the process, when that takes
 * too long.
 */
export async function runAction(
  command: readonly string[],
  { cwd, stdin, environment = {}, timeoutMs }: ActionWords,
): Promise<ActionResult> {
  const [file = "", ...words] = command;
  const child = spawn(file, words, { cwd, env: { ...environment }, stdio: ["pipe", "pipe", "pipe"] });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on("error", () => {});
  child.stdin.end(stdin);
  let lateness: ActionTimeout | undefined;
  const timer =
    timeoutMs === undefined
      ? undefined
      : setTimeout(() => {
          const hasEnded = child.exitCode !== null || child.signalCode !== null;
          const what = hasEnded ? "has ended, and somebody still holds its stdout or stderr" : "has not ended";
          lateness = new ActionTimeout(`${words.at(-1)}: after ${timeoutMs / 1000} s it ${what}`);
          child.kill("SIGKILL");
          child.stdout.destroy();
          child.stderr.destroy();
        }, timeoutMs);
  try {
    const [exitCode] = (await once(child, "close")) as [number | null];
    if (lateness !== undefined) throw lateness;
    return { exitCode, stdout: Buffer.concat(stdout), stderr: Buffer.concat(stderr).toString() };
  } finally {
    clearTimeout(timer);
  }
}
