// Paths inside a root directory, as a process chrooted there would see them.
import { errnoOf, SysError } from "./errno.ts";
import { readLink } from "./file.ts";
import { joinPath, parentOf } from "./path.ts";

const maxLinks = 255;

/**
 * `path` below `root` with every symbolic link resolved inside `root`; missing components are kept as they are.
 * Mirrors fs.RootPath, containerd continuity 0.4. Throws SysError (ELOOP) on a circle.
 */
export function resolveInRoot(root: string, path: string): string {
  const pending = path.split("/").reverse();
  let current = "/";
  let links = 0;
  for (let part = pending.pop(); part !== undefined; part = pending.pop()) {
    if (part === "" || part === ".") continue;
    if (part === "..") {
      current = parentOf(current);
      continue;
    }
    const next = joinPath(current, part);
    const link = linkAt(joinPath(root, next));
    if (link === undefined) {
      current = next;
      continue;
    }
    links += 1;
    if (links > maxLinks) throw new SysError("resolve", "ELOOP", path);
    if (link.startsWith("/")) current = "/";
    pending.push(...link.split("/").reverse());
  }
  return current === "/" ? root : joinPath(root, current);
}

function linkAt(path: string): string | undefined {
  try {
    return readLink(path);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EINVAL" || errno === "ENOENT" || errno === "ENOTDIR") return undefined;
    throw error;
  }
}
