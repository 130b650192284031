// The kit's command on Node, from its sources (scripts/conformance).

import { resolve } from "node:path";
import { Command } from "commander";
import { description, examples, executable, type Flags, flagSpecs, statusText, usageStatus } from "./command-line.ts";
import { conform } from "./conform.ts";
import { optionOf } from "./option.ts";

const built = "dist/containerd-shim-runts-v2";

function parseFlags(): Flags {
  const command = new Command("conformance").description(description.join("\n\n"));
  for (const spec of flagSpecs(built)) command.addOption(optionOf(spec));
  const lines = examples("conformance").map(([line, text]) => `  ${line}\n      ${text}`);
  return command
    .addHelpText("after", `\n${statusText}\n\nExamples:\n${lines.join("\n")}`)
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? 0 : usageStatus);
    })
    .parse()
    .opts<Flags>();
}

// A full disk; a reader that has gone wants no more.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`not all of the output could be written: ${error.message}\n`);
  process.exitCode = 1;
});

conform(parseFlags(), {
  ownShim: () => executable(resolve(import.meta.dirname, "..", built)),
  again: () => [process.execPath, ...process.execArgv, ...process.argv.slice(1)],
  write: (text) => process.stdout.write(text),
}).then(
  (status) => {
    process.exitCode ||= status;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
