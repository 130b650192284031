// What a runtime that was killed leaves in its own directory, and can't remove itself.
import { listDirectory } from "../sys/directory.ts";
import { errnoOf } from "../sys/errno.ts";
import { removeFile } from "../sys/file.ts";
import { detachMount } from "../sys/mount.ts";

/**
 * runc before 1.2 gives its init a read-only copy of itself: it mounts its program on `runc.XXXXXX` beside its state, opens that, and
 * detaches it. Killed in between it leaves a mount point, which no `runc delete` can remove: the directory stays, and with it
 * "container with given ID already exists". To be called when no process of this container is being made. `directory`: of its state.
 * Returns whether there was one; throws SysError.
 */
export function detachCopies(directory: string): boolean {
  const copies = namesIn(directory).filter((name) => /^runc\.\w{6}$/.test(name));
  for (const name of copies) {
    const path = `${directory}/${name}`;
    try {
      detachMount(path);
    } catch {
      // Not mounted yet, or not any more.
    }
    removeFile(path);
  }
  return copies.length > 0;
}

function namesIn(directory: string): string[] {
  try {
    return listDirectory(directory).map(({ name }) => name);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return [];
    throw error;
  }
}
