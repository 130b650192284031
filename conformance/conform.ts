// A whole run of the kit: what is asked for is looked at, the shims are played, the report is written.

import { writeFileSync } from "node:fs";
import { chooseRows } from "./catalogue.ts";
import { type Flags, usageStatus } from "./command-line.ts";
import { reenter, watchOutside } from "./inside.ts";
import { findObstacles, whyNotStarted } from "./obstacles.ts";
import { type Played, play } from "./play.ts";
import { exitStatus, jsonReport, listRows, Progress, reportText } from "./report.ts";

/** The program that the kit is part of. */
export interface Host {
  /** The shim that is played when none is named. Throws Error where there is none. */
  readonly ownShim: () => string;
  /** Words that run this very program again, its arguments included. */
  readonly again: () => readonly string[];
  /** To stdout. Never throws; what could not be written is the host's to tell. */
  readonly write: (text: string) => void;
}

/** Signals that end a run, and its status then. */
const endings = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const;

/** Resolves with the exit status, when nothing is left of the run. */
export async function conform(flags: Flags, host: Host): Promise<number> {
  const rows = chooseRows(flags);
  if (rows.length === 0) return refuse(`no row has "${flags.filter}" in its name: see --list`);
  if (flags.list === true) {
    host.write(listRows(rows));
    return 0;
  }
  if (process.getuid?.() !== 0) return refuse("containers need root: run this as root");
  const { runtime = "runc" } = flags;
  const obstacles = findObstacles(runtime);
  if (obstacles.length > 0) return refuse(...obstacles);
  const shims = [flags.shim ?? host.ownShim(), ...(flags.against === undefined ? [] : [flags.against])];
  for (const shim of shims) {
    const why = await whyNotStarted(shim);
    if (why !== undefined) return refuse(why);
  }
  const inside = await reenter(host.again);
  if (inside !== undefined) return inside;

  // Whoever reads it may leave before the end, or take the terminal away: what was started is ended all the same.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  const interruption = new Interruption();
  // 128 and the number of SIGKILL, though nobody is there to see it.
  watchOutside(() => interruption.interrupt(137));
  const played: Played[] = [];
  for (const shim of shims) {
    const progress = new Progress(rows.length);
    const outcome = await play({
      driver: { executable: shim, dialect: flags.dialect ?? "legacy" },
      ...{ runtime, rows, patienceMs: (flags.patience ?? 10) * 1000 },
      onStart: ({ name }) => process.stderr.write(`${shim}: ${name}, ${runtime}, ${rows.length} rows\n`),
      onJudged: (judged) => progress.judged(judged),
      onRunner: (end) => interruption.ends(end),
    });
    progress.clear();
    played.push(outcome);
    if (interruption.status !== undefined) {
      await interruption.done;
      return interruption.status;
    }
  }
  host.write(reportText(played));
  if (flags.json !== undefined)
    writeFileSync(flags.json, `${JSON.stringify(jsonReport(played, runtime), undefined, 1)}\n`);
  return exitStatus(played);
}

function refuse(...lines: readonly string[]): number {
  process.stderr.write(lines.map((line) => `${line}\n`).join(""));
  return usageStatus;
}

/** Hears the signals that end a run. */
class Interruption {
  /** The exit status, once there was one. */
  status: number | undefined;
  /** Resolves when what was under way has been ended. */
  done: Promise<void> = Promise.resolve();
  #end: (() => Promise<void>) | undefined;

  constructor() {
    for (const [signal, status] of endings) {
      process.on(signal, () => this.interrupt(status));
    }
  }

  interrupt(status: number): void {
    if (this.status !== undefined) return;
    this.status = status;
    this.#stop();
  }

  /** How what runs now is ended; at once, if the signal came before. */
  ends(end: () => Promise<void>): void {
    this.#end = end;
    if (this.status !== undefined) this.#stop();
  }

  #stop(): void {
    if (this.#end !== undefined) this.done = this.#end();
  }
}
