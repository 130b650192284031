// Whether containerd will find what is installed: it looks for shims in its own PATH, and takes the first.
import { join } from "node:path";
import { findExecutable } from "../../sys/path.ts";
import type { Daemon } from "../containerd.ts";
import { CommandError, ExitCode } from "../exit-codes.ts";
import { linkTarget } from "./files.ts";
import { type Places, shimName } from "./places.ts";

/** Throws CommandError when `directory` is not where `daemon` looks. */
export function checkFound(directory: string, daemon: Daemon): void {
  if (directoriesOf(daemon).includes(directory)) return;
  throw new CommandError(
    ExitCode.refused,
    `${whose(daemon)} looks for shims in ${daemon.searchPath}, not in ${directory}: choose another --prefix`,
  );
}

/** A directory below the prefix that comes before the one in which `daemon` finds another shim now. Throws CommandError. */
export function chooseDropInDirectory({ prefix }: Places, daemon: Daemon, isOurs: (path: string) => boolean): string {
  const name = shimName("runc");
  const directories = directoriesOf(daemon);
  const firstForeign = directories.findIndex((directory) => {
    const path = join(directory, name);
    return findExecutable(path) !== undefined && !isOurs(path);
  });
  const before = firstForeign < 0 ? directories : directories.slice(0, firstForeign);
  const own = [join(prefix, "sbin"), join(prefix, "bin")];
  const chosen = own.find((directory) => before.includes(directory) && isFree(join(directory, name), isOurs));
  if (chosen !== undefined) return chosen;
  const found = firstForeign < 0 ? "" : ` before ${join(directories[firstForeign] ?? "", name)}`;
  throw new CommandError(
    ExitCode.refused,
    `${whose(daemon)} looks for shims in ${daemon.searchPath}: neither ${own.join(" nor ")} is there${found}; choose another --prefix`,
  );
}

function isFree(path: string, isOurs: (path: string) => boolean): boolean {
  return linkTarget(path) === undefined || isOurs(path);
}

function directoriesOf({ searchPath }: Daemon): string[] {
  return searchPath.split(":").filter((directory) => directory !== "");
}

function whose({ pid }: Daemon): string {
  return pid === undefined ? "containerd, as a service," : `containerd (pid ${pid})`;
}
