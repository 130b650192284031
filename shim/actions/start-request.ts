// What containerd says to `start` and `-info` on stdin and wants to hear, in three dialects (docs/contract/shim-cli.md 2.2).
import { bytesField, intField, readFields, stringField, type WireField, writeFields } from "../../proto/wire.ts";
import { readToEnd } from "../../sys/file.ts";
import type { Invocation } from "../args.ts";
import type { PackedOptions } from "../bundle/options.ts";

const maxStdinBytes = 10 * 1024 * 1024;

/** What `start` is asked for. */
export interface StartRequest {
  /** `bootstrap` since containerd 2.3, else `legacy`. */
  readonly dialect: "bootstrap" | "legacy";
  readonly options: PackedOptions | undefined;
  /** Empty when the dialect does not say; the flags and the environment do then. */
  readonly grpcAddress: string;
  readonly ttrpcAddress: string;
  readonly socketDirectory: string;
  readonly debug: boolean;
}

/** Reads all of stdin. Throws when it holds more than 10 MiB. */
export function readStdin(): Uint8Array {
  return readToEnd(0, "stdin", { maxBytes: maxStdinBytes });
}

/**
 * Tells the dialects apart: an Any usually parses as BootstrapParams too, so the id and the namespace must be the ones
 * of the flags. Throws when stdin is neither.
 */
export function parseStartRequest(stdin: Uint8Array, invocation: Invocation): StartRequest {
  const legacy = { grpcAddress: "", ttrpcAddress: "", socketDirectory: "", debug: false } as const;
  if (stdin.length === 0) return { ...legacy, dialect: "legacy", options: undefined };
  try {
    const fields = readFields(stdin);
    // BootstrapParams: instance_id 1, namespace 2.
    if (stringField(fields, 1) === invocation.id && isText(fields, 2, invocation.namespace)) return bootstrap(fields);
    return { ...legacy, dialect: "legacy", options: anyOf(fields) };
  } catch (error) {
    throw new Error("failed to decode stdin: neither runtime options nor bootstrap parameters", { cause: error });
  }
}

/** A marshalled Any. Throws when it is none. */
export function parseAny(bytes: Uint8Array): PackedOptions {
  return anyOf(readFields(bytes));
}

function anyOf(fields: readonly WireField[]): PackedOptions {
  return { typeUrl: stringField(fields, 1), value: bytesField(fields, 2) };
}

function isText(fields: readonly WireField[], number: number, text: string): boolean {
  return Buffer.from(text).equals(bytesField(fields, number));
}

/** LogLevel is an open scale: debug was asked for at -4 and below. */
const debugLevel = -4;

function bootstrap(fields: readonly WireField[]): StartRequest {
  const extensions = fields
    .filter(({ number, value }) => number === 8 && value instanceof Uint8Array)
    .map(({ value }) => parseAny(bytesField(readFields(value as Uint8Array), 1)));
  return {
    dialect: "bootstrap",
    options: extensions.find(({ typeUrl }) =>
      /(^|\/)(containerd\.runc\.v1|runtimeoptions\.v1)\.Options$/.test(typeUrl ?? ""),
    ),
    debug: intField(fields, 3) <= debugLevel,
    ttrpcAddress: stringField(fields, 5),
    grpcAddress: stringField(fields, 6),
    socketDirectory: stringField(fields, 9),
  };
}

/**
 * What containerd understands: the plain address is right for 1.6 to 2.2, a BootstrapResult since 2.3. For a sandbox, which no
 * daemon before 2.0 starts, version 3 is announced in any case: its containers then come by the same address without a `start`.
 */
export function answer(request: StartRequest, address: string, { isSandbox = false } = {}): Uint8Array {
  if (request.dialect === "legacy") {
    return Buffer.from(isSandbox ? JSON.stringify({ version: 3, address, protocol: "ttrpc" }) : address);
  }
  // BootstrapResult: version 1, address 2, protocol 3.
  return writeFields([
    [1, 3],
    [2, address],
    [3, "ttrpc"],
  ]);
}

/** Whether options may have one that concerns `start`: a shim cgroup, or the group of generic ones. */
export function mayConcernStart(options: PackedOptions): boolean {
  if (!/(^|\/)containerd\.runc\.v1\.Options$/.test(options.typeUrl ?? "")) return (options.value?.length ?? 0) > 0;
  try {
    return bytesField(readFields(options.value ?? new Uint8Array(0)), 3).length > 0;
  } catch {
    return true;
  }
}
