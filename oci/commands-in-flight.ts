// Commands of a runtime whose caller has died: they go on working for nobody.
import { readdirSync, readFileSync } from "node:fs";
import { sleep } from "../sys/clock.ts";

const attempts = 100;
const intervalMs = 5;

/** Ends every runtime command that logs to `log`, which belongs to one container alone. Returns how many there were. */
export async function endCommands(log: string): Promise<number> {
  const commands = findCommands(log);
  for (const pid of commands) kill(pid);
  for (let attempt = 0; attempt < attempts && commands.some((pid) => isCommand(pid, log)); attempt += 1) {
    await sleep(intervalMs);
  }
  return commands.length;
}

function findCommands(log: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && isCommand(pid, log));
}

/** A zombie has no command line any more. */
function isCommand(pid: number, log: string): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    return words[words.indexOf("--log") + 1] === log;
  } catch {
    return false; // gone meanwhile
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // gone meanwhile
  }
}
