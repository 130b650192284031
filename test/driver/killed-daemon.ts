// containerd gets a signal at a moment that can be named: when a command that it waits for, itself or by its shim, begins or ends.

import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CommandDirectory } from "../helpers/command-directory.ts";
import type { Shim } from "../helpers/shim-under-test.ts";

export interface Moment {
  /** An action of the shim, or a verb of the runtime. */
  readonly program: "shim" | "runc";
  readonly verb: string;
  readonly when: "before" | "after";
}

export const describeMoment = ({ program, verb, when }: Moment): string => `${when} ${program} ${verb}`;

/** `plan`: one moment, the signal and whom it is for. It is done once. */
const script = `d=\${0%/*}
if [ -e "$d/plan" ]; then
  read -r program verb when signal pid <"$d/plan"
  case "$program $* " in "NAME "*" $verb "* | "NAME $verb "*)
    mv "$d/plan" "$d/done"
    if [ "$when" = before ]; then
      kill -s "$signal" "$pid"
    else
      PROGRAM "$@"
      status=$?
      kill -s "$signal" "$pid"
      exit $status
    fi;;
  esac
fi
exec PROGRAM "$@"`;

/** A directory for the front of a daemon's PATH with the shim and the runtime. */
export class DaemonKiller {
  readonly #commands: CommandDirectory;

  constructor(shim: Shim, runtime: string) {
    const wrapper = (name: string, program: string) =>
      script.replaceAll("NAME", name).replaceAll("PROGRAM", `'${program}'`);
    const file = `containerd-shim-${shim.runtime.split(".").slice(-2).join("-")}`;
    this.#commands = new CommandDirectory()
      .script(file, wrapper("shim", shim.executable))
      .script("runc", wrapper("runc", runtime));
  }

  get path(): string {
    return this.#commands.path;
  }

  /** The process `pid` gets `signal` at the next `moment`. */
  plan({ program, verb, when }: Moment, signal: "KILL" | "STOP", pid: number): void {
    writeFileSync(join(this.path, "plan"), `${program} ${verb} ${when} ${signal} ${pid}\n`);
  }

  /** Whether the moment has come that was planned last. */
  get hasCome(): boolean {
    return !existsSync(join(this.path, "plan"));
  }

  remove(): void {
    this.#commands.remove();
  }
}
