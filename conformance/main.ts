// The command line of the kit (docs/conformance.md).

import { accessSync, constants, existsSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join, resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import { chooseRows } from "./catalogue.ts";
import type { Dialect } from "./driver/driver-options.ts";
import { reenter } from "./inside.ts";
import { type Played, play } from "./play.ts";
import { exitStatus, jsonReport, listRows, Progress, reportText } from "./report.ts";
import { type RuntimeName, runtimeNames } from "./stage.ts";

interface Flags {
  readonly shim?: string;
  readonly against?: string;
  readonly runtime: RuntimeName;
  readonly filter?: string;
  readonly quick?: boolean;
  readonly dialect: Dialect;
  readonly patience: number;
  readonly json?: string;
  readonly list?: boolean;
}

const usageStatus = 2;

/** An executable's absolute path, given as a path or as a name in PATH. */
function executable(text: string): string {
  const directories = text.includes("/") ? [""] : (process.env.PATH ?? "").split(delimiter);
  for (const directory of directories) {
    const path = directory === "" ? resolve(text) : join(directory, text);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // The next one.
    }
  }
  throw new InvalidArgumentError("there is no such executable.");
}

function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 600)) throw new InvalidArgumentError("it has to be a number of seconds, 600 at most.");
  return value;
}

function newFile(text: string): string {
  if (!existsSync(dirname(resolve(text)))) throw new InvalidArgumentError("there is no such directory.");
  return resolve(text);
}

function parseFlags(): Flags {
  const command = new Command("conformance")
    .description(
      "Plays containerd towards a Shim v2 binary, without a daemon, and says where the shim keeps to the contract.",
    )
    .option("--shim <path>", "the shim's executable (default: dist/containerd-shim-runts-v2)", executable)
    .option("--against <path>", "another one, to list every difference to", executable)
    .addOption(new Option("--runtime <name>", "the OCI runtime").choices([...runtimeNames]).default("runc"))
    .option("--filter <text>", "only rows whose subject or name has this text in it")
    .option("--quick", "without the rows that take long")
    .addOption(
      new Option(
        "--dialect <name>",
        "how start is run where the row is about something else: as containerd up to 2.2, or since 2.3",
      )
        .choices(["legacy", "bootstrap"])
        .default("legacy"),
    )
    .option("--patience <seconds>", "how long a call may take before it counts as not answered", seconds, 10)
    .option("--json <file>", "writes all that was seen", newFile)
    .option("--list", "prints the rows and where each is written, and runs none")
    .addHelpText(
      "after",
      `
Exit status: 0 all rows pass, or fail as they are known to; 1 one fails, or differs; 2 usage.

Examples:
  conformance --shim /usr/bin/containerd-shim-runc-v2
  conformance --shim ./my-shim --runtime crun --filter terminal
  conformance --shim ./my-shim --against /usr/bin/containerd-shim-runc-v2 --json report.json`,
    )
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : usageStatus);
    })
    .parse();
  return command.opts<Flags>();
}

async function main(): Promise<number> {
  const flags = parseFlags();
  const rows = chooseRows(flags);
  if (rows.length === 0) {
    process.stderr.write(`no row has "${flags.filter}" in its name: see --list\n`);
    return usageStatus;
  }
  if (flags.list === true) {
    process.stdout.write(listRows(rows));
    return 0;
  }
  if (process.getuid?.() !== 0) {
    process.stderr.write("containers need root: run this as root\n");
    return usageStatus;
  }
  const inside = await reenter();
  if (inside !== undefined) return inside;

  let stop = async () => {};
  let interrupted = 0;
  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => {
      interrupted = status;
      void stop();
    });
  }
  const own = resolve(import.meta.dirname, "../dist/containerd-shim-runts-v2");
  const shims = [flags.shim ?? executable(own), ...(flags.against === undefined ? [] : [flags.against])];
  const played: Played[] = [];
  for (const shim of shims) {
    if (interrupted !== 0) break;
    const progress = new Progress(rows.length);
    const outcome = await play({
      ...{
        driver: { executable: shim, dialect: flags.dialect },
        runtime: flags.runtime,
        rows,
        patienceMs: flags.patience * 1000,
      },
      onStart: ({ name }) => process.stderr.write(`${shim}: ${name}, ${flags.runtime}, ${rows.length} rows\n`),
      onJudged: (judged) => progress.judged(judged),
      onRunner: (end) => {
        stop = end;
      },
    });
    progress.clear();
    played.push(outcome);
  }
  if (interrupted !== 0) return interrupted;
  process.stdout.write(reportText(played));
  if (flags.json !== undefined)
    writeFileSync(flags.json, `${JSON.stringify(jsonReport(played, flags.runtime), undefined, 1)}\n`);
  return exitStatus(played);
}

process.exitCode = await main();
