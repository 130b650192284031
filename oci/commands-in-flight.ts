// Commands of a runtime whose caller has died: they go on working for nobody.
import { textOfBytes } from "../sys/byte-text.ts";
import { sleep } from "../sys/clock.ts";
import { readFileBytes, realPath } from "../sys/file.ts";
import { killProcess } from "../sys/kill.ts";
import { parentOf } from "../sys/path.ts";
import { descendants, processes } from "../sys/process-tree.ts";
import { isLogOf } from "./log.ts";

const attempts = 100;
const intervalMs = 5;

/**
 * Ends every runtime command that logs into `bundle` (a path without links), which belongs to one container alone. Returns them and what they had
 * started: nobody can tell afterwards.
 */
export async function endCommands(bundle: string): Promise<{ commands: number[]; offspring: ReadonlySet<number> }> {
  const commands = processes().filter((pid) => pid !== process.pid && isCommand(pid, bundle));
  if (commands.length === 0) return { commands, offspring: new Set() };
  // Stopped, they start no more.
  for (const pid of commands) killProcess(pid, "SIGSTOP");
  const offspring = descendants(commands);
  for (const pid of commands) killProcess(pid);
  for (let attempt = 0; attempt < attempts && commands.some((pid) => isCommand(pid, bundle)); attempt += 1) {
    await sleep(intervalMs);
  }
  return { commands, offspring };
}

/** A zombie has no command line any more. */
function isCommand(pid: number, bundle: string): boolean {
  try {
    const words = textOfBytes(readFileBytes(`/proc/${pid}/cmdline`)).split("\0");
    const at = words.indexOf("--log");
    return at > 0 && isLogIn(bundle, words[at + 1] ?? "");
  } catch {
    return false; // gone meanwhile
  }
}

/** The shim may have been told the bundle by way of a link, such as /var/run. Paths that can't be this one are not looked up. */
function isLogIn(bundle: string, path: string): boolean {
  if (isLogOf(bundle, path)) return true;
  const directory = parentOf(path);
  if (!directory.endsWith(bundle.slice(bundle.lastIndexOf("/")))) return false;
  return isLogOf(bundle, realPath(directory) + path.slice(directory.length));
}
