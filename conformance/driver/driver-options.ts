// What a driver is made with.

import type { ActionResult } from "./action.ts";
import type { CallListener } from "./task-client.ts";

/** How containerd tells `start` what it wants, and is answered: since 2.3 by BootstrapParams and BootstrapResult. */
export const dialects = ["legacy", "bootstrap"] as const;
export type Dialect = (typeof dialects)[number];

export const runtimeNames = ["runc", "crun"] as const;
export type RuntimeName = (typeof runtimeNames)[number];

/** What one `start` is given besides what all are. */
export type StartWords = { readonly environment?: Readonly<Record<string, string>> };

export interface DriverOptions {
  /** The shim's executable. */
  readonly executable: string;
  /** Directories in front of the shim's PATH: its own needs, another runc. */
  readonly path?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** See PrivateContainerd: what crun before 1.9 needs. Mounts of the shim are then invisible from outside. */
  readonly withHugetlb?: boolean;
  /** Words in front of the executable, for `start` and `delete`. */
  readonly wrapper?: readonly string[] | (() => readonly string[]);
  readonly dialect?: Dialect;
  /** How long `start` and `delete` may take, and calls that say nothing else: for ever, and 20 s, unless told. */
  readonly actionTimeoutMs?: number;
  readonly callTimeoutMs?: number;
  readonly onCall?: CallListener;
  readonly onAction?: (args: readonly string[], result: ActionResult) => void;
}
