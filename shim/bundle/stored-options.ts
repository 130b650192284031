// The runc options of a container as the bundle keeps them for `delete`, which reads them without protobufjs.
import { readFileTextIfThere, writeFileAtomically } from "../../sys/file.ts";
import { joinPath } from "../../sys/path.ts";
import * as layout from "./layout.ts";

/** containerd.runc.v1.Options with every field present, and what is ours. Ids are host ids. */
export interface RuncOptions {
  readonly noPivotRoot: boolean;
  readonly noNewKeyring: boolean;
  readonly shimCgroup: string;
  readonly ioUid: number;
  readonly ioGid: number;
  readonly binaryName: string;
  readonly root: string;
  readonly systemdCgroup: boolean;
  /** containerd 1.6 only. */
  readonly criuPath: string;
  readonly criuImagePath: string;
  readonly criuWorkPath: string;
  /** Ours: `pipes` keeps processes from holding a client's FIFO (docs/stdio.md). */
  readonly stdio: "" | "pipes";
  /** Ours: which containers share a shim (address.ts). */
  readonly shimGroup: string;
  /** Ours: seconds of quiet after which the shim sleeps, 0 for never; -1 when not set (docs/asleep.md). */
  readonly sleepAfter: number;
}

export const defaultOptions: RuncOptions = {
  noPivotRoot: false,
  noNewKeyring: false,
  shimCgroup: "",
  ioUid: 0,
  ioGid: 0,
  binaryName: "",
  root: "",
  systemdCgroup: false,
  criuPath: "",
  criuImagePath: "",
  criuWorkPath: "",
  stdio: "",
  shimGroup: "",
  sleepAfter: -1,
};

const defaultRoot = "/run/containerd/runc";

/**
 * State directory of the runtime for a container. A relative one is the bundle's, where the runtime runs: the same for
 * every call, here and in the `delete` of another process.
 */
export function runtimeRoot(options: RuncOptions, place: { namespace: string; bundle: string }): string {
  const root = options.root === "" ? defaultRoot : options.root;
  return root.startsWith("/") ? joinPath(root, place.namespace) : joinPath(place.bundle, root, place.namespace);
}

/** The runtime's executable. */
export function runtimeBinary(options: RuncOptions): string {
  return options.binaryName === "" ? "runc" : options.binaryName;
}

// The bundle file's keys are the .proto names, zero values left out (docs/contract/wire.md 7): shared with the Go shim.
const keys = {
  noPivotRoot: "no_pivot_root",
  noNewKeyring: "no_new_keyring",
  shimCgroup: "shim_cgroup",
  ioUid: "io_uid",
  ioGid: "io_gid",
  binaryName: "binary_name",
  root: "root",
  systemdCgroup: "systemd_cgroup",
  criuPath: "criu_path",
  criuImagePath: "criu_image_path",
  criuWorkPath: "criu_work_path",
  stdio: "runts_stdio",
  shimGroup: "runts_shim_group",
  sleepAfter: "runts_sleep_after",
} as const satisfies Record<keyof RuncOptions, string>;

const keyEntries = Object.entries(keys) as [keyof RuncOptions, string][];

/** Writes `options.json` and `runtime` into the bundle, for `delete` after our death. */
export function storeOptions(bundle: string, options: RuncOptions): void {
  const json = Object.fromEntries(
    keyEntries
      .filter(([field]) => options[field] !== defaultOptions[field])
      .map(([field, key]) => [key, options[field]]),
  );
  writeFileAtomically(layout.options(bundle), JSON.stringify(json), 0o600);
  writeFileAtomically(layout.runtime(bundle), options.binaryName, 0o600);
}

/** Reads what `storeOptions` (or the Go shim) wrote; missing or damaged files give the defaults. */
export function loadOptions(bundle: string): RuncOptions {
  const loaded: Partial<Record<keyof RuncOptions, unknown>> = {};
  const json = readFileTextIfThere(layout.options(bundle));
  if (json !== undefined) {
    try {
      const values = JSON.parse(json) as Record<string, unknown>;
      for (const [field, key] of keyEntries) {
        if (typeof values[key] === typeof defaultOptions[field]) loaded[field] = values[key];
      }
    } catch {
      // A crash in the middle of writing by another implementation: the defaults are the best guess left.
    }
  }
  const runtime = readFileTextIfThere(layout.runtime(bundle));
  if (runtime !== undefined && runtime !== "") loaded.binaryName = runtime;
  return { ...defaultOptions, ...(loaded as Partial<RuncOptions>) };
}
