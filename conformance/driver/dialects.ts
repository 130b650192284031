// How containerd tells `start` what it wants, and which answers it takes (docs/contract/shim-cli.md 2.2), version by version.

import { containerd } from "../../proto/gen/bootstrap.js";
import { google } from "../../proto/gen/task.js";
import type { Bundle, World } from "./bundle.ts";

const { BootstrapParams, BootstrapResult } = containerd.runtime.bootstrap.v1;

export const generations = ["1.6", "1.7", "2.1", "2.3"] as const;
export type Generation = (typeof generations)[number];

export interface Answer {
  readonly form: "plain" | "json" | "protobuf";
  readonly address: string;
  /** Of the task service. */
  readonly version: number;
  /** What is spoken at the address. */
  readonly protocol: string;
}

export type Options = { readonly typeUrl: string; readonly value: Uint8Array };

/** stdin of `start`. */
export function startInput(
  generation: Generation,
  world: World,
  bundle: Bundle,
  options?: Options,
): Uint8Array | undefined {
  if (generation !== "2.3") return options && google.protobuf.Any.encode(options).finish();
  return BootstrapParams.encode({
    instanceId: bundle.id,
    namespace: world.namespace,
    containerdVersion: "2.3.4",
    containerdGrpcAddress: world.containerdAddress,
    containerdTtrpcAddress: world.events.path,
    containerdBinary: world.events.publishBinary,
    ...(options === undefined ? {} : { extensions: [{ value: options }] }),
  }).finish();
}

/** What containerd of this generation adds to the environment, besides what all of them do. */
export function startEnvironment(generation: Generation, world: World): Record<string, string> {
  if (generation === "1.6") return {};
  return { GRPC_ADDRESS: world.containerdAddress, NAMESPACE: world.namespace, MAX_SHIM_VERSION: "2" };
}

/** Says why a containerd would not take what `start` printed. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
}

/** The answer as containerd of this generation reads it. Throws NoAnswer. */
export function readAnswer(output: Buffer, generation: Generation): Answer {
  const answer = (generation === "2.3" ? readProtobuf(output) : undefined) ?? readText(output.toString().trim());
  const { form, version, address, protocol } = answer;
  const refuse = (why: string) => new NoAnswer(`containerd ${generation} can't take ${show(output)}: ${why}`);
  if (form === "json" && generation === "1.6") throw refuse("it knows no JSON");
  if (version > (generation === "1.7" ? 2 : 3)) throw refuse(`unsupported shim version (${version})`);
  if (protocol !== "ttrpc") throw refuse(`unsupported protocol ${JSON.stringify(protocol)}`);
  if (!/^unix:\/\/\/[^\s]+$/.test(address)) throw refuse("an address begins with unix:// and is a path");
  return answer;
}

function readProtobuf(output: Buffer): Answer | undefined {
  try {
    const { version, address, protocol } = BootstrapResult.decode(output);
    return address === "" ? undefined : { form: "protobuf", version, address, protocol };
  } catch {
    return undefined;
  }
}

function readText(text: string): Answer {
  if (!text.startsWith("{")) return { form: "plain", version: 2, address: text, protocol: "ttrpc" };
  try {
    const { address, version, protocol } = JSON.parse(text) as Record<string, unknown>;
    return { form: "json", address: String(address), version: Number(version), protocol: String(protocol) };
  } catch {
    return { form: "json", version: 2, address: text, protocol: "" };
  }
}

function show(output: Buffer): string {
  const text = output.toString();
  return JSON.stringify(text.length > 200 ? `${text.slice(0, 200)}…` : text);
}
