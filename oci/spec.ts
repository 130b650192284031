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

/** Reads config.json. Throws SysError when it can't be read, SyntaxError when its shape is wrong. */
export function readSpec(bundle: string): BundleSpec {
  const text = readFileText(joinPath(bundle, "config.json"));
  const config = JSON.parse(text) as Config | null;
  if (typeof config !== "object" || config === null || Array.isArray(config)) {
    throw new SyntaxError("config.json is not an object");
  }
  const pidNamespace = config.linux?.namespaces?.find((namespace) => namespace.type === "pid");
  return {
    annotations: annotationsOf(config.annotations ?? {}),
    privatePidNamespace: pidNamespace !== undefined && (pidNamespace.path ?? "") === "",
    apparmorProfile: config.process?.apparmorProfile ?? "",
    selinuxLabel: config.process?.selinuxLabel ?? "",
    capabilities: config.process?.capabilities,
    cgroupsPath: config.linux?.cgroupsPath ?? "",
  };
}

function annotationsOf(value: unknown): Record<string, string> {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isMap || Object.values(value).some((entry) => typeof entry !== "string")) {
    throw new SyntaxError("annotations in config.json are not a map of strings");
  }
  return value as Record<string, string>;
}
