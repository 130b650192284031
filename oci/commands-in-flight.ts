// Commands of a runtime whose caller has died: they go on working for nobody.
import { readdirSync, readFileSync } from "node:fs";
import { textOfBytes } from "../sys/byte-text.ts";
import { sleep } from "../sys/clock.ts";
import { isLogOf } from "./log.ts";

const attempts = 100;
const intervalMs = 5;

/** Ends every runtime command that logs into `bundle`, which belongs to one container alone. Returns how many there were. */
export async function endCommands(bundle: string): Promise<number> {
  const commands = findCommands(bundle);
  for (const pid of commands) kill(pid);
  for (let attempt = 0; attempt < attempts && commands.some((pid) => isCommand(pid, bundle)); attempt += 1) {
    await sleep(intervalMs);
  }
  return commands.length;
}

function findCommands(bundle: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^[0-9]+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && isCommand(pid, bundle));
}

/** A zombie has no command line any more. */
function isCommand(pid: number, bundle: string): boolean {
  try {
    const words = textOfBytes(readFileSync(`/proc/${pid}/cmdline`)).split("\0");
    return isLogOf(bundle, words[words.indexOf("--log") + 1] ?? "");
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
