// What the kit needs of a machine, and what is missing.

import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { RuntimeName } from "./driver/driver-options.ts";
import { busyboxes, findBusybox } from "./driver/rootfs.ts";

/** Debian's and others' packages that have them. */
const tools = [
  ["sh", "dash or bash"],
  ["date", "coreutils"],
  ["mkfifo", "coreutils"],
  ["mktemp", "coreutils"],
  ["mount", "mount or util-linux"],
  ["umount", "mount or util-linux"],
  ["mountpoint", "util-linux"],
  ["setsid", "util-linux"],
  ["unshare", "util-linux"],
] as const;

/** A world's sockets lie below TMPDIR, and a socket's path has 108 bytes at most. */
const maxDirectoryBytes = 60;

/** A sentence for each; none where rows can be played. */
export function findObstacles(runtime: RuntimeName): string[] {
  const missing = tools.filter(([name]) => !isInPath(name)).map(([name, owner]) => `${name} (${owner})`);
  return [
    ...(missing.length > 0 ? [`not in PATH, and needed: ${missing.join(", ")}`] : []),
    ...(isInPath(runtime) ? [] : [`there is no ${runtime} in PATH: install it, or name the other one by --runtime`]),
    ...(findBusybox() === undefined
      ? [`no static busybox, which containers are made of, in ${busyboxes.join(" or ")} (busybox-static)`]
      : []),
    ...obstaclesInTmpdir(),
  ];
}

const unstartable: Readonly<Record<string, string>> = {
  ENOEXEC: "it is neither an executable of this machine nor a script that begins with #!",
  ENOENT: "the interpreter or loader that it names is not there",
  EACCES: "its file system or the interpreter that it names forbids it",
};

/** By its first bytes: ELF, or `#!`. */
function isProgram(path: string): boolean {
  const head = readFileSync(path).subarray(0, 4).toString("latin1");
  return head === "\x7fELF" || head.startsWith("#!");
}

/** Rejects with the kernel's reason, which the engines tell by an event or at once. */
async function startAndEnd(shim: string): Promise<void> {
  const child = spawn(shim, ["-v"], { stdio: "ignore", cwd: "/" });
  await once(child, "spawn");
  child.kill("SIGKILL");
}

/** Why the kernel does not start `shim`; undefined if it does. */
export async function whyNotStarted(shim: string): Promise<string | undefined> {
  const error = await startAndEnd(shim).then(
    () => undefined,
    (reason: NodeJS.ErrnoException) => reason,
  );
  // Node asks sh to try what the kernel refuses so.
  if (error === undefined && isProgram(shim)) return undefined;
  if (error === undefined) return `${shim} can't be started: ${unstartable.ENOEXEC}`;
  return `${shim} can't be started: ${unstartable[error.code ?? ""] ?? error.message}`;
}

function isInPath(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((directory) => existsSync(join(directory, name)));
}

function obstaclesInTmpdir(): string[] {
  const place = tmpdir();
  if (Buffer.byteLength(place) > maxDirectoryBytes)
    return [`TMPDIR is longer than ${maxDirectoryBytes} bytes, which leaves no room for a socket's name: ${place}`];
  let directory: string | undefined;
  try {
    directory = mkdtempSync(join(place, "runts-"));
    const program = join(directory, "program");
    writeFileSync(program, "#!/bin/sh\n");
    chmodSync(program, 0o755);
    execFileSync(program, { stdio: "ignore" });
    return [];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "EACCES" ? "nothing can be executed there (noexec)" : (error as Error).message;
    return [`containers are made in ${place}: ${why}; name another directory by TMPDIR`];
  } finally {
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  }
}
