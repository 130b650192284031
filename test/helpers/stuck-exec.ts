// A containerd of a test file whose runc hangs over an exec called `stuck`, in a program that is called like its pid file, `.hung` behind.

import { afterAll } from "vitest";
import { CommandDirectory } from "./command-directory.ts";
import { useContainerd } from "./use-containerd.ts";

export function useContainerdWithStuckExec(): ReturnType<typeof useContainerd> {
  const commands = new CommandDirectory().script(
    "runc",
    `case " $* " in *"/stuck.pid "*) exec sh -c 'mkfifo "$0" && read nothing <>"$0"' "$0.hung" "$@" ;; esac
exec /usr/bin/runc "$@"`,
  );
  afterAll(() => commands.remove());
  return useContainerd(() => ({ path: [commands.path] }));
}
