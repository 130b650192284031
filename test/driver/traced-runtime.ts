// Commands that get a signal at an instant that can be named: a runtime's, or `start` and `delete`.

import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RuncOptions } from "../../conformance/driver/shim-driver.ts";
import { CommandDirectory } from "../helpers/command-directory.ts";
import { type Call, CallTracer } from "./call-tracer.ts";

/** `plan`: a verb and what becomes of it, once: `trace`, or `stop` before it does anything, until SIGCONT. */
const script = `d=\${0%/*}
if [ -e "$d/plan" ]; then
  read -r verb how <"$d/plan"
  case " $* " in *" $verb "*)
    rm "$d/plan"
    if [ "$how" = stop ]; then kill -STOP $$; else
      echo $$ >"$d/pid"
      read -r _ <"$d/attached"
    fi;;
  esac
fi
exec PROGRAM "$@"`;

class TracedCommand {
  readonly #commands: CommandDirectory;
  readonly #follow: string;
  #tracer: CallTracer | undefined;
  readonly #calls: Call[] = [];
  readonly #name: string;
  #isPrepared = false;

  constructor(name: string, { program, follow }: { program: string; follow: string }) {
    this.#commands = new CommandDirectory().script(name, script.replaceAll("PROGRAM", program));
    this.#follow = follow;
    this.#name = name;
  }

  /** With all that is needed, from the first look. */
  get #directory(): string {
    const { path } = this.#commands;
    if (!this.#isPrepared) CallTracer.prepare(path);
    this.#isPrepared = true;
    return path;
  }

  /** The wrapper's path. */
  get path(): string {
    return join(this.#directory, this.#name);
  }

  /** The calls of the next `verb` are recorded. */
  async record(verb: string): Promise<void> {
    await this.#trace(verb, (directory) => CallTracer.record(directory, this.#follow));
  }

  /** In the next `verb`, the process that comes to `call` gets `signal`. */
  async signal(verb: string, call: Call, signal: "SIGKILL" | "SIGSTOP"): Promise<void> {
    await this.#trace(verb, (directory) => CallTracer.signal(directory, this.#follow, call, signal));
  }

  /** The next `verb` stops before it does anything. */
  async stop(verb: string): Promise<void> {
    await this.take();
    this.#plan(`${verb} stop`);
  }

  async #trace(verb: string, trace: (directory: string) => CallTracer): Promise<void> {
    await this.take();
    this.#tracer = trace(this.#directory);
    this.#plan(`${verb} trace`);
  }

  #plan(words: string): void {
    writeFileSync(join(this.#directory, "plan"), `${words}\n`);
  }

  /** Whoever is traced goes on alone. */
  async letGo(): Promise<void> {
    this.#calls.push(...((await this.#tracer?.end()) ?? []));
    this.#tracer = undefined;
  }

  /** Nothing is planned, and nobody traced, any more. Returns what was recorded since the last time. */
  async take(): Promise<Call[]> {
    rmSync(join(this.#directory, "plan"), { force: true });
    await this.letGo();
    return this.#calls.splice(0);
  }

  async remove(): Promise<void> {
    await this.take();
    this.#commands.remove();
  }
}

/** With its threads and children, until they become another program. */
export class TracedRuntime extends TracedCommand {
  /** `runc` or `crun`: the wrapper is called like it, so the shim takes it for that. */
  constructor(name: "runc" | "crun") {
    super(name, { program: name, follow: name });
  }

  /** For Create. */
  get options(): RuncOptions {
    return { binaryName: this.path };
  }
}

/** A driver's wrapper for `start` and `delete`: whatever comes of them is traced, until `take`. */
export class TracedAction extends TracedCommand {
  constructor() {
    super("traced-action", { program: "", follow: "" });
  }
}
