// Completions for the shells, from the table of commands. Containers are asked for as `runts __containers`.
import { writeOut } from "../sys/stdout.ts";
import type { CommandSpec } from "./command-table.ts";
import { findShims } from "./shims.ts";

/** The hidden command that prints the containers of this machine. */
export const containersCommand = "__containers";

export function printContainers(): void {
  const ids = findShims().flatMap(({ containers }) =>
    containers.flatMap(({ id, name }) => [id, ...(name ? [name] : [])]),
  );
  writeOut(ids.map((id) => `${id}\n`).join(""));
}

interface Flag {
  readonly names: readonly string[];
  readonly takesValue: boolean;
  readonly text: string;
}

function flagsOf({ options }: CommandSpec): Flag[] {
  return options.map(({ flags, text }) => ({
    names: flags.split(/[ ,]+/).filter((word) => word.startsWith("-")),
    takesValue: flags.includes("<"),
    text,
  }));
}

function wordsOf({ arguments: [first] = [] }: CommandSpec): string | undefined {
  const completes = first?.completes;
  if (completes === undefined) return undefined;
  return completes === "containers" ? `$(runts ${containersCommand} 2>/dev/null)` : completes.join(" ");
}

export function makeBashCompletion(commands: readonly CommandSpec[]): string {
  const cases = commands.map((spec) => {
    const flags = flagsOf(spec).flatMap(({ names }) => names);
    return `    ${spec.name}) flags="${[...flags, "--help"].join(" ")}" words="${wordsOf(spec) ?? ""}" ;;`;
  });
  return `# bash completion for runts
_runts() {
  local current=\${COMP_WORDS[COMP_CWORD]} flags="" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...commands.map(({ name }) => name), "help", "--help", "--version"].join(" ")}" -- "$current"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
    help) words="${commands.map(({ name }) => name).join(" ")}" ;;
  esac
  if [[ $current == -* ]]; then COMPREPLY=($(compgen -W "$flags" -- "$current"))
  else COMPREPLY=($(compgen -W "$words" -- "$current")); fi
}
complete -o default -F _runts runts
`;
}

export function makeZshCompletion(commands: readonly CommandSpec[]): string {
  const quote = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
  const names = commands.map(({ name, summary }) => `    ${quote(`${name}:${summary}`)}`);
  const cases = commands.map((spec) => {
    const flags = flagsOf(spec).flatMap(({ names: all, takesValue, text }) =>
      all.map((name) => quote(`${name}[${text.replace(/[[\]:]/g, " ")}]${takesValue ? ":value:_files" : ""}`)),
    );
    const words = wordsOf(spec);
    const argument =
      words === undefined ? [] : [quote(`1:argument:(${words})`).replaceAll("'", words.startsWith("$") ? '"' : "'")];
    return `    ${spec.name}) _arguments ${[...flags, quote("--help[show its help]"), ...argument].join(" ")} ;;`;
  });
  return `#compdef runts
_runts() {
  local -a names
  names=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command names; return; fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
${cases.join("\n")}
  esac
}
_runts "$@"
`;
}

export function makeFishCompletion(commands: readonly CommandSpec[]): string {
  const quote = (text: string) => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const lines = commands.flatMap((spec) => {
    const when = `-n ${quote(`__fish_seen_subcommand_from ${spec.name}`)}`;
    const words = wordsOf(spec)?.replace(/^\$/, "");
    return [
      `complete -c runts -f -n __fish_use_subcommand -a ${spec.name} -d ${quote(spec.summary)}`,
      ...(words === undefined ? [] : [`complete -c runts -f ${when} -a ${quote(words)}`]),
      ...flagsOf(spec).map(({ names, takesValue, text }) => {
        const flags = names.map((name) => (name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
        return `complete -c runts ${when} ${flags.join(" ")}${takesValue ? " -r" : ""} -d ${quote(text)}`;
      }),
    ];
  });
  return `# fish completion for runts\n${lines.join("\n")}\n`;
}
