// All that a shim knows of its pod, as one plain value that JSON loses nothing of: it is in the bundle for `delete`, and for
// whoever takes this process's place. And which verb is allowed when.

import type { Moment } from "../../sys/clock.ts";
import { readFileText, writeFileAtomically } from "../../sys/file.ts";
import type { ProcessIdentity } from "../../sys/process-identity.ts";
import type { Exit } from "../../sys/reaper.ts";
import { ShimError } from "../base/errdefs.ts";
import * as layout from "../bundle/layout.ts";
import type { Pod } from "./pod.ts";

export type Life =
  | { readonly kind: "created" }
  | {
      readonly kind: "ready";
      /** The holder's, else the shim's. */
      readonly pid: number;
      /** A process of ours that holds the pod's pid or user namespace. */
      readonly holder: ProcessIdentity | undefined;
    }
  | { readonly kind: "stopped"; readonly exit: Exit };

export interface SandboxState {
  readonly id: string;
  /** Absolute. */
  readonly bundle: string;
  readonly pod: Pod;
  readonly createdAt: Moment;
  readonly shim: ProcessIdentity;
  readonly life: Life;
}

/** Throws SysError. */
export function storeState(state: SandboxState): void {
  writeFileAtomically(layout.sandbox(state.bundle), JSON.stringify(state), 0o600);
}

/** Undefined when there is none, or none that can be read. */
export function loadState(bundle: string): SandboxState | undefined {
  try {
    const state = JSON.parse(readFileText(layout.sandbox(bundle))) as SandboxState;
    return isState(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

/** `delete` ends the processes that it names. */
function isState({ shim, life }: SandboxState): boolean {
  const isProcess = ({ pid, startTime }: ProcessIdentity) =>
    Number.isInteger(pid) && pid > 1 && typeof startTime === "string";
  if (life.kind !== "ready") return typeof life.kind === "string" && isProcess(shim);
  return isProcess(shim) && (life.holder === undefined || isProcess(life.holder));
}

/** Throws `failed-precondition` unless the pod may be started. */
export function checkStart({ id, life }: SandboxState): void {
  if (life.kind === "created") return;
  const what = life.kind === "ready" ? "is started already" : "has ended";
  throw new ShimError("failed-precondition", `sandbox ${id} ${what}`);
}

/** CRI's words for it. */
export function criState({ life }: SandboxState): "SANDBOX_READY" | "SANDBOX_NOTREADY" {
  return life.kind === "ready" ? "SANDBOX_READY" : "SANDBOX_NOTREADY";
}
