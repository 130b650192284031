// Vitest's global set-up of the tests that run dist/: it has to be what the working tree says, or a changed line passes them all.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "../..");

export default function setup(): void {
  const file = join(project, "dist/sources.sha256");
  const built = existsSync(file) ? readFileSync(file, "utf8") : "";
  const now = execFileSync(join(project, "scripts/lib/sources-hash"), { encoding: "utf8" });
  if (built !== now) throw new Error("dist/ was not built from this working tree: run scripts/build");
}
