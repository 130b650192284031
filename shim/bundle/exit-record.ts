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

/** Undefined when init had not ended, or nobody saw it, or the record is damaged. */
export function loadExit(bundle: string): Exit | undefined {
  try {
    const { status, at } = JSON.parse(readFileText(layout.exit(bundle))) as Exit;
    const { seconds, nanos } = at;
    const isExit = isCount(status, 2 ** 32) && isCount(seconds, Number.MAX_SAFE_INTEGER) && isCount(nanos, 1e9);
    return isExit ? { status, at: { seconds, nanos } } : undefined;
  } catch {
    return undefined;
  }
}

/** JSON has numbers that are none of ours: `1e999` would never come to its end as bytes. */
function isCount(value: unknown, end: number): boolean {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) < end;
}
