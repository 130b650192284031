// The man page, from the table of commands.
import { buildVersion } from "../sys/build.ts";
import type { CommandSpec } from "./command-table.ts";
import { exitCodeTexts } from "./exit-codes.ts";

/** In the macros of man(7). */
export function makeManual(commands: readonly CommandSpec[]): string {
  const lines = [
    `.TH RUNTS 8 "" "runts ${buildVersion ?? ""}" "System administration"`,
    ".SH NAME",
    "runts \\- look into, check and install runts, the containerd shim",
    ".SH SYNOPSIS",
    ".B runts",
    ".I command",
    "[options]",
    ".SH DESCRIPTION",
    roff(
      "runts is the operator's command of containerd-shim-runts-v2, and the same file by another name. It looks at every shim of the machine from outside, containerd's own included, and needs no containerd for it.",
    ),
    ".SH COMMANDS",
    ...commands.flatMap(commandLines),
    ".SH EXIT STATUS",
    ...exitCodeTexts.flatMap(([code, text]) => [".TP", `.B ${code}`, roff(text)]),
    ".SH ENVIRONMENT",
    ".TP",
    ".B NO_COLOR",
    roff("No colours, if it is set to anything."),
    ".SH SEE ALSO",
    ".BR containerd (8),",
    ".BR runc (8),",
    ".BR ctr (8)",
  ];
  return `${lines.join("\n")}\n`;
}

function commandLines({ name, summary, description, arguments: given = [], options, examples }: CommandSpec): string[] {
  const synopsis = given.map((one) => (one.isOptional === true ? `[${one.name}]` : `<${one.name}>`));
  return [
    `.SS ${roff(["runts", name, ...synopsis].join(" "))}`,
    roff(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...description.flatMap((text) => [".PP", roff(text)]),
    ...given.flatMap((one) => [".TP", `.I ${roff(one.name)}`, roff(one.text)]),
    ...options.flatMap(({ flags, text }) => [".TP", `.B ${roff(flags)}`, roff(text)]),
    ...(examples.length === 0 ? [] : [".PP", "Examples:"]),
    ...examples.flatMap(([command, text]) => [".TP", `.B ${roff(command)}`, roff(text)]),
  ];
}

/** A backslash, a dash that is one, a line that begins like a request, and what is not ASCII (groff_char(7)). */
function roff(text: string): string {
  return text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/, "\\&$1")
    .replace(/[^ -~]/gu, (letter) => `\\[u${letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}]`);
}
