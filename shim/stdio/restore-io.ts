// The stdio of one process, taken up where another image of this process has left it.
import type { Reaper } from "../../sys/reaper.ts";
import { NullIo, type ProcessIo } from "./process-io.ts";
import type { SavedIo } from "./saved.ts";

/** Of a logging binary, `reaper` waits for the end. */
export async function restoreIo(saved: SavedIo, reaper: Reaper): Promise<ProcessIo> {
  switch (saved.kind) {
    case "null":
      return new NullIo();
    case "direct": {
      const { FifoIo } = await import("./direct.ts");
      return FifoIo.restore(saved);
    }
    case "pipes": {
      const { PipeIo } = await import("./pipes.ts");
      return PipeIo.restore(saved);
    }
    case "logger": {
      const { LoggerIo } = await import("./logger-io.ts");
      return LoggerIo.restore(saved, reaper);
    }
    case "terminal": {
      const { TerminalIo } = await import("./terminal.ts");
      return TerminalIo.restore(saved, reaper);
    }
  }
}
