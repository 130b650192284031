// What a process's stdin, stdout and stderr are connected to. One object owns all descriptors of one process's stdio and
// closes them on every path (KF-045). Which kind it is, is decided here; docs/stdio.md explains the kinds.
import type { CopiedInput } from "./copied-input.ts";
import { copyError, inputError, ioError } from "./errors.ts";
import { isFifo } from "./fifo-kind.ts";
import { reach } from "./patience.ts";
import { NullIo, type OpenIoOptions, type ProcessIo, type StdioPaths } from "./process-io.ts";
import { parseOutput, parseStdioUri, type StdioUri } from "./uri.ts";

/** Set in containerd's environment to `copy`, no process gets a client's FIFO itself. */
export const stdioVariable = "RUNTS_STDIO";

/** Opens what `paths` ask for. Throws Error with upstream's text; nothing stays open then. */
export async function openIo(paths: StdioPaths, options: OpenIoOptions): Promise<ProcessIo> {
  const stdin = pathOf(paths.stdin);
  await reach([stdin], options.deadlineMs).catch((error: unknown) => {
    throw inputError(stdin, error);
  });
  if (paths.terminal) {
    const { TerminalIo } = await import("./terminal.ts");
    return TerminalIo.open({ ...paths, stdin }, options);
  }
  if (stdin === "" && paths.stdout === "" && paths.stderr === "") return new NullIo();
  const uri = parseOutput(paths.stdout);
  let input: CopiedInput | undefined;
  if (stdin !== "") {
    const copied = await import("./copied-input.ts");
    input = copied.CopiedInput.open(stdin, options.owner);
  }
  try {
    return await openOutput(input, uri, paths.stderr, options);
  } catch (error) {
    input?.close();
    throw error;
  }
}

async function openOutput(
  input: CopiedInput | undefined,
  uri: StdioUri,
  stderrPath: string,
  options: OpenIoOptions,
): Promise<ProcessIo> {
  switch (uri.scheme) {
    case "fifo": {
      const [stdout, stderr] = [uri.path, pathOf(stderrPath)];
      const { deadlineMs } = options;
      await reach([stdout, stderr], deadlineMs).catch((error: unknown) => {
        throw copyError(error);
      });
      const direct = options.mayHoldFifo && process.env[stdioVariable] !== "copy";
      if (direct && [stdout, stderr].every((path) => path === "" || isFifo(path))) {
        const { FifoIo } = await import("./direct.ts");
        return FifoIo.open(input, { stdout, stderr }, options.owner);
      }
      const { PipeIo } = await import("./pipes.ts");
      const { openTargetsInTime } = await import("./targets.ts");
      return PipeIo.open(input, await openTargetsInTime(stdout, stderr, deadlineMs), options.owner);
    }
    case "file": {
      const { PipeIo } = await import("./pipes.ts");
      const { openLogFileInTime } = await import("./log-file.ts");
      return PipeIo.open(input, await openLogFileInTime(uri, options.deadlineMs), options.owner);
    }
    case "binary":
    case "binary-v2": {
      const { LoggerIo } = await import("./logger-io.ts");
      return LoggerIo.open(input, uri, options);
    }
    default:
      throw ioError(new Error(`unknown STDIO scheme ${uri.scheme}`));
  }
}

/** Of stdin and stderr, whose schemes are not looked at, as upstream. */
function pathOf(stream: string): string {
  return stream.startsWith("fifo://") ? parseStdioUri(stream).path : stream;
}
