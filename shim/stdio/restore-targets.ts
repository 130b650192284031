// Where copied output goes, taken up where another process image has left it.
import { restoreFd } from "../../sys/saved.ts";
import type { OutputTargets } from "./output-targets.ts";
import type { SavedTargets } from "./saved.ts";

export async function restoreTargets(saved: SavedTargets): Promise<OutputTargets> {
  switch (saved.kind) {
    case "paths": {
      const { restorePaths } = await import("./targets.ts");
      return restorePaths(saved);
    }
    case "file": {
      const { fileTargets } = await import("./file-targets.ts");
      return fileTargets(restoreFd(saved.file), saved.droppedBytes);
    }
    case "records": {
      const { restoreRecords } = await import("./log-file.ts");
      return restoreRecords(saved);
    }
  }
}
