// Which containers a pod has, on disk: when its shim is killed, containerd runs `delete` for the sandbox alone, which has to end
// them all. containerd may have removed their bundles by then, hence a directory for each in the sandbox's bundle, with what `delete`
// needs to know of a container: the runtime and its options, and which cgroups were to be made.
import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";
import { listDirectory, makeDirectories, removeEmptyDirectory } from "../../sys/directory.ts";
import { exists, readFileBytes, removeFile, writeFileAtomically } from "../../sys/file.ts";
import { complaintAboutId } from "../base/ids.ts";
import * as layout from "../bundle/layout.ts";
import { storeNewCgroups } from "../bundle/new-cgroups.ts";
import { type RuncOptions, storeOptions } from "../bundle/stored-options.ts";

export interface Member {
  readonly id: string;
  /** The container's own bundle. */
  readonly bundle: string;
}

const recordOf = (sandboxBundle: string, id: string) => `${layout.members(sandboxBundle)}/${id}`;

/** Before anything is made of the container. Throws SysError. */
export function recordMember(sandboxBundle: string, { id, bundle, options }: Member & { options: RuncOptions }): void {
  const record = recordOf(sandboxBundle, id);
  makeDirectories(record, 0o700);
  storeOptions(record, options);
  writeFileAtomically(layout.memberBundle(record), bytesOfText(bundle), 0o600);
}

/** What `delete` may clean up after a creation that was interrupted. Throws SysError. */
export function recordCgroups(sandboxBundle: string, id: string, directories: readonly string[]): void {
  storeNewCgroups(recordOf(sandboxBundle, id), directories);
}

/** When nothing is left of the container, or there never was one. Throws SysError. */
export function forgetMember(sandboxBundle: string, id: string): void {
  // Of a Create that was refused for it.
  if (complaintAboutId(id) !== undefined) return;
  const record = recordOf(sandboxBundle, id);
  for (const file of [layout.memberBundle, layout.newCgroups, layout.options, layout.runtime]) removeFile(file(record));
  removeEmptyDirectory(record);
}

/** The pod's containers, each with its record. */
export function membersOf(sandboxBundle: string): (Member & { readonly record: string })[] {
  const directory = layout.members(sandboxBundle);
  if (!exists(directory)) return [];
  return listDirectory(directory).flatMap(({ name: id }) => {
    const record = recordOf(sandboxBundle, id);
    const path = layout.memberBundle(record);
    return exists(path) ? [{ id, record, bundle: textOfBytes(readFileBytes(path)) }] : [];
  });
}

/** Removes what is known of all of them. Throws SysError. */
export function forgetMembers(sandboxBundle: string): void {
  for (const { id } of membersOf(sandboxBundle)) forgetMember(sandboxBundle, id);
  removeEmptyDirectory(layout.members(sandboxBundle));
}
