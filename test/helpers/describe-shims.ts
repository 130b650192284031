// What shims that are still there are doing: for the message of a test that expected them to be gone.

import { closeSync, constants, openSync, readdirSync, readFileSync, readlinkSync, readSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/** Lines of a file of /proc that say how a process waits. */
function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "latin1").trim();
  } catch (error) {
    return (error as Error).message;
  }
}

/** The log is a FIFO: what it holds is taken, if nobody else has read it. */
function logOf(pid: number): string {
  const bytes = Buffer.alloc(1 << 16);
  try {
    const fd = openSync(`/proc/${pid}/cwd/log`, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      return bytes.toString("utf8", 0, readSync(fd, bytes));
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    return (error as Error).message;
  }
}

function descriptorsOf(pid: number): string {
  try {
    const directory = `/proc/${pid}/fd`;
    return readdirSync(directory)
      .map((name) => `${name}: ${readlinkSync(join(directory, name))}`)
      .join(", ");
  } catch (error) {
    return (error as Error).message;
  }
}

/** They are asked by SIGUSR1 to tell their logs (docs/differences.md), which ends nobody who listens to it. */
export async function describeShims(pids: readonly number[]): Promise<string> {
  for (const pid of pids) {
    const caught = BigInt(`0x${/^SigCgt:\s+(\w+)$/m.exec(read(pid, "status"))?.[1] ?? "0"}`);
    if ((caught & (1n << 9n)) !== 0n) process.kill(pid, "SIGUSR1");
  }
  await delay(1000);
  return pids
    .map((pid) =>
      [
        `${pid}: ${read(pid, "cmdline").replaceAll("\0", " ")}`,
        ...["State", "SigBlk", "SigPnd", "ShdPnd", "Threads"].map(
          (field) => new RegExp(`^${field}:.*$`, "m").exec(read(pid, "status"))?.[0] ?? "",
        ),
        `waits in ${read(pid, "wchan")}`,
        descriptorsOf(pid),
        logOf(pid),
      ].join("\n  "),
    )
    .join("\n");
}
