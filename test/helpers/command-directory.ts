// A directory for the front of a PATH, so that a name finds another program.

import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Exists from the first look at `path` until `remove`: a test that does not run leaves nothing. */
export class CommandDirectory {
  readonly #commands = new Map<string, (file: string) => void>();
  #path: string | undefined;

  get path(): string {
    if (this.#path === undefined) {
      this.#path = mkdtempSync(join(tmpdir(), "runts-path-"));
      for (const [name, make] of this.#commands) make(join(this.#path, name));
    }
    return this.#path;
  }

  /** `name` runs the program `target`. */
  link(name: string, target: string): this {
    this.#commands.set(name, (file) => symlinkSync(target, file));
    return this;
  }

  /** `name` runs this shell script. */
  script(name: string, text: string): this {
    this.#commands.set(name, (file) => {
      writeFileSync(file, `#!/bin/sh\n${text}\n`);
      chmodSync(file, 0o755);
    });
    return this;
  }

  remove(): void {
    if (this.#path !== undefined) rmSync(this.#path, { recursive: true, force: true });
    this.#path = undefined;
  }
}
