// One at a time: two that install below one prefix would each write down what it did itself, and nobody could take back the other's.
import { closeSync, fstatSync, openSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { tryFlock } from "../../sys/file-lock.ts";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { sha256Of } from "./files.ts";

/** Where root alone makes files. */
const directory = "/run";

/** Runs `work` while nobody else does below `prefix`. Rejects with CommandError where somebody does. */
export async function withLock<T>(prefix: string, work: () => Promise<T>): Promise<T> {
  const path = join(directory, `.runts-install-${sha256Of(resolve(prefix)).slice(0, 16)}`);
  // Whoever can open a file can lock it.
  const file = openSync(path, "a", 0o600);
  try {
    // The one before has removed what we have opened, or is about to.
    if (!tryFlock(file) || statSync(path, { throwIfNoEntry: false })?.ino !== fstatSync(file).ino) {
      throw new CommandError(
        ExitCode.refused,
        `another runts is at work below ${prefix}: call this again when it has ended`,
      );
    }
    try {
      return await work();
    } finally {
      rmSync(path);
    }
  } finally {
    closeSync(file);
  }
}
