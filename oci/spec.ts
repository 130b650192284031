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

/** The specification in a bundle. */
export const specFile = (bundle: string): string => joinPath(bundle, "config.json");

/** Reads config.json. Throws SysError when it can't be read, SyntaxError when its shape is wrong. */
export function readSpec(bundle: string): BundleSpec {
  return parseSpec(readFileText(specFile(bundle)));
}

/**
 * Throws SyntaxError for what is no JSON object, and for annotations that are none. What is of another type than it should be
 * counts as absent elsewhere: the runtime reads the file as well, and says what is wrong with it.
 */
export function parseSpec(text: string): BundleSpec {
  const config: unknown = JSON.parse(text) ?? {};
  if (typeof config !== "object" || Array.isArray(config)) {
    throw new SyntaxError("config.json is not an object");
  }
  const { process, linux } = config as { process?: unknown; linux?: unknown };
  const namespaces = member(linux, "namespaces");
  const pidNamespace = (Array.isArray(namespaces) ? namespaces : []).find((each) => member(each, "type") === "pid");
  return {
    annotations: annotationsOf(config as object),
    privatePidNamespace: pidNamespace !== undefined && textOf(pidNamespace, "path") === "",
    apparmorProfile: textOf(process, "apparmorProfile"),
    selinuxLabel: textOf(process, "selinuxLabel"),
    capabilities: member(process, "capabilities"),
    cgroupsPath: textOf(linux, "cgroupsPath"),
  };
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** Empty for what is no text. */
function textOf(value: unknown, key: string): string {
  const found = member(value, key);
  return typeof found === "string" ? found : "";
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
