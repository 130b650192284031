// The few facts that a shim needs of a bundle's config.json (OCI runtime specification).
import { readFileText } from "../sys/file.ts";
import { joinPath } from "../sys/path.ts";

export interface BundleSpec {
  readonly annotations: Readonly<Record<string, string>>;
  /** The container has a pid namespace of its own: the kernel ends all its processes with its init. */
  readonly privatePidNamespace: boolean;
  readonly apparmorProfile: string;
  readonly selinuxLabel: string;
  /** The process's capability sets as they stand there, whatever they are. */
  readonly capabilities: unknown;
  /** As it stands there: a path, systemd's `slice:prefix:name`, or empty. */
  readonly cgroupsPath: string;
}

interface Config {
  annotations?: unknown;
  process?: { apparmorProfile?: string; selinuxLabel?: string; capabilities?: unknown } | null;
  linux?: { namespaces?: { type?: string; path?: string }[] | null; cgroupsPath?: string } | null;
}

/** The specification in a bundle. */
export const specFile = (bundle: string): string => joinPath(bundle, "config.json");

/** Reads config.json. Throws SysError when it can't be read, SyntaxError when its shape is wrong. */
export function readSpec(bundle: string): BundleSpec {
  const text = readFileText(specFile(bundle));
  const config = (JSON.parse(text) ?? {}) as Config;
  if (typeof config !== "object" || Array.isArray(config)) {
    throw new SyntaxError("config.json is not an object");
  }
  const pidNamespace = config.linux?.namespaces?.find((namespace) => namespace.type === "pid");
  return {
    annotations: annotationsOf(config),
    privatePidNamespace: pidNamespace !== undefined && (pidNamespace.path ?? "") === "",
    apparmorProfile: config.process?.apparmorProfile ?? "",
    selinuxLabel: config.process?.selinuxLabel ?? "",
    capabilities: config.process?.capabilities,
    cgroupsPath: config.linux?.cgroupsPath ?? "",
  };
}

/**
 * As Go reads them, whatever the case of the key. containerd refuses what Go refuses, after `start`, and says nothing to the shim
 * that is there then: `start` must not take more.
 */
function annotationsOf(config: object): Record<string, string> {
  const maps = Object.entries(config).flatMap(([key, value]) => {
    if (key.toLowerCase() !== "annotations" || value === null) return [];
    const entries = typeof value === "object" && !Array.isArray(value) ? Object.entries(value) : undefined;
    if (entries?.every(([, text]) => typeof text === "string" || text === null) !== true) {
      throw new SyntaxError("annotations in config.json are not a map of strings");
    }
    return entries.map(([name, text]) => [name, (text as string | null) ?? ""] as const);
  });
  return Object.fromEntries(maps);
}
