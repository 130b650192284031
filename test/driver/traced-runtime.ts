// A runtime whose commands get a signal at an instant that can be named: runc under strace, with its threads, and its children
// until they become another program.

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandDirectory } from "../helpers/command-directory.ts";
import type { RuncOptions } from "./shim-driver.ts";
import { type Instant, instantsIn, killAt } from "./tracer.ts";

/** `plan`: a verb and strace's words for it. It is done once. */
const script = `d=\${0%/*}
if [ -e "$d/plan" ]; then
  read -r verb words <"$d/plan"
  case " $* " in *" $verb "*)
    rm "$d/plan"
    [ "$words" != stop ] || kill -STOP $$
    [ "$words" != stop ] || exec NAME "$@"
    exec strace -f -b execve -qq -o "$d/calls" $words NAME "$@";;
  esac
fi
exec NAME "$@"`;

export class TracedRuntime {
  readonly #commands: CommandDirectory;
  readonly #name: string;

  /** `runc` or `crun`: the wrapper is called like it, so the shim takes it for that. */
  constructor(name = "runc") {
    this.#name = name;
    this.#commands = new CommandDirectory().script(name, script.replaceAll("NAME", name));
  }

  /** For Create. */
  get options(): RuncOptions {
    return { binaryName: join(this.#commands.path, this.#name) };
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

  /** What was recorded. */
  take(): Instant[] {
    const file = join(this.#commands.path, "calls");
    const calls = existsSync(file) ? instantsIn(readFileSync(file, "latin1")) : [];
    rmSync(file, { force: true });
    return calls;
  }

  remove(): void {
    this.#commands.remove();
  }
}
