// `start` on an engine without the launcher (bin/launcher/start.c): this process starts the one that serves, and leaves when it says so.
import { ownEnvironment } from "../../sys/environment.ts";
import { openPipe } from "../../sys/fd.ts";
import { readFd } from "../../sys/file.ts";
import { selfCommand } from "../../sys/self.ts";
import { spawnChild } from "../../sys/spawn.ts";
import type { Invocation } from "../args.ts";
import { waiterVariable } from "./launch-variable.ts";

/** Resolves with the exit code. */
export async function launch({ namespace, id, address, debug }: Invocation): Promise<number> {
  const self = selfCommand();
  const pipe = openPipe("start's answer");
  const child = await spawnChild({
    file: self.file,
    args: [
      ...self.args,
      ...["-namespace", namespace],
      ...["-id", id],
      ...["-address", address],
      ...(debug ? ["-debug"] : []),
    ],
    argv0: process.argv0,
    detached: true,
    cwd: ".",
    stdio: [0, 1, 2, pipe.write.number],
    env: { ...ownEnvironment(), [waiterVariable]: `3 ${process.ppid}` },
  });
  child.unref();
  pipe.write.close();
  const status = Buffer.alloc(1);
  // It has gone without a word when the pipe ends.
  return readFd(pipe.read.number, status, pipe.read.purpose) === 0 ? 1 : (status[0] as number);
}
