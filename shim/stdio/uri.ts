// The URIs that clients give as stdout and stderr (docs/contract/task-service.md 5.1), read as Go's net/url does.
import { textOfBytes } from "../../sys/byte-text.ts";
import { wrapError } from "../base/errdefs.ts";
import { checkText } from "../base/request-check.ts";

export interface StdioUri {
  /** Lower case; `fifo` for a bare path. */
  readonly scheme: string;
  readonly path: string;
  /** In the order in which they appear; of a key given twice only the first counts. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** A path, or a URI. The host part is ignored. Throws Error for a bad escape in a URI, `invalid-argument` for a NUL. */
export function parseStdioUri(text: string): StdioUri {
  // Client's paths are absolute: whatever starts with "/" is a path, whatever characters are in it.
  const match = text.startsWith("/")
    ? null
    : /^([A-Za-z][A-Za-z0-9+.-]*):(?:\/\/[^/?#]*)?([^?#]*)(?:\?([^#]*))?/.exec(text);
  if (match === null) return { scheme: "fifo", path: text, parameters: new Map() };
  const [, scheme = "", path = "", query = ""] = match;
  const uri = { scheme: scheme.toLowerCase(), path: unescapePath(path, text), parameters: parseQuery(query) };
  checkText("a stdio URI", [uri.path, ...uri.parameters.keys(), ...uri.parameters.values()]);
  return uri;
}

function unescapePath(path: string, text: string): string {
  const bad = /%(?![0-9A-Fa-f]{2}).{0,2}/.exec(path);
  if (bad !== null) throw new Error(`parse ${JSON.stringify(text)}: invalid URL escape ${JSON.stringify(bad[0])}`);
  return decodeBytes(path);
}

/** As Go's url.ParseQuery, which drops pairs with a bad escape or a semicolon. */
function parseQuery(query: string): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const pair of query.split("&")) {
    if (pair === "" || pair.includes(";") || /%(?![0-9A-Fa-f]{2})/.test(pair)) continue;
    const equals = pair.indexOf("=");
    const [key, value] = equals < 0 ? [pair, ""] : [pair.slice(0, equals), pair.slice(equals + 1)];
    const name = decodeBytes(key.replaceAll("+", " "));
    if (!parameters.has(name)) parameters.set(name, decodeBytes(value.replaceAll("+", " ")));
  }
  return parameters;
}

/** Escapes stand for bytes, which need not be a character each. */
function decodeBytes(text: string): string {
  if (!text.includes("%")) return text;
  const bytes = Buffer.from(text)
    .toString("latin1")
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => {
      return String.fromCharCode(Number.parseInt(hex, 16));
    });
  return textOfBytes(Buffer.from(bytes, "latin1"));
}

/** Throws with upstream's text when `stdout` is no URI. */
export function parseOutput(stdout: string): StdioUri {
  try {
    return parseStdioUri(stdout);
  } catch (error) {
    throw wrapError("unable to parse stdout uri", error);
  }
}
