// File systems that shims and containers write to: full ones, and those that let nothing be executed.
import { existsSync, statfsSync } from "node:fs";
import { formatBytes } from "../terminal.ts";
import { type Finding, note } from "./finding.ts";

const fullShare = 0.95;

export interface Place {
  readonly path: string;
  readonly what: string;
}

export function checkDisks(places: readonly Place[]): Finding[] {
  const seen = new Set<string>();
  return places.flatMap(({ path, what }) => {
    if (!existsSync(path)) return [];
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
