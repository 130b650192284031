// Commands that get a signal at an instant that can be named: a runtime's, or `start` and `delete`, under strace.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RuncOptions } from "../../conformance/driver/shim-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { killIfThere, listProcesses } from "../helpers/processes.ts";
import { type Instant, instantsIn, killAt } from "./tracer.ts";

/** `plan`: a verb and strace's words for it. It is done once. */
const script = `d=\${0%/*}
if [ -e "$d/plan" ]; then
  read -r verb words <"$d/plan"
  case " $* " in *" $verb "*)
    rm "$d/plan"
    [ "$words" != stop ] || kill -STOP $$
    [ "$words" != stop ] || exec PROGRAM "$@"
    exec strace -f FOLLOW -qq -o "$d/calls" $words PROGRAM "$@";;
  esac
fi
exec PROGRAM "$@"`;

class TracedCommand {
  readonly #commands: CommandDirectory;
  /** The wrapper's path. */
  readonly path: string;

  constructor(name: string, { program, follow }: { program: string; follow: string }) {
    this.#commands = new CommandDirectory().script(
      name,
      script.replaceAll("PROGRAM", program).replaceAll("FOLLOW", follow),
    );
    this.path = join(this.#commands.path, name);
  }

  /** The calls of the next `verb` are recorded. */
  record(verb: string): void {
    this.#plan(verb, "-e trace=all");
  }

  /** The next `verb` is killed when a thread of it comes to `instant`. */
  kill(verb: string, instant: Instant): void {
    this.#plan(verb, killAt(instant).join(" "));
  }

  /** The next `verb` stops before it does anything, until SIGCONT. */
  stop(verb: string): void {
    this.#plan(verb, "stop");
  }

  #plan(verb: string, words: string): void {
    writeFileSync(join(this.#commands.path, "plan"), `${verb} ${words}\n`);
  }

  protected get calls(): string {
    return join(this.#commands.path, "calls");
  }

  /** What was recorded. */
  take(): Instant[] {
    const calls = existsSync(this.calls) ? instantsIn(readFileSync(this.calls, "latin1")) : [];
    rmSync(this.calls, { force: true });
    return calls;
  }

  remove(): void {
    this.#commands.remove();
  }
}

/** With its threads, and its children until they become another program. */
export class TracedRuntime extends TracedCommand {
  /** For Create. */
  readonly options: RuncOptions;

  /** `runc` or `crun`: the wrapper is called like it, so the shim takes it for that. */
  constructor(name = "runc") {
    super(name, { program: name, follow: "-b execve" });
    this.options = { binaryName: this.path };
  }
}

/** A driver's wrapper for `start` and `delete`: whatever comes of them is traced. */
export class TracedAction extends TracedCommand {
  constructor() {
    super("traced-action", { program: "", follow: "-I 2" });
  }

  /** The tracer of a shim that lives lets go of it. */
  letGo(): void {
    for (const { pid, commandLine } of listProcesses()) {
      if (commandLine.includes(this.calls)) killIfThere(pid, "SIGTERM");
    }
  }
}
