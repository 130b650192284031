// argv in, exit code out.
import { main } from "../shim/main.ts";

main().then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (error: unknown) => {
    // One line: the engine's own report of it would be a page of minified source.
    process.getBuiltinModule("node:fs").writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
