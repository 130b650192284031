// Namespaces of the calling thread (namespaces(7)), which is the program's main one: /proc/<pid>/ns says what that is in, and
// what is started from there on inherits it. Other threads of the engine stay where they are.
import { errnoName, SysError } from "./errno.ts";
import { Fd, O_RDONLY, openFd, setCloseOnExec } from "./fd.ts";
import { libc, libcOrThrow } from "./ffi.ts";

const CLONE_NEWUTS = 0x04000000;
const CLONE_NEWIPC = 0x08000000;
const CLONE_NEWNET = 0x40000000;

/** Those that a thread has for itself, whatever the others of its process are in; by their names in /proc/<pid>/ns. */
const threadKinds = { net: CLONE_NEWNET, ipc: CLONE_NEWIPC, uts: CLONE_NEWUTS } as const;

export type NamespaceKind = keyof typeof threadKinds;

const NS_GET_USERNS = 0xb701;

/** Path of a namespace of process `pid`. */
export function namespacePath(pid: number, kind: NamespaceKind | "pid" | "user"): string {
  return `/proc/${pid}/ns/${kind}`;
}

/** The namespace that the calling thread is in, kept alive by the descriptor. Throws SysError. */
export function openOwnNamespace(kind: NamespaceKind): Fd {
  return openFd(`/proc/thread-self/ns/${kind}`, O_RDONLY, `${kind} namespace of the start`);
}

/** The namespace at `path`. Throws SysError. */
export function openNamespace(path: string, purpose: string): Fd {
  return openFd(path, O_RDONLY, purpose);
}

/** setns(2). Throws SysError: EINVAL when it is of another kind. */
export function enterNamespace(fd: Fd, kind: NamespaceKind): void {
  libcOrThrow("setns", fd.purpose, fd.number, threadKinds[kind]);
}

/** unshare(2): new ones of these kinds. Throws SysError. */
export function makeNamespaces(kinds: readonly NamespaceKind[]): void {
  if (kinds.length === 0) return;
  const flags = kinds.reduce((all, kind) => all | threadKinds[kind], 0);
  libcOrThrow("unshare", kinds.join(", "), flags);
}

/** The user namespace that owns the one at `fd` (ioctl_ns(2)). Throws SysError. */
export function openOwner(fd: Fd): Fd {
  const number = libcOrThrow("ioctl", fd.purpose, fd.number, NS_GET_USERNS, Buffer.alloc(8));
  const owner = new Fd(number, `owner of ${fd.purpose}`);
  setCloseOnExec(owner);
  return owner;
}

/** sethostname(2), in the UTS namespace that the thread is in. Throws SysError; EINVAL for more than 64 bytes. */
export function setHostname(name: string): void {
  const result = libc("sethostname", name, Buffer.byteLength(name));
  if (result < 0) throw new SysError("sethostname", errnoName(-result), name);
}
