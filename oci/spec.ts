// The few facts that a shim needs of a bundle's config.json (OCI runtime specification), as Go's decoder reads them: keys in any
// case, of a map given twice the union, bytes that are no UTF-8 and lone surrogates replaced.
import { textOfBytes } from "../sys/byte-text.ts";
import { readFileBytes } from "../sys/file.ts";
import { joinPath } from "../sys/path.ts";
import { firstValueOf, foldBytes, foldCase, membersAt, type Span } from "./json.ts";
import { openBrace, quote } from "./json-tokens.ts";

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

/** Reads config.json. Throws SysError when it can't be read, SyntaxError when it or its annotations are of a wrong shape. */
export function readSpec(bundle: string): BundleSpec {
  return parseSpec(readFileBytes(specFile(bundle)));
}

/**
 * Throws SyntaxError for what is no JSON object, and for annotations that are none. What else is not as it should be is for the
 * runtime to say, which reads the file as well.
 */
export function parseSpec(bytes: Buffer): BundleSpec {
  const text = goText(bytes);
  const config = JSON.parse(text) as unknown;
  if (typeof config !== "object" || Array.isArray(config)) throw new SyntaxError("config.json is not an object");
  const { process, linux } = fieldsOf(config);
  const { apparmorProfile, selinuxLabel, capabilities } = fieldsOf(process);
  const { namespaces, cgroupsPath } = fieldsOf(linux);
  const pidNamespace = (Array.isArray(namespaces) ? namespaces : []).map(fieldsOf).find(({ type }) => type === "pid");
  return {
    annotations: annotationsOf(config ?? {}, text, bytes),
    privatePidNamespace: pidNamespace !== undefined && (pidNamespace.path ?? "") === "",
    apparmorProfile: stringOf(apparmorProfile),
    selinuxLabel: stringOf(selinuxLabel),
    capabilities,
    cgroupsPath: stringOf(cgroupsPath),
  };
}

/** `bytes` as Go makes text of them: each byte that belongs to no character is U+FFFD. */
function goText(bytes: Buffer): string {
  const text = textOfBytes(bytes);
  return text.isWellFormed() ? text : text.replace(/[\udc80-\udcff]/gu, "\ufffd");
}

/** Of what is no object: nothing. */
function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** Of what is no text: something that is nobody's name. */
function stringOf(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" ? value.toWellFormed() : JSON.stringify(value);
}

/** Whether a key of the outermost object, as the engine's parser has it, can't be there twice in `text`. A quick look. */
function isOnce(key: string, text: string): boolean {
  // One of its letters may be escaped.
  if (text.includes("\\u") && /\\u(?:00[4-7]|017f)/i.test(text)) return false;
  const quoted = `"${key}"`;
  return text.indexOf(quoted) === text.lastIndexOf(quoted);
}

/**
 * As Go reads them: what is overwritten has to be of the right type as well. containerd refuses what Go refuses, after `start`,
 * and says nothing to the shim that is there then: `start` must not take more.
 */
function annotationsOf(config: object, text: string, bytes: Buffer): Record<string, string> {
  const keys = Object.keys(config).filter((key) => foldCase(key) === "annotations");
  // The engine's parser tells of the last one of a name only.
  const maps = keys.every((key) => isOnce(key, text))
    ? keys.map((key) => firstValueOf(bytes, key))
    : membersAt(bytes).flatMap(({ key, start }) => (foldBytes(key) === "annotations" ? [start] : []));
  const annotations = new Map<string, string>();
  for (const start of maps) {
    if (bytes[start] === nullByte) annotations.clear();
    else if (bytes[start] !== openBrace) throw wrongAnnotations();
    for (const { keySpan, start: from, end } of membersAt(bytes, start)) {
      if (bytes[from] !== quote && bytes[from] !== nullByte) throw wrongAnnotations();
      annotations.set(textAt(bytes, keySpan) ?? "", textAt(bytes, { start: from, end }) ?? "");
    }
  }
  return Object.fromEntries(annotations);
}

const nullByte = 0x6e;

/** What a JSON string says; null of null. */
function textAt(bytes: Buffer, { start, end }: Span): string | null {
  const text = JSON.parse(goText(bytes.subarray(start, end))) as string | null;
  return text?.toWellFormed() ?? null;
}

function wrongAnnotations(): SyntaxError {
  return new SyntaxError("annotations in config.json are not a map of strings");
}
