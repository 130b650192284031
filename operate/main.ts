// `runts`, the operator's command: argv in, exit code out. It looks at shims and containerd from outside; no shim loads any of it.
import { Command, CommanderError } from "commander";
import { optionOf } from "../conformance/option.ts";
import { buildRevision, buildVersion, engineName } from "../sys/build.ts";
import { programArguments } from "../sys/self.ts";
import { outputFailure, writeOut } from "../sys/stdout.ts";
import type { CommandSpec, Documents, Options } from "./command-table.ts";
import { commands } from "./commands.ts";
import {
  containersCommand,
  makeBashCompletion,
  makeFishCompletion,
  makeZshCompletion,
  printContainers,
} from "./completion.ts";
import { CommandError, ExitCode } from "./exit-codes.ts";
import { makeManual } from "./manual.ts";

export async function main(argv: readonly string[] = programArguments()): Promise<number> {
  const code = await run(argv);
  const failure = outputFailure();
  if (failure === undefined) return code;
  // Half of a list looks like a whole one.
  process.stderr.write(`runts: not all of the output could be written: ${failure}\n`);
  return code === ExitCode.done ? ExitCode.failed : code;
}

async function run(argv: readonly string[]): Promise<number> {
  let code: number = ExitCode.done;
  const program = makeProgram((result) => {
    code = result;
  });
  try {
    if (argv[0] === containersCommand) {
      printContainers();
      return ExitCode.done;
    }
    if (argv.length === 0) {
      program.outputHelp();
      return ExitCode.usage;
    }
    await program.parseAsync([...argv], { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? ExitCode.done : ExitCode.usage;
    process.stderr.write(`runts: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof CommandError ? error.code : ExitCode.failed;
  }
}

/** `onEnd` is told the exit code of the command that has run. */
export function makeProgram(onEnd: (code: number) => void): Command {
  const program = new Command("runts")
    .description("look into, check and install runts, the containerd shim")
    .version(`runts ${buildVersion ?? "(source)"} ${buildRevision} ${engineName}`.replace(/ +/g, " "), "-v, --version")
    .helpCommand("help [command]", "show a command's help")
    .configureOutput({ writeOut })
    .showHelpAfterError("(runts --help shows what there is)")
    .exitOverride();
  for (const spec of commands) program.addCommand(commandOf(spec, onEnd));
  return program;
}

function commandOf(spec: CommandSpec, onEnd: (code: number) => void): Command {
  const command = new Command(spec.name)
    .summary(spec.summary)
    .description([capitalised(`${spec.summary}.`), ...spec.description].join("\n\n"))
    .configureOutput({ writeOut })
    .exitOverride();
  for (const { name, text, isOptional } of spec.arguments ?? []) {
    command.argument(isOptional === true ? `[${name}]` : `<${name}>`, text);
  }
  for (const option of spec.options) command.addOption(optionOf(option));
  const examples = spec.examples.map(([line, text]) => `  ${line}\n      ${text}`);
  if (examples.length > 0) command.addHelpText("after", `\nExamples:\n${examples.join("\n")}`);
  const count = spec.arguments?.length ?? 0;
  command.action(async (...given: unknown[]) => {
    if (spec.needsRoot !== false && process.geteuid?.() !== 0) {
      throw new CommandError(
        ExitCode.failed,
        "only root can do that: shims, their sockets and their processes are root's",
      );
    }
    onEnd(await spec.run(given.slice(0, count) as (string | undefined)[], given[count] as Options, makeDocuments));
  });
  return command;
}

function makeDocuments(): Documents {
  return {
    manual: makeManual(commands),
    completions: {
      bash: makeBashCompletion(commands),
      zsh: makeZshCompletion(commands),
      fish: makeFishCompletion(commands),
    },
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
