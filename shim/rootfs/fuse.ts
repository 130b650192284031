// FUSE filesystems in the rootfs: mounted and unmounted by libfuse's programs (docs/contract/task-service.md 7.2, 7.3).
import type { ChildExit } from "../../sys/child.ts";
import { childEnvironment } from "../../sys/environment.ts";
import { errnoOf, SysError } from "../../sys/errno.ts";
import { openMemoryFile } from "../../sys/fd.ts";
import { readFileText } from "../../sys/file.ts";
import { findExecutable } from "../../sys/path.ts";
import { spawnChild } from "../../sys/spawn.ts";
import type { RootfsMount } from "./component.ts";

/** Runs a helper to its end. Its output goes to a file: the filesystem's daemon that it leaves behind holds it open. */
async function run(file: string, args: readonly string[]): Promise<{ exit: ChildExit; output: string }> {
  const output = openMemoryFile(`output of ${file}`);
  try {
    const child = await spawnChild({
      file: findExecutable(file) ?? file,
      args,
      env: childEnvironment(),
      cwd: "/",
      stdio: [undefined, output.number, output.number],
    });
    const exit = await child.exited;
    return { exit, output: readFileText(`/proc/self/fd/${output.number}`) };
  } finally {
    output.close();
  }
}

function exitText(exit: ChildExit): string {
  return "code" in exit ? `exit status ${exit.code}` : `signal: ${exit.signal}`;
}

/**
 * Mounts a component of type `fuse.<t>` or `fuse3.<t>` at `target`.
 * Upstream repeats a helper whose exit somebody else collected; here nobody can (sys/spawn.ts).
 */
export async function mountFuse(component: RootfsMount, target: string): Promise<void> {
  const dot = component.type.indexOf(".");
  const helper = `mount.${component.type.slice(0, dot)}`;
  const options = component.options.flatMap((option) => ["-o", option]);
  const args = [component.source, target, ...options, "-t", component.type.slice(dot + 1)];
  const failed = (output: string, text: string, options?: ErrorOptions) =>
    new Error(`mount helper [${helper} [${args.join(" ")}]] failed: ${JSON.stringify(output)}: ${text}`, options);
  let result: Awaited<ReturnType<typeof run>>;
  try {
    result = await run(helper, args);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    const text = error.errno === "ENOENT" ? `exec: "${helper}": executable file not found in $PATH` : error.message;
    throw failed("", text, { cause: error });
  }
  if (!("code" in result.exit) || result.exit.code !== 0) throw failed(result.output, exitText(result.exit));
}

/** Lets the filesystem's own program unmount `target`. Its failure is none: umount2(2) is tried next. */
export async function unmountFuse(target: string): Promise<void> {
  for (const helper of ["fusermount3", "fusermount"]) {
    try {
      const { exit } = await run(helper, ["-u", target]);
      if ("code" in exit && exit.code === 0) return;
    } catch (error) {
      if (errnoOf(error) === undefined) throw error;
    }
  }
}
