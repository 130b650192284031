// What the launcher has unpacked for all shims of the machine (bin/launcher/addon.c): removed with the machine's installation.
import { existsSync, readdirSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { listProcesses, readProc } from "../proc.ts";

/** As in bin/launcher/addon.c, but for the one that is a package's. */
const places = ["/run/runts", "/var/lib/runts"];

/** Those that no process has mapped; a shim that starts unpacks its own again. Returns what was removed. */
export function removeAddons(directories: readonly string[] = places): string[] {
  const found = directories.filter((directory) => existsSync(directory));
  if (found.length === 0) return [];
  const maps = listProcesses().map(({ pid }) => readProc(pid, "maps")?.toString("latin1") ?? "");
  return found.flatMap((directory) => {
    const unused = readdirSync(directory)
      .filter((name) => /^[0-9a-f]{64}$/.test(name))
      .map((name) => join(directory, name))
      .filter((path) => !maps.some((text) => text.includes(`${path}/`)));
    for (const path of unused) rmSync(path, { recursive: true });
    if (readdirSync(directory).length === 0) rmdirSync(directory);
    return unused;
  });
}
