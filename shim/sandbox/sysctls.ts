// A pod's sysctls: those of its own namespaces, which the calling thread is in.
import { errnoOf, errnoText } from "../../sys/errno.ts";
import { writeExisting } from "../../sys/file.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { defaultSysctls } from "./default-sysctls.ts";
import type { Pod } from "./pod.ts";

const ofIpc = new Set([
  ...["kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem"],
  ...["kernel.shmall", "kernel.shmmax", "kernel.shmmni", "kernel.shm_rmid_forced"],
]);

/**
 * Throws `invalid-argument` for a sysctl that the machine shares with the pod: what the runtimes refuse for a container. Names have
 * dots or slashes between their parts.
 */
export function checkSysctls({ sysctls, netns, hostIpc }: Pod): void {
  for (const name of Object.keys(sysctls)) {
    const path = pathOf(name);
    const dotted = path.replaceAll("/", ".");
    if (!/^[\w./-]+$/.test(name) || path.split("/").some((part) => part === "" || part === "..")) {
      throw new ShimError("invalid-argument", `sysctl ${JSON.stringify(name)} is no name of one`);
    }
    const isOfIpc = ofIpc.has(dotted) || dotted.startsWith("fs.mqueue.");
    const isSeparate =
      (dotted.startsWith("net.") && netns !== undefined) ||
      (isOfIpc && !hostIpc) ||
      (dotted === "kernel.domainname" && netns !== undefined);
    if (!isSeparate) {
      throw new ShimError("invalid-argument", `sysctl ${JSON.stringify(name)} is not in a separate kernel namespace`);
    }
  }
}

/** As sysctl(8): where a slash comes first, dots are part of the names (`net/ipv4/conf/eth0.1/forwarding`). */
function pathOf(name: string): string {
  const [first] = /[./]/.exec(name) ?? [];
  return first === "/" ? name : name.replaceAll(/[./]/g, (separator) => (separator === "." ? "/" : "."));
}

/** Throws with the name of the one that failed. A kernel may be without what nobody has asked for. */
export function setSysctls({ sysctls }: Pod): void {
  for (const [name, value] of Object.entries(sysctls)) {
    try {
      writeExisting(`/proc/sys/${pathOf(name)}`, value);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === "ENOENT" && defaultSysctls[name] === value) continue;
      const reason = errno === undefined ? messageOf(error) : errnoText(errno);
      throw new Error(`failed to set sysctl ${name} to ${JSON.stringify(value)}: ${reason}`, { cause: error });
    }
  }
}
