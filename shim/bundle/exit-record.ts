// How init ended, kept in the bundle so that `delete` tells the truth when this shim is killed afterwards (KF-039).
import { readFileText, writeFileAtomically } from "../../sys/file.ts";
import type { Exit } from "../../sys/reaper.ts";
import { errorFields, log } from "../base/log.ts";
import * as layout from "./layout.ts";

/** A failure (a full disk) is logged: it only costs the truth after a second mishap. */
export function storeExit(bundle: string, exit: Exit): void {
  try {
    writeFileAtomically(layout.exit(bundle), JSON.stringify(exit), 0o600);
  } catch (error) {
    log("warning", "failed to record the exit", errorFields(error));
  }
}

/** Undefined when init had not ended, or nobody saw it. */
export function loadExit(bundle: string): Exit | undefined {
  try {
    const { status, at } = JSON.parse(readFileText(layout.exit(bundle))) as Exit;
    return { status, at: { seconds: at.seconds, nanos: at.nanos } };
  } catch {
    return undefined;
  }
}
