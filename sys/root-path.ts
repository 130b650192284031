// Paths inside a root directory, as a process chrooted there would see them.
import { readlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { errnoOf, SysError } from "./errno.ts";

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
      current = dirname(current);
      continue;
    }
    const next = join(current, part);
    const link = readLink(join(root, next));
    if (link === undefined) {
      current = next;
      continue;
    }
    links += 1;
    if (links > maxLinks) throw new SysError("resolve", "ELOOP", path);
    if (link.startsWith("/")) current = "/";
    pending.push(...link.split("/").reverse());
  }
  return current === "/" ? root : join(root, current);
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch (error) {
    const errno = errnoOf(error);
    if (errno === "EINVAL" || errno === "ENOENT" || errno === "ENOTDIR") return undefined;
    throw error;
  }
}
