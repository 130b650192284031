// A directory for the front of a PATH, so that a name finds another program.

import { chmodSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export class CommandDirectory {
  readonly path = mkdtempSync(join(tmpdir(), "runts-path-"));

  /** `name` runs the program `target`. */
  link(name: string, target: string): this {
    symlinkSync(target, join(this.path, name));
    return this;
  }

  /** `name` runs this shell script. */
  script(name: string, text: string): this {
    const file = join(this.path, name);
    writeFileSync(file, `#!/bin/sh\n${text}\n`);
    chmodSync(file, 0o755);
    return this;
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
