// A logging binary's program: how it is started, and says that it is ready.
import type { Child } from "../../sys/child.ts";
import { errnoText, SysError } from "../../sys/errno.ts";
import type { Fd } from "../../sys/fd.ts";
import { readNow } from "../../sys/nonblocking.ts";
import { watchReadiness } from "../../sys/readiness.ts";
import { spawnChild } from "../../sys/spawn.ts";
import { openPatience } from "./patience.ts";
import type { OpenIoOptions } from "./process-io.ts";
import type { StdioUri } from "./uri.ts";

export function startProgram(uri: StdioUri, options: OpenIoOptions, descriptors: readonly Fd[]): Promise<Child> {
  return spawnChild({
    file: uri.path,
    args: [...uri.parameters].flat(),
    env: { CONTAINER_ID: options.id, CONTAINER_NAMESPACE: options.namespace },
    cwd: ".",
    stdio: [undefined, undefined, undefined, ...descriptors.map((fd) => fd.number)],
  });
}

/** In the words of Go's os/exec. */
export function startFailure(error: unknown, path: string): string {
  return error instanceof SysError ? `fork/exec ${path}: ${errnoText(error.errno)}` : String(error);
}

/** One byte or, for the first version of the protocol, the end of the file. A program that takes too long is stuck (KF-070). */
export async function waitReady(ready: Fd, scheme: string, deadlineMs: number | undefined): Promise<void> {
  const limitMs = openPatience(deadlineMs);
  const answer = await new Promise<number | "late" | Error>((resolve) => {
    const timer = setTimeout(() => settle("late"), limitMs);
    const byte = Buffer.alloc(1);
    const look = () => {
      try {
        const count = readNow(ready, byte);
        if (typeof count === "number") settle(count);
      } catch (error) {
        settle(error as Error);
      }
    };
    const settle = (value: number | "late" | Error) => {
      clearTimeout(timer);
      unwatch();
      resolve(value);
    };
    const unwatch = watchReadiness(ready, look);
    look();
  });
  if (answer === "late") throw new Error(`logging binary did not call ready within ${Math.round(limitMs)} ms`);
  if (answer instanceof Error) throw new Error(`failed to read from logging binary: ${answer.message}`);
  if (answer === 0 && scheme === "binary-v2") {
    throw new Error("logging binary did not call ready (it may have crashed or exited prematurely)");
  }
}
