// Where a terminal's output goes.
import type { Reaper } from "../../sys/reaper.ts";
import type { Logger } from "./logger.ts";
import type { OutputTarget, OutputTargets } from "./output-targets.ts";
import type { OpenIoOptions } from "./process-io.ts";
import type { SavedTerminalOutput } from "./saved.ts";
import { openTargetsInTime } from "./targets.ts";
import { parseOutput } from "./uri.ts";

/** Where the output goes, and how its end is waited for. */
export interface TerminalOutput {
  readonly target: OutputTarget | undefined;
  /** Only of a logging binary: as `Logger.read`. */
  read?(limitMs: number): Promise<void> | undefined;
  drain(limitMs: number): Promise<void>;
  close(limitMs: number): void | Promise<void>;
  save(): SavedTerminalOutput;
}

export async function openOutput(stdout: string, options: OpenIoOptions): Promise<TerminalOutput> {
  if (stdout === "") return nowhere;
  const uri = parseOutput(stdout);
  switch (uri.scheme) {
    case "fifo":
      return copyOnly(await openTargetsInTime(uri.path, "", options.deadlineMs));
    case "file": {
      const { openLogFileInTime } = await import("./log-file.ts");
      return copyOnly(await openLogFileInTime(uri, options.deadlineMs));
    }
    case "binary":
    case "binary-v2": {
      const { Logger } = await import("./logger.ts");
      const logger = await Logger.start(
        uri,
        options,
        "failed to start console copy: failed to start logging binary process",
      );
      // A terminal has no stderr of its own.
      logger.stderr.close();
      return loggerOutput(logger);
    }
    default:
      throw new Error(`unknown STDIO scheme ${uri.scheme}`);
  }
}

export async function restoreOutput(saved: SavedTerminalOutput, reaper: Reaper): Promise<TerminalOutput> {
  switch (saved.kind) {
    case "none":
      return nowhere;
    case "targets": {
      const { restoreTargets } = await import("./restore-targets.ts");
      return copyOnly(await restoreTargets(saved.targets));
    }
    case "logger": {
      const { Logger } = await import("./logger.ts");
      return loggerOutput(Logger.restore(saved.logger, reaper));
    }
  }
}

const nowhere: TerminalOutput = {
  target: undefined,
  drain: async () => {},
  close: () => {},
  save: () => ({ kind: "none" }),
};

function loggerOutput(logger: Logger): TerminalOutput {
  return {
    target: { sink: logger.stdout, options: {}, ended: () => logger.stdout.close() },
    read: (limitMs) => logger.read(limitMs),
    drain: (limitMs) => logger.drain(limitMs),
    close: (limitMs) => logger.close(limitMs),
    save: () => ({ kind: "logger", logger: logger.save() }),
  };
}

function copyOnly(targets: OutputTargets): TerminalOutput {
  return {
    target: targets.stdout,
    drain: async (limitMs) => {
      await targets.drain?.(limitMs);
    },
    close: () => targets.close(),
    save: () => ({ kind: "targets", targets: targets.save() }),
  };
}
