// A process that has the client's own FIFOs for its stdio (fifo-io.ts) has files from outside of its mount namespace,
// which CRIU dumps and restores only when it is told of each. Runtimes know no option for that; CRIU's configuration
// file does, and the environment of the runtime names it.
import { readFileSync, readlinkSync, statSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { type Fd, openMemoryFile } from "../../sys/fd.ts";

/** CRIU's names of descriptors 0, 1, 2, where they are such files: `file[<mount id>:<inode>]`, both hexadecimal. */
export type ExternalStdio = readonly (string | null)[];

const fileName = "runts-stdio.json";
const variable = "CRIU_CONFIG_FILE";

/** Throws when `pid` is gone. */
export function externalStdio(pid: number): ExternalStdio {
  const mounts = new Set(
    readFileSync(`/proc/${pid}/mountinfo`, "utf8")
      .split("\n")
      .map((line) => line.split(" ", 1)[0]),
  );
  return [0, 1, 2].map((fd) => {
    try {
      const path = `/proc/${pid}/fd/${fd}`;
      const mountId = /^mnt_id:\s*(\d+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, "utf8"))?.[1];
      // Pipes, sockets and the like are CRIU's business, and so is whatever lies on a mount of the container.
      if (mountId === undefined || mounts.has(mountId) || !readlinkSync(path).startsWith("/")) return null;
      return `file[${Number(mountId).toString(16)}:${statSync(path, { bigint: true }).ino.toString(16)}]`;
    } catch {
      return null; // The process has closed it.
    }
  });
}

/** Kept with the image: the names are needed again at restore. */
export function storeExternalStdio(image: string, stdio: ExternalStdio): void {
  if (stdio.some((name) => name !== null)) writeFileSync(join(image, fileName), JSON.stringify(stdio), { mode: 0o600 });
}

/** Empty for an image without such files. */
export function loadExternalStdio(image: string): ExternalStdio {
  try {
    return JSON.parse(readFileSync(join(image, fileName), "utf8")) as ExternalStdio;
  } catch {
    return [];
  }
}

/** Environment for `checkpoint`; the file must stay open until the runtime has ended. */
export function dumpConfiguration(stdio: ExternalStdio): Configuration {
  return configuration([...new Set(stdio)].filter((name) => name !== null).map((name) => `external ${name}`));
}

/** Environment for `restore`, whose own 0, 1 and 2 take the places of the old ones. */
export function restoreConfiguration(stdio: ExternalStdio): Configuration {
  const first = (name: string | null, fd: number) => name !== null && stdio.indexOf(name) === fd;
  const lines = stdio.map((name, fd) => (first(name, fd) ? `inherit-fd fd[${fd}]:${name}` : ""));
  return configuration(lines.filter((line) => line !== ""));
}

export interface Configuration {
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

function configuration(lines: readonly string[]): Configuration {
  if (lines.length === 0) return { environment: {}, close: () => {} };
  const given = process.env[variable];
  const before = given === undefined || given === "" ? "" : readOptional(given);
  const file: Fd = openMemoryFile("CRIU configuration");
  try {
    writeSync(file.number, `${before}\n${lines.join("\n")}\n`);
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    environment: { [variable]: `/proc/${process.pid}/fd/${file.number}` },
    close: () => file.close(),
  };
}

function readOptional(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
