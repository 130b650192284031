// A run of the conformance kit in a directory of its own, in which nothing may be left.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { JsonReport } from "../../conformance/report.ts";
import { carriesMark, listProcesses } from "./processes.ts";
import { systemPath } from "./runtimes-under-test.ts";

/** The kit on Node, from its sources. */
export const kit = [
  ...[process.execPath, "--disable-warning=ExperimentalWarning"],
  join(import.meta.dirname, "../../conformance/main.ts"),
];

/**
 * `body` gets a directory that is to be the kit's TMPDIR. Throws if a process that was started with it is still there, or a file
 * that is not among `own`.
 */
export async function inDirectory(
  body: (directory: string) => Promise<void>,
  own: readonly string[] = [],
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "runts-conformance-"));
  try {
    await body(directory);
    const left = listProcesses().filter(({ pid }) => carriesMark(pid, [directory]));
    const files = readdirSync(directory).filter((name) => !["report.json", ...own].includes(name));
    const lines = [...left.map(({ pid, commandLine }) => `${pid} ${commandLine.join(" ")}`), ...files];
    if (lines.length > 0) throw new Error(`left behind: ${lines.join("; ")}`);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Those that a test which took too long has left: they clean up. */
const running = new Set<ChildProcess>();
afterAll(async () => {
  await Promise.all(
    [...running].map((child) => {
      child.kill("SIGTERM");
      return once(child, "close");
    }),
  );
});

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The JSON report; undefined if none was written. */
  readonly report: JsonReport | undefined;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Hears of the process. */
  readonly onStart?: (child: ChildProcess) => void;
}

/** Runs `command` to its end with `directory` as TMPDIR. */
export async function runKit(
  directory: string,
  command: readonly string[],
  { environment = {}, onStart }: RunOptions = {},
): Promise<Run> {
  const [file = "", ...words] = command;
  const child = spawn(file, words, {
    ...{ stdio: ["ignore", "pipe", "pipe"], cwd: directory },
    env: { ...process.env, PATH: systemPath, TMPDIR: directory, ...environment },
  });
  running.add(child);
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.on("data", (chunk: Buffer) => {
      texts[name] += chunk.toString();
    });
  }
  onStart?.(child);
  const [status] = (await once(child, "close")) as [number | null];
  running.delete(child);
  const reportFile = join(directory, "report.json");
  const report = existsSync(reportFile) ? (JSON.parse(readFileSync(reportFile, "utf8")) as JsonReport) : undefined;
  return { status, ...texts, report };
}

/** Rows of the first shim that came out so, with why. */
export function rowsWith({ report, stderr }: Run, ...verdicts: readonly string[]): string[] {
  const rows = report?.shims[0]?.rows;
  if (rows === undefined) throw new Error(`no report: ${stderr}`);
  return rows.filter(({ verdict }) => verdicts.includes(verdict)).map(({ name, reason }) => `${name}: ${reason}`);
}

/** Whether a shim of the run in `directory` is there. */
export function hasShim(directory: string): boolean {
  return listProcesses().some(({ pid, commandLine }) => commandLine.includes("-id") && carriesMark(pid, [directory]));
}
