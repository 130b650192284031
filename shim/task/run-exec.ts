// Runs `runc exec`, and learns the pid of what it has started.
import { readPidFile, removePidFile } from "../../oci/pid-file.ts";
import type { ProcessSpec } from "../../oci/request-objects.ts";
import type { Runtime } from "../../oci/runc.ts";
import { sleep } from "../../sys/clock.ts";
import { errnoOf } from "../../sys/errno.ts";
import { openMemoryFile } from "../../sys/fd.ts";
import { writeFd } from "../../sys/file.ts";
import type { Reaper } from "../../sys/reaper.ts";
import { describeRuntimeError, wrapError } from "../base/errdefs.ts";
import type { ProcessIo } from "../stdio/process-io.ts";
import type { Caller } from "./environment.ts";
import { SIGKILL, signalProcess } from "./signal.ts";

export interface ExecCommand {
  readonly containerId: string;
  readonly terminal: boolean;
  readonly spec: ProcessSpec;
  readonly runtime: Runtime;
  readonly io: ProcessIo;
  readonly pidFile: string;
}

/** Resolves with the pid; after a failure nothing runs. */
export async function runExec(command: ExecCommand, reaper: Reaper, caller: Caller): Promise<number> {
  const { containerId, terminal, spec, runtime, io, pidFile } = command;
  removePidFile(pidFile);
  // In memory rather than in a temporary directory: nothing to clean up, no full disk, no cleaner of /tmp (KF-102, KF-131).
  const processFile = openMemoryFile("process spec");
  try {
    writeFd(processFile.number, spec.withTerminal(terminal), processFile.purpose);
    const file = `/proc/${process.pid}/fd/${processFile.number}`;
    const options = { processFile: file, pidFile, consoleSocket: io.consoleSocket };
    await runtime.exec(containerId, options, io.childStdio, caller.signal);
  } catch (error) {
    await endHalfMade(command, reaper);
    throw describeRuntimeError(error, "OCI runtime exec failed");
  } finally {
    processFile.close();
  }
  return learnPid(pidFile);
}

const pidAttempts = 20;
const betweenAttemptsMs = 50;

/**
 * The runtime has done its work and the process runs: nobody would know of it, if one failure (no descriptor, say) were the end.
 * A file that is not there, or holds no pid, stays so.
 */
async function learnPid(pidFile: string): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return readPidFile(pidFile);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined || errno === "ENOENT" || attempt === pidAttempts) {
        throw wrapError("failed to retrieve OCI runtime exec pid", error);
      }
    }
    await sleep(betweenAttemptsMs);
  }
}

/** The runtime was ended before its work was done: what it has started would run without anybody's knowledge. */
async function endHalfMade({ containerId, runtime, pidFile }: ExecCommand, reaper: Reaper): Promise<void> {
  try {
    const [{ endStrays, isStray }, { detachCopies }] = await Promise.all([
      import("./stray.ts"),
      import("../../oci/remains.ts"),
    ]);
    // It may have been before the pid file: who is who is known when every other command has ended.
    reaper.whenFree(() => {
      endStrays(reaper);
      detachCopies(runtime.stateDirectory(containerId));
    });
    const pid = readPidFile(pidFile);
    if (isStray(pid, reaper)) signalProcess(pid, SIGKILL);
  } catch {
    // There is none, as usual.
  }
}
