// What an installation has done, kept below its prefix: what `uninstall` takes back, and `upgrade` does again.
import { existsSync, readFileSync } from "node:fs";
import { applyPatch } from "diff";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { readIfThere, replaceFile, sha256Of } from "./files.ts";
import type { Places } from "./places.ts";

export interface Wishes {
  readonly dropIn: boolean;
  readonly name: string;
  readonly cri: boolean;
  readonly docker: boolean;
  readonly config: string;
  readonly dockerConfig: string;
}

export interface LinkRecord {
  readonly path: string;
  readonly target: string;
}

export interface FileRecord {
  readonly path: string;
  readonly sha256: string;
}

export interface EditRecord {
  readonly path: string;
  /** The file as it was before the first edit; null where there was none. */
  readonly backup: string | null;
  /** Of what the last edit has made. */
  readonly sha256: string;
  /** Each edit as a unified diff, the oldest first: what is taken back where others have edited the file since. */
  readonly patches: readonly string[];
  /** Somebody else has edited it between two edits of ours: the backup is not what taking back leads to. */
  readonly isMixed: boolean;
}

export interface InstallRecord {
  readonly format: 1;
  readonly version: string;
  /** Of the version in use. */
  readonly directory: string;
  readonly wishes: Wishes;
  readonly links: readonly LinkRecord[];
  readonly files: readonly FileRecord[];
  readonly edits: readonly EditRecord[];
  /** Directories that were made, outermost first. */
  readonly directories: readonly string[];
}

/**
 * `edit` as far as it was carried out on a file that says `current`: one that was killed may have told the last change, and not have
 * made it; or have taken all of it back. Undefined where nothing of it is there.
 */
export function carriedOut(edit: EditRecord, current: string): EditRecord | undefined {
  if (sha256Of(current) === edit.sha256) return edit;
  if (edit.backup !== null && readIfThere(edit.backup)?.toString() === current) return undefined;
  const done = applyPatch(current, edit.patches.at(-1) ?? "", { fuzzFactor: 0 });
  if (done === false || sha256Of(done) !== edit.sha256) return edit;
  const patches = edit.patches.slice(0, -1);
  return patches.length === 0 ? undefined : { ...edit, patches, sha256: sha256Of(current) };
}

/** Undefined without an installation. Throws CommandError for a record that can't be read. */
export function loadRecord({ record }: Places): InstallRecord | undefined {
  if (!existsSync(record)) return undefined;
  try {
    const value = JSON.parse(readFileSync(record, "utf8")) as InstallRecord;
    if (value.format === 1) return value;
  } catch {
    // Nothing that can be trusted.
  }
  throw new CommandError(ExitCode.refused, `${record} is not understood: it is of a later version, or damaged`);
}

export function storeRecord({ record }: Places, value: InstallRecord): void {
  replaceFile(record, `${JSON.stringify(value, undefined, 2)}\n`, 0o600);
}
