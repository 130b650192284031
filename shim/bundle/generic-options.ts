// runtimeoptions.v1.Options: TOML with the Go field names of runc's options. Loaded when such options arrive.
import { parse } from "smol-toml";
import { runtimeoptions } from "../../proto/gen/options.js";
import { O_NONBLOCK, O_RDONLY, openFd } from "../../sys/fd.ts";
import { openFileInfo, readToEnd } from "../../sys/file.ts";
import { ShimError } from "../base/errdefs.ts";
import { messageOf } from "../base/error-text.ts";
import { isGroupName } from "./address.ts";
import { optionKeys, unknownKeys } from "./option-keys.ts";
import { defaultOptions, type RuncOptions } from "./stored-options.ts";

/** Of some fourteen keys; a parser that is given megabytes answers nobody meanwhile. */
const maxConfigBytes = 64 << 10;

/**
 * Throws ShimError `invalid-argument` when the file can't be read, the TOML can't be parsed or a value has a wrong type. `remark` is
 * told of each key that nobody knows.
 */
export function decodeGenericOptions(value: Uint8Array, remark: (text: string) => void): RuncOptions {
  try {
    const message = runtimeoptions.v1.Options.decode(value);
    const { configBody, configPath } = message;
    const bytes = configBody.length > 0 || configPath === "" ? configBody : readConfig(configPath);
    if (bytes.length > maxConfigBytes) throw new Error(`more than ${maxConfigBytes} bytes`);
    // TOML is UTF-8; what is none would name another file than the one that is meant.
    const table = parse(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
    for (const sentence of unknownKeys(table)) {
      remark(`${message.configPath === "" ? "" : `${message.configPath}: `}${sentence}`);
    }
    return { ...defaultOptions, ...fromToml(table) };
  } catch (error) {
    throw new ShimError("invalid-argument", `failed to read runtime options: ${messageOf(error)}`, { cause: error });
  }
}

/** A FIFO would be waited for, and a device never ends. Throws SysError, Error. */
function readConfig(path: string): Uint8Array {
  const file = openFd(path, O_RDONLY | O_NONBLOCK, path);
  try {
    const { type } = openFileInfo(file);
    if (type !== "regular file") throw new Error(`${path} is a ${type}`);
    return readToEnd(file.number, path, { maxBytes: maxConfigBytes });
  } finally {
    file.close();
  }
}

function fromToml(table: Record<string, unknown>): Partial<RuncOptions> {
  const options: Partial<Record<keyof RuncOptions, unknown>> = {};
  for (const [key, field] of Object.entries(optionKeys)) {
    const value = table[key];
    if (value === undefined) continue;
    const wanted = typeof defaultOptions[field];
    if (typeof value !== wanted) throw new Error(`${key} must be a ${wanted}`);
    if (wanted === "number" && !(Number.isInteger(value) && (value as number) >= 0 && (value as number) < 2 ** 32)) {
      throw new Error(`${key} must be an id`);
    }
    if (field === "stdio" && value !== "" && value !== "pipes") throw new Error(`${key} must be "pipes"`);
    if (field === "shimGroup" && !isGroupName(value as string)) throw new Error(`${key} must be a name`);
    options[field] = value;
  }
  return options as Partial<RuncOptions>;
}
