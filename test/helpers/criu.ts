// A criu that starts on this machine's kernel, made by scripts/lib/criu on first use.

import { join } from "node:path";
import { execa } from "execa";

/** The directory to put in front of PATH. */
export async function criuDirectory(): Promise<string> {
  const script = join(import.meta.dirname, "../../scripts/lib/criu");
  const { stdout } = await execa(script, { timeout: 240_000 });
  return stdout.trim();
}
