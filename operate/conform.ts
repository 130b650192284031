// `runts conform`: the conformance kit (conformance/, docs/conformance.md) from within the executable.
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { conform as playAll } from "#conformance";
import type { Flags } from "../conformance/command-line.ts";
import { isBun } from "../sys/build.ts";
import { ownEnvironment } from "../sys/environment.ts";
import { isCommandName, programArguments, selfCommand } from "../sys/self.ts";
import { writeOut } from "../sys/stdout.ts";

export async function conform(flags: Flags): Promise<number> {
  // What is played is started with what this command was started with: the launcher has given the engine more, and less.
  const given = ownEnvironment();
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, given);
  const names = new Names();
  try {
    return await playAll(flags, {
      ownShim: () => names.shim(),
      again: () => [...names.command(), ...programArguments()],
      write: writeOut,
    });
  } finally {
    names.remove();
  }
}

/** The directory of one that runs this program again, and may have been killed since. */
const variable = "RUNTS_CONFORM_NAMES";
/** TMPDIR is known once the environment is the given one. */
const prefix = () => join(tmpdir(), "runts-conform-");

/** What this program is run by as one thing or the other: the executable goes by its name. */
class Names {
  readonly #outside = process.env[variable];
  #directory: string | undefined;

  constructor() {
    delete process.env[variable];
  }

  shim(): string {
    const { file, args } = selfCommand();
    // On Node it is the script that has the name.
    const program = isBun ? file : realpathSync(args.at(-1) ?? "");
    return isCommandName(basename(program)) ? this.#link("containerd-shim-runts-v2", program) : program;
  }

  command(): string[] {
    const { file, args } = selfCommand();
    if (!isBun) return [file, ...args];
    const link = this.#link("runts", file);
    process.env[variable] = this.#directory;
    return [link];
  }

  #link(name: string, target: string): string {
    this.#directory ??= mkdtempSync(prefix());
    const path = join(this.#directory, name);
    symlinkSync(target, path);
    return path;
  }

  remove(): void {
    for (const directory of [this.#directory, this.#outside]) {
      // The environment is not to be trusted with what root removes.
      if (directory?.startsWith(prefix()) && dirname(directory) === tmpdir())
        rmSync(directory, { recursive: true, force: true });
    }
  }
}
