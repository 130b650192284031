// The runc options of a container: decoded from the request, kept in the bundle for `delete`.
import { containerd } from "../proto/gen/options.js";
import { intField, readFields, stringField, type WireField } from "../proto/wire.ts";
import { readFileTextIfThere, writeFileAtomically } from "../sys/file.ts";
import { joinPath } from "../sys/path.ts";
import { ShimError } from "./errdefs.ts";

/** containerd.runc.v1.Options with every field present. Ids are host ids. */
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
};

const runcUrl = "containerd.runc.v1.Options";
const genericUrl = "runtimeoptions.v1.Options";
/** What Go clients of containerd 1.x send for a runtime that is not called runc (`ctr run --no-pivot`). */
const clientUrl = "containerd.linux.runc.CreateOptions";

/** An Any as it arrives. */
export interface PackedOptions {
  readonly typeUrl?: string | null;
  readonly value?: Uint8Array | null;
}

/**
 * Decodes the options of a request. Absent ones give the defaults; `runtimeoptions.v1.Options` is read as TOML with
 * the field names of runc's options. Throws ShimError `invalid-argument` for other types and for what can't be parsed.
 */
export async function decodeOptions(packed: PackedOptions | null | undefined): Promise<RuncOptions> {
  const url = packed?.typeUrl ?? "";
  const value = packed?.value ?? new Uint8Array(0);
  if (url === "" && value.length === 0) return defaultOptions;
  const name = url.slice(url.lastIndexOf("/") + 1);
  if (name === runcUrl) return fromMessage(decode(() => containerd.runc.v1.Options.decode(value)));
  if (name === clientUrl) return decode(() => fromClient(readFields(value)));
  if (name === genericUrl) {
    const { decodeGenericOptions } = await import("./generic-options.ts");
    return decodeGenericOptions(value);
  }
  if (value.length === 0) return defaultOptions;
  throw new ShimError("invalid-argument", `type with url ${url}: not runtime options`);
}

function decode<T>(f: () => T): T {
  try {
    return f();
  } catch (error) {
    throw new ShimError("invalid-argument", `failed to decode runtime options: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

function fromMessage(message: containerd.runc.v1.Options): RuncOptions {
  return {
    noPivotRoot: message.noPivotRoot,
    noNewKeyring: message.noNewKeyring,
    shimCgroup: message.shimCgroup,
    ioUid: message.ioUid,
    ioGid: message.ioGid,
    binaryName: message.binaryName,
    root: message.root,
    systemdCgroup: message.systemdCgroup,
    criuPath: message.criuPath,
    criuImagePath: message.criuImagePath,
    criuWorkPath: message.criuWorkPath,
  };
}

/** Its other fields are about checkpoints, and none of them is read in Create. */
function fromClient(fields: readonly WireField[]): RuncOptions {
  return {
    ...defaultOptions,
    noPivotRoot: intField(fields, 1) !== 0,
    noNewKeyring: intField(fields, 8) !== 0,
    shimCgroup: stringField(fields, 9),
    ioUid: intField(fields, 10) >>> 0,
    ioGid: intField(fields, 11) >>> 0,
    criuWorkPath: stringField(fields, 12),
    criuImagePath: stringField(fields, 13),
  };
}

const defaultRoot = "/run/containerd/runc";

/** State directory of the runtime for containers of `namespace`. */
export function runtimeRoot(options: RuncOptions, namespace: string): string {
  return joinPath(options.root === "" ? defaultRoot : options.root, namespace);
}

/** The runtime's executable. */
export function runtimeBinary(options: RuncOptions): string {
  return options.binaryName === "" ? "runc" : options.binaryName;
}

// The bundle file's keys are the .proto names, zero values left out (spec/wire.md 7): shared with the Go shim.
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
} as const satisfies Record<keyof RuncOptions, string>;

const keyEntries = Object.entries(keys) as [keyof RuncOptions, string][];

/** Writes `options.json` and `runtime` into the bundle, for `delete` after our death. */
export function storeOptions(bundle: string, options: RuncOptions): void {
  const json = Object.fromEntries(
    keyEntries
      .filter(([field]) => options[field] !== defaultOptions[field])
      .map(([field, key]) => [key, options[field]]),
  );
  writeFileAtomically(`${bundle}/options.json`, JSON.stringify(json), 0o600);
  writeFileAtomically(`${bundle}/runtime`, options.binaryName, 0o600);
}

/** Reads what `storeOptions` (or the Go shim) wrote; missing or damaged files give the defaults. */
export function loadOptions(bundle: string): RuncOptions {
  const loaded: Partial<Record<keyof RuncOptions, unknown>> = {};
  const json = readFileTextIfThere(`${bundle}/options.json`);
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
  const runtime = readFileTextIfThere(`${bundle}/runtime`);
  if (runtime !== undefined && runtime !== "") loaded.binaryName = runtime;
  return { ...defaultOptions, ...(loaded as Partial<RuncOptions>) };
}
