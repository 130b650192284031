// Programs of others that are asked something and answer at once, or never.
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { listProcesses, readProc } from "./proc.ts";

export type ProgramAnswer = SpawnSyncReturns<string> & { readonly isTimeout: boolean };

/**
 * Runs it, without stdin. After `timeoutMs`, or beyond a megabyte of output, it is ended with what it has started: it may be a script.
 * They are told by their environment, not by a process group of their own, which Ctrl-C would not reach.
 */
export function askProgram(
  file: string,
  words: readonly string[],
  { timeoutMs }: { timeoutMs: number },
): ProgramAnswer {
  const mark = randomUUID();
  const answer = spawnSync(file, words, {
    encoding: "utf8",
    timeout: timeoutMs,
    // One that ignores another signal would be waited for.
    killSignal: "SIGKILL",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, [markVariable]: mark },
  });
  const code = (answer.error as NodeJS.ErrnoException | undefined)?.code;
  const isTimeout = code === "ETIMEDOUT";
  if (isTimeout || code === "ENOBUFS") endMarked(mark);
  return { ...answer, isTimeout };
}

const markVariable = "RUNTS_ASKED";

function endMarked(mark: string): void {
  for (const { pid } of listProcesses()) {
    if (readProc(pid, "environ")?.includes(`${markVariable}=${mark}`) !== true) continue;
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended.
    }
  }
}
