// The sandbox service's messages and a pod's configuration, read and written by hand: a pod's shim is asked a handful of calls, and
// the generated code for them would cost it 0.2 MB for as long as it lives. A test holds the two against each other.
import { bytesField, intField, readFields, stringField, type WireField } from "../../proto/wire.ts";
import type { Moment } from "../../sys/clock.ts";
import type { Decoder, Encoder } from "../../ttrpc/method.ts";

/** protobufjs's, which the server hands to whoever answers. */
type Writer = NonNullable<Parameters<Encoder<unknown>["encode"]>[1]>;

function reads<T>(read: (fields: readonly WireField[]) => T): Decoder<T> {
  return { decode: (bytes) => read(readFields(bytes as Uint8Array)) };
}

function writes<T>(write: (message: T, writer: Writer) => void): Encoder<T> {
  return {
    encode(message, writer) {
      if (writer === undefined) throw new TypeError("no writer to write to");
      write(message, writer);
      return writer;
    },
  };
}

export interface Packed {
  readonly typeUrl: string;
  readonly value: Uint8Array;
}

const LENGTH = 2;
const tag = (field: number, wireType: number) => field * 8 + wireType;

function putText(writer: Writer, field: number, text: string): void {
  if (text !== "") writer.uint32(tag(field, LENGTH)).string(text);
}

function putNumber(writer: Writer, field: number, value: number): void {
  if (value !== 0) writer.uint32(tag(field, 0)).uint32(value);
}

/** A message within. */
function put(writer: Writer, field: number, write: (inner: Writer) => void): void {
  write(writer.uint32(tag(field, LENGTH)).fork());
  writer.ldelim();
}

function putMoment(writer: Writer, field: number, { seconds, nanos }: Moment): void {
  put(writer, field, (inner) => {
    if (seconds !== 0) inner.uint32(tag(1, 0)).int64(seconds);
    if (nanos !== 0) inner.uint32(tag(2, 0)).int32(nanos);
  });
}

function putPacked(writer: Writer, field: number, { typeUrl, value }: Packed): void {
  put(writer, field, (inner) => {
    putText(inner, 1, typeUrl);
    if (value.length > 0) inner.uint32(tag(2, LENGTH)).bytes(value);
  });
}

/** Every request has the sandbox's id as its first field, and most have nothing else. */
export const SandboxRequest = reads((fields) => ({ sandboxId: stringField(fields, 1) }));

export const CreateRequest = reads((fields) => {
  const options = readFields(bytesField(fields, 4));
  return {
    sandboxId: stringField(fields, 1),
    bundlePath: stringField(fields, 2),
    options: { typeUrl: stringField(options, 1), value: bytesField(options, 2) },
    netnsPath: stringField(fields, 5),
  };
});

export const StopRequest = reads((fields) => ({
  sandboxId: stringField(fields, 1),
  timeoutSecs: intField(fields, 2) >>> 0,
}));

export const StatusRequest = reads((fields) => ({
  sandboxId: stringField(fields, 1),
  verbose: intField(fields, 2) !== 0,
}));

/** Of the methods that only say that it is done. */
export const Done = writes<Record<never, never>>(() => {});

export const StartResponse = writes<{ pid: number; createdAt: Moment; spec: Packed }>((message, writer) => {
  putNumber(writer, 1, message.pid);
  putMoment(writer, 2, message.createdAt);
  putPacked(writer, 3, message.spec);
});

export const PlatformResponse = writes<{ os: string; architecture: string }>((platform, writer) => {
  put(writer, 1, (inner) => {
    putText(inner, 1, platform.os);
    putText(inner, 2, platform.architecture);
  });
});

export const WaitResponse = writes<{ exitStatus: number; exitedAt: Moment }>((message, writer) => {
  putNumber(writer, 1, message.exitStatus);
  putMoment(writer, 2, message.exitedAt);
});

export interface Status {
  readonly sandboxId: string;
  readonly pid: number;
  readonly state: string;
  readonly info: Readonly<Record<string, string>>;
  readonly createdAt: Moment;
  readonly exitedAt: Moment;
}

export const StatusResponse = writes<Status>((message, writer) => {
  putText(writer, 1, message.sandboxId);
  putNumber(writer, 2, message.pid);
  putText(writer, 3, message.state);
  for (const [key, text] of Object.entries(message.info)) {
    put(writer, 4, (inner) => {
      putText(inner, 1, key);
      putText(inner, 2, text);
    });
  }
  putMoment(writer, 5, message.createdAt);
  putMoment(writer, 6, message.exitedAt);
});

export const MetricsResponse = writes<{ timestamp: Moment; id: string; data: Packed }>((metric, writer) => {
  put(writer, 1, (inner) => {
    putMoment(inner, 1, metric.timestamp);
    putText(inner, 2, metric.id);
    putPacked(inner, 3, metric.data);
  });
});

/** CRI's NamespaceMode. */
export const NamespaceMode = { POD: 0, CONTAINER: 1, NODE: 2, TARGET: 3 } as const;

export interface IdMapping {
  readonly hostId: number;
  readonly containerId: number;
  readonly length: number;
}

/** What is read of CRI's PodSandboxConfig (proto/pod.proto). */
export interface PodConfig {
  readonly hostname: string;
  readonly dns: { readonly servers: string[]; readonly searches: string[]; readonly options: string[] } | undefined;
  readonly cgroupParent: string;
  readonly sysctls: Readonly<Record<string, string>>;
  readonly namespaces:
    | {
        readonly pid: number;
        readonly ipc: number;
        readonly user: { readonly mode: number; readonly uids: IdMapping[]; readonly gids: IdMapping[] } | undefined;
      }
    | undefined;
}

/** Throws RangeError or TypeError for what is none. */
export function decodePodConfig(bytes: Uint8Array): PodConfig {
  const fields = readFields(bytes);
  const linux = within(fields, 8) ?? [];
  const dns = within(fields, 4);
  const namespaces = within(within(linux, 2) ?? [], 1);
  const user = namespaces === undefined ? undefined : within(namespaces, 5);
  return {
    hostname: stringField(fields, 2),
    dns: dns && { servers: texts(dns, 1), searches: texts(dns, 2), options: texts(dns, 3) },
    cgroupParent: stringField(linux, 1),
    sysctls: Object.fromEntries(
      all(linux, 3).map((entry) => [stringField([...entry], 1), stringField([...entry], 2)] as const),
    ),
    namespaces: namespaces && {
      pid: intField(namespaces, 2),
      ipc: intField(namespaces, 3),
      user: user && { mode: intField(user, 1), uids: all(user, 2).map(mapping), gids: all(user, 3).map(mapping) },
    },
  };
}

/** Undefined where it is not there at all. */
function within(fields: readonly WireField[], number: number): WireField[] | undefined {
  return fields.some((field) => field.number === number) ? readFields(bytesField(fields, number)) : undefined;
}

function all(fields: readonly WireField[], number: number): WireField[][] {
  return fields.filter((field) => field.number === number).map((field) => readFields(bytesField([field], number)));
}

function texts(fields: readonly WireField[], number: number): string[] {
  return fields.filter((field) => field.number === number).map((field) => stringField([field], number));
}

function mapping(fields: readonly WireField[]): IdMapping {
  return {
    hostId: intField(fields, 1) >>> 0,
    containerId: intField(fields, 2) >>> 0,
    length: intField(fields, 3) >>> 0,
  };
}
