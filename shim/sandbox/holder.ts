// The small process that holds a pod's pid or user namespace (bin/holder), where the kernel wants a process for it.
import { holderProgram } from "../../sys/build.ts";
import { errnoName, errnoText } from "../../sys/errno.ts";
import { closeAll, type Fd, openPipe } from "../../sys/fd.ts";
import { readToEnd } from "../../sys/file.ts";
import { programInMemory } from "../../sys/memory-program.ts";
import { openNamespace, openOwner } from "../../sys/namespaces.ts";
import { identify, type ProcessIdentity } from "../../sys/process-identity.ts";
import { spawnChild } from "../../sys/spawn.ts";
import { openUserNamespace } from "../../sys/user-namespace.ts";
import type { Pod } from "./pod.ts";
import { ownNamespaces } from "./pod-namespaces.ts";

/** Whether the pod needs one. */
export function needsHolder({ sharesPids, userNamespace }: Pod): boolean {
  return sharesPids || userNamespace !== undefined;
}

/**
 * Starts it: with a user namespace it is in all of the pod's namespaces, which are that one's; else in those that this program's
 * main thread is in, and a pid namespace. It is an adopted child, to be waited for by its pid. Throws with what failed.
 */
export async function startHolder(pod: Pod, name: readonly string[]): Promise<ProcessIdentity> {
  const program = Buffer.from(holderProgram(), "base64");
  if (program.length === 0) throw new Error("this build has no program to hold a pod's namespaces");
  const netns = pod.userNamespace === undefined || pod.netns === undefined ? undefined : openPodNetwork(pod.netns);
  let user: Fd | undefined;
  const file = programInMemory(program, "runts-pod");
  const pipe = openPipe("a pod's holder");
  try {
    user = pod.userNamespace === undefined ? undefined : userNamespaceOf(pod.userNamespace, netns);
    const child = await spawnChild({
      file: file.path,
      argv0: "runts-pod",
      args: [letters(pod), ...name],
      env: {},
      cwd: "/",
      stdio: [undefined, pipe.write.number, undefined, user?.number, netns?.number],
    });
    pipe.write.close();
    // The end comes when the process is settled, or has failed: microseconds, no wait for anybody else.
    const said = readToEnd(pipe.read.number, pipe.read.purpose).toString("latin1");
    await child.exited;
    return settled(said);
  } finally {
    closeAll([file.fd, pipe.read, pipe.write, user, netns]);
  }
}

function openPodNetwork(path: string): Fd {
  return openNamespace(path, "network namespace of the pod");
}

/** CRI has made the network namespace in the pod's user namespace. On the machine's network there is none yet. */
function userNamespaceOf({ uids, gids }: NonNullable<Pod["userNamespace"]>, netns: Fd | undefined): Fd {
  return netns === undefined ? openUserNamespace(uids, gids) : openOwner(netns);
}

function letters(pod: Pod): string {
  const ofUser = pod.userNamespace === undefined ? [] : ["user", ...ownNamespaces(pod)];
  const all: string[] = [...ofUser, ...(pod.sharesPids ? ["pid"] : [])];
  const letter: Readonly<Record<string, string>> = { user: "u", net: "n", ipc: "i", uts: "t", pid: "p" };
  return all.map((kind) => letter[kind]).join("");
}

/** `said`: the pid and, from the process itself, a full stop, in whatever order; or what failed and its errno. */
function settled(said: string): ProcessIdentity {
  const pid = Number(said.replace(".", ""));
  if (!said.includes(".") || !Number.isSafeInteger(pid) || pid <= 0) {
    const [, what = said, number] = /^\d*(.*) (\d+)$/s.exec(said) ?? [];
    const reason = number === undefined ? "it ended" : errnoText(errnoName(Number(number)));
    throw new Error(`failed to start the process that holds the pod's namespaces: ${what}: ${reason}`);
  }
  return identify(pid);
}
