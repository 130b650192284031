// `-info`: what this shim and the runtime below it can do (docs/contract/shim-cli.md 2.6).
import { runtimeFeatures } from "../../oci/runc.ts";
import { containerd } from "../../proto/gen/runtime-info.js";
import { buildRevision, buildVersion } from "../../sys/build.ts";
import { findExecutable } from "../../sys/path.ts";
import { decodeOptions, type PackedOptions } from "../bundle/options.ts";
import { runtimeBinary } from "../bundle/stored-options.ts";
import { parseAny } from "./start-request.ts";

const featuresUrl = "types.containerd.io/opencontainers/runtime-spec/1/features/Features";

/** Answers `-info`: a marshalled RuntimeInfo. Throws when the runtime's executable isn't there. */
export async function runtimeInfo(name: string, stdin: Uint8Array): Promise<Uint8Array> {
  const packed = stdin.length === 0 ? undefined : parseAny(stdin);
  const options = await decodeOptions(packed);
  const binary = runtimeBinary(options);
  if (findExecutable(binary) === undefined) {
    throw new Error(`failed to look up the path of "${binary}": exec: "${binary}": executable file not found in $PATH`);
  }
  const features = await runtimeFeatures(binary).catch(() => undefined);
  return containerd.types.RuntimeInfo.encode({
    name,
    version: { version: buildVersion ?? "", revision: buildRevision },
    ...(packed === undefined ? {} : { options: repack(packed) }),
    ...(features === undefined ? {} : { features: { typeUrl: featuresUrl, value: features } }),
  }).finish();
}

function repack(packed: PackedOptions): { typeUrl: string; value: Uint8Array } {
  return { typeUrl: packed.typeUrl ?? "", value: packed.value ?? new Uint8Array(0) };
}
