// Which runc and crun the suite runs: RUNTS_TEST_RUNTIMES = machine (default) or newer.

import { fetched } from "./fetched.ts";

/** The newer ones, in front of PATH, as `runc` and `crun`. */
export function newerRuntimes(): string {
  return fetched("runtimes");
}

/** Whether PATH has the newer ones everywhere. */
export const areNewer = select(process.env.RUNTS_TEST_RUNTIMES || "machine");

/** What goes in front of PATH for the runtimes under test; nothing for the machine's. */
export const runtimePath: readonly string[] = areNewer ? [newerRuntimes()] : [];

/** The whole PATH, the runtimes under test first. */
export const systemPath: string = [...runtimePath, process.env.PATH ?? ""].join(":");

function select(choice: string): boolean {
  if (choice === "machine" || choice === "newer") return choice === "newer";
  throw new Error(`RUNTS_TEST_RUNTIMES=${choice}: want machine or newer`);
}
