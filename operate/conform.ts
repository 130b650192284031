// `runts conform`: the conformance kit (conformance/, docs/conformance.md) from within the executable.
import { mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { conform as playAll } from "#conformance";
import type { Flags } from "../conformance/command-line.ts";
import { isBun } from "../sys/build.ts";
import { ownEnvironment } from "../sys/environment.ts";
import { isCommandName, programArguments, selfCommand } from "../sys/self.ts";

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
    });
  } finally {
    names.remove();
  }
}

/** What this program is run by as one thing or the other: the executable goes by its name. */
class Names {
  #directory: string | undefined;

  shim(): string {
    const { file, args } = selfCommand();
    // On Node it is the script that has the name.
    const program = isBun ? file : realpathSync(args.at(-1) ?? "");
    return isCommandName(basename(program)) ? this.#link("containerd-shim-runts-v2", program) : program;
  }

  command(): string[] {
    const { file, args } = selfCommand();
    return isBun ? [this.#link("runts", file)] : [file, ...args];
  }

  #link(name: string, target: string): string {
    this.#directory ??= mkdtempSync(join(tmpdir(), "runts-conform-"));
    const path = join(this.#directory, name);
    symlinkSync(target, path);
    return path;
  }

  remove(): void {
    if (this.#directory !== undefined) rmSync(this.#directory, { recursive: true, force: true });
  }
}
