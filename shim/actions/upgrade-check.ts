// Which program a shim may become. Loaded when it is asked to.
import { runCommand } from "../../oci/command.ts";
import { installedProgram } from "../../sys/self.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { stateVersion } from "./shim-state.ts";

const askMs = 5000;

/**
 * `path`, or else what is found under the name that this program was called by, if it says that it goes on with our state. Throws
 * ShimError `not-found`, or `failed-precondition` with its reason.
 */
export async function programToBecome(path = installedProgram()): Promise<string> {
  if (path === undefined) throw new ShimError("not-found", "no installed program was found");
  const reason = await whyNot(path);
  if (reason !== undefined) throw new ShimError("failed-precondition", `${path} can't take over: ${reason}`);
  return path;
}

async function whyNot(path: string): Promise<string | undefined> {
  if (!path.startsWith("/")) return "its path is not absolute";
  const signal = AbortSignal.timeout(askMs);
  try {
    const { exit, output, killed } = await runCommand({ file: path, args: ["-v"], cwd: "/", signal });
    if (killed) return `-v did not answer within ${askMs} ms`;
    if (!("code" in exit) || exit.code !== 0) return `-v failed: ${"code" in exit ? exit.code : exit.signal}`;
    const versions = /^\s*State:\s*([\d,]+)$/m.exec(output)?.[1]?.split(",").map(Number);
    if (versions === undefined) return "it does not say which states it reads";
    return versions.includes(stateVersion) ? undefined : `it reads states of version ${versions}, not ${stateVersion}`;
  } catch (error) {
    return messageOf(error);
  }
}
