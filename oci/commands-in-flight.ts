// Commands of a runtime whose caller has died: they go on working for nobody.
import { sleep } from "../sys/clock.ts";
import { readFileBytes } from "../sys/file.ts";
import { descendants, processes } from "../sys/process-tree.ts";

const attempts = 100;
const intervalMs = 5;

/**
 * Ends every runtime command that logs to `log`, which belongs to one container alone. Returns them and what they had started:
 * nobody can tell afterwards.
 */
export async function endCommands(log: string): Promise<{ commands: number[]; offspring: ReadonlySet<number> }> {
  const commands = processes().filter((pid) => pid !== process.pid && isCommand(pid, log));
  if (commands.length === 0) return { commands, offspring: new Set() };
  // Stopped, they start no more.
  for (const pid of commands) signal(pid, "SIGSTOP");
  const offspring = descendants(commands);
  for (const pid of commands) signal(pid, "SIGKILL");
  for (let attempt = 0; attempt < attempts && commands.some((pid) => isCommand(pid, log)); attempt += 1) {
    await sleep(intervalMs);
  }
  return { commands, offspring };
}

/** A zombie has no command line any more. */
function isCommand(pid: number, log: string): boolean {
  try {
    const words = readFileBytes(`/proc/${pid}/cmdline`).toString("latin1").split("\0");
    const at = words.indexOf("--log");
    return at > 0 && words[at + 1] === Buffer.from(log).toString("latin1");
  } catch {
    return false; // gone meanwhile
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // gone meanwhile
  }
}
