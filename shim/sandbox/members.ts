// Which containers a pod has, on disk: when its shim is killed, containerd runs `delete` for the sandbox alone, which has to end
// them all. A line in the sandbox's bundle for each container's bundle, and there a file that says so: the path may come again
// for somebody else's container.
import { bytesOfText, textOfBytes } from "../../sys/byte-text.ts";
import { O_APPEND, O_CREAT, O_WRONLY, openFd } from "../../sys/fd.ts";
import { exists, readFileBytes, writeFd, writeFileAtomically } from "../../sys/file.ts";
import * as layout from "../bundle/layout.ts";

/** NUL is in no path. */
const separator = "\0";

/** Before anything is made of the container. Throws SysError. */
export function recordMember(sandboxBundle: string, containerBundle: string): void {
  const path = layout.members(sandboxBundle);
  const fd = openFd(path, O_WRONLY | O_CREAT | O_APPEND, path);
  try {
    writeFd(fd.number, Buffer.concat([bytesOfText(containerBundle), Buffer.from(separator)]), path);
  } finally {
    fd.close();
  }
  writeFileAtomically(layout.pod(containerBundle), bytesOfText(sandboxBundle), 0o600);
}

/** Bundles of the pod's containers that are there still. */
export function membersOf(sandboxBundle: string): string[] {
  const path = layout.members(sandboxBundle);
  if (!exists(path)) return [];
  const bundles = textOfBytes(readFileBytes(path)).split(separator);
  return [...new Set(bundles)].filter((bundle) => bundle !== "" && isMember(bundle, sandboxBundle));
}

function isMember(bundle: string, sandboxBundle: string): boolean {
  try {
    return textOfBytes(readFileBytes(layout.pod(bundle))) === sandboxBundle;
  } catch {
    return false;
  }
}
