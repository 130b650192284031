// The runc options of a container, decoded from the request.
import { containerd } from "../../proto/gen/options.js";
import { intField, readFields, stringField, type WireField } from "../../proto/wire.ts";
import { ShimError } from "../base/errdefs.ts";
import { defaultOptions, type RuncOptions } from "./stored-options.ts";

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
 * the field names of runc's options; `remark` is told what in it nobody knows. Throws ShimError `invalid-argument` for other types and for what can't be parsed.
 */
export async function decodeOptions(
  packed: PackedOptions | null | undefined,
  remark: (text: string) => void = () => {},
): Promise<RuncOptions> {
  const url = packed?.typeUrl ?? "";
  const value = packed?.value ?? new Uint8Array(0);
  if (url === "" && value.length === 0) return defaultOptions;
  const name = url.slice(url.lastIndexOf("/") + 1);
  if (name === runcUrl) return fromMessage(decode(() => containerd.runc.v1.Options.decode(value)));
  if (name === clientUrl) return decode(() => fromClient(readFields(value)));
  if (name === genericUrl) {
    const { decodeGenericOptions } = await import("./generic-options.ts");
    return decodeGenericOptions(value, remark);
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
    ...defaultOptions,
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
