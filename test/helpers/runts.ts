// `runts`, the operator's command, as it is built.
import { dirname, join } from "node:path";
import { execa } from "execa";

const project = dirname(dirname(import.meta.dirname));

export const runtsProgram = join(project, "dist/runts");

export interface RuntsResult {
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
}

/** Runs it to its end; the caller looks at exitCode. */
export async function runts(words: readonly string[], env: Record<string, string> = {}): Promise<RuntsResult> {
  const { exitCode, stdout, stderr } = await execa(runtsProgram, words, {
    reject: false,
    timeout: 50_000,
    stdin: "ignore",
    env,
  });
  return { exitCode, stdout, stderr };
}

/** What it prints as JSON; it must succeed. */
export async function runtsJson<T>(words: readonly string[]): Promise<T> {
  const { exitCode, stdout, stderr } = await runts([...words, "--json"]);
  if (exitCode !== 0) throw new Error(`runts ${words.join(" ")}: exit ${exitCode}: ${stderr}`);
  return JSON.parse(stdout) as T;
}
