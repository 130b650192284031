// A pod's files, byte for byte as containerd's CRI plugin makes them for pods with a pause container: /etc/hostname, /etc/hosts,
// /etc/resolv.conf and /dev/shm. A container's specification that lacks them gets them from here (container-spec.ts).
import { makeDirectory, removeEmptyDirectory } from "../../sys/directory.ts";
import { errnoName, errnoNumbers, errnoOf, SysError } from "../../sys/errno.ts";
import { libc } from "../../sys/ffi.ts";
import { exists, readFileBytes, readFileText, removeFile, writeFileAtomically } from "../../sys/file.ts";
import { detachMount, MS_NODEV, MS_NOEXEC, MS_NOSUID, mountNow, unmountNow } from "../../sys/mount.ts";
import { wrapError } from "../base/errdefs.ts";
import { attempt } from "../base/log.ts";
import * as layout from "../bundle/layout.ts";
import type { Dns, Pod } from "./pod.ts";

/** CRI's default, which nothing changes. */
const shmBytes = 64 * 1024 * 1024;
const mode = 0o644;

/** /dev/shm of a pod: the machine's own with its IPC namespace. */
export function shmOf(bundle: string, { hostIpc }: Pod): string {
  return hostIpc ? "/dev/shm" : layout.shm(bundle);
}

/** Throws with what failed; what was made until then is `removePodFiles`' to remove. */
export function makePodFiles(bundle: string, pod: Pod): void {
  try {
    // In the machine's UTS namespace still.
    const hostname = pod.hostname === "" ? readFileText("/proc/sys/kernel/hostname").trimEnd() : pod.hostname;
    writeFileAtomically(layout.hostname(bundle), `${hostname}\n`, mode);
    writeFileAtomically(layout.hosts(bundle), readFileBytes("/etc/hosts"), mode);
    const resolvConf = pod.dns === undefined ? readFileBytes("/etc/resolv.conf") : resolvConfOf(pod.dns);
    writeFileAtomically(layout.resolvConf(bundle), resolvConf, mode);
  } catch (error) {
    throw wrapError("failed to make the pod's files", error);
  }
  if (!pod.hostIpc) mountShm(layout.shm(bundle));
}

function resolvConfOf({ servers, searches, options }: Dns): string {
  return [
    ...(searches.length > 0 ? [`search ${searches.join(" ")}\n`] : []),
    ...servers.map((server) => `nameserver ${server}\n`),
    ...(options.length > 0 ? [`options ${options.join(" ")}\n`] : []),
  ].join("");
}

function mountShm(path: string): void {
  try {
    makeDirectory(path, 0o700);
    const flags = MS_NOEXEC | MS_NOSUID | MS_NODEV;
    mountNow({ source: "shm", target: path, type: "tmpfs", flags, data: `mode=1777,size=${shmBytes}` });
  } catch (error) {
    throw wrapError("failed to mount the pod's /dev/shm", error);
  }
}

/**
 * Gives the pod's files the SELinux label that its containers' mounts have, as CRI does. Where labels can't be kept there is no SELinux
 * to look at them. Throws SysError.
 */
export function labelPodFiles({ bundle, pod }: { bundle: string; pod: Pod }, label: string): void {
  if (label === "") return;
  const value = Buffer.from(label);
  const own = [layout.hostname(bundle), layout.hosts(bundle), layout.resolvConf(bundle)];
  for (const path of pod.hostIpc ? own : [...own, layout.shm(bundle)]) {
    const result = libc("setxattr", path, "security.selinux", value, value.length, 0);
    if (result < 0 && result !== -errnoNumbers.EOPNOTSUPP) throw new SysError("setxattr", errnoName(-result), path);
  }
}

/** Takes the pod's /dev/shm away; containers that still run keep theirs. What can't be done is logged. */
export function unmountShm(bundle: string): void {
  const path = layout.shm(bundle);
  attempt("failed to unmount the pod's /dev/shm", { path }, () => {
    if (!exists(path)) return;
    try {
      unmountNow(path);
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === "EBUSY") detachMount(path);
      // EINVAL: not mounted.
      else if (errno !== "EINVAL") throw error;
    }
    removeEmptyDirectory(path);
  });
}

/** Removes everything that `makePodFiles` has made. What can't be done is logged. */
export function removePodFiles(bundle: string): void {
  unmountShm(bundle);
  for (const path of [layout.hostname(bundle), layout.hosts(bundle), layout.resolvConf(bundle)]) {
    attempt("failed to remove a pod's file", { path }, () => removeFile(path));
  }
}
