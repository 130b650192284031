// File systems that shims and containers write to: full ones, and those that let nothing be written.
import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import { formatBytes } from "../terminal.ts";
import { type Finding, note } from "./finding.ts";

const fullShare = 0.95;

export interface Place {
  readonly path: string;
  readonly what: string;
}

/** `access` is that of node:fs. */
export function checkDisks(
  places: readonly Place[],
  access: (path: string, mode: number) => void = accessSync,
): Finding[] {
  const seen = new Set<string>();
  return places.flatMap(({ path, what }) => {
    if (!existsSync(path)) return [];
    if (isReadOnly(path, access)) return [readOnly(path, what)];
    const { bsize, blocks, bavail, files, ffree, type } = statfsSync(path);
    const key = [type, blocks, bavail, files, ffree].join();
    if (seen.has(key)) return [];
    seen.add(key);
    const free = bavail * bsize;
    const isFull = blocks > 0 && bavail < blocks * (1 - fullShare);
    const lacksInodes = files > 0 && ffree < files * (1 - fullShare);
    if (!isFull && !lacksInodes) return [note("disk", `${path} (${what}): ${formatBytes(free)} free`)];
    const left = isFull ? `${formatBytes(free)} of ${formatBytes(blocks * bsize)}` : `${ffree} of ${files} inodes`;
    return [
      {
        check: "disk-full",
        level: "problem" as const,
        what: `${path} (${what}) is nearly full: ${left} left`,
        why: "containers can't be made, exits can't be written down for `delete`, logs lose lines",
        mend: `du -xh --max-depth=2 ${path} | sort -h | tail`,
      },
    ];
  });
}

/** access(2) says it to root as well. */
function isReadOnly(path: string, access: (path: string, mode: number) => void): boolean {
  try {
    access(path, constants.W_OK);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EROFS";
  }
}

function readOnly(path: string, what: string): Finding {
  return {
    check: "disk-read-only",
    level: "problem",
    what: `${path} (${what}) is read-only`,
    why: "what writes there fails: new containers, exits for `delete`, logs; the kernel makes a disk with errors so",
    mend: `journalctl -k | grep -i 'read-only\\|error'; then mount -o remount,rw "$(findmnt -nT ${path} -o TARGET)"`,
  };
}
