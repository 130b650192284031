// Logging binaries for the `binary` schemes, as shell scripts.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { World } from "./bundle.ts";

export const ready = "printf x >&5; exec 5>&-";

export class LoggingBinary {
  readonly directory: string;
  readonly path: string;

  /** `$d` is a directory of the program's own. */
  constructor(driver: World, script: string) {
    this.directory = mkdtempSync(join(driver.directory, "fifo", "logger-"));
    this.path = join(this.directory, "logging binary");
    mkdirSync(join(this.directory, "d"));
    writeFileSync(this.path, `#!/bin/sh\nd='${join(this.directory, "d")}'\necho $$ > $d/pid\n${script}\n`);
    chmodSync(this.path, 0o755);
  }

  uri(scheme = "binary", query = ""): string {
    return `${scheme}://${this.path.replace(" ", "%20")}${query}`;
  }

  /** What the program wrote to `$d/<name>`; undefined when it did not. */
  file(name: string): string | undefined {
    const path = join(this.directory, "d", name);
    return existsSync(path) ? readFileSync(path, "latin1") : undefined;
  }

  get isAlive(): boolean {
    return existsSync(`/proc/${Number(this.file("pid"))}`);
  }
}
