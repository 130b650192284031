// Which containers a pod has, on disk: when its shim is killed, containerd runs `delete` for the sandbox alone, which has to end
// them all. containerd may have removed their bundles by then, hence a directory for each in the sandbox's bundle, with what `delete`
// needs of a bundle to find a container: the runtime and its options.
import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";
import { listDirectory, makeDirectories, removeEmptyDirectory } from "../../sys/directory.ts";
import { exists, readFileBytes, removeFile, writeFileAtomically } from "../../sys/file.ts";
import { complaintAboutId } from "../base/ids.ts";
import * as layout from "../bundle/layout.ts";
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

/** When nothing is left of the container, or there never was one. Throws SysError. */
export function forgetMember(sandboxBundle: string, id: string): void {
  // Of a Create that was refused for it.
  if (complaintAboutId(id) !== undefined) return;
  const record = recordOf(sandboxBundle, id);
  for (const file of [layout.memberBundle, layout.options, layout.runtime]) removeFile(file(record));
  removeEmptyDirectory(record);
}

/** The pod's containers, each with its record, which serves as a bundle for `delete`. */
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
