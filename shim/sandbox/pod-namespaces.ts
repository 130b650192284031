// The namespaces of a pod. Those that a thread can have for itself are this program's main thread's: the shim is the pod's holder.
// For a pid or user namespace there is a process of ours (holder.ts), which has the others as well.
import { closeAll, type Fd } from "../../sys/fd.ts";
import {
  enterNamespace,
  makeNamespaces,
  type NamespaceKind,
  namespacePath,
  openNamespace,
  openOwnNamespace,
  setHostname,
} from "../../sys/namespaces.ts";
import { restoreFd, saveOpenFd } from "../../sys/saved.ts";
import { wrapError } from "../base/errdefs.ts";
import { attempt } from "../base/log.ts";
import type { Pod } from "./pod.ts";
import type { SavedHome } from "./saved.ts";
import { setSysctls } from "./sysctls.ts";

/** Where the main thread was before it entered a pod's namespaces. */
export class Home {
  readonly #places: ReadonlyMap<NamespaceKind, Fd>;

  private constructor(places: ReadonlyMap<NamespaceKind, Fd>) {
    this.#places = places;
  }

  static leave(kinds: readonly NamespaceKind[]): Home {
    const places = new Map<NamespaceKind, Fd>();
    try {
      for (const kind of kinds) places.set(kind, openOwnNamespace(kind));
      return new Home(places);
    } catch (error) {
      closeAll(places.values());
      throw error;
    }
  }

  save(): SavedHome {
    return [...this.#places].map(([kind, fd]) => ({ kind, place: saveOpenFd(fd) }));
  }

  static restore(saved: SavedHome): Home {
    return new Home(new Map(saved.map(({ kind, place }) => [kind, restoreFd(place)])));
  }

  /** Back again, once. A namespace that can't be left is logged: the pod is over all the same. */
  return(): void {
    for (const [kind, fd] of this.#places) {
      if (!fd.isOpen) continue;
      attempt("failed to leave a pod's namespace", { kind }, () => enterNamespace(fd, kind));
      fd.close();
    }
  }
}

/** Those that a pod has for itself: on the machine's network it has the machine's name. */
export function ownNamespaces({ netns, hostIpc }: Pod): NamespaceKind[] {
  const network: NamespaceKind[] = netns === undefined ? [] : ["net", "uts"];
  return hostIpc ? network : [...network, "ipc"];
}

/** Makes this program's main thread the pod's, with its name and sysctls. Throws what fails, back home. */
export function enterPod(pod: Pod): Home {
  const home = Home.leave(ownNamespaces(pod));
  try {
    if (pod.netns !== undefined) enterAt(pod.netns, "net");
    makeNamespaces(ownNamespaces(pod).filter((kind) => kind !== "net"));
    furnish(pod);
    return home;
  } catch (error) {
    home.return();
    throw error;
  }
}

/** Gives the namespaces that process `pid` holds the pod's name and sysctls. Throws what fails. */
export function furnishHeld(pod: Pod, pid: number): void {
  const kinds = ownNamespaces(pod);
  const home = Home.leave(kinds);
  try {
    for (const kind of kinds) enterAt(namespacePath(pid, kind), kind);
    furnish(pod);
  } finally {
    home.return();
  }
}

function furnish(pod: Pod): void {
  if (pod.netns !== undefined && pod.hostname !== "") setHostname(pod.hostname);
  setSysctls(pod);
}

function enterAt(path: string, kind: NamespaceKind): void {
  let fd: Fd | undefined;
  try {
    fd = openNamespace(path, `${kind} namespace of the pod`);
    enterNamespace(fd, kind);
  } catch (error) {
    throw wrapError(`failed to enter the pod's ${kind} namespace at ${path}`, error);
  } finally {
    fd?.close();
  }
}
