// What scripts/lib/containerd has unpacked from other suites of Debian.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

const script = join(import.meta.dirname, "../../scripts/lib/containerd");

/** A directory for the front of PATH; made on first use. */
export function fetched(what: "1.7" | "2.1" | "runtimes"): string {
  return execFileSync(script, [what], { encoding: "utf8", timeout: 240_000 }).trim();
}
