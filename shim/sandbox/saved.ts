// A pod as another image of this process takes it up.
import type { NamespaceKind } from "../../sys/namespaces.ts";
import type { SavedFd } from "../../sys/saved.ts";
import type { SandboxState } from "./state.ts";

export interface SavedSandbox {
  /** Undefined before CreateSandbox. */
  readonly pod: SavedPod | undefined;
}

export interface SavedPod {
  readonly state: SandboxState;
  /** Undefined where the main thread is in no namespace of the pod. */
  readonly home: SavedHome | undefined;
}

export type SavedHome = readonly { readonly kind: NamespaceKind; readonly place: SavedFd }[];
