// argv in, exit code out. By its name it is containerd's shim, or `runts`, the operator's command, whose code is loaded only then.
import { main } from "../shim/main.ts";
import { isCommandName, programName } from "../sys/self.ts";

const run = isCommandName(programName())
  ? async () => {
      const command = await import("../operate/main.ts");
      return command.main();
    }
  : main;

run().then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (error: unknown) => {
    // One line: the engine's own report of it would be a page of minified source.
    process.getBuiltinModule("node:fs").writeSync(2, `${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
